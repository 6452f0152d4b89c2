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
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.Einwilligung;
import de.kommunalsdk.forms.antworten.Herkunft;
import de.kommunalsdk.forms.antworten.Nachweise;
import de.kommunalsdk.forms.definition.FormFehler;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.probe.Probeantrag;
import de.kommunalsdk.forms.probe.Probedienst;
import de.kommunalsdk.forms.probe.Probequellen;
import de.kommunalsdk.forms.probe.Probeschema;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.schriftstueck.Beilage.Verhaeltnis;
import de.kommunalsdk.schriftstueck.Druckvorlage;
import de.kommunalsdk.schriftstueck.Pdf;
import de.kommunalsdk.schriftstueck.Schriftstueck;
import de.kommunalsdk.schriftstueck.SchriftstueckFehler;
import de.kommunalsdk.uebermittlung.Paket;
import de.kommunalsdk.uebermittlung.Paket.Rolle;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    @Test
    void whoAppliedDoesNotSeeWhatOthersFilledInAndTheAuthorityDoes() {
        String schema = Probeschema.schema(
                Probeschema.gruppe(
                        "1:1", "G05999000801", "Person", Probeschema.feld("1:1", "F05999000811", "Name", "text")),
                Probeschema.gruppe(
                        "0:1",
                        "G05999000805",
                        "Auskunft",
                        Probeschema.feld("0:1", "F05999000851", "Flurstück", "text")));
        Formular formular = new Probedienst(
                        """
                        schriftform: papier
                        gebuehr: {ausdruck: "12.5", text: Gebühr}
                        seiten:
                          - {id: person, titel: Person, felder: [G05999000801]}
                          - {id: auskunft, titel: Auskunft, felder: [G05999000805]}
                        beteiligte:
                          - id: eigner
                            titel: Eigner
                            name: F05999000811
                            sieht: [F05999000811]
                            art: angaben
                            seiten: [auskunft]
                            vertrauensniveau: ohne
                            erklaerung: Ich bin einverstanden.
                        """,
                        schema)
                .formular();
        Antworten antworten =
                Antworten.LEER.mit("G05999000801.F05999000811", "Erika").mit("G05999000805.F05999000851", "Flur 7");
        Antrag beider = new Antrag(
                antrag.id(),
                antrag.mandant(),
                formular.dienst().ref(),
                antrag.status(),
                antrag.vorgangsnummer(),
                antrag.eingegangenAm(),
                Fachdaten.friereEin(
                        formular,
                        antworten,
                        HEUTE,
                        List.of(new TreeMap<>(Map.of(
                                "rolle", "eigner",
                                "titel", "Eigner",
                                "name", "Olaf Beispiel",
                                "erklaerung", "Ich bin einverstanden.",
                                "zeit", "2026-11-22T08:00:00Z",
                                "gesehenSha256", "a".repeat(64))))),
                antrag.inhaltSha256(),
                List.of());

        Probeantrag.paketbauer(formular, satz).baue(beider, "s");
        Probeantrag.paketbauer(formular, satz).zusammenfassung(beider).orElseThrow();

        assertThat(gesetzte.get(0).xhtml()).contains("Flur 7");
        assertThat(xml(gesetzte.get(0))).contains("Flur 7");
        assertThat(gesetzte.get(1).xhtml()).contains("Erika").doesNotContain("Flur 7");
        assertThat(xml(gesetzte.get(1))).contains("Erika").doesNotContain("Flur 7");
        assertThat(gesetzte).allSatisfy(vorlage -> assertThat(vorlage.xhtml())
                .contains("12,50 €", "Olaf Beispiel", "Ich bin einverstanden.", "22.11.2026, 09:00:00", "a".repeat(64))
                .contains("<h2>Unterschrift</h2>"));
    }

    private static String xml(Druckvorlage vorlage) {
        return new String(vorlage.beilagen().get(0).inhalt(), StandardCharsets.UTF_8);
    }

    @Test
    void itSaysWhereAnswersCameFromAndWhatWasAgreedTo() {
        Formular formular = new Probedienst(Probequellen.OVERLAY, Probequellen.SCHEMA).formular();
        Instant zeit = Instant.parse("2026-11-22T08:00:00Z");
        Herkunft herkunft =
                new Herkunft("melderegister", "Melderegister", "plz", Vertrauensniveau.HOCH, zeit, false, false);
        Antworten antworten = Antworten.LEER
                .mit(Probequellen.NAME, "Mustermann")
                .mit(Probequellen.PLZ, "99999")
                .mit(Nachweise.KEINE
                        .mit(Probequellen.NAME, herkunft)
                        .mit(Probequellen.PLZ, herkunft.vomAntragstellerGeaendert())
                        .mit(Einwilligung.erteilt("melderegister", zeit, "f1").abgerufen(zeit.plusSeconds(2), ""))
                        .mit(Einwilligung.erteilt("nutzerkonto", zeit, "f2")));

        Probeantrag.paketbauer(formular, satz)
                .baue(Probeantrag.eingefroren(formular, antworten, HEUTE, List.of()), "s");

        Document blatt = blatt();
        assertThat(blatt.select("td").eachText())
                .contains(
                        "Mustermann aus: Melderegister, 22.11.2026, 09:00:00 (Europe/Berlin)",
                        "99999 vom Antragsteller geändert, vorher aus: Melderegister",
                        "Wir müssen wissen, wer den Antrag stellt.",
                        "§ 5 EGovG, Art. 6 Abs. 1 Buchstabe a DSGVO",
                        "22.11.2026, 09:00:02 (Europe/Berlin)",
                        "nicht abgerufen");
        assertThat(blatt.select("h3").eachText()).contains("Melderegister", "nutzerkonto");
        assertThat(blatt.text()).doesNotContain("Unterschrift");
    }
}
