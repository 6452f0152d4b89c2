/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schema;

import de.kommunalsdk.xdatenfelder.Datenfeldgruppe;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.Struktur;
import de.kommunalsdk.xfall.Gruppenwert;
import de.kommunalsdk.xfall.Wert;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Values that can be damaged: a group with its part of the schema; children are groups like this one or values. */
final class Baum {

    final List<Struktur> struktur;
    final boolean auswahl;
    final Map<String, List<Object>> kinder = new TreeMap<>();

    private Baum(List<Struktur> struktur, boolean auswahl, Gruppenwert werte) {
        this.struktur = struktur;
        this.auswahl = auswahl;
        for (Struktur teil : struktur) {
            List<Object> kopien = new ArrayList<>();
            for (Wert wert : werte.kinder().getOrDefault(teil.element().id(), List.of())) {
                kopien.add(
                        teil.element() instanceof Datenfeldgruppe gruppe
                                ? new Baum(gruppe.struktur(), gruppe.auswahlgruppe(), (Gruppenwert) wert)
                                : wert);
            }
            if (!kopien.isEmpty()) {
                kinder.put(teil.element().id(), kopien);
            }
        }
    }

    static Baum von(Stammdatenschema schema, Gruppenwert werte) {
        return new Baum(schema.struktur(), false, werte);
    }

    Gruppenwert werte() {
        Map<String, List<Wert>> alle = new HashMap<>();
        kinder.forEach((id, werte) -> alle.put(
                id,
                werte.stream()
                        .map(w -> w instanceof Baum gruppe ? gruppe.werte() : (Wert) w)
                        .toList()));
        return new Gruppenwert(alle);
    }

    List<Object> von(Struktur teil) {
        return kinder.getOrDefault(teil.element().id(), List.of());
    }

    /** This group and all below it. */
    List<Baum> gruppen() {
        List<Baum> alle = new ArrayList<>(List.of(this));
        kinder.values()
                .forEach(werte -> werte.forEach(w -> {
                    if (w instanceof Baum gruppe) {
                        alle.addAll(gruppe.gruppen());
                    }
                }));
        return alle;
    }
}
