/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ausdruck;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A few elements of every type: at the top, in the repeated group G1, in the repeated group G1.G2, and W1 many times. */
final class Probeumgebung implements Umgebung {

    static final LocalDate HEUTE = LocalDate.of(2026, 11, 23);
    static final Probeumgebung UMGEBUNG = new Probeumgebung();

    private final Map<String, Element> elemente = new TreeMap<>();

    private Probeumgebung() {
        nimm("F1", Typ.TEXT, Set.of(), List.of("001", "002"));
        nimm("F2", Typ.TEXT, Set.of(), List.of());
        nimm("Z1", Typ.ZAHL, Set.of(), List.of());
        nimm("Z2", Typ.ZAHL, Set.of(), List.of());
        nimm("B1", Typ.WAHRHEIT, Set.of(), List.of());
        nimm("B2", Typ.WAHRHEIT, Set.of(), List.of());
        nimm("D1", Typ.DATUM, Set.of(), List.of());
        nimm("D2", Typ.DATUM, Set.of(), List.of());
        nimm("T1", Typ.TEILDATUM, Set.of(), List.of());
        nimm("U1", Typ.UHRZEIT, Set.of(), List.of());
        nimm("P1", Typ.ZEITPUNKT, Set.of(), List.of());
        nimm("A1", Typ.DATEI, Set.of(), List.of());
        nimm("G0", Typ.GRUPPE, Set.of(), List.of());
        nimm("G0.F9", Typ.TEXT, Set.of(), List.of());
        nimm("G1", Typ.GRUPPE, Set.of("G1"), List.of());
        nimm("G1.F5", Typ.TEXT, Set.of("G1"), List.of());
        nimm("G1.Z5", Typ.ZAHL, Set.of("G1"), List.of());
        nimm("G1.Z7", Typ.ZAHL, Set.of("G1"), List.of());
        nimm("G1.G2", Typ.GRUPPE, Set.of("G1", "G1.G2"), List.of());
        nimm("G1.G2.Z6", Typ.ZAHL, Set.of("G1", "G1.G2"), List.of());
        nimm("G3.Z5", Typ.ZAHL, Set.of(), List.of());
        nimm("W1", Typ.ZAHL, Set.of("W1"), List.of());
    }

    private void nimm(String pfad, Typ typ, Set<String> wiederholte, List<String> codes) {
        elemente.put(pfad, new Element(pfad, typ, wiederholte, codes));
    }

    @Override
    public List<Element> finde(String name) {
        Element genau = elemente.get(name);
        return genau != null
                ? List.of(genau)
                : elemente.values().stream()
                        .filter(e -> e.pfad().endsWith("." + name))
                        .toList();
    }

    @Override
    public Collection<String> namen() {
        return elemente.keySet();
    }

    static Optional<Ausdruck> lies(String text, String traeger, Typ typ, List<Problem> probleme) {
        return Ausdrucksleser.lies(text, n -> new Fundstelle("probe", 1, n + 1, ""), UMGEBUNG, traeger, typ, probleme);
    }

    /** An expression without any problem. */
    static Ausdruck lies(String text, String traeger, Typ typ) {
        List<Problem> probleme = new ArrayList<>();
        Optional<Ausdruck> ausdruck = lies(text, traeger, typ, probleme);
        assertThat(probleme).as(text).isEmpty();
        return ausdruck.orElseThrow();
    }

    /** Answers as {@code place=value}, divided by semicolons. */
    static Angaben angaben(String text) {
        TreeMap<String, String> werte = new TreeMap<>();
        for (String teil : text.split(";", -1)) {
            int gleich = teil.indexOf('=');
            if (gleich > 0) {
                werte.put(teil.substring(0, gleich).strip(), teil.substring(gleich + 1));
            }
        }
        return new Ortsangaben(werte, new TreeMap<>());
    }
}
