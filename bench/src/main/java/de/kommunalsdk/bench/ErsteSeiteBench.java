/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.bench;

import de.kommunalsdk.forms.seiten.Anlauf;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The first very large page of a JVM whose forms are compiled: one call each in a JVM of its own, with and without what the SDK does
 * at its start. Beside the time, {@code millis} is what the thread itself worked.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(
        value = 11,
        jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
public class ErsteSeiteBench {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Whether the SDK had started. */
    @Param({"true", "false"})
    public boolean anlauf;

    private final Grossseite grossseite = new Grossseite();

    /** Time that a thread worked. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Arbeit {
        /** Milliseconds. */
        public double millis;
    }

    /** What a start does. */
    @Setup
    public void starte() {
        if (anlauf) {
            Anlauf.laufe(Eingaben.hund(), Eingaben.mandant(), Eingaben.HEUTE);
        }
    }

    /** As {@link Grossseite#felder}. */
    @Benchmark
    public String felder(Arbeit arbeit) throws IOException {
        long vorher = THREADS.getCurrentThreadCpuTime();
        String seite = grossseite.felder();
        arbeit.millis = (THREADS.getCurrentThreadCpuTime() - vorher) / 1e6;
        return seite;
    }

    /** As {@link Grossseite#eintraege}. */
    @Benchmark
    public String eintraege(Arbeit arbeit) throws IOException {
        long vorher = THREADS.getCurrentThreadCpuTime();
        String seite = grossseite.eintraege();
        arbeit.millis = (THREADS.getCurrentThreadCpuTime() - vorher) / 1e6;
        return seite;
    }

    /** What a start does, for {@code anlauf=false}. */
    @Benchmark
    public void start(Arbeit arbeit) {
        long vorher = THREADS.getCurrentThreadCpuTime();
        Anlauf.laufe(Eingaben.hund(), Eingaben.mandant(), Eingaben.HEUTE);
        arbeit.millis = (THREADS.getCurrentThreadCpuTime() - vorher) / 1e6;
    }
}
