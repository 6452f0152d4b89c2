/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ausdruck;

import static de.kommunalsdk.ausdruck.Probeumgebung.HEUTE;
import static de.kommunalsdk.ausdruck.Probeumgebung.angaben;
import static de.kommunalsdk.ausdruck.Probeumgebung.lies;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import de.kommunalsdk.ausdruck.Ausdruck.Nicht;
import de.kommunalsdk.error.Problem;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is too long, too deep, too large or too slow; and a comparison with the simplest reference. */
class AusdruckGrenzenTest {

    private static AusdruckFehler fehler(String text) {
        List<Problem> probleme = new ArrayList<>();
        assertThat(lies(text, "", Typ.WAHRHEIT, probleme)).isEmpty();
        return (AusdruckFehler) probleme.get(probleme.size() - 1).code();
    }

    @Test
    void aTextHasALimit() {
        assertThat(fehler("B1 and ".repeat(1 << 17) + "B1")).isEqualTo(AusdruckFehler.ZU_LANG);
        assertThat(fehler(" ".repeat(Ausdrucksleser.MAX_ZEICHEN - 1) + "B1")).isEqualTo(AusdruckFehler.ZU_LANG);
        assertThat(lies(" ".repeat(Ausdrucksleser.MAX_ZEICHEN - 2) + "B1", "", Typ.WAHRHEIT))
                .isNotNull();
    }

    @Test
    void aTreeHasALimit() {
        assertThat(fehler("(".repeat(4_000) + "B1" + ")".repeat(4_000))).isEqualTo(AusdruckFehler.ZU_TIEF);
        assertThat(fehler("not(".repeat(1_500) + "B1" + ")".repeat(1_500))).isEqualTo(AusdruckFehler.ZU_TIEF);
        assertThat(fehler("1" + "+1".repeat(1_000) + " = 1")).isEqualTo(AusdruckFehler.ZU_TIEF);
        assertThat(lies("(".repeat(90) + "B1" + ")".repeat(90), "", Typ.WAHRHEIT))
                .isNotNull();
        // wide is not deep
        assertThat(lies("B1" + " and B1".repeat(1_000), "", Typ.WAHRHEIT)).isNotNull();
    }

    @Test
    void aTreeMadeByHandOfTenThousandLevelsIsUnknown() {
        Ausdruck tief = new Ausdruck.Konstante(true);
        for (int i = 0; i < 10_000; i++) {
            tief = new Nicht(tief);
        }
        Auswerter auswerter = new Auswerter(angaben(""), HEUTE);

        assertThat(auswerter.wahrheit(tief, "")).isEmpty();
        assertThat(auswerter.wahrheit(new Ausdruck.Sicher(tief), "")).isEmpty();
    }

    @Test
    void giantNumbersAreUnknown() {
        Auswerter auswerter = new Auswerter(angaben("Z1=" + "9".repeat(30) + ";Z2=0." + "0".repeat(29) + "1"), HEUTE);

        assertThat(auswerter.zahl(lies("Z1", "", Typ.ZAHL), "")).isPresent();
        assertThat(auswerter.zahl(lies("Z1 * Z1 * Z1", "", Typ.ZAHL), "")).isEmpty();
        assertThat(auswerter.zahl(lies("Z1 / Z2 / Z2", "", Typ.ZAHL), "")).isEmpty();
        assertThat(auswerter
                        .zahl(lies("Z2 * Z2 * Z2 * Z2 * Z2", "", Typ.ZAHL), "")
                        .orElseThrow())
                .isEqualByComparingTo("0");
        assertThat(new Auswerter(angaben("Z1=1e999999999"), HEUTE).zahl(lies("Z1 + 1", "", Typ.ZAHL), ""))
                .isEmpty();
        assertThat(new Auswerter(angaben("D1=2026-01-31"), HEUTE)
                        .wert(lies("D1 + duration(\"P2000000000Y\")", "", Typ.DATUM), ""))
                .isEmpty();
        assertThat(new Auswerter(angaben("F2=" + "x".repeat(15_000)), HEUTE).wert(lies("F2 + F2", "", Typ.TEXT), ""))
                .isEmpty();
    }

    private static Angaben eintraege(int anzahl) {
        return angaben(IntStream.rangeClosed(1, anzahl)
                .mapToObj(n -> "G1-" + n + ".Z5=" + n)
                .collect(Collectors.joining(";")));
    }

    @Test
    void whatNeedsMoreStepsThanTheBudgetIsUnknown() {
        String jederMitJedem = "every x in G1 satisfies every y in G1 satisfies x.Z5 + y.Z5 > 0";
        Auswerter wenige = new Auswerter(eintraege(50), HEUTE);
        Auswerter viele = new Auswerter(eintraege(1_000), HEUTE);

        assertThat(wenige.wahrheit(lies(jederMitJedem, "", Typ.WAHRHEIT), "")).contains(true);
        assertThat(viele.wahrheit(lies(jederMitJedem, "", Typ.WAHRHEIT), "")).isEmpty();
        assertThat(viele.schritte()).isEqualTo(Auswerter.MAX_SCHRITTE + 1);
        // and the next evaluation has a budget of its own
        assertThat(viele.zahl(lies("sum(G1.Z5)", "", Typ.ZAHL), "")).contains(BigDecimal.valueOf(500_500));
    }

    @Test
    void stepsAndBytesGrowLinearly() {
        Ausdruck summe = lies("sum(for x in G1 return x.Z5 * 2)", "", Typ.ZAHL);
        Auswerter einfach = new Auswerter(eintraege(1_000), HEUTE);
        Auswerter doppelt = new Auswerter(eintraege(2_000), HEUTE);

        long bytes = bytes(einfach, summe);
        double verhaeltnis = (double) bytes(doppelt, summe) / bytes;

        assertThat(doppelt.schritte()).isBetween(2 * einfach.schritte() - 10, 2 * einfach.schritte() + 10);
        assertThat(verhaeltnis).isLessThan(2.5);
        assertThat(bytes / 1_000).as("bytes of an entry").isLessThan(1_200);
    }

    @Test
    void aConditionAllocatesNextToNothing() {
        Auswerter auswerter = new Auswerter(angaben("F1=001;T1=2008"), HEUTE);
        Ausdruck bedingung = lies("F1 = \"001\" and age(T1) < 18 and F2 = null", "", Typ.WAHRHEIT);

        assertThat(bytes(auswerter, bedingung)).isLessThan(1_500);
        assertThat(auswerter.wahrheit(bedingung, "")).contains(true);
    }

    /** The least of some rounds: what compilers and class loading allocate only adds. */
    private static long bytes(Auswerter auswerter, Ausdruck ausdruck) {
        ThreadMXBean faeden = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long faden = Thread.currentThread().getId();
        long wenigste = Long.MAX_VALUE;
        for (int runde = 0; runde < 20; runde++) {
            long vorher = faeden.getThreadAllocatedBytes(faden);
            Optional<Object> wert = auswerter.wert(ausdruck, "");
            wenigste = Math.min(wenigste, faeden.getThreadAllocatedBytes(faden) - vorher);
            assertThat(wert).isPresent();
        }
        return wenigste;
    }

    /** Random formulas over B1, B2 and Z1 against a reference of a few lines; null is unknown. */
    @Test
    void randomExpressionsMeanWhatTheSimplestReferenceSays() {
        Random zufall = new Random(20261126);
        for (int lauf = 0; lauf < 3_000; lauf++) {
            TreeMap<String, String> werte = new TreeMap<>();
            List<String> moegliche = List.of("", "true", "false");
            werte.put("B1", moegliche.get(zufall.nextInt(3)));
            werte.put("B2", moegliche.get(zufall.nextInt(3)));
            werte.put("Z1", zufall.nextInt(4) == 0 ? "" : String.valueOf(zufall.nextInt(5)));
            werte.values().removeIf(String::isEmpty);
            Formel formel = Formel.zufaellig(zufall, 5, werte);
            Auswerter auswerter = new Auswerter(new Ortsangaben(werte, new TreeMap<>()), HEUTE);

            assertThat(auswerter.wahrheit(lies(formel.text(), "", Typ.WAHRHEIT), ""))
                    .as("%s %s", formel.text(), werte)
                    .isEqualTo(formel.wert());
        }
    }

    /** A text and what it must give. */
    private record Formel(String text, Optional<Boolean> wert) {

        static Formel zufaellig(Random zufall, int tiefe, TreeMap<String, String> werte) {
            if (tiefe == 0) {
                return blatt(zufall, werte);
            }
            Formel a = zufaellig(zufall, tiefe - 1, werte);
            Formel b = zufaellig(zufall, zufall.nextInt(tiefe), werte);
            boolean und = zufall.nextBoolean();
            return switch (zufall.nextInt(4)) {
                case 0 -> new Formel("not(" + a.text + ")", a.wert.map(w -> !w));
                case 1 ->
                    new Formel(
                            "if " + a.text + " then (" + b.text + ") else (" + a.text + ")",
                            a.wert.isEmpty() ? Optional.empty() : a.wert.get() ? b.wert : a.wert);
                default ->
                    new Formel(
                            "(" + a.text + ") " + (und ? "and" : "or") + " (" + b.text + ")",
                            a.wert.equals(Optional.of(!und)) || b.wert.equals(Optional.of(!und))
                                    ? Optional.of(!und)
                                    : a.wert.isEmpty() || b.wert.isEmpty() ? Optional.empty() : Optional.of(und));
            };
        }

        private static Formel blatt(Random zufall, TreeMap<String, String> werte) {
            String name = zufall.nextBoolean() ? "B1" : "B2";
            String wert = werte.getOrDefault(name, "");
            int grenze = zufall.nextInt(5);
            String zahl = werte.getOrDefault("Z1", "");
            return switch (zufall.nextInt(3)) {
                case 0 -> new Formel(name, wert.isEmpty() ? Optional.empty() : Optional.of(Boolean.valueOf(wert)));
                case 1 -> new Formel(name + " = null", Optional.of(wert.isEmpty()));
                default ->
                    new Formel(
                            "Z1 + 1 <= " + grenze,
                            zahl.isEmpty() ? Optional.empty() : Optional.of(Integer.parseInt(zahl) + 1 <= grenze));
            };
        }
    }
}
