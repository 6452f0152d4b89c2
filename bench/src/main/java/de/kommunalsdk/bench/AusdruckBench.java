/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.bench;

import de.kommunalsdk.ausdruck.Ausdruck;
import de.kommunalsdk.ausdruck.Ausdrucksleser;
import de.kommunalsdk.ausdruck.Auswerter;
import de.kommunalsdk.ausdruck.Ortsangaben;
import de.kommunalsdk.ausdruck.Typ;
import de.kommunalsdk.ausdruck.Umgebung;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reading and evaluating expressions: a condition, and the sum over a repetition. No peer has the same meaning. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AusdruckBench implements Umgebung {

    private static final String BEDINGUNG = "F1 in (\"001\", \"003\") and age(D1) < 18 and not(F2 = null)";
    private static final String SUMME = "sum(for x in G1 return x.Z1 * x.Z2)";
    private static final int EINTRAEGE = 10;

    private Auswerter auswerter = new Auswerter(new Ortsangaben(new TreeMap<>(), new TreeMap<>()), LocalDate.EPOCH);
    private Ausdruck bedingung = new Ausdruck.Nichts();
    private Ausdruck summe = new Ausdruck.Nichts();

    /** Ten entries. */
    @Setup
    public void lade() {
        nimm(EINTRAEGE);
    }

    /** Another number of entries. */
    void nimm(int eintraege) {
        TreeMap<String, String> werte = new TreeMap<>();
        werte.put("F1", "003");
        werte.put("F2", "x");
        werte.put("D1", "2010-02-28");
        for (int n = 1; n <= eintraege; n++) {
            werte.put("G1-" + n + ".Z1", n + ".5");
            werte.put("G1-" + n + ".Z2", "2");
        }
        auswerter = new Auswerter(new Ortsangaben(werte, new TreeMap<>()), LocalDate.of(2026, 11, 23));
        bedingung = lies(BEDINGUNG, Typ.WAHRHEIT);
        summe = lies(SUMME, Typ.ZAHL);
    }

    private Ausdruck lies(String text, Typ typ) {
        List<Problem> probleme = new ArrayList<>();
        return Ausdrucksleser.lies(text, n -> Fundstelle.in("bench"), this, "", typ, probleme)
                .orElseThrow(() -> new IllegalStateException(probleme.toString()));
    }

    @Override
    public List<Element> finde(String name) {
        Typ typ = name.equals("G1")
                ? Typ.GRUPPE
                : name.contains("Z") ? Typ.ZAHL : name.equals("D1") ? Typ.DATUM : Typ.TEXT;
        return List.of(new Element(name, typ, name.startsWith("G1") ? Set.of("G1") : Set.of(), List.of()));
    }

    @Override
    public Collection<String> namen() {
        return List.of();
    }

    /** A text to a tree. */
    @Benchmark
    public Ausdruck lesenSdk() {
        return lies(BEDINGUNG, Typ.WAHRHEIT);
    }

    /** A condition. */
    @Benchmark
    public Optional<Boolean> bedingungSdk() {
        return auswerter.wahrheit(bedingung, "");
    }

    /** A sum of products over all entries. */
    @Benchmark
    public Optional<BigDecimal> summeSdk() {
        return auswerter.zahl(summe, "");
    }
}
