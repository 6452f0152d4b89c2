/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml;

import de.kommunalsdk.nutzerkonto.Kontoanmeldung;
import java.util.List;

/** What became of an answer of the account. */
public sealed interface Antwortergebnis {

    /**
     * The answer is genuine, new and meant for this login.
     *
     * @param aussage what the account said, as it said it
     * @param anmeldung the same in the SDK's own words
     */
    record Angenommen(Aussage aussage, Kontoanmeldung anmeldung) implements Antwortergebnis {}

    /**
     * The account refused, or the citizen broke off; there is no login. Unless the answer was signed, anybody who knows
     * the id of the request can have sent it, so nothing but a page for this browser may follow from it.
     *
     * @param code top-level status, last part of its URN, for example {@code Requester}
     * @param zweiterCode second-level status likewise, for example {@code AuthnFailed}; may be empty
     * @param einzelheiten codes of the AKDB's status detail, for example {@code IDP_REQUIRED_ATTRIBUTES_MISSING}
     * @param abgebrochen whether the citizen broke off
     * @param signiert whether the account signed this answer
     */
    record Fehlerstatus(
            String code, String zweiterCode, List<String> einzelheiten, boolean abgebrochen, boolean signiert)
            implements Antwortergebnis {
        public Fehlerstatus {
            einzelheiten = List.copyOf(einzelheiten);
        }
    }

    /**
     * The answer is not believed.
     *
     * @param grund the code
     * @param detail technical detail without personal data; may be empty
     */
    record Abgewiesen(SamlFehler grund, String detail) implements Antwortergebnis {}
}
