/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition.internal;

import de.kommunalsdk.ausdruck.AusdruckFehler;
import de.kommunalsdk.ausdruck.Lesung;
import de.kommunalsdk.config.Knoten;
import de.kommunalsdk.forms.definition.Ausdruecke.Berechnung;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Puts calculations into an order in which each comes after those that it looks at, and finds circles. */
final class Reihenfolge {

    private static final int MAX_GENANNTE = 20;

    private final Map<String, Knoten> stellen;
    private final NavigableMap<String, Berechnung> nachPfad = new TreeMap<>();
    private final Map<String, Set<String>> gebraucht = new LinkedHashMap<>();

    Reihenfolge(List<Berechnung> berechnungen, Map<String, Knoten> stellen) {
        this.stellen = stellen;
        berechnungen.forEach(b -> nachPfad.put(b.feld(), b));
        berechnungen.forEach(b -> {
            Set<String> andere = new LinkedHashSet<>();
            // which entries there are does not hang on what is calculated in them
            b.gelesene().stream().filter(l -> !l.nurEintraege()).forEach(l -> berechnete(l, andere));
            gebraucht.put(b.feld(), andere);
        });
    }

    private void berechnete(Lesung lesung, Set<String> ziel) {
        if (nachPfad.containsKey(lesung.pfad())) {
            ziel.add(lesung.pfad());
        }
        ziel.addAll(nachPfad.subMap(lesung.pfad() + ".", lesung.pfad() + "/").keySet());
    }

    /** The calculations in order; those in a circle are left out and reported. */
    List<Berechnung> geordnet() {
        Map<String, Integer> offen = new HashMap<>();
        Map<String, List<String>> braucher = new HashMap<>();
        Deque<String> bereit = new ArrayDeque<>();
        gebraucht.forEach((feld, andere) -> {
            offen.put(feld, andere.size());
            andere.forEach(anderes ->
                    braucher.computeIfAbsent(anderes, k -> new ArrayList<>()).add(feld));
            if (andere.isEmpty()) {
                bereit.add(feld);
            }
        });
        List<Berechnung> geordnet = new ArrayList<>();
        while (!bereit.isEmpty()) {
            String feld = bereit.remove();
            Berechnung berechnung = nachPfad.get(feld);
            if (berechnung != null) {
                geordnet.add(berechnung);
            }
            offen.remove(feld);
            for (String naechstes : braucher.getOrDefault(feld, List.of())) {
                if (offen.merge(naechstes, -1, Integer::sum) == 0) {
                    bereit.add(naechstes);
                }
            }
        }
        Set<String> gesehen = new LinkedHashSet<>();
        gebraucht.keySet().stream().filter(offen::containsKey).forEach(feld -> meldeKreis(feld, offen, gesehen));
        return geordnet;
    }

    /** From a calculation that waits for others one comes to a circle, always along those that wait. */
    private void meldeKreis(String start, Map<String, Integer> offen, Set<String> gesehen) {
        List<String> weg = new ArrayList<>();
        String hier = start;
        while (gesehen.add(hier)) {
            weg.add(hier);
            hier = gebraucht.getOrDefault(hier, Set.of()).stream()
                    .filter(offen::containsKey)
                    .findFirst()
                    .orElse(hier);
        }
        int anfang = weg.indexOf(hier);
        Knoten stelle = stellen.get(hier);
        if (anfang >= 0 && stelle != null) {
            List<String> kreis = weg.subList(anfang, weg.size());
            stelle.fehler(
                    AusdruckFehler.ZIRKEL,
                    String.join(" -> ", kreis.subList(0, Math.min(kreis.size(), MAX_GENANNTE)))
                            + (kreis.size() > MAX_GENANNTE ? " -> ..." : "") + " -> " + hier);
        }
    }
}
