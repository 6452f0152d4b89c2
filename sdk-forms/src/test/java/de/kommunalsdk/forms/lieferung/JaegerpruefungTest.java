/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.lieferung;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kommunalsdk.antrag.Anlage;
import de.kommunalsdk.dienst.DienstLeser;
import de.kommunalsdk.dienst.Dienstdateien;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.Eingabe;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.FormularBauer;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.probe.Probeantrag;
import de.kommunalsdk.forms.reise.Feldfehler;
import de.kommunalsdk.forms.reise.Reise;
import de.kommunalsdk.forms.reise.Seitenbaum;
import de.kommunalsdk.uebermittlung.Paket;
import de.kommunalsdk.uebermittlung.Paket.Rolle;
import de.kommunalsdk.xml.SecureXml;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.validation.Schema;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A whole Antrag on the published schema S07000000201, typed as a citizen types it, up to the delivered files. */
class JaegerpruefungTest {

    private static final LocalDate HEUTE = LocalDate.of(2026, 11, 23);
    private static final String PERSON = "G07000002577.";
    private static final String WOHNSITZ = PERSON + "G07000002558.";
    private static final String INLAND = WOHNSITZ + "G60000000086.";
    private static final String AUSLAND = WOHNSITZ + "G60000000091.";
    private static final String NACHWEIS = PERSON + "F07000001283";
    private static final String KONTAKT = "G07000000827.";

    private static final Map<String, String> GETIPPT = Map.ofEntries(
            Map.entry(PERSON + "F60000000228", " Erika  "),
            Map.entry(PERSON + "F60000000227", "Mustermann-Müller"),
            Map.entry(PERSON + "G60000000083.F60000000231", "3"),
            Map.entry(PERSON + "G60000000083.F60000000232", "4"),
            Map.entry(PERSON + "G60000000083.F60000000233", "2010"),
            Map.entry(INLAND + "F60000000243", "Hauptstraße"),
            Map.entry(INLAND + "F60000000244", "12 a"),
            Map.entry(INLAND + "F60000000246", "52062"),
            Map.entry(INLAND + "F60000000247", "Aachen"),
            Map.entry(AUSLAND + "F60000000261", "SYNTHETISCH-1"),
            Map.entry(AUSLAND + "G60000000092.F60000000262-1", "12, Rue de l'Exemple"),
            Map.entry(AUSLAND + "G60000000092.F60000000262-2", "4700 Eupen"),
            Map.entry(KONTAKT + "F60000000240", "+49 241 432-0"),
            Map.entry(KONTAKT + "F60000000242", "erika@example.org"));

    private static Formular formular;

    @BeforeAll
    static void compile() throws IOException {
        Path schema = daten().resolve("xdf3/S07000000201.xdf3.xml");
        Path overlay = Path.of(System.getProperty("project.root"), "examples/dienst-jaegerpruefung/dienst.yaml");
        Dienstdateien dateien = new Dienstdateien() {
            @Override
            public String ort() {
                return "jaegerpruefung";
            }

            @Override
            public Optional<InputStream> oeffnen(String name) throws IOException {
                return Optional.of(Files.newInputStream(name.equals(DienstLeser.DATEI) ? overlay : schema));
            }
        };
        List<Problem> probleme = new ArrayList<>();
        OzgDienst dienst = DienstLeser.lies(dateien, probleme).orElseThrow();
        FormularBauer.Ergebnis ergebnis = FormularBauer.baue(dienst, true);
        probleme.addAll(ergebnis.probleme());
        assertThat(probleme).isEmpty();
        formular = ergebnis.formular().orElseThrow();
    }

    private static Path daten() {
        Path daten =
                Path.of(System.getProperty("shared.data", "../../shared/data")).resolve("xoev/fim");
        if (System.getenv("CI") != null) {
            assertThat(daten).as("shared test data").isDirectory();
        }
        Assumptions.assumeTrue(Files.isDirectory(daten), "shared test data (xoev/fim) are not here");
        return daten;
    }

    /**
     * Sends page after page as a browser does; only what stands on a page arrives. With a file it is a minor, who needs
     * one, else an adult, who is not asked for it.
     */
    private static Antworten ausgefuellt(String wohnsitz, Optional<Anlage> datei, List<String> erwarteteSeiten) {
        Map<String, String> gesendet = new HashMap<>(GETIPPT);
        gesendet.put(PERSON + "G60000000083.F60000000233", datei.isPresent() ? "2010" : "1990");
        gesendet.put(WOHNSITZ + "F60000000263", wohnsitz);
        Antworten antworten = Antworten.LEER;
        List<String> besucht = new ArrayList<>();
        for (int i = 0; i < Reise.standard().seiten(formular, antworten, HEUTE).size(); i++) {
            Formularseite seite =
                    Reise.standard().seiten(formular, antworten, HEUTE).get(i);
            antworten = Eingabe.lies(Seitenbaum.von(formular, seite, antworten, HEUTE), antworten, gesendet::get);
            if (seite.id().equals("nachweise")) {
                assertThat(Reise.standard().pruefe(formular, seite, antworten, HEUTE))
                        .extracting(Feldfehler::art)
                        .containsExactly(Feldfehler.Art.DATEI_PFLICHT);
                antworten = Eingabe.mitDatei(
                        antworten, NACHWEIS, datei.orElseThrow().id());
            }
            assertThat(Reise.standard().pruefe(formular, seite, antworten, HEUTE))
                    .isEmpty();
            besucht.add(seite.id());
        }
        assertThat(besucht).isEqualTo(erwarteteSeiten);
        assertThat(Reise.standard().ersteUnvollstaendige(formular, antworten, HEUTE))
                .isEmpty();
        return antworten;
    }

    private static Paket paket(Antworten antworten, Anlage... anlagen) {
        return Probeantrag.paketbauer(formular)
                .baue(Probeantrag.eingefroren(formular, antworten, HEUTE, List.of(anlagen)), "schluessel");
    }

    private static String gueltigesXml(Paket paket) throws IOException {
        // FIM-XSLT passes the e-mail pattern on with its final $, a literal in XML Schema: no address would be valid
        String xsd = Files.readString(daten().resolve("expected/S07000000201_xfall.xsd"))
                .replace("{1,63}$\"", "{1,63}\"");
        Schema pruefer = SecureXml.schema("x.xsd", Map.of("x.xsd", xsd.getBytes(StandardCharsets.UTF_8)));
        String xml = Probeantrag.text(paket, Rolle.FACHDATEN_XML);
        assertThat(SecureXml.pruefe(
                        pruefer,
                        "fachdaten.xml",
                        new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
                        XmlGrenzen.STANDARD))
                .as(xml)
                .isEmpty();
        return xml;
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void anAntragFromInsideTheCountryArrivesWhole() throws IOException {
        Anlage datei = Probeantrag.anlage("Einverständnis der Eltern.pdf", "application/pdf");
        Antworten antworten = ausgefuellt(
                "001", Optional.of(datei), List.of("person", "wohnsitz", "anschrift", "nachweise", "kontakt"));

        Paket paket = paket(antworten, datei);

        assertThat(gueltigesXml(paket))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                        + "<S07000000201V1.2.0 xmlns=\"urn:fim-de:xfall:xdf3:S07000000201V1.2.0\">"
                        + "<G07000002577><F60000000228>Erika</F60000000228>"
                        + "<F60000000227>Mustermann-Müller</F60000000227>"
                        + "<G60000000083><F60000000231>3</F60000000231><F60000000232>4</F60000000232>"
                        + "<F60000000233>2010</F60000000233></G60000000083>"
                        + "<G07000002558><F60000000263>001</F60000000263>"
                        + "<G60000000086><F60000000243>Hauptstraße</F60000000243><F60000000244>12 a</F60000000244>"
                        + "<F60000000246>52062</F60000000246><F60000000247>Aachen</F60000000247></G60000000086>"
                        + "</G07000002558><F07000001283>anlage-1.pdf</F07000001283></G07000002577>"
                        + "<G07000000827><F60000000240>+49 241 432-0</F60000000240>"
                        + "<F60000000242>erika@example.org</F60000000242></G07000000827></S07000000201V1.2.0>");
        assertThat(json(Probeantrag.text(paket, Rolle.FACHDATEN_JSON)))
                .isEqualTo(
                        json(
                                """
                                {"G07000002577": {"F60000000228": "Erika", "F60000000227": "Mustermann-Müller",
                                   "G60000000083": {"F60000000231": 3, "F60000000232": 4, "F60000000233": 2010},
                                 "G07000002558": {"F60000000263": "001", "G60000000086": {
                                   "F60000000243": "Hauptstraße", "F60000000244": "12 a",
                                   "F60000000246": "52062", "F60000000247": "Aachen"}},
                                 "F07000001283": ["anlage-1.pdf"]},
                                 "G07000000827": {"F60000000240": "+49 241 432-0", "F60000000242": "erika@example.org"}}
                                """));
        assertThat(paket.teile().get(2).anzeigename()).isEqualTo("Einverständnis der Eltern.pdf");
    }

    @Test
    void anAntragFromAbroadArrivesWithoutWhatWasTypedForTheOtherAddress() throws IOException {
        Antworten antworten =
                ausgefuellt("002", Optional.empty(), List.of("person", "wohnsitz", "auslandsanschrift", "kontakt"));

        Paket paket = paket(antworten.mit(INLAND + "F60000000243", "Hauptstraße"));

        assertThat(gueltigesXml(paket))
                .contains("<G07000002558><F60000000263>002</F60000000263>"
                        + "<G60000000091><F60000000261>SYNTHETISCH-1</F60000000261>"
                        + "<G60000000092><F60000000262>12, Rue de l'Exemple</F60000000262>"
                        + "<F60000000262>4700 Eupen</F60000000262></G60000000092></G60000000091></G07000002558>")
                .doesNotContain("Hauptstraße", "F07000001283");
        assertThat(json(Probeantrag.text(paket, Rolle.FACHDATEN_JSON))
                        .path("G07000002577")
                        .path("G07000002558"))
                .isEqualTo(
                        json(
                                """
                                {"F60000000263": "002", "G60000000091": {"F60000000261": "SYNTHETISCH-1",
                                  "G60000000092": {"F60000000262": ["12, Rue de l'Exemple", "4700 Eupen"]}}}
                                """));
        assertThat(paket.teile()).hasSize(2);
    }

    @Test
    void theAddressThatWasChosenIsDemanded() {
        Antworten leer = Antworten.LEER;
        for (String wahl : List.of("001", "002")) {
            Antworten gewaehlt = leer.mit(WOHNSITZ + "F60000000263", wahl);
            Formularseite seite =
                    Reise.standard().seiten(formular, gewaehlt, HEUTE).get(2);

            assertThat(Reise.standard().pruefe(formular, seite, gewaehlt, HEUTE))
                    .extracting(Feldfehler::ort)
                    .containsExactly(
                            wahl.equals("001")
                                    ? new String[] {
                                        INLAND + "F60000000243", INLAND + "F60000000246", INLAND + "F60000000247"
                                    }
                                    : new String[] {
                                        AUSLAND + "F60000000261",
                                        AUSLAND + "G60000000092.F60000000262-1",
                                        AUSLAND + "G60000000092.F60000000262-2"
                                    });
        }
    }

    @Test
    void theSummaryNamesTheChoiceAndTheState() {
        Antworten antworten =
                ausgefuellt("002", Optional.empty(), List.of("person", "wohnsitz", "auslandsanschrift", "kontakt"));

        assertThat(Zusammenfassung.von(formular, antworten, HEUTE, id -> "").abschnitte())
                .flatExtracting(Zusammenfassung.Abschnitt::zeilen)
                .extracting(Zusammenfassung.Zeile::wert)
                .contains("außerhalb von Deutschland", "Erika", "4700 Eupen")
                .anyMatch(wert -> wert.startsWith("SYNTHETISCH: "));
    }
}
