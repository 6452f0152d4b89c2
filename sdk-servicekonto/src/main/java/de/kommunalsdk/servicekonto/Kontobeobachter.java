/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto;

import de.kommunalsdk.error.Fehlercode;
import java.time.Duration;
import java.util.Optional;

/**
 * Port: hears of each login, and once of each refusal, for metrics. Thread-safe; called in the thread of the request, so it must not wait. What it
 * throws is logged and hurts no login. Nothing that it hears is personal.
 */
@FunctionalInterface
public interface Kontobeobachter {

    /** Something happened. */
    void geschah(Ereignis ereignis);

    /** What can happen. */
    enum Art {
        /** A browser left for the account. */
        BEGONNEN,
        /** Somebody is logged in. */
        ANGEMELDET,
        /** Somebody broke off at the account. */
        ABGEBROCHEN,
        /** There was no login, or a logout was not taken, for a reason. */
        ABGEWIESEN
    }

    /**
     * What happened.
     *
     * @param konto id of the account; empty for what was refused before one was known
     * @param grund code of docs/errors.md, only of what was refused
     * @param unterwegs since the browser left, only of who came back from the account
     */
    record Ereignis(String konto, Art art, Optional<Fehlercode> grund, Optional<Duration> unterwegs) {

        /** A browser left. */
        public static Ereignis begonnen(String konto) {
            return new Ereignis(konto, Art.BEGONNEN, Optional.empty(), Optional.empty());
        }

        /** A browser came back and was not refused. */
        public static Ereignis zurueck(String konto, Art art, Duration unterwegs) {
            return new Ereignis(konto, art, Optional.empty(), Optional.of(unterwegs));
        }

        /** A request of a login or a logout was refused. */
        public static Ereignis abgewiesen(String konto, Fehlercode grund) {
            return new Ereignis(konto, Art.ABGEWIESEN, Optional.of(grund), Optional.empty());
        }
    }
}
