/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DienstCheckTest {

    @TempDir
    private Path ordner;

    @Test
    void acceptsTheExampleAsFolderFolderOfFoldersAndJar() throws IOException {
        Path jar = ordner.resolve("hund.jar");
        try (JarOutputStream strom = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String name : new String[] {"dienst.yaml", "S05999000001.xdf3.xml", "regeln.json"}) {
                strom.putNextEntry(new JarEntry("META-INF/ozg-dienst/hund-anmelden/" + name));
                Files.copy(Daten.HUND.resolve(name), strom);
            }
        }
        for (Path pfad : new Path[] {Daten.HUND, Daten.HUND.getParent(), jar}) {
            Lauf lauf = Lauf.mit("dienst", "check", pfad, "--produktion");

            assertThat(lauf.ergebnisse())
                    .contains("hund-anmelden 1.0.0 \"Hund anmelden\", Seiten: 4", pfad + ": in Ordnung");
            assertThat(lauf.fehler()).isEmpty();
            assertThat(lauf.code()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "titel: Hund anmelden;titl: Hund anmelden;OZG-CONFIG-0003",
                "version: 1.0.0;version: eins;OZG-CONFIG-0005",
                "schema: S05999000001.xdf3.xml;schema: fehlt.xml;OZG-DIENST-0003",
                "  - \"99102013104000\";  - \"12\";OZG-DIENST-0002",
                "titel: Hund anmelden;titel: \"Hund;OZG-CONFIG-0001",
                "      - G05999000003;      - G05999000099;OZG-FORM-0002",
                "      - G05999000005;      - G05999000003;OZG-FORM-0004",
                "      feld: F05999000009;      feld: F05999000099;OZG-FORM-0002",
                "    beispiel: Erika;    beispil: Erika;OZG-CONFIG-0003"
            })
    void namesEveryBrokenPlaceWithLineCodeAndRemedy(String alt, String neu, String code) throws IOException {
        Path kopie = Daten.hund(ordner);
        String yaml = Files.readString(Daten.HUND.resolve("dienst.yaml"));
        Files.writeString(kopie.resolve("dienst.yaml"), yaml.replaceFirst("(?m)^\\Q" + alt + "\\E$", neu));
        int zeile = yaml.lines().toList().indexOf(alt) + 1;

        Lauf text = Lauf.mit("dienst", "check", kopie);
        Lauf json = Lauf.mit("dienst", "check", kopie, "--json");

        JsonNode probleme = new ObjectMapper().readTree(json.ergebnisse()).get("problems");
        assertThat(probleme).as(text.ergebnisse()).anySatisfy(p -> {
            assertThat(p.fieldNames())
                    .toIterable()
                    .containsExactly("file", "line", "column", "code", "severity", "message", "remedy");
            assertThat(p.get("file").asText()).isEqualTo("hund-anmelden/dienst.yaml");
            assertThat(p.get("code").asText()).isEqualTo(code);
            if (!code.equals("OZG-CONFIG-0001")) { // the parser sees an open quotation mark where the text ends
                assertThat(p.get("line").asInt()).isEqualTo(zeile);
            }
            assertThat(p.get("line").asInt()).isPositive();
            assertThat(p.get("remedy").asText()).isNotBlank();
        });
        assertThat(text.ergebnisse()).contains("hund-anmelden/dienst.yaml:", "FEHLER " + code, "Abhilfe: ");
        assertThat(text.code()).isEqualTo(json.code()).isEqualTo(1);
    }

    @Test
    void aBrokenSchemaIsNamedAtItsLine() throws IOException {
        Path kopie = Daten.hund(ordner);
        Path schema = kopie.resolve("S05999000001.xdf3.xml");
        String xml = Files.readString(schema);
        int zeile = (int) xml.substring(0, xml.indexOf("<xdf3:anzahl>")).lines().count();
        Files.writeString(schema, xml.replaceFirst("<xdf3:anzahl>[^<]*<", "<xdf3:anzahl>5:2<"));

        Lauf lauf = Lauf.mit("dienst", "check", kopie);

        assertThat(lauf.ergebnisse())
                .contains("hund-anmelden/S05999000001.xdf3.xml:" + zeile + ":", "FEHLER OZG-XDF-0008");
        assertThat(lauf.code()).isEqualTo(1);
    }

    @Test
    void aCodeListThatIsNotInstalledIsAHintAndInProductionAnError() throws IOException {
        Path schema = Daten.fim().resolve("xdf3/S07000000201.xdf3.xml");
        assertThat(Lauf.mit("dienst", "new", ordner.resolve("jagd"), "--schema", schema)
                        .code())
                .isZero();

        Lauf test = Lauf.mit("dienst", "check", ordner.resolve("jagd"));
        Lauf produktion = Lauf.mit("dienst", "check", ordner.resolve("jagd"), "--produktion");

        assertThat(test.ergebnisse()).contains("HINWEIS OZG-FORM-0008", "schluessel:staat", "in Ordnung");
        assertThat(test.code()).isZero();
        assertThat(produktion.ergebnisse()).contains("FEHLER OZG-FORM-0008", "schluessel:staat");
        assertThat(produktion.code()).isEqualTo(1);
    }

    @Test
    void namesFreeTextRulesThatNobodyTranslatedAsOpenPoints() throws IOException {
        Path kopie = Daten.hund(ordner);
        Files.delete(kopie.resolve("regeln.json"));

        Lauf lauf = Lauf.mit("dienst", "check", kopie, "--produktion");
        JsonNode probleme = new ObjectMapper()
                .readTree(Lauf.mit("dienst", "check", kopie, "--json").ergebnisse())
                .get("problems");

        assertThat(lauf.ergebnisse())
                .contains("HINWEIS OZG-REGEL-0026", "R05999000001V1.0.0", "WENN F05999000009", "SONST freiwillig.");
        assertThat(lauf.code()).isZero();
        assertThat(probleme).hasSize(1);
        assertThat(probleme.get(0).get("severity").asText()).isEqualTo("HINWEIS");
        assertThat(probleme.get(0).get("file").asText()).isEqualTo("hund-anmelden/S05999000001.xdf3.xml");
    }

    @Test
    void theOpenRulesOfTheJaegerpruefungAreTheTwoThatCannotBeSaid() throws IOException {
        Path beispiel = Daten.beispiele().resolve("dienst-jaegerpruefung");
        Path kopie = Files.createDirectory(ordner.resolve("jagd"));
        for (String name : new String[] {"dienst.yaml", "regeln.json"}) {
            Files.copy(beispiel.resolve(name), kopie.resolve(name));
        }
        Files.copy(Daten.fim().resolve("xdf3/S07000000201.xdf3.xml"), kopie.resolve("S07000000201.xdf3.xml"));

        Lauf lauf = Lauf.mit("dienst", "check", kopie);

        assertThat(lauf.ergebnisse().lines().filter(z -> z.contains("OZG-REGEL-")))
                .hasSize(2)
                .anyMatch(z -> z.contains("R07000002245V0.1.0") && z.contains("< 18 Jahre"))
                .anyMatch(z -> z.contains("R60000000024V2.0.0") && z.contains("30.02.2019"));
        assertThat(lauf.code()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "\"R05999000001V1.0.0\";\"R05999000001V2.0.0\";OZG-REGEL-0016;2",
                "\"require\";\"verlange\";OZG-REGEL-0009;4",
                "\"identifier\";\"gleich\";OZG-REGEL-0010;8",
                "self.F05999000010;self.F05999000098;OZG-REGEL-0017;5",
                "self.F05999000010;self.F05999000013;OZG-REGEL-0018;5",
                "self.F05999000009;self.F05999000002;OZG-REGEL-0020;8",
                "self.F05999000009;self.F05999000010;OZG-REGEL-0020;8",
                "];];OZG-REGEL-0001;1"
            })
    void namesEveryBrokenPlaceOfARuleFile(String alt, String neu, String code, int zeile) throws IOException {
        Path kopie = Daten.hund(ordner);
        String json = Files.readString(kopie.resolve("regeln.json"));
        assertThat(json).contains(alt);
        Files.writeString(kopie.resolve("regeln.json"), alt.equals("]") ? "{]" : json.replace(alt, neu));

        Lauf lauf = Lauf.mit("dienst", "check", kopie);

        assertThat(lauf.ergebnisse())
                .contains("hund-anmelden/regeln.json:" + zeile + ":", "FEHLER " + code, "Abhilfe: ");
        assertThat(lauf.code()).isEqualTo(1);
    }

    @Test
    void aRuleFileThatIsNamedMustBeThere() throws IOException {
        Path kopie = Daten.hund(ordner);
        String yaml = Files.readString(kopie.resolve("dienst.yaml"));
        Files.writeString(
                kopie.resolve("dienst.yaml"), yaml.replaceFirst("(?m)^(schema: .*)$", "$1\nregeln: eigene.json"));

        assertThat(Lauf.mit("dienst", "check", kopie).ergebnisse()).contains("dienst.yaml:", "FEHLER OZG-REGEL-0027");

        Files.move(kopie.resolve("regeln.json"), kopie.resolve("eigene.json"));
        assertThat(Lauf.mit("dienst", "check", kopie, "--produktion").code()).isZero();
        Files.writeString(kopie.resolve("eigene.json"), "[]");
        assertThat(Lauf.mit("dienst", "check", kopie).ergebnisse())
                .contains("hund-anmelden/eigene.json:1:1", "FEHLER OZG-REGEL-0005");
    }

    @Test
    void aFolderInThePlaceOfTheRulesIsNoAbsence() throws IOException {
        Path kopie = Daten.hund(ordner);
        Files.delete(kopie.resolve("regeln.json"));
        Files.createDirectory(kopie.resolve("regeln.json"));

        Lauf lauf = Lauf.mit("dienst", "check", kopie);

        assertThat(lauf.ergebnisse()).contains("FEHLER OZG-REGEL-0027");
        assertThat(lauf.code()).isEqualTo(1);
    }

    @Test
    void anInstalledCodeListSatisfiesTheDienstInProduction() throws IOException {
        Path schema = Daten.fim().resolve("xdf3/S07000000201.xdf3.xml");
        Lauf.mit("dienst", "new", ordner.resolve("jagd"), "--schema", schema);
        Path listen = Files.createDirectory(ordner.resolve("listen"));
        Files.writeString(
                listen.resolve("staat.xml"),
                CodelisteTest.liste("2023-02-24", "000", "Deutschland")
                        .replace(
                                "urn:de:beispiel:farbe",
                                "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:staat"));

        assertThat(Lauf.mit("dienst", "check", ordner.resolve("jagd"), "--produktion", "--codelisten", listen)
                        .ergebnisse())
                .as("a key that nobody filled in")
                .contains("FEHLER OZG-CLI-0013");
        Path yaml = ordner.resolve("jagd/dienst.yaml");
        Files.writeString(yaml, Files.readString(yaml).replace("99000000000000", "99067002026000"));
        Lauf produktion = Lauf.mit("dienst", "check", ordner.resolve("jagd"), "--produktion", "--codelisten", listen);
        assertThat(produktion.ergebnisse()).contains("in Ordnung").doesNotContain("OZG-FORM-0008");
        assertThat(produktion.code()).isZero();

        Files.writeString(listen.resolve("kaputt.xml"), CodelisteTest.liste("1", "", ""));
        Lauf kaputt = Lauf.mit("dienst", "check", ordner.resolve("jagd"), "--codelisten", listen);
        assertThat(kaputt.ergebnisse()).contains("kaputt.xml:1:", "OZG-CODELISTE-0005");
        assertThat(kaputt.code()).isEqualTo(1);
        assertThat(Lauf.mit("dienst", "check", ordner.resolve("jagd"), "--codelisten", ordner.resolve("fehlt"))
                        .code())
                .isEqualTo(3);
    }

    @Test
    void saysWhenThereIsNothingToCheck() throws IOException {
        Path leer = Files.createDirectory(ordner.resolve("leer"));
        Path keinJar = Files.writeString(ordner.resolve("a.jar"), "kein Jar");

        Lauf ohne = Lauf.mit("dienst", "check", leer);
        assertThat(ohne.ergebnisse()).contains("OZG-CLI-0002");
        assertThat(ohne.code()).isEqualTo(1);

        Lauf kaputt = Lauf.mit("dienst", "check", keinJar);
        assertThat(kaputt.ergebnisse()).contains("OZG-DIENST-0001");
        assertThat(kaputt.code()).isEqualTo(3);

        Lauf fehlt = Lauf.mit("dienst", "check", ordner.resolve("fehlt"));
        assertThat(fehlt.fehler()).contains("OZG-CLI-0001", "gibt es nicht");
        assertThat(fehlt.code()).isEqualTo(3);
    }
}
