/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc;

import de.kommunalsdk.nutzerkonto.Kontoanmeldung;
import java.util.Optional;

/** What became of an answer of the account. */
public sealed interface Oidcergebnis {

    /**
     * The answer is genuine and meant for this login.
     *
     * @param subjekt the account's own name for the user at this portal (sub)
     * @param sitzung session at the account (sid)
     * @param idToken for a logout at the account
     * @param anmeldung the user in the SDK's own words
     */
    record Angenommen(String subjekt, Optional<String> sitzung, String idToken, Kontoanmeldung anmeldung)
            implements Oidcergebnis {

        /** Without subject and token, which are personal data. */
        @Override
        public String toString() {
            return "Angenommen[" + anmeldung + "]";
        }
    }

    /**
     * The account refused, or the user broke off. Anybody can have sent it, so nothing but a page for this browser may
     * follow from it.
     *
     * @param code the account's code, for example {@code access_denied}; empty when it is no word
     */
    record Fehlerantwort(String code) implements Oidcergebnis {}

    /**
     * The answer is not believed, or could not be completed.
     *
     * @param grund the code
     * @param detail technical detail without personal data; may be empty
     */
    record Abgewiesen(OidcFehler grund, String detail) implements Oidcergebnis {}
}
