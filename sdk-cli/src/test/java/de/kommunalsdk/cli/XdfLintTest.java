/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XdfLintTest {

    private static final Path SCHEMA = Daten.HUND.resolve("S05999000001.xdf3.xml");

    @TempDir
    private Path ordner;

    private Path feld;

    /** A single field with nothing but a warning: it names one length only. */
    @BeforeEach
    void field() throws IOException {
        feld = schreibe(
                """
                <x:xdatenfelder.datenfeld.0104 xmlns:x="urn:xoev-de:fim:standard:xdatenfelder_3.0.0">
                <x:header><x:nachrichtID>a</x:nachrichtID>
                <x:erstellungszeitpunkt>2026-01-01T00:00:00Z</x:erstellungszeitpunkt></x:header>
                <x:datenfeld><x:identifikation><x:id>F05999000009</x:id><x:version>1.0.0</x:version></x:identifikation>
                <x:name>Feld</x:name><x:bezug>§ 1 Mustergesetz</x:bezug>
                <x:freigabestatus><code>2</code></x:freigabestatus><x:statusGesetztDurch>Amt</x:statusGesetztDurch>
                <x:bezeichnungEingabe>Ein</x:bezeichnungEingabe><x:bezeichnungAusgabe>Aus</x:bezeichnungAusgabe>
                <x:schemaelementart><code>RNG</code></x:schemaelementart><x:feldart><code>input</code></x:feldart>
                <x:datentyp><code>text</code></x:datentyp><x:praezisierung maxLength="5"/>
                <x:vorbefuellung><code>keine</code></x:vorbefuellung></x:datenfeld>
                </x:xdatenfelder.datenfeld.0104>
                """);
    }

    @Test
    void oneLineOfJsonWithExactlyTheKeysInTheirOrder() {
        Lauf lauf = Lauf.mit("xdf", "lint", "--json", feld);

        assertThat(lauf.ergebnisse())
                .isEqualTo("{\"file\":\"" + feld + "\",\"id\":\"F05999000009\",\"version\":\"1.0.0\",\"findings\":["
                        + "{\"number\":1102,\"type\":\"Warnung\",\"line\":9,\"column\":75,\"element\":\"F05999000009V1.0.0\","
                        + "\"message\":\"Das Texteingabefeld nennt nicht beide Feldlängen.\","
                        + "\"remedy\":\"Minimale und maximale Feldlänge eintragen.\"}],\"problems\":[]}"
                        + System.lineSeparator());
        assertThat(lauf.code()).isZero();
    }

    @Test
    void aWarningCountsOnlyWhenAsked() {
        assertThat(Lauf.mit("xdf", "lint", feld).code()).isZero();
        assertThat(Lauf.mit("xdf", "lint", "--strict", feld).code()).isEqualTo(1);
    }

    @Test
    void textForPeople() {
        assertThat(Lauf.mit("xdf", "lint", feld).ergebnisse())
                .contains(
                        ":9:75 /F05999000009: Warnung 1102: Das Texteingabefeld nennt nicht beide Feldlängen. Abhilfe: ",
                        "F05999000009 1.0.0, Warnung: 1");
    }

    @Test
    void aCriticalOrMethodicalFaultIsAFinding() throws IOException {
        String xml = Files.readString(feld);

        Lauf kritisch = Lauf.mit("xdf", "lint", "--json", schreibe(xml.replace("<x:name>Feld</x:name>", "")));
        Lauf methodisch =
                Lauf.mit("xdf", "lint", "--json", schreibe(xml.replace(">Amt<", ">FIM-Baustein Datenfelder<")));

        assertThat(nummern(kritisch)).contains("1002");
        assertThat(nummern(methodisch)).contains("1140");
        assertThat(kritisch.code()).isEqualTo(methodisch.code()).isEqualTo(1);
    }

    @Test
    void theExampleIsLintedWithoutAProblem() throws IOException {
        Lauf lauf = Lauf.mit("xdf", "lint", "--json", SCHEMA);

        JsonNode zeile = new ObjectMapper().readTree(lauf.ergebnisse());
        assertThat(zeile.get("id").asText()).isEqualTo("S05999000001");
        assertThat(zeile.get("problems")).isEmpty();
        assertThat(zeile.get("findings")).isNotEmpty();
    }

    @Test
    void whatIsNoSchemaIsAFindingAndWhatCannotBeReadAFailure() throws IOException {
        Lauf keins = Lauf.mit("xdf", "lint", "--json", schreibe("<a/>"));
        Lauf fehlt = Lauf.mit("xdf", "lint", ordner.resolve("fehlt.xml"), feld);

        assertThat(new ObjectMapper()
                        .readTree(keins.ergebnisse())
                        .at("/problems/0/code")
                        .asText())
                .isEqualTo("OZG-LINT-0001");
        assertThat(keins.code()).isEqualTo(1);
        assertThat(fehlt.fehler()).contains("OZG-CLI-0001", "fehlt.xml gibt es nicht");
        assertThat(fehlt.ergebnisse()).contains("Warnung 1102");
        assertThat(fehlt.code()).isEqualTo(3);
        assertThat(Lauf.mit("xdf", "lint").code()).isEqualTo(2);
    }

    private Path schreibe(String xml) throws IOException {
        return Files.writeString(Files.createTempFile(ordner, "schema", ".xml"), xml);
    }

    private static String nummern(Lauf lauf) throws IOException {
        return new ObjectMapper()
                .readTree(lauf.ergebnisse())
                .findValuesAsText("number")
                .toString();
    }
}
