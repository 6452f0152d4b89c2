/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** A profiler of JMH: how long the measuring thread itself worked, which is what counts on a machine that does other things. */
public final class Arbeitszeit implements InternalProfiler {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private long vorher;

    @Override
    public String getDescription() {
        return "Time that the measuring thread worked";
    }

    @Override
    public void beforeIteration(BenchmarkParams messung, IterationParams runde) {
        vorher = gearbeitet();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams messung, IterationParams runde, IterationResult ergebnis) {
        double mikros = (gearbeitet() - vorher) / 1e3 / ergebnis.getMetadata().getAllOps();
        return List.of(new ScalarResult("arbeit", mikros, "us/op", AggregationPolicy.AVG));
    }

    private static long gearbeitet() {
        return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(t -> t != null && t.getThreadName().contains("jmh-worker"))
                .mapToLong(t -> Math.max(0, THREADS.getThreadCpuTime(t.getThreadId())))
                .sum();
    }
}
