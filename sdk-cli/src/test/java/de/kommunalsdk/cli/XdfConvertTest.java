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

class XdfConvertTest {

    private static final Path SCHEMA = Daten.HUND.resolve("S05999000001.xdf3.xml");

    @TempDir
    private Path ordner;

    @Test
    void oneFileGoesToTheStandardOutputAndCanBeReadAgain() throws IOException {
        Lauf lauf = Lauf.mit("xdf", "convert", SCHEMA);

        assertThat(lauf.code()).isZero();
        assertThat(lauf.ergebnisse()).startsWith("<?xml").contains("<xdf3:id>S05999000001</xdf3:id>");
        assertThat(lauf.fehler()).contains("Relationen nicht uebernommen: 0");
        Path neu = Files.writeString(ordner.resolve("neu.xml"), lauf.ergebnisse());
        assertThat(Lauf.mit("xdf", "convert", neu).ergebnisse()).isEqualTo(lauf.ergebnisse());
        assertThat(Lauf.mit("xdf", "check", neu).code()).isZero();
    }

    @Test
    void manyFilesGoToAFolderAndNothingIsOverwritten() throws IOException {
        Path ziel = ordner.resolve("neu");
        Path xdf2 = Daten.fim().resolve("xdf2/S07000000201_xdf2.xml");
        Path xdf3 = Daten.fim().resolve("xdf3/S00000000371.xdf3.xml");

        Lauf lauf = Lauf.mit("xdf", "convert", "--json", "--out", ziel, xdf2, xdf3);

        assertThat(lauf.code()).isZero();
        JsonNode erste =
                new ObjectMapper().readTree(lauf.ergebnisse().lines().toList().get(0));
        assertThat(erste.fieldNames())
                .toIterable()
                .containsExactly("file", "version", "written", "relations", "problems");
        assertThat(erste.get("version").asText()).isEqualTo("2.0");
        JsonNode zweite =
                new ObjectMapper().readTree(lauf.ergebnisse().lines().toList().get(1));
        assertThat(zweite.get("relations").asInt())
                .isEqualTo(Files.readString(xdf3).split("<xdf3:relation>", -1).length - 1)
                .isPositive();
        assertThat(ziel.resolve("S07000000201V1.2.0.xdf3.xml")).isRegularFile();
        assertThat(ziel.resolve("S00000000371V1.0.0.xdf3.xml")).isRegularFile();

        Lauf nochmal = Lauf.mit("xdf", "convert", "--out", ziel, xdf2);
        assertThat(nochmal.code()).isEqualTo(3);
        assertThat(nochmal.fehler()).contains("OZG-CLI-0011");
    }

    @Test
    void whatCannotBeConvertedIsNamedWithItsPlace() throws IOException {
        Path xdf2 = Daten.fim().resolve("xdf2/S07000000201_xdf2.xml");
        Path kaputt = Files.writeString(
                ordner.resolve("kaputt.xml"), Files.readString(xdf2).replace("<xdf:id>S07000201<", "<xdf:id>S7<"));

        Lauf lauf = Lauf.mit("xdf", "convert", "--out", ordner.resolve("neu"), kaputt);

        assertThat(lauf.code()).isEqualTo(1);
        assertThat(lauf.ergebnisse()).contains("kaputt.xml:", "FEHLER OZG-XDF-0018", "nicht umgewandelt");
        assertThat(ordner.resolve("neu")).doesNotExist();
        assertThat(Lauf.mit("xdf", "convert", kaputt))
                .extracting(Lauf::code, Lauf::ergebnisse)
                .containsExactly(1, "");
    }

    @Test
    void wrongCallsAndMissingFiles() {
        assertThat(Lauf.mit("xdf", "convert", SCHEMA, SCHEMA).code()).isEqualTo(2);
        assertThat(Lauf.mit("xdf", "convert", "--json", SCHEMA).code()).isEqualTo(2);
        assertThat(Lauf.mit("xdf", "convert", ordner.resolve("fehlt.xml")).code())
                .isEqualTo(3);
    }
}
