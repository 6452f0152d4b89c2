/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.lieferung;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.AntwortenFormat;
import de.kommunalsdk.forms.antworten.Herkunft;
import de.kommunalsdk.forms.antworten.Nachweise;
import de.kommunalsdk.forms.definition.Feld.Anzeige;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.reise.Auswertung;
import de.kommunalsdk.forms.reise.Lage;
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
        return sichtbare(Reise.standard().lage(formular, antworten, heute));
    }

    /** The same of what was worked out before. */
    public static Antworten sichtbare(Lage lage) {
        Nachweise nachweise = lage.antworten().nachweise();
        SortedMap<String, Herkunft> herkunft = new TreeMap<>();
        Antworten.Bauer sichtbar = new Antworten.Bauer(Antworten.LEER);
        for (Formularseite seite : lage.seiten()) {
            Seitenbaum.felder(lage.plaetze(seite), platz -> {
                uebernimm(platz, lage.antworten(), sichtbar);
                nachweise.herkunft(platz.ort()).ifPresent(h -> herkunft.put(platz.ort(), h));
            });
        }
        // the consents stay with the Antrag: who fetched must be able to show them (Art. 7 DSGVO)
        return sichtbar.nachweise(new Nachweise(herkunft, nachweise.einwilligungen(), new TreeMap<>()))
                .baue();
    }

    private static void uebernimm(FeldPlatz platz, Antworten antworten, Antworten.Bauer sichtbar) {
        if (platz.feld().anzeige() == Anzeige.DATEI) {
            sichtbar.mitAnlagen(platz.ort(), antworten.anlagen(platz.ort()));
        } else {
            sichtbar.mit(platz.ort(), platz.wert(antworten));
        }
    }

    /** The bytes to freeze; the fee in cents is part of them. */
    public static byte[] friereEin(Formular formular, Antworten sichtbare, LocalDate heute) {
        return friereEin(formular, sichtbare, heute, List.of());
    }

    /** The bytes to freeze, with the consents of others. */
    public static byte[] friereEin(
            Formular formular, Antworten sichtbare, LocalDate heute, List<SortedMap<String, Object>> zustimmungen) {
        SortedMap<String, Object> inhalt = AntwortenFormat.teile(sichtbare);
        if (!zustimmungen.isEmpty()) {
            inhalt.put(AntwortenFormat.BETEILIGTE, zustimmungen);
        }
        inhalt.put("dienst", formular.dienst().ref().toString());
        inhalt.put("schema", formular.schema().kennung());
        Auswertung.gebuehr(formular, sichtbare, heute)
                .ifPresent(gebuehr -> inhalt.put(AntwortenFormat.GEBUEHR, gebuehr.cent()));
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
