/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.lieferung;

import static java.util.Map.entry;

import de.kommunalsdk.antrag.Anlage;
import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.antrag.Antrag;
import de.kommunalsdk.bezahlung.Betrag;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.AntwortenFormat;
import de.kommunalsdk.forms.antworten.Eingefrorenes;
import de.kommunalsdk.forms.antworten.Herkunft;
import de.kommunalsdk.forms.antworten.Nachweise;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Schriftform;
import de.kommunalsdk.forms.definition.Vorbelegung;
import de.kommunalsdk.forms.druck.Druckseite;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.schriftstueck.Beilage;
import de.kommunalsdk.schriftstueck.Druckvorlage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A frozen Antrag as people read it: only from what was frozen, so always the same. */
public final class Antragsdruck {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final DateTimeFormatter ZEIT =
            DateTimeFormatter.ofPattern("dd.MM.yyyy, HH:mm:ss", Locale.ROOT).withZone(BERLIN);

    private Antragsdruck() {}

    /**
     * Answers under one heading.
     *
     * @param seite title of the page before its first block, else empty
     * @param gruppe title of the group or of the entry of a repetition, may be empty
     */
    public record Block(String seite, String gruppe, List<Zusammenfassung.Zeile> zeilen) {
        public Block {
            zeilen = List.copyOf(zeilen);
        }
    }

    /**
     * A source that the citizen agreed to.
     *
     * @param titel as at its answers; its id when it gave none
     * @param erteilt when it was agreed to
     * @param abgerufen when it was asked, may be empty
     */
    public record Quelle(String titel, String zweck, String rechtsgrundlage, String erteilt, String abgerufen) {}

    /** The template of the summary, with the answers as XML attached to it; of pages that others fill in it shows nothing. */
    public static Druckvorlage vorlage(Formular formular, Mandant mandant, Antrag antrag, Beilage xml) {
        Antworten antworten = AntwortenFormat.lies(antrag.inhalt());
        Map<AnlageId, String> namen =
                antrag.anlagen().stream().collect(Collectors.toMap(Anlage::id, Anlage::dateiname, (a, b) -> a));
        LocalDate tag = tag(antrag);
        Zusammenfassung zusammenfassung =
                Zusammenfassung.von(formular, antworten, tag, id -> namen.getOrDefault(id, ""));
        Eingefrorenes daneben = Eingefrorenes.lies(antrag.inhalt());
        boolean synthetisch = !AntwortenFormat.synthetische(antrag.inhalt()).isEmpty();
        String nummer = antrag.vorgangsnummer().wert();
        String xhtml = Druckseite.xhtml(
                "zusammenfassung",
                "Vorgangsnummer " + nummer + (synthetisch ? " SYNTHETISCH" : ""),
                Map.ofEntries(
                        entry("mandant", mandant),
                        entry(
                                "stelle",
                                Druckseite.stelle(mandant, formular.dienst().id())),
                        entry("synthetisch", synthetisch),
                        entry("titel", formular.dienst().titel()),
                        entry("nummer", nummer),
                        entry("zeit", zeit(antrag.eingegangenAm())),
                        entry("gebuehr", daneben.gebuehr().map(Betrag::anzeige).orElse("")),
                        entry("sha256", antrag.inhaltSha256()),
                        entry("bloecke", bloecke(zusammenfassung)),
                        entry("quellen", quellen(formular, antworten.nachweise())),
                        entry("zustimmungen", daneben.zustimmungen()),
                        entry("papier", formular.schriftform() == Schriftform.PAPIER),
                        entry("anlagen", antrag.anlagen())));
        return new Druckvorlage(
                xhtml,
                formular.dienst().titel() + ", Vorgangsnummer " + nummer + (synthetisch ? " (SYNTHETISCH)" : ""),
                "Zusammenfassung des Antrags",
                mandant.name(),
                Locale.GERMAN,
                antrag.id() + " " + antrag.inhaltSha256(),
                antrag.eingegangenAm(),
                List.of(xml));
    }

    /** The day of the receipt. */
    static LocalDate tag(Antrag antrag) {
        return antrag.eingegangenAm().atZone(BERLIN).toLocalDate();
    }

    /** A time as people read it, to the second. */
    public static String zeit(Instant zeit) {
        return ZEIT.format(zeit) + " (Europe/Berlin)";
    }

    /** Where an answer came from, in one line. */
    public static String herkunft(Herkunft h) {
        return h.geaendert()
                ? "vom Antragsteller geändert, vorher aus: " + h.titel()
                : "aus: " + h.titel() + ", " + zeit(h.zeit());
    }

    private static List<Quelle> quellen(Formular formular, Nachweise nachweise) {
        return nachweise.einwilligungen().values().stream()
                .map(e -> new Quelle(
                        nachweise.herkunft().values().stream()
                                .filter(h -> h.quelle().equals(e.quelle()))
                                .map(Herkunft::titel)
                                .findFirst()
                                .orElse(e.quelle()),
                        formular.quellen()
                                .vorbelegung(e.quelle())
                                .map(Vorbelegung::zweck)
                                .orElse(""),
                        formular.quellen()
                                .vorbelegung(e.quelle())
                                .map(Vorbelegung::rechtsgrundlage)
                                .orElse(""),
                        zeit(e.zeit()),
                        e.abgerufenAm().map(Antragsdruck::zeit).orElse("")))
                .toList();
    }

    /** Page by page; consecutive answers of one group or entry together. */
    static List<Block> bloecke(Zusammenfassung zusammenfassung) {
        List<Block> bloecke = new ArrayList<>();
        for (Zusammenfassung.Abschnitt abschnitt : zusammenfassung.abschnitte()) {
            String seite = abschnitt.seite().titel();
            List<Zusammenfassung.Zeile> zeilen = abschnitt.zeilen();
            for (int anfang = 0; anfang < zeilen.size(); ) {
                String gruppe = zeilen.get(anfang).gruppe();
                int ende = anfang;
                while (ende < zeilen.size() && zeilen.get(ende).gruppe().equals(gruppe)) {
                    ende++;
                }
                bloecke.add(new Block(seite, gruppe, zeilen.subList(anfang, ende)));
                seite = "";
                anfang = ende;
            }
        }
        return bloecke;
    }
}
