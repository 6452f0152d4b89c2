/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.dienst;

import static de.kommunalsdk.dienst.DienstDatei.GUELTIG;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.bezahlung.Betrag;
import de.kommunalsdk.error.Befunde;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DienstLeserTest {

    private final List<Problem> probleme = new ArrayList<>();

    private OzgDienst gelesen(DienstDatei datei) {
        OzgDienst dienst = DienstLeser.lies(datei.dateien(), probleme).orElseThrow();
        assertThat(probleme).isEmpty();
        return dienst;
    }

    private void abgelehnt(DienstDatei datei, String... befunde) {
        assertThat(DienstLeser.lies(datei.dateien(), probleme)).isEmpty();
        Befunde.genau(probleme, befunde);
    }

    @Test
    void readsAFullFile() throws IOException {
        OzgDienst dienst = gelesen(GUELTIG);
        assertThat(dienst.ref()).hasToString("hund-anmelden:1.0.0");
        assertThat(dienst.titel()).isEqualTo("Hund anmelden");
        assertThat(dienst.leistungsschluessel()).containsExactly(new Leistungsschluessel("99102013104000"));
        assertThat(dienst.vertrauensniveau()).isEqualTo(Vertrauensniveau.OHNE);
        assertThat(dienst.gebuehr()).contains(new Betrag(1250));
        assertThat(dienst.verlinkt()).isEmpty();
        assertThat(dienst.schemaDatei()).contains("hund.xdf3.xml");
        assertThat(dienst.entwurf().lebensdauer()).isEqualTo(Duration.ofDays(14));
        assertThat(dienst.aufbewahrung()).isEqualTo(Duration.ofDays(365));
        assertThat(dienst.wege()).containsExactly("ablage");
        assertThat(dienst.beschreibung())
                .isEqualTo(new OzgDienst.Beschreibung(
                        "Hier melden Sie Ihren Hund an.",
                        "Ein Absatz.",
                        List.of("Wohnsitz in der Gemeinde"),
                        List.of("Chipnummer"),
                        List.of("Hundesteuersatzung"),
                        "Die Steuer kommt mit dem Bescheid.",
                        "eine Woche"));
        assertThat(dienst.wurzel().kind("seiten")).isPresent();
        try (InputStream schema = dienst.dateien().oeffnen("hund.xdf3.xml").orElseThrow()) {
            assertThat(schema).hasContent(DienstDatei.SCHEMA);
        }
    }

    @Test
    void readsTheSmallestFileWithItsDefaults() {
        OzgDienst dienst = gelesen(
                new DienstDatei(
                        """
                        id: a
                        version: 0.0.1
                        titel: A
                        leistungsschluessel: 99102013104000
                        vertrauensniveau: hoch
                        schema: hund.xdf3.xml
                        beschreibung: {kurztext: Kurz.}
                        wege: ablage
                        """));
        assertThat(dienst.gebuehr()).isEmpty();
        assertThat(dienst.entwurf().lebensdauer()).isEqualTo(Duration.ofDays(30));
        assertThat(dienst.aufbewahrung()).isEqualTo(Duration.ofDays(90));
        assertThat(dienst.beschreibung().unterlagen()).isEmpty();
        assertThat(dienst.beschreibung().volltext()).isEmpty();
        assertThat(dienst.wege()).containsExactly("ablage");
    }

    @Test
    void readsWhatBecomesOfDrafts() {
        Entwurfsregeln regeln = gelesen(
                        GUELTIG.mit(
                                "entwurf:\n  tage: 14",
                                """
                                entwurf:
                                  tage: 10
                                  erinnerung_tage: 2
                                  ablauf: 2027-01-31
                                  schonfrist_tage: 5
                                  migration:
                                    - von: 0.9.0
                                      umbenennen: {G1.F1: F9}
                                      entfaellt: [F2]"""))
                .entwurf();

        assertThat(regeln.erinnerung()).isEqualTo(Duration.ofDays(2));
        LocalDate ablauf = LocalDate.of(2027, 1, 31);
        assertThat(regeln.nimmtNeue(ablauf.minusDays(1))).isTrue();
        assertThat(regeln.nimmtNeue(ablauf)).isFalse();
        assertThat(regeln.traegt(ablauf.plusDays(4))).isTrue();
        assertThat(regeln.traegt(ablauf.plusDays(5))).isFalse();
        assertThat(regeln.umstellung("0.9.0"))
                .contains(new Entwurfsregeln.Umstellung("0.9.0", Map.of("G1.F1", "F9"), List.of("F2")));
        assertThat(regeln.umstellung("0.8.0")).isEmpty();
    }

    @Test
    void refusesWhatCannotBecomeOfDrafts() {
        abgelehnt(
                GUELTIG.mit(
                        "entwurf:\n  tage: 14",
                        "entwurf: {tage: 3, erinnerung_tage: 3, ablauf: 31.1.2027, schonfrist_tage: 366,"
                                + " migration: [{von: 1}, {von: 0.1.0}, {von: 0.1.0, umbenannt: x}, {}]}"),
                "OZG-DIENST-0002 17 /entwurf/erinnerung_tage",
                "OZG-CONFIG-0005 17 /entwurf/ablauf",
                "OZG-CONFIG-0005 17 /entwurf/schonfrist_tage",
                "OZG-CONFIG-0005 17 /entwurf/migration/1/von",
                "OZG-CONFIG-0003 17 /entwurf/migration/3/umbenannt",
                "OZG-DIENST-0002 17 /entwurf/migration/3",
                "OZG-CONFIG-0002 17 /entwurf/migration/4");
    }

    @Test
    void readsALinkedDienstWithoutSchemaAndWays() {
        OzgDienst dienst = gelesen(GUELTIG.mit("schema: hund.xdf3.xml", "verlinkt: https://land.example/hund?a=b")
                .mit("wege: [ablage]\n", ""));
        assertThat(dienst.verlinkt()).contains(URI.create("https://land.example/hund?a=b"));
        assertThat(dienst.schemaDatei()).isEmpty();
        assertThat(dienst.wege()).isEmpty();
    }

    @Test
    void reportsEveryMissingPartAtOnce() {
        abgelehnt(
                new DienstDatei("entwurf: {tage: 5}\n"),
                "OZG-CONFIG-0002 1", // id
                "OZG-CONFIG-0002 1", // version
                "OZG-CONFIG-0002 1", // titel
                "OZG-DIENST-0002 1", // leistungsschluessel
                "OZG-CONFIG-0002 1", // vertrauensniveau
                "OZG-CONFIG-0002 1", // schema
                "OZG-CONFIG-0002 1", // beschreibung
                "OZG-DIENST-0002 1"); // wege
        assertThat(probleme)
                .extracting(Problem::meldung)
                .anyMatch(m -> m.contains("\"wege\""))
                .anyMatch(m -> m.contains("\"leistungsschluessel\""));
    }

    @Test
    void reportsEveryWrongPartAtOnceWithItsPlace() {
        abgelehnt(
                GUELTIG.mit("id: hund-anmelden", "id: Hund")
                        .mit("version: 1.0.0", "version: 1.0")
                        .mit("titel: Hund anmelden", "titel: [a]")
                        .mit("- 99102013104000", "- 1234")
                        .mit("vertrauensniveau: ohne", "vertrauensniveau: egal")
                        .mit("schema: hund.xdf3.xml", "schema: katze.xdf3.xml")
                        .mit("kurztext: Hier", "kurtztext: Hier")
                        .mit("gebuehr: 12,50", "gebuehr: viel")
                        .mit("tage: 14", "tage: 91")
                        .mit("tage: 365", "tage: ewig")
                        .mit("wege: [ablage]", "weg: ablage"),
                "OZG-CONFIG-0005 1 /id",
                "OZG-CONFIG-0005 2 /version",
                "OZG-CONFIG-0004 3 /titel",
                "OZG-DIENST-0002 5 /leistungsschluessel/1",
                "OZG-CONFIG-0005 6 /vertrauensniveau",
                "OZG-DIENST-0003 7 /schema",
                "OZG-CONFIG-0003 9 /beschreibung/kurtztext",
                "OZG-CONFIG-0002 9 /beschreibung",
                "OZG-CONFIG-0005 16 /gebuehr",
                "OZG-CONFIG-0005 18 /entwurf/tage",
                "OZG-CONFIG-0005 20 /aufbewahrung/tage",
                "OZG-CONFIG-0003 21 /weg",
                "OZG-DIENST-0002 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.0", "1.0.0.0", "v1.0.0", "1.0.0-rc1", "1..0", "1.0.1000000", "-1.0.0", "''"})
    void refusesOtherVersions(String version) {
        abgelehnt(
                GUELTIG.mit("version: 1.0.0", "version: " + version),
                "''".equals(version) ? "OZG-CONFIG-0002 1" : "OZG-CONFIG-0005 2 /version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HOCH", "high", "4", "substantiell"})
    void neverGuessesAVertrauensniveau(String wort) {
        abgelehnt(
                GUELTIG.mit("vertrauensniveau: ohne", "vertrauensniveau: " + wort),
                "OZG-CONFIG-0005 6 /vertrauensniveau");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../hund.xdf3.xml",
                "/etc/hostname",
                "unter/hund.xdf3.xml",
                "..",
                ".hund.xdf3.xml",
                "C:hund.xml",
                "unter\\\\hund.xml",
                "hünd.xml",
                "hund.xml\\0"
            })
    void refusesASchemaThatIsNoPlainName(String name) {
        abgelehnt(GUELTIG.mit("schema: hund.xdf3.xml", "schema: \"" + name + "\""), "OZG-CONFIG-0005 7 /schema");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://land.example", "javascript:alert(1)", "land.example", "https://land example"})
    void refusesALinkThatIsNoHttpsAddressAndReportsOnlyThat(String adresse) {
        abgelehnt(
                GUELTIG.mit("schema: hund.xdf3.xml", "verlinkt: \"" + adresse + "\"")
                        .mit("wege: [ablage]\n", ""),
                "OZG-CONFIG-0005 7 /verlinkt");
    }

    @ParameterizedTest
    @CsvSource({"0,90", "91,90", "-1,90", "1.5,90", "14,0", "14,3651"})
    void limitsTheTimesOfKeeping(String entwurf, String aufbewahrung) {
        abgelehnt(
                GUELTIG.mit("tage: 14", "tage: " + entwurf).mit("tage: 365", "tage: " + aufbewahrung),
                "14".equals(entwurf) ? "OZG-CONFIG-0005 20 /aufbewahrung/tage" : "OZG-CONFIG-0005 18 /entwurf/tage");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "entwurf:\\n  tage: 14|entwurf: 14|OZG-CONFIG-0004 17 /entwurf",
                "gebuehr: 12,50|gebuehr: -12|OZG-CONFIG-0005 16 /gebuehr",
                "gebuehr: 12,50|gebuehr: [12]|OZG-CONFIG-0004 16 /gebuehr",
                "wege: [ablage]|wege: {a: b}|OZG-CONFIG-0004 21 /wege",
                "titel: Hund anmelden|titel: Hund anmelden\\ntitel: Katze|OZG-CONFIG-0007 4 /titel",
                "felder: {}|feldr: {}|OZG-CONFIG-0003 23 /feldr"
            })
    void reportsOneWrongForm(String alt, String neu, String befund) {
        DienstDatei datei = GUELTIG.mit(alt.replace("\\n", "\n"), neu.replace("\\n", "\n"));
        assertThat(DienstLeser.lies(datei.dateien(), probleme)).isEmpty();
        assertThat(probleme).isNotEmpty();
        assertThat(probleme.get(0).code().code() + " "
                        + probleme.get(0).stelle().zeile() + " "
                        + probleme.get(0).stelle().pfad())
                .isEqualTo(befund);
    }

    @Test
    void reportsBrokenYaml() {
        abgelehnt(new DienstDatei("id: [a"), "OZG-CONFIG-0001 1");
        probleme.clear();
        abgelehnt(new DienstDatei(""), "OZG-CONFIG-0001 1");
        probleme.clear();
        abgelehnt(new DienstDatei("#".repeat((1 << 20) + 1)), "OZG-CONFIG-0006 0");
    }

    @Test
    void reportsAFileThatIsMissingOrUnreadable() {
        assertThat(DienstLeser.lies(quelle(() -> Optional.empty()), probleme)).isEmpty();
        Befunde.genau(probleme, "OZG-DIENST-0003 0");
        probleme.clear();
        assertThat(DienstLeser.lies(
                        quelle(() -> {
                            throw new IOException("/geheimer/pfad");
                        }),
                        probleme))
                .isEmpty();
        Befunde.genau(probleme, "OZG-DIENST-0001 0");
        assertThat(probleme.get(0).toString()).startsWith("probe/dienst.yaml").doesNotContain("geheim");
    }

    @Test
    void addsToTheProblemsOfOthersAndIgnoresThem() {
        Problem fremd = Problem.fehler(DienstFehler.DOPPELT, de.kommunalsdk.error.Fundstelle.in("anderer"), "x");
        probleme.add(fremd);
        assertThat(DienstLeser.lies(GUELTIG.dateien(), probleme)).isPresent();
        assertThat(probleme).containsExactly(fremd);
    }

    private interface Oeffner {
        Optional<InputStream> oeffne() throws IOException;
    }

    private static Dienstdateien quelle(Oeffner oeffner) {
        return new Dienstdateien() {
            @Override
            public String ort() {
                return "probe";
            }

            @Override
            public Optional<InputStream> oeffnen(String name) throws IOException {
                return oeffner.oeffne();
            }
        };
    }
}
