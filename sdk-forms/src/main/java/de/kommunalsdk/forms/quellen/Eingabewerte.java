/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.quellen;

import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.lieferung.Fachdaten;
import de.kommunalsdk.forms.reise.Feldpruefer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Answers that may be sent to a port: relevant ones that keep the rules of their field. */
final class Eingabewerte {

    private Eingabewerte() {}

    /** By path of the field. */
    static Map<String, String> von(Formular formular, Collection<Feld> felder, Antworten antworten, LocalDate heute) {
        if (felder.isEmpty()) {
            return Map.of();
        }
        Feldpruefer pruefer = new Feldpruefer(heute);
        Antworten sichtbare = Fachdaten.sichtbare(formular, antworten, heute);
        Map<String, String> werte = new HashMap<>();
        for (Feld feld : felder) {
            String wert = sichtbare.wert(feld.pfad());
            if (!wert.isEmpty() && pruefer.pruefe(feld, feld.pfad(), wert).isEmpty()) {
                werte.put(feld.pfad(), wert);
            }
        }
        return werte;
    }
}
