/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.lieferung;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.reise.Datum;
import de.kommunalsdk.forms.reise.Lage;
import de.kommunalsdk.forms.reise.Platz;
import de.kommunalsdk.forms.reise.Platz.FeldPlatz;
import de.kommunalsdk.forms.reise.Platz.GruppenPlatz;
import de.kommunalsdk.forms.reise.Platz.Wiederholung;
import de.kommunalsdk.forms.reise.Reise;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** All answers as people read them, page by page, for the review page. */
public record Zusammenfassung(List<Abschnitt> abschnitte) {

    private static final DateTimeFormatter DEUTSCH = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

    public Zusammenfassung {
        abschnitte = List.copyOf(abschnitte);
    }

    /** One page with its answers. */
    public record Abschnitt(Formularseite seite, List<Zeile> zeilen) {
        public Abschnitt {
            zeilen = List.copyOf(zeilen);
        }

        /** The answers, divided where the group changes. */
        public List<Block> bloecke() {
            List<Block> bloecke = new ArrayList<>();
            int von = 0;
            for (int i = 1; i <= zeilen.size(); i++) {
                String gruppe = zeilen.get(von).gruppe();
                if (i == zeilen.size() || !zeilen.get(i).gruppe().equals(gruppe)) {
                    bloecke.add(new Block(gruppe, zeilen.subList(von, i)));
                    von = i;
                }
            }
            return bloecke;
        }
    }

    /** Answers of one group; its title may be empty. */
    public record Block(String gruppe, List<Zeile> zeilen) {
        public Block {
            zeilen = List.copyOf(zeilen);
        }
    }

    /**
     * One answer.
     *
     * @param gruppe title of the entry of a repetition or of the group it stands in, may be empty
     * @param wert as shown; empty when there is no answer
     */
    public record Zeile(String gruppe, String beschriftung, String wert) {}

    /** The summary; {@code dateiname} names a file. */
    public static Zusammenfassung von(
            Formular formular, Antworten antworten, LocalDate heute, Function<AnlageId, String> dateiname) {
        return von(Reise.standard().lage(formular, antworten, heute), dateiname);
    }

    /** The same of what was worked out before. */
    public static Zusammenfassung von(Lage lage, Function<AnlageId, String> dateiname) {
        List<Abschnitt> abschnitte = new ArrayList<>();
        for (Formularseite seite : lage.seiten()) {
            List<Zeile> zeilen = new ArrayList<>();
            sammle("", lage.plaetze(seite), lage.antworten(), dateiname, zeilen);
            abschnitte.add(new Abschnitt(seite, zeilen));
        }
        return new Zusammenfassung(abschnitte);
    }

    private static void sammle(
            String gruppe,
            List<Platz> plaetze,
            Antworten antworten,
            Function<AnlageId, String> dateiname,
            List<Zeile> zeilen) {
        for (Platz platz : plaetze) {
            if (platz instanceof FeldPlatz feld) {
                if (feld.feld().anzeige() != Feld.Anzeige.VERBORGEN) {
                    zeilen.add(new Zeile(gruppe, feld.feld().beschriftung(), wert(feld, antworten, dateiname)));
                }
            } else if (platz instanceof GruppenPlatz g) {
                String titel = g.nummer() > 0
                        ? g.gruppe().titel() + " " + g.nummer()
                        : g.gruppe().titel();
                sammle(titel, g.kinder(), antworten, dateiname, zeilen);
            } else if (platz instanceof Wiederholung w) {
                sammle(gruppe, w.eintraege(), antworten, dateiname, zeilen);
            }
        }
    }

    /** One answer as people read it. */
    public static String wert(FeldPlatz platz, Antworten antworten, Function<AnlageId, String> dateiname) {
        Feld feld = platz.feld();
        String wert = antworten.wert(platz.ort());
        return switch (feld.anzeige()) {
            case DATEI ->
                String.join(
                        ", ",
                        antworten.anlagen(platz.ort()).stream().map(dateiname).toList());
            case FEST -> feld.datenfeld().inhalt();
            case DATUM -> Datum.lies(wert).map(d -> d.format(DEUTSCH)).orElse(wert);
            case TEILDATUM -> teildatum(wert);
            case UHRZEIT -> ohneSekunden(wert);
            case ZEITPUNKT -> zeitpunkt(wert);
            case ZAHL -> wert.replace('.', ',');
            case GELD -> wert.isEmpty() ? "" : wert.replace('.', ',') + " €";
            case JA_NEIN -> wert.isEmpty() ? "" : wert.equals("true") ? "Ja" : "Nein";
            case RADIO, AUSWAHL ->
                feld.werte().stream()
                        .filter(w -> w.code().equals(wert))
                        .map(w -> w.name())
                        .findFirst()
                        .orElse(wert);
            default -> wert;
        };
    }

    /** As it is said: {@code 23.11.2026}, {@code 11/2026} or {@code 2026}. */
    private static String teildatum(String wert) {
        return wert.matches("\\d{4}-\\d{2}")
                ? wert.substring(5) + "/" + wert.substring(0, 4)
                : Datum.lies(wert).map(d -> d.format(DEUTSCH)).orElse(wert);
    }

    private static String ohneSekunden(String uhrzeit) {
        return uhrzeit.matches("\\d\\d:\\d\\d:00") ? uhrzeit.substring(0, 5) : uhrzeit;
    }

    private static String zeitpunkt(String wert) {
        int trenner = wert.indexOf('T');
        return Datum.lies(wert.substring(0, Math.max(0, trenner)))
                .map(tag -> tag.format(DEUTSCH) + ", " + ohneSekunden(wert.substring(trenner + 1)))
                .orElse(wert);
    }
}
