/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.lieferung;

import de.kommunalsdk.antrag.Anlage;
import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.antrag.Antrag;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.AntwortenFormat;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.druck.Druckseite;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.schriftstueck.Beilage;
import de.kommunalsdk.schriftstueck.Druckvorlage;
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

    /** The template of the summary, with the answers as XML attached to it. */
    public static Druckvorlage vorlage(Formular formular, Mandant mandant, Antrag antrag, Beilage xml) {
        Antworten antworten = AntwortenFormat.lies(antrag.inhalt());
        Map<AnlageId, String> namen =
                antrag.anlagen().stream().collect(Collectors.toMap(Anlage::id, Anlage::dateiname, (a, b) -> a));
        LocalDate tag = antrag.eingegangenAm().atZone(BERLIN).toLocalDate();
        Zusammenfassung zusammenfassung =
                Zusammenfassung.von(formular, antworten, tag, id -> namen.getOrDefault(id, ""));
        boolean synthetisch = !AntwortenFormat.synthetische(antrag.inhalt()).isEmpty();
        String nummer = antrag.vorgangsnummer().wert();
        String xhtml = Druckseite.xhtml(
                "zusammenfassung",
                "Vorgangsnummer " + nummer + (synthetisch ? " SYNTHETISCH" : ""),
                Map.of(
                        "mandant", mandant,
                        "stelle", Druckseite.stelle(mandant, formular.dienst().id()),
                        "synthetisch", synthetisch,
                        "titel", formular.dienst().titel(),
                        "nummer", nummer,
                        "zeit", ZEIT.format(antrag.eingegangenAm()) + " (Europe/Berlin)",
                        "sha256", antrag.inhaltSha256(),
                        "bloecke", bloecke(zusammenfassung),
                        "anlagen", antrag.anlagen()));
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
