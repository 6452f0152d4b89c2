/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.lieferung;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.AntwortenFormat;
import de.kommunalsdk.forms.definition.Feld.Anzeige;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.reise.Platz.FeldPlatz;
import de.kommunalsdk.forms.reise.Reise;
import de.kommunalsdk.forms.reise.Seitenbaum;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * What is frozen of a form: the answers of the pages that mattered, defaults included, as canonical JSON (RFC 8785:
 * keys in order, no blanks). Answers that became invisible are not part of it.
 */
public final class Fachdaten {

    private Fachdaten() {}

    /** The visible answers, with the defaults of locked and hidden fields. */
    public static Antworten sichtbare(Formular formular, Antworten antworten, LocalDate heute) {
        Antworten[] sichtbar = {Antworten.LEER};
        for (Formularseite seite : Reise.standard().seiten(formular, antworten, heute)) {
            Seitenbaum.felder(
                    Seitenbaum.von(formular, seite, antworten, heute),
                    platz -> sichtbar[0] = uebernimm(platz, antworten, sichtbar[0]));
        }
        return sichtbar[0];
    }

    private static Antworten uebernimm(FeldPlatz platz, Antworten antworten, Antworten bisher) {
        return platz.feld().anzeige() == Anzeige.DATEI
                ? bisher.mitAnlagen(platz.ort(), antworten.anlagen(platz.ort()))
                : bisher.mit(platz.ort(), platz.wert(antworten));
    }

    /** The bytes to freeze. */
    public static byte[] friereEin(Formular formular, Antworten sichtbare) {
        return friereEin(formular, sichtbare, List.of());
    }

    /** The bytes to freeze, with the consents of others. */
    public static byte[] friereEin(
            Formular formular, Antworten sichtbare, List<SortedMap<String, Object>> zustimmungen) {
        SortedMap<String, Object> inhalt = AntwortenFormat.teile(sichtbare);
        if (!zustimmungen.isEmpty()) {
            inhalt.put(AntwortenFormat.BETEILIGTE, zustimmungen);
        }
        inhalt.put("dienst", formular.dienst().ref().toString());
        inhalt.put("schema", formular.schema().kennung());
        if (!formular.synthetischeCodelisten().isEmpty()) {
            inhalt.put(AntwortenFormat.SYNTHETISCH, formular.synthetischeCodelisten());
        }
        return AntwortenFormat.json(inhalt);
    }

    /** The files to freeze, each once, in the order of their places. */
    public static List<AnlageId> anlagen(Antworten sichtbare) {
        return sichtbare.anlagen().values().stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
