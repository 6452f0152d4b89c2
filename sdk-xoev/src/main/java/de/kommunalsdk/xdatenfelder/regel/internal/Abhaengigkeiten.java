/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel.internal;

import de.kommunalsdk.xdatenfelder.regel.Ausdruck;
import de.kommunalsdk.xdatenfelder.regel.Ausdruck.Identifier;
import de.kommunalsdk.xdatenfelder.regel.RegelFehler;
import de.kommunalsdk.xdatenfelder.regel.Regeldatei;
import de.kommunalsdk.xdatenfelder.regel.UebersetzteRegel.Effect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Which element decides, by require and forbid, about which other one; in paths of the schema, without indices. */
final class Abhaengigkeiten {

    private static final int MAX_GENANNTE = 20;

    private final NavigableMap<String, Set<String>> ziele = new TreeMap<>();
    private final Map<String, String> regelstelle = new LinkedHashMap<>();
    private final Map<String, Effect> unbedingte = new HashMap<>();
    private final Regeldatei datei;
    private final Befunde befunde;

    Abhaengigkeiten(Regeldatei datei, Befunde befunde) {
        this.datei = datei;
        this.befunde = befunde;
    }

    /** Adds a rule whose owner has this path. */
    void nimm(GebundeneRegel gebunden, String pfad) {
        Effect effect = gebunden.regel().effect();
        if (effect == Effect.VALID || gebunden.regel().target().isEmpty()) {
            return;
        }
        String ziel = GebundeneRegel.bei(pfad, gebunden.regel().target().get());
        if (gebunden.regel().condition().equals(new Ausdruck.Wahr(true))) {
            Effect bisher = unbedingte.putIfAbsent(ziel, effect);
            if (bisher != null && bisher != effect) {
                befunde.fehler(
                        RegelFehler.WIDERSPRUCH,
                        datei.stelle(gebunden.pointer() + "/effect"),
                        ziel + " ist zugleich verlangt und verboten.");
            }
        }
        regelstelle.putIfAbsent(ziel, gebunden.pointer());
        for (Identifier identifier : gebunden.typen().keySet()) {
            String quelle = GebundeneRegel.bei(pfad, identifier);
            // "When the group is given, this field of it is required" hangs on the group's other fields.
            if (!identifier.istLand() && !ziel.startsWith(quelle + ".")) {
                ziele.computeIfAbsent(quelle, k -> new LinkedHashSet<>()).add(ziel);
            }
        }
    }

    /** Reports each circle once, in the order of the rules. */
    void meldeZirkel() {
        Set<String> fertig = new HashSet<>();
        regelstelle.keySet().forEach(ziel -> durchlaufe(ziel, fertig));
    }

    /** Depth first with an own stack: a chain may be as long as there are rules. */
    private void durchlaufe(String start, Set<String> fertig) {
        Map<String, Iterator<String>> weg = new LinkedHashMap<>();
        List<String> stapel = new ArrayList<>();
        if (!fertig.contains(start)) {
            weg.put(start, abhaengige(start).iterator());
            stapel.add(start);
        }
        while (!stapel.isEmpty()) {
            String hier = stapel.get(stapel.size() - 1);
            Iterator<String> weiter = weg.getOrDefault(hier, List.<String>of().iterator());
            if (!weiter.hasNext()) {
                fertig.add(hier);
                weg.remove(hier);
                stapel.remove(stapel.size() - 1);
                continue;
            }
            String naechstes = weiter.next();
            if (weg.containsKey(naechstes)) {
                melde(stapel.subList(stapel.indexOf(naechstes), stapel.size()));
            } else if (!fertig.contains(naechstes)) {
                weg.put(naechstes, abhaengige(naechstes).iterator());
                stapel.add(naechstes);
            }
        }
    }

    private void melde(List<String> kreis) {
        befunde.fehler(
                RegelFehler.ZIRKEL,
                datei.stelle(regelstelle.getOrDefault(kreis.get(0), "")),
                String.join(" -> ", kreis.subList(0, Math.min(kreis.size(), MAX_GENANNTE)))
                        + (kreis.size() > MAX_GENANNTE ? " -> ..." : "")
                        + " -> " + kreis.get(0));
    }

    /** What depends on an element: on it, on a group around it or on something in it. */
    private Set<String> abhaengige(String pfad) {
        Set<String> alle = new LinkedHashSet<>();
        for (int punkt = pfad.length(); punkt > 0; punkt = pfad.lastIndexOf('.', punkt - 1)) {
            alle.addAll(ziele.getOrDefault(pfad.substring(0, punkt), Set.of()));
        }
        ziele.subMap(pfad + ".", pfad + "/").values().forEach(alle::addAll);
        return alle;
    }
}
