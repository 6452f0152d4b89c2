/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto;

import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.time.Duration;

/**
 * Port: hears of each login, for metrics. Thread-safe; called in the thread of the request, so it must not wait. What it
 * throws is logged and hurts no login. Nothing that it hears is personal.
 */
@FunctionalInterface
public interface Kontobeobachter {

    /** Something happened. */
    void geschah(Ereignis ereignis);

    /** What can happen. */
    sealed interface Ereignis {

        /** Id of the account. */
        String konto();
    }

    /** A browser left for the account. */
    record Begonnen(String konto, Vertrauensniveau gefordert) implements Ereignis {}

    /**
     * Somebody is logged in.
     *
     * @param unterwegs since the browser left
     */
    record Angemeldet(String konto, Vertrauensniveau niveau, Duration unterwegs) implements Ereignis {}

    /** Somebody broke off at the account. */
    record Abgebrochen(String konto, Duration unterwegs) implements Ereignis {}

    /** There was no login, for a reason of docs/errors.md. */
    record Abgewiesen(String konto, Fehlercode grund) implements Ereignis {}
}
