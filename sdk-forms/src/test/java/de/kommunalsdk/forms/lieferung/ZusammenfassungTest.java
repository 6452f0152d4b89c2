/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.lieferung;

import static de.kommunalsdk.forms.probe.Probeformular.AUSWAHL;
import static de.kommunalsdk.forms.probe.Probeformular.BEGINN;
import static de.kommunalsdk.forms.probe.Probeformular.FORMULAR;
import static de.kommunalsdk.forms.probe.Probeformular.GELD;
import static de.kommunalsdk.forms.probe.Probeformular.HEUTE;
import static de.kommunalsdk.forms.probe.Probeformular.JA_NEIN;
import static de.kommunalsdk.forms.probe.Probeformular.KIND;
import static de.kommunalsdk.forms.probe.Probeformular.NACHWEIS;
import static de.kommunalsdk.forms.probe.Probeformular.SCHULE;
import static de.kommunalsdk.forms.probe.Probeformular.SCHULNAME;
import static de.kommunalsdk.forms.probe.Probeformular.TELEFON;
import static de.kommunalsdk.forms.probe.Probeformular.UHRZEIT;
import static de.kommunalsdk.forms.probe.Probeformular.VOLLSTAENDIG;
import static de.kommunalsdk.forms.probe.Probeformular.VORNAME;
import static de.kommunalsdk.forms.probe.Probeformular.ZAHL;
import static de.kommunalsdk.forms.probe.Probeformular.ZEITPUNKT;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.lieferung.Zusammenfassung.Abschnitt;
import de.kommunalsdk.forms.lieferung.Zusammenfassung.Zeile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ZusammenfassungTest {

    private static final AnlageId EINE = AnlageId.neu();
    private static final AnlageId ANDERE = AnlageId.neu();

    private static List<Zeile> zeilen(int seite, Antworten antworten) {
        Map<AnlageId, String> namen = Map.of(EINE, "eins.pdf", ANDERE, "zwei.pdf");
        return Zusammenfassung.von(FORMULAR, antworten, HEUTE, id -> namen.getOrDefault(id, ""))
                .abschnitte()
                .get(seite)
                .zeilen();
    }

    @Test
    void thereIsASectionForEachPageInOrder() {
        assertThat(Zusammenfassung.von(FORMULAR, VOLLSTAENDIG, HEUTE, id -> "").abschnitte())
                .extracting(a -> a.seite().titel())
                .containsExactly("Person", "Angaben", "Kinder", "Erreichbar", "Wahl");
    }

    @Test
    void answersAreShownAsPeopleReadThem() {
        Antworten antworten = VOLLSTAENDIG
                .mit(ZAHL, "1234.5")
                .mit(GELD, "12.50")
                .mit(BEGINN, "2026-04-03")
                .mit(UHRZEIT, "08:15:00")
                .mit(ZEITPUNKT, "2026-11-23T08:15:00")
                .mit(AUSWAHL, "3");

        assertThat(zeilen(1, antworten))
                .containsExactly(
                        new Zeile("Angaben", "Anzahl", ""),
                        new Zeile("Angaben", "Fläche", "1234,5"),
                        new Zeile("Angaben", "Betrag", "12,50 €"),
                        new Zeile("Angaben", "Beginn", "03.04.2026"),
                        new Zeile("Angaben", "Uhrzeit", "08:15"),
                        new Zeile("Angaben", "Zeitpunkt", "23.11.2026, 08:15"),
                        new Zeile("Angaben", "Zustimmung", "Ja"),
                        new Zeile("Angaben", "Art", "Name A"),
                        new Zeile("Angaben", "Land", "Name 3"),
                        new Zeile("Angaben", "Bemerkung", ""),
                        new Zeile("Angaben", "Fest", "fester Wert"));
    }

    @Test
    void whatIsMissingOrWrongIsShownAsItIs() {
        Antworten antworten = Antworten.LEER
                .mit(BEGINN, "31.4.2026")
                .mit(AUSWAHL, "99")
                .mit(UHRZEIT, "mittags")
                .mit(ZEITPUNKT, "morgen");

        assertThat(zeilen(1, antworten))
                .extracting(Zeile::wert)
                .containsExactly("", "", "", "31.4.2026", "mittags", "morgen", "", "", "99", "", "fester Wert");
        assertThat(zeilen(1, antworten.mit(JA_NEIN, "false")).get(6).wert()).isEqualTo("Nein");
    }

    @Test
    void entriesOfARepetitionAreNumbered() {
        Antworten antworten = Antworten.LEER
                .mit(KIND + "-1." + VORNAME, "Ada")
                .mit(KIND + "-2." + VORNAME, "Bea")
                .mit(KIND + "-2." + SCHULE + "-1." + SCHULNAME, "Nord")
                .mit(KIND + "-2." + SCHULE + "-2." + SCHULNAME, "Süd");

        assertThat(zeilen(2, antworten))
                .filteredOn(z -> !z.wert().isEmpty())
                .containsExactly(
                        new Zeile("Kind 1", "Vorname", "Ada"),
                        new Zeile("Kind 2", "Vorname", "Bea"),
                        new Zeile("Schule 1", "Schulname", "Nord"),
                        new Zeile("Schule 2", "Schulname", "Süd"));
    }

    @Test
    void theOrderHoldsBeyondNineEntries() {
        Antworten zwoelf = Antworten.LEER;
        for (int i = 1; i <= 12; i++) {
            zwoelf = zwoelf.mit(TELEFON + "-" + i, String.valueOf(i));
        }

        assertThat(zeilen(3, zwoelf))
                .filteredOn(z -> z.beschriftung().equals("Telefon"))
                .extracting(Zeile::wert)
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12");
    }

    @Test
    void filesAreShownByTheirNames() {
        assertThat(zeilen(3, Antworten.LEER.mitAnlagen(NACHWEIS, List.of(ANDERE, EINE))))
                .contains(new Zeile("", "Nachweis", "zwei.pdf, eins.pdf"));
    }

    @Test
    void hiddenFieldsAreNotShown() {
        assertThat(Zusammenfassung.von(FORMULAR, VOLLSTAENDIG, HEUTE, id -> "").abschnitte())
                .flatExtracting(Abschnitt::zeilen)
                .extracting(Zeile::beschriftung)
                .contains("Fest")
                .doesNotContain("Verborgen");
    }
}
