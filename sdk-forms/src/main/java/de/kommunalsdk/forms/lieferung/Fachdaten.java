/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.lieferung;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.AntwortenFormat;
import de.kommunalsdk.forms.antworten.Nachweise;
import de.kommunalsdk.forms.definition.Feld.Anzeige;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.reise.Platz.FeldPlatz;
import de.kommunalsdk.forms.reise.Reise;
import de.kommunalsdk.forms.reise.Seitenbaum;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is frozen of a form: the answers of the pages that mattered, defaults included, as canonical JSON (RFC 8785:
 * keys in order, no blanks). Answers that became invisible are not part of it.
 */
public final class Fachdaten {

    private Fachdaten() {}

    /** The visible answers, with the defaults of locked and hidden fields. */
    public static Antworten sichtbare(Formular formular, Antworten antworten, LocalDate heute) {
        // the consents stay with the Antrag: who fetched must be able to show them (Art. 7 DSGVO)
        Antworten[] sichtbar = {
            Antworten.LEER.mit(
                    new Nachweise(new TreeMap<>(), antworten.nachweise().einwilligungen(), new TreeMap<>()))
        };
        for (Formularseite seite : Reise.standard().seiten(formular, antworten, heute)) {
            Seitenbaum.felder(
                    Seitenbaum.von(formular, seite, antworten, heute),
                    platz -> sichtbar[0] = uebernimm(platz, antworten, sichtbar[0]));
        }
        return sichtbar[0];
    }

    private static Antworten uebernimm(FeldPlatz platz, Antworten antworten, Antworten bisher) {
        if (platz.feld().anzeige() == Anzeige.DATEI) {
            return bisher.mitAnlagen(platz.ort(), antworten.anlagen(platz.ort()));
        }
        Antworten neu = bisher.mit(platz.ort(), platz.wert(antworten));
        return antworten
                .nachweise()
                .herkunft(platz.ort())
                .map(h -> neu.mit(neu.nachweise().mit(platz.ort(), h)))
                .orElse(neu);
    }

    /** The bytes to freeze. */
    public static byte[] friereEin(Formular formular, Antworten sichtbare) {
        SortedMap<String, Object> inhalt = AntwortenFormat.teile(sichtbare);
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
