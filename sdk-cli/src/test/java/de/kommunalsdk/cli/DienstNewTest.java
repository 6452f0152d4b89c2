/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DienstNewTest {

    private static final Path SCHEMA = Daten.HUND.resolve("S05999000001.xdf3.xml");

    @TempDir
    private Path ordner;

    @Test
    void whatItWritesFromRealSchemasIsAcceptedByTheCheck() throws IOException {
        Stream<Path> xdf2 = Stream.of("S00000000371", "S05000001195", "S07000000201")
                .map(id -> Daten.fim().resolve("xdf2/" + id + "_xdf2.xml"));
        for (Path schema : Stream.concat(Daten.schemata().stream(), xdf2).toList()) {
            Path dienst = ordner.resolve("dienst-" + Files.list(ordner).count());

            Lauf neu = Lauf.mit("dienst", "new", dienst, "--schema", schema);
            assertThat(neu.code()).as("%s", neu).isZero();
            Lauf check = Lauf.mit("dienst", "check", dienst);
            // some official schemas demand a field that nobody may fill in: their author is told, and the check is not
            // green
            List<String> warnungen = check.ergebnisse()
                    .lines()
                    .filter(zeile -> zeile.contains(": WARNUNG "))
                    .toList();
            assertThat(warnungen).allSatisfy(zeile -> assertThat(zeile).contains("OZG-FORM-0015"));
            assertThat(check.code()).as("%s", check).isEqualTo(warnungen.isEmpty() ? 0 : 1);
            assertThat(check.ergebnisse())
                    .contains(dienst.getFileName() + " 1.0.0")
                    .doesNotContain(": FEHLER ", "Seiten: 0");
            try (Stream<Path> dateien = Files.list(dienst)) {
                assertThat(dateien).hasSize(2).anySatisfy(kopie -> assertThat(kopie)
                        .hasSameBinaryContentAs(schema));
            }
        }
    }

    @Test
    void takesIdAndTitleWhateverTheTitleContains() throws IOException {
        Path dienst = ordner.resolve("Mein Ordner");
        String titel = "\"Hund\": 50 % für # alle \\ äöü";

        assertThat(Lauf.mit("dienst", "new", dienst, "--schema", SCHEMA, "--id", "hund-neu", "--titel", titel)
                        .code())
                .isZero();

        assertThat(Lauf.mit("dienst", "check", dienst).ergebnisse()).contains("hund-neu 1.0.0 \"" + titel + "\"");
    }

    @Test
    void theExamplesInItsCommentsWork() throws IOException {
        Path dienst = ordner.resolve("hund");
        assertThat(Lauf.mit("dienst", "new", dienst, "--schema", SCHEMA).code()).isZero();
        Path yaml = dienst.resolve("dienst.yaml");
        String ohneKommentar =
                Files.readString(yaml).replaceAll("(?m)^( *)# (?!PLATZHALTER)( *(?:- .*|\\w+:.*))$", "$1$2");
        Files.writeString(yaml, ohneKommentar.replaceAll("(?m)^  #( +Wer .*)$", "  $1"));

        Lauf lauf = Lauf.mit("dienst", "check", dienst);

        assertThat(lauf.ergebnisse()).as(Files.readString(yaml)).contains("OZG-FORM-0010", "Befunde: 1", "Seiten: 2");
    }

    @Test
    void neverOverwrites() throws IOException {
        Path datei = Files.writeString(ordner.resolve("da"), "bleibt");

        Lauf lauf = Lauf.mit("dienst", "new", ordner, "--schema", SCHEMA, "--id", "a");
        assertThat(lauf.fehler()).contains("nicht leer");
        assertThat(lauf.code()).isEqualTo(2);
        assertThat(Lauf.mit("dienst", "new", datei, "--schema", SCHEMA).code()).isEqualTo(2);
        assertThat(datei).hasContent("bleibt");
        try (Stream<Path> dateien = Files.list(ordner)) {
            assertThat(dateien).containsExactly(datei);
        }
    }

    @Test
    void writesNothingFromABrokenOrMissingSchemaOrUnderAWrongId() throws IOException {
        Path dienst = ordner.resolve("neu");
        Path kaputt = Files.writeString(ordner.resolve("kaputt.xml"), "<a/>");

        Lauf befund = Lauf.mit("dienst", "new", dienst, "--schema", kaputt);
        assertThat(befund.ergebnisse()).contains("OZG-XDF-0001");
        assertThat(befund.code()).isEqualTo(1);
        assertThat(Lauf.mit("dienst", "new", dienst, "--schema", ordner.resolve("fehlt"))
                        .code())
                .isEqualTo(3);
        Lauf kennung = Lauf.mit("dienst", "new", dienst, "--schema", SCHEMA, "--id", "Groß");
        assertThat(kennung.fehler()).contains("keine Kennung");
        assertThat(kennung.code()).isEqualTo(2);
        assertThat(Lauf.mit("dienst", "new", dienst).code()).isEqualTo(2);
        Lauf ziel = Lauf.mit("dienst", "new", kaputt.resolve("a"), "--schema", SCHEMA);
        assertThat(ziel.fehler()).contains("OZG-CLI-0005");
        assertThat(ziel.code()).isEqualTo(3);
        assertThat(dienst).doesNotExist();
    }
}
