/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs every pair of SDK and peer in turns, each in JVMs of its own, and prints ratios. With arguments it is JMH itself.
 * Times of one machine say little; ratios of one run, and allocated bytes, travel.
 */
public final class Vergleich {

    private static final List<String> PAARE = List.of(
            "SchemaBench.lesen",
            "CodelisteBench.lesen",
            "KryptoBench.verschluesseln",
            "KryptoBench.entschluesseln",
            "SeitenBench.render",
            "SeitenBench.thymeleaf",
            "SeitenBench.seite",
            "SeitenBench.zusammenfassung",
            "AntwortenBench.schreiben",
            "AntwortenBench.lies",
            "ZeichenBench.absatz",
            "InstanzBench.werte",
            "InstanzBench.bean",
            "InstanzBench.json",
            "InstanzBench.xml",
            "ReiseBench.pruefung",
            "AnmeldungBench.rsa",
            "AnmeldungBench.pss");
    private static final String ALLOKATION = "gc.alloc.rate.norm";
    private static final int RUNDEN = Integer.getInteger("bench.runden", 3);
    private static final long MILLISEKUNDEN = Long.getLong("bench.millis", 350);

    private Vergleich() {}

    /** Without arguments the comparison, else JMH. */
    public static void main(String[] argumente) throws IOException, RunnerException {
        if (argumente.length > 0) {
            org.openjdk.jmh.Main.main(argumente);
            return;
        }
        List<String> echte = Eingaben.echteSchemata();
        List<String> schemata = new ArrayList<>(List.of(Eingaben.HUND));
        if (!echte.isEmpty()) {
            schemata.add(echte.get(echte.size() / 2));
            schemata.add(echte.get(echte.size() - 1));
        }
        Map<String, List<double[]>> messungen = new TreeMap<>();
        for (int runde = 0; runde < RUNDEN; runde++) {
            for (String paar : PAARE) {
                for (String seite : List.of("Sdk", "Peer")) {
                    miss(paar + seite, schemata, messungen);
                }
            }
            System.out.println("Runde " + (runde + 1) + " von " + RUNDEN);
        }
        drucke(messungen);
    }

    private static void miss(String methode, List<String> schemata, Map<String, List<double[]>> messungen)
            throws RunnerException {
        Options optionen = new OptionsBuilder()
                .include("\\." + methode.replace(".", "\\.") + "$")
                .param("schema", schemata.toArray(String[]::new))
                .forks(1)
                .warmupIterations(10)
                .warmupTime(TimeValue.milliseconds(MILLISEKUNDEN))
                .measurementIterations(3)
                .measurementTime(TimeValue.milliseconds(MILLISEKUNDEN))
                .jvmArgsAppend("-Xmx512m", "-XX:+UseSerialGC")
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .build();
        Collection<RunResult> ergebnisse = new Runner(optionen).run();
        for (RunResult ergebnis : ergebnisse) {
            String schema = ergebnis.getParams().getParam("schema");
            String name = schema == null ? methode : methode + " " + schema;
            double zeit = ergebnis.getPrimaryResult().getScore();
            double bytes = Objects.requireNonNull(ergebnis.getSecondaryResults().get(ALLOKATION))
                    .getScore();
            messungen.computeIfAbsent(name, n -> new ArrayList<>()).add(new double[] {zeit, bytes});
        }
    }

    private static void drucke(Map<String, List<double[]>> messungen) {
        System.out.printf(
                Locale.ROOT,
                "%nJava %s, %s, %d Kerne; %d Runden%n%n",
                System.getProperty("java.version"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                RUNDEN);
        System.out.println(
                "| Paar | Zeit SDK/Peer (kleinste bis groesste Runde) | Bytes SDK | Bytes Peer | Bytes SDK/Peer |");
        System.out.println("|---|---|---|---|---|");
        messungen.forEach((name, sdk) -> {
            List<double[]> peer = messungen.get(name.replace("Sdk", "Peer"));
            if (name.contains("Sdk") && peer != null) {
                double[] verhaeltnisse = new double[Math.min(sdk.size(), peer.size())];
                Arrays.setAll(verhaeltnisse, i -> sdk.get(i)[0] / peer.get(i)[0]);
                Arrays.sort(verhaeltnisse);
                double bytes = mitte(sdk, 1);
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %.2f (%.2f bis %.2f) | %,.0f | %,.0f | %.2f |%n",
                        name.replace("Sdk", ""),
                        verhaeltnisse[verhaeltnisse.length / 2],
                        verhaeltnisse[0],
                        verhaeltnisse[verhaeltnisse.length - 1],
                        bytes,
                        mitte(peer, 1),
                        bytes / mitte(peer, 1));
            }
        });
    }

    private static double mitte(List<double[]> werte, int spalte) {
        double[] sortiert = werte.stream().mapToDouble(w -> w[spalte]).sorted().toArray();
        return sortiert[sortiert.length / 2];
    }
}
