/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.druck;

import static de.kommunalsdk.forms.probe.Probeformular.FORMULAR;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.forms.probe.Probeantrag;
import de.kommunalsdk.schriftstueck.Druckvorlage;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class BlankoformularTest {

    private static Document blatt(Druckvorlage vorlage) {
        return Jsoup.parse(vorlage.xhtml(), "", Parser.xmlParser());
    }

    private final Document blatt =
            blatt(Blankoformular.vorlage(FORMULAR, Optional.of(Probeantrag.mandant()), Probeantrag.EINGANG));

    private List<String> fragen() {
        return blatt.select("p.frage").eachText();
    }

    @Test
    void everyFieldIsAskedInItsOwnWay() {
        assertThat(fragen())
                .contains(
                        "Name",
                        "Geburtsdatum – Tag, Monat, Jahr",
                        "E-Mail (freiwillig)",
                        "Uhrzeit (freiwillig) – Stunde, Minute",
                        "Betrag (freiwillig) – in Euro",
                        "Zustimmung")
                .doesNotContain("Verborgen");
        assertThat(blatt.text()).contains("☐ Ja").contains("☐ Nein");
        assertThat(blatt.text()).doesNotContain("verborgener Wert");
        assertThat(blatt.select("div.linie").size()).isGreaterThan(20);
        assertThat(blatt.select("input, form, select")).isEmpty();
    }

    @Test
    void aRepetitionHasThreeEntriesAndOneWithinItOnlyOne() {
        assertThat(fragen().stream().filter(f -> f.startsWith("Vorname"))).hasSize(3);
        assertThat(fragen().stream().filter(f -> f.startsWith("Schulname") || f.startsWith("Schule")))
                .hasSize(3);
        assertThat(blatt.text()).contains("legen Sie bitte ein Blatt bei");
    }

    @Test
    void itSaysWhereToSendItAndKnowsNoStateOfAnyAntrag() {
        assertThat(blatt.text())
                .contains("Stadt Musterstadt", "Rathausplatz 1", "99999 Musterstadt", "Ort, Datum und Unterschrift")
                .contains("http://localhost/ozg/");
        Document ohne = blatt(Blankoformular.vorlage(FORMULAR, Optional.empty(), Probeantrag.EINGANG));
        assertThat(ohne.select("img")).isEmpty();
        assertThat(ohne.text()).contains("An die zuständige Stelle Ihrer Gemeinde");
    }
}
