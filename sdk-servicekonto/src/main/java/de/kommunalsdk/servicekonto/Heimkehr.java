/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto;

import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.nutzerkonto.Kontoanmeldung;
import java.util.Optional;

/** How the browser comes back from an account. */
public sealed interface Heimkehr {

    /**
     * Logged in.
     *
     * @param fern the session at the account, where it can be ended from either side
     */
    record Angemeldet(Kontoanmeldung anmeldung, Optional<Fernsitzung> fern) implements Heimkehr {

        /** At an account that knows no logout. */
        public Angemeldet(Kontoanmeldung anmeldung) {
            this(anmeldung, Optional.empty());
        }
    }

    /** The person broke off. */
    record Abgebrochen() implements Heimkehr {}

    /**
     * There is no login.
     *
     * @param grund why
     * @param rat what the person can do
     * @param detail for the log, without personal data; may be empty
     */
    record Gescheitert(Fehlercode grund, Rat rat, String detail) implements Heimkehr {}

    /** What the person can do about a login that failed. */
    enum Rat {
        /** Try again; what failed may pass by itself. */
        NOCHMALS,
        /** Log in another way, which reaches the level. */
        HOEHERES_NIVEAU,
        /** Complete the account: it does not know what the Dienst must know. */
        ANGABEN_FEHLEN,
        /** Log in again with the account that was chosen here. */
        ANDERES_KONTO
    }
}
