/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/** Counts what one thread allocates. */
final class Allokation {

    private static final ThreadMXBean FAEDEN = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ANLAUF = 20;
    private static final int RUNDEN = 5;
    private static final int JE_RUNDE = 10;

    /** Keeps results alive, so that nothing is optimised away. */
    static volatile Object ergebnis = "";

    private Allokation() {}

    /** Bytes of one call: the least of some rounds, since class loading and compilers only add. */
    static long jeAufruf(Callable<?> aufruf) throws Exception {
        for (int i = 0; i < ANLAUF; i++) {
            ergebnis = aufruf.call();
        }
        long wenigste = Long.MAX_VALUE;
        long faden = Thread.currentThread().getId();
        for (int runde = 0; runde < RUNDEN; runde++) {
            long vorher = FAEDEN.getThreadAllocatedBytes(faden);
            for (int i = 0; i < JE_RUNDE; i++) {
                ergebnis = aufruf.call();
            }
            wenigste = Math.min(wenigste, (FAEDEN.getThreadAllocatedBytes(faden) - vorher) / JE_RUNDE);
        }
        return wenigste;
    }
}
