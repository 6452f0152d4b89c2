/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel.internal;

import de.kommunalsdk.xfall.Feldwert;
import de.kommunalsdk.xfall.Gruppenwert;
import de.kommunalsdk.xfall.Wert;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What is given at one place and below it. There is none where nothing is given, except the one that stands for all. */
final class Eintrag {

    private static final NavigableMap<Integer, Eintrag> KEINE = new TreeMap<>();

    private final Map<String, NavigableMap<Integer, Eintrag>> kinder = new HashMap<>();
    private String wert = "";

    static Eintrag leer() {
        return new Eintrag();
    }

    static Eintrag von(Map<String, String> angaben) {
        Eintrag wurzel = new Eintrag();
        angaben.forEach((ort, wert) -> {
            if (!wert.isEmpty()) {
                Eintrag eintrag = wurzel;
                for (String teil : ort.split("\\.", -1)) {
                    int strich = teil.indexOf('-');
                    eintrag = strich < 0
                            ? eintrag.anlegen(teil, 1)
                            : eintrag.anlegen(teil.substring(0, strich), Integer.parseInt(teil.substring(strich + 1)));
                }
                eintrag.wert = wert;
            }
        });
        return wurzel;
    }

    static Eintrag von(Gruppenwert angaben) {
        Eintrag wurzel = new Eintrag();
        wurzel.fuelle(angaben);
        return wurzel;
    }

    private boolean fuelle(Wert angabe) {
        if (angabe instanceof Gruppenwert gruppe) {
            gruppe.kinder().forEach((id, werte) -> {
                NavigableMap<Integer, Eintrag> eintraege = new TreeMap<>();
                for (int i = 0; i < werte.size(); i++) {
                    Eintrag eintrag = new Eintrag();
                    if (eintrag.fuelle(werte.get(i))) {
                        eintraege.put(i + 1, eintrag);
                    }
                }
                if (!eintraege.isEmpty()) {
                    kinder.put(id, eintraege);
                }
            });
            return !kinder.isEmpty();
        }
        wert = angabe instanceof Feldwert feld ? feld.text() : "Anlage";
        return !wert.isEmpty();
    }

    private Eintrag anlegen(String id, int nummer) {
        return kinder.computeIfAbsent(id, k -> new TreeMap<>()).computeIfAbsent(nummer, k -> new Eintrag());
    }

    NavigableMap<Integer, Eintrag> eintraege(String id) {
        return kinder.getOrDefault(id, KEINE);
    }

    /** Whether anything is given at the end of a path, in whatever repetition. */
    boolean gegeben(List<String> pfad) {
        if (pfad.isEmpty()) {
            return !wert.isEmpty() || !kinder.isEmpty();
        }
        List<String> rest = pfad.subList(1, pfad.size());
        return eintraege(pfad.get(0)).values().stream().anyMatch(e -> e.gegeben(rest));
    }

    /** The text at the end of a path without repetition; empty when there is none. */
    String wert(List<String> pfad) {
        Eintrag eintrag = this;
        for (String id : pfad) {
            NavigableMap<Integer, Eintrag> eintraege = eintrag.eintraege(id);
            if (eintraege.isEmpty()) {
                return "";
            }
            eintrag = eintraege.firstEntry().getValue();
        }
        return eintrag.wert;
    }
}
