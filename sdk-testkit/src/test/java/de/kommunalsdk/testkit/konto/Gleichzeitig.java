/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The same task twice, the second while the call of the first hangs; that goes on when the second waits or is done. */
final class Gleichzeitig {

    private final BooleanSupplier aufgabe;
    private final CountDownLatch haengt = new CountDownLatch(1);
    private final CountDownLatch weiter = new CountDownLatch(1);

    Gleichzeitig(BooleanSupplier aufgabe) {
        this.aufgabe = aufgabe;
    }

    /** The call. */
    void haengt() {
        haengt.countDown();
        Wartekonto.warte(weiter);
    }

    void beideErfolgreich() throws Exception {
        FutureTask<Boolean> erste = new FutureTask<>(aufgabe::getAsBoolean);
        FutureTask<Boolean> zweite = new FutureTask<>(aufgabe::getAsBoolean);
        new Thread(erste).start();
        Wartekonto.warte(haengt);
        Thread faden = new Thread(zweite);
        faden.start();
        while (faden.getState() != Thread.State.BLOCKED && !zweite.isDone()) {
            Thread.onSpinWait();
        }
        weiter.countDown();
        assertThat(erste.get(30, TimeUnit.SECONDS)).as("first").isTrue();
        assertThat(zweite.get(30, TimeUnit.SECONDS)).as("second").isTrue();
    }
}
