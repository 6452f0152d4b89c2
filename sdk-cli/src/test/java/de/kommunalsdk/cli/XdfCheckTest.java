/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XdfCheckTest {

    private static final Path SCHEMA = Daten.HUND.resolve("S05999000001.xdf3.xml");

    @TempDir
    private Path ordner;

    @Test
    void oneLineOfJsonWithExactlyTheKeysInTheirOrder() {
        Lauf lauf = Lauf.mit("xdf", "check", "--json", SCHEMA);

        assertThat(lauf.ergebnisse())
                .isEqualTo("{\"file\":\"" + SCHEMA + "\",\"standard\":\"xdatenfelder\",\"version\":\"3.0.0\","
                        + "\"id\":\"S05999000001\",\"name\":\"Anmeldung zur Hundesteuer\",\"groups\":5,\"fields\":22,"
                        + "\"rules\":1,\"codelists\":0,\"problems\":[]}" + System.lineSeparator());
        assertThat(lauf.fehler()).isEmpty();
        assertThat(lauf.code()).isZero();
    }

    @Test
    void textForPeople() {
        Lauf lauf = Lauf.mit("xdf", "check", SCHEMA);

        assertThat(lauf.ergebnisse()).contains("\"Anmeldung zur Hundesteuer\", Gruppen: 5, Felder: 22", "in Ordnung");
        assertThat(lauf.code()).isZero();
    }

    @Test
    void everyFindingHasCodeLineAndMessage() throws IOException {
        String xml = Files.readString(SCHEMA);
        int zeile = (int) xml.substring(0, xml.indexOf("<xdf3:anzahl>")).lines().count();
        Path kaputt = Files.writeString(
                ordner.resolve("kaputt.xml"), xml.replaceFirst("<xdf3:anzahl>[^<]*<", "<xdf3:anzahl>5:2<"));

        Lauf text = Lauf.mit("xdf", "check", kaputt);
        Lauf json = Lauf.mit("xdf", "check", kaputt, "--json");

        JsonNode problem = new ObjectMapper().readTree(json.ergebnisse()).at("/problems/0");
        assertThat(problem.fieldNames()).toIterable().containsExactly("code", "line", "message");
        assertThat(problem.get("code").asText()).isEqualTo("OZG-XDF-0008");
        assertThat(problem.get("line").asInt()).isEqualTo(zeile);
        assertThat(text.ergebnisse()).contains("kaputt.xml:" + zeile + ":", "FEHLER OZG-XDF-0008", "Befunde: 1");
        assertThat(text.code()).isEqualTo(json.code()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kein XML", "\u0000\u0001\u0002", "<a><b></a>", "<!DOCTYPE a><a/>", "<a/>"})
    void whatIsNoSchemaIsAFinding(String inhalt) throws IOException {
        Path datei = Files.writeString(ordner.resolve("a.xml"), inhalt);

        Lauf lauf = Lauf.mit("xdf", "check", "--json", datei);

        assertThat(new ObjectMapper().readTree(lauf.ergebnisse()).get("problems"))
                .isNotEmpty();
        assertThat(lauf.code()).isEqualTo(1);
    }

    @Test
    void aFileThatCannotBeReadIsNamedAndTheOthersAreChecked() {
        Lauf lauf = Lauf.mit("xdf", "check", "--json", ordner, ordner.resolve("fehlt.xml"), SCHEMA);

        assertThat(lauf.fehler())
                .contains(
                        "OZG-CLI-0001",
                        ordner + " ist ein Verzeichnis",
                        ordner.resolve("fehlt.xml") + " gibt es nicht");
        assertThat(lauf.ergebnisse().lines()).hasSize(1);
        assertThat(lauf.code()).isEqualTo(3);
    }

    @Test
    void aFileIsNeeded() {
        assertThat(Lauf.mit("xdf", "check").code()).isEqualTo(2);
        assertThat(Lauf.mit("xdf", "check", SCHEMA, "--gibtsnicht").code()).isEqualTo(2);
    }
}
