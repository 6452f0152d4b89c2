/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.lieferung;

import static de.kommunalsdk.forms.probe.Probeformular.FORMULAR;
import static de.kommunalsdk.forms.probe.Probeformular.HEUTE;
import static de.kommunalsdk.forms.probe.Probeformular.KIND;
import static de.kommunalsdk.forms.probe.Probeformular.NACHWEIS;
import static de.kommunalsdk.forms.probe.Probeformular.NAME;
import static de.kommunalsdk.forms.probe.Probeformular.VOLLSTAENDIG;
import static de.kommunalsdk.forms.probe.Probeformular.VORNAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kommunalsdk.antrag.Anlage;
import de.kommunalsdk.antrag.Antrag;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.forms.definition.FormFehler;
import de.kommunalsdk.forms.probe.Probeantrag;
import de.kommunalsdk.schriftstueck.Beilage.Verhaeltnis;
import de.kommunalsdk.schriftstueck.Druckvorlage;
import de.kommunalsdk.schriftstueck.Pdf;
import de.kommunalsdk.schriftstueck.Schriftstueck;
import de.kommunalsdk.schriftstueck.SchriftstueckFehler;
import de.kommunalsdk.uebermittlung.Paket;
import de.kommunalsdk.uebermittlung.Paket.Rolle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class AntragsdruckTest {

    private final List<Druckvorlage> gesetzte = new ArrayList<>();
    private final Schriftstueck satz = vorlage -> {
        gesetzte.add(vorlage);
        return new Pdf(vorlage.xhtml().getBytes(StandardCharsets.UTF_8), 1, new TreeSet<>(List.of(0x6f22)));
    };
    private final Anlage anlage = Probeantrag.anlage("Zeugnis & <mehr>.pdf", "application/pdf");
    private final Antrag antrag = Probeantrag.eingefroren(
            FORMULAR,
            VOLLSTAENDIG
                    .mit(NAME, "Müller & <script>alert('1')</script> \"x\"")
                    .mit(KIND + "-1." + VORNAME, "Ada")
                    .mit(KIND + "-2." + VORNAME, "Bea")
                    .mitAnlagen(NACHWEIS, List.of(anlage.id())),
            HEUTE,
            List.of(anlage));

    private Document blatt() {
        return Jsoup.parse(gesetzte.get(0).xhtml(), "", Parser.xmlParser());
    }

    @Test
    void theSummaryIsAPartOfThePacketWithTheXmlAttachedToIt() {
        Paket paket = Probeantrag.paketbauer(FORMULAR, satz).baue(antrag, "s");

        Paket.Teil teil = paket.teile().stream()
                .filter(t -> t.rolle() == Rolle.ZUSAMMENFASSUNG_PDF)
                .findFirst()
                .orElseThrow();
        assertThat(teil.dateiname()).isEqualTo("zusammenfassung.pdf");
        assertThat(teil.medientyp()).isEqualTo("application/pdf");
        Druckvorlage vorlage = gesetzte.get(0);
        assertThat(vorlage.zeitpunkt()).isEqualTo(antrag.eingegangenAm());
        assertThat(vorlage.beilagen()).singleElement().satisfies(b -> {
            assertThat(b.verhaeltnis()).isEqualTo(Verhaeltnis.DATA);
            assertThat(b.dateiname()).isEqualTo("fachdaten.xml");
            assertThat(new String(b.inhalt(), StandardCharsets.UTF_8))
                    .isEqualTo(Probeantrag.text(paket, Rolle.FACHDATEN_XML));
        });
        assertThat(Probeantrag.paketbauer(FORMULAR).baue(antrag, "s").teile())
                .extracting(Paket.Teil::rolle)
                .doesNotContain(Rolle.ZUSAMMENFASSUNG_PDF);
    }

    @Test
    void itShowsEveryAnswerUnderItsHeadingAndEscapesIt() {
        Probeantrag.paketbauer(FORMULAR, satz).baue(antrag, "s");

        Document blatt = blatt();
        assertThat(blatt.select("script")).isEmpty();
        assertThat(blatt.select("td").eachText()).contains("Müller & <script>alert('1')</script> \"x\"", "Ada", "Bea");
        assertThat(blatt.select("img").attr("alt")).isEqualTo("Wappen");
        assertThat(blatt.select("img").attr("src")).startsWith("data:image/svg+xml;base64,");
        assertThat(blatt.text())
                .contains("Stadt Musterstadt", "Bürgerbüro", "26-ABCD-1234", "23.11.2026, 10:00:00 (Europe/Berlin)")
                .contains("0".repeat(64))
                .doesNotContain("verborgener Wert", "SYNTHETISCH");
        assertThat(blatt.select("h3").eachText())
                .contains("Zeugnis & <mehr>.pdf")
                .doesNotContain("");
        assertThat(blatt.select("tr")).allSatisfy(zeile -> {
            assertThat(zeile.select("th").attr("scope")).isEqualTo("row");
            assertThat(zeile.select("td")).hasSize(1);
        });
        int zeilen = Zusammenfassung.von(
                        FORMULAR, de.kommunalsdk.forms.antworten.AntwortenFormat.lies(antrag.inhalt()), HEUTE, id -> "")
                .abschnitte()
                .stream()
                .mapToInt(a -> a.zeilen().size())
                .sum();
        assertThat(blatt.select("tr")).hasSize(zeilen + 2 + 2 + 1);
    }

    @Test
    void theSameAntragGivesTheSameTemplate() {
        Probeantrag.paketbauer(FORMULAR, satz).baue(antrag, "eins");
        Probeantrag.paketbauer(FORMULAR, satz).zusammenfassung(antrag).orElseThrow();
        assertThat(gesetzte.get(1).xhtml()).isEqualTo(gesetzte.get(0).xhtml());
        assertThat(gesetzte.get(1).kennung()).isEqualTo(gesetzte.get(0).kennung());
        assertThat(Probeantrag.paketbauer(FORMULAR).zusammenfassung(antrag)).isEmpty();
    }

    @Test
    void whatCannotBeMadeNowIsTriedAgainAndWhatNeverCanIsForAPerson() {
        Schriftstueck kaputt = vorlage -> {
            throw new IllegalStateException("Müller");
        };
        assertThatThrownBy(() -> Probeantrag.paketbauer(FORMULAR, kaputt).baue(antrag, "s"))
                .isInstanceOfSatisfying(ServiceUnavailable.class, e -> {
                    assertThat(e.fehlercode()).isEqualTo(FormFehler.DRUCK);
                    assertThat(e.retryable()).isTrue();
                })
                .hasMessageNotContaining("Müller");
        Schriftstueck zuGross = vorlage -> {
            throw new InvalidInput(SchriftstueckFehler.ZU_VIELE_SEITEN, "");
        };
        assertThatThrownBy(() -> Probeantrag.paketbauer(FORMULAR, zuGross).baue(antrag, "s"))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.retryable()).isFalse());
    }
}
