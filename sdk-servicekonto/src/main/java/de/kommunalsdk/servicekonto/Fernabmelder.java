/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto;

import de.kommunalsdk.oidc.Abmeldepruefer.Abgemeldet;
import java.util.Optional;

/** An account at which a logout ends the session there as well, and that tells when a session there has ended. Thread-safe. */
public interface Fernabmelder {

    /**
     * The way of a browser to the logout at the account; empty when there is none.
     *
     * @param marke comes back as {@code state} to {@code /abgemeldet} of the servlet
     * @throws de.kommunalsdk.error.OzgException when the account cannot be reached
     */
    Optional<Aufbruch> abmeldung(Fernsitzung sitzung, String marke);

    /**
     * Verifies what the account says about ended sessions.
     *
     * @param nachricht the form field of its call
     * @throws de.kommunalsdk.error.InvalidInput when it is not believed
     */
    Abgemeldet abgemeldet(String nachricht);
}
