/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal;

import de.kommunalsdk.xdatenfelder.XdfFehler;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What one kind of element has been read so far, by id and version: the same element becomes the same object. */
final class Bestand<T> {

    private final Befunde befunde;
    private final Map<String, T> stuecke = new HashMap<>();
    private final Set<String> gemeldet = new HashSet<>();

    Bestand(Befunde befunde) {
        this.befunde = befunde;
    }

    T uebernimm(Rohelement roh, T neu) {
        if (roh.id.isEmpty()) {
            befunde.merke(neu, roh);
            return neu;
        }
        String kennung = roh.version.isEmpty() ? roh.id : roh.id + "V" + roh.version;
        T vorhanden = stuecke.putIfAbsent(kennung, neu);
        if (vorhanden == null) {
            befunde.merke(neu, roh);
            return neu;
        }
        if (!vorhanden.equals(neu)) {
            if (gemeldet.add(kennung)) {
                befunde.fehler(XdfFehler.WIDERSPRUCH, roh.ort, Zeiger.kurz(kennung));
            }
            return neu;
        }
        return vorhanden;
    }

    int anzahl() {
        return stuecke.size();
    }
}
