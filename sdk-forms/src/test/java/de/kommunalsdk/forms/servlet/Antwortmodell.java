/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a citizen has said by now, kept by the simplest means: answers and names of files by place. Mutable. */
final class Antwortmodell {

    private final SortedMap<String, String> werte = new TreeMap<>();
    private final SortedMap<String, List<String>> dateien = new TreeMap<>();

    SortedMap<String, String> werte() {
        return werte;
    }

    SortedMap<String, List<String>> dateien() {
        return dateien;
    }

    void sage(String ort, String wert) {
        if (wert.isEmpty()) {
            werte.remove(ort);
        } else {
            werte.put(ort, wert);
        }
    }

    void legeDazu(String ort, String name) {
        dateien.computeIfAbsent(ort, o -> new ArrayList<>()).add(name);
    }

    void nimmWeg(String ort, String name) {
        dateien.get(ort).remove(name);
        dateien.values().removeIf(List::isEmpty);
    }

    /** Takes an entry out; those behind it move up. */
    void entferne(String eintrag) {
        rueckeAuf(werte, eintrag);
        rueckeAuf(dateien, eintrag);
    }

    private static <T> void rueckeAuf(SortedMap<String, T> karte, String eintrag) {
        int strich = eintrag.lastIndexOf('-') + 1;
        String davor = eintrag.substring(0, strich);
        int weg = Integer.parseInt(eintrag.substring(strich));
        Map<String, T> alle = new TreeMap<>(karte);
        karte.clear();
        alle.forEach((ort, inhalt) -> {
            if (!ort.startsWith(davor)) {
                karte.put(ort, inhalt);
                return;
            }
            String zahl = ort.substring(strich).replaceFirst("\\..*", "");
            int nummer = Integer.parseInt(zahl);
            if (nummer != weg) {
                karte.put(davor + (nummer > weg ? nummer - 1 : nummer) + ort.substring(strich + zahl.length()), inhalt);
            }
        });
    }
}
