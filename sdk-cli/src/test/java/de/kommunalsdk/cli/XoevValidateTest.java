/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XoevValidateTest {

    private static final String SCHEMA =
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:example:brief" version="3">
              <xs:element name="brief"><xs:complexType><xs:sequence>
                <xs:element name="zeile" type="xs:string" maxOccurs="9"/>
                <xs:element name="art" minOccurs="0"><xs:complexType>
                  <xs:sequence><xs:element name="code" type="xs:token"/></xs:sequence>
                  <xs:attribute name="listURI" type="xs:anyURI" fixed="urn:example:art"/>
                  <xs:attribute name="listVersionID" type="xs:token"/>
                </xs:complexType></xs:element>
              </xs:sequence></xs:complexType></xs:element>
            </xs:schema>
            """;
    private static final String LISTE =
            """
            <gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/">
              <Identification><ShortName>art</ShortName><Version>2</Version>
                <CanonicalUri>urn:example:art</CanonicalUri>
                <CanonicalVersionUri>urn:example:art_2</CanonicalVersionUri></Identification>
              <ColumnSet><Column Id="c" Use="required"><ShortName>c</ShortName><Data Type="string"/></Column>
                <Key Id="k"><ShortName>k</ShortName><ColumnRef Ref="c"/></Key></ColumnSet>
              <SimpleCodeList><Row><Value ColumnRef="c"><SimpleValue>A</SimpleValue></Value></Row></SimpleCodeList>
            </gc:CodeList>
            """;

    @TempDir
    private Path ordner;

    private Path schemata;
    private Path listen;

    @BeforeEach
    void legeAn() throws IOException {
        schemata = Files.createDirectories(ordner.resolve("xsd"));
        listen = Files.createDirectories(ordner.resolve("listen"));
        Files.writeString(schemata.resolve("brief.xsd"), SCHEMA);
        Files.writeString(listen.resolve("art.xml"), LISTE);
    }

    private Path brief(String name, String zeile, String art) throws IOException {
        String code = art.isEmpty() ? "" : "<art listVersionID='2'><code>" + art + "</code></art>";
        return Files.writeString(
                ordner.resolve(name),
                "<b:brief xmlns:b='urn:example:brief'>\n<zeile>" + zeile + "</zeile>" + code + "</b:brief>");
    }

    private Lauf validate(Object... weitere) {
        return Lauf.mit(Stream.concat(Stream.of("xoev", "validate", "--schema", schemata), Stream.of(weitere))
                .toArray());
    }

    @Test
    void oneLineOfJsonForEachFile() throws IOException {
        Path gut = brief("gut.xml", "Guten Tag", "A");
        Path schlecht = brief("schlecht.xml", "Guten Tag\uD83D\uDE00", "B");

        Lauf lauf = validate("--codelisten", listen, "--json", gut, schlecht);

        List<String> zeilen = lauf.ergebnisse().lines().toList();
        assertThat(zeilen).hasSize(2);
        JsonNode erste = new ObjectMapper().readTree(zeilen.get(0));
        assertThat(erste.get("file").asText()).isEqualTo(gut.toString());
        assertThat(erste.get("result").asText()).isEqualTo("angenommen");
        assertThat(erste.at("/schema/origin").asText()).isEqualTo("unbekannt");
        assertThat(erste.get("findings")).isEmpty();
        JsonNode befunde = new ObjectMapper().readTree(zeilen.get(1)).get("findings");
        assertThat(befunde.findValuesAsText("code")).containsExactly("OZG-ZEICHEN-0002", "OZG-CODELISTE-0020");
        assertThat(befunde.get(0).get("line").asInt()).isEqualTo(2);
        assertThat(lauf.fehler()).isEmpty();
        assertThat(lauf.code()).isEqualTo(1);
    }

    @Test
    void textForPeopleSaysWhoseSchemaItIs() throws IOException {
        Path gut = brief("gut.xml", "Guten Tag", "");

        assertThat(validate(gut).ergebnisse())
                .contains("angenommen", "Herkunft nicht angegeben")
                .doesNotContain("gültig");
        assertThat(validate("--amtlich", "Herausgeber 2026", gut).ergebnisse())
                .contains("gültig nach dem amtlichen Schema", "Quelle: Herausgeber 2026");
        assertThat(validate(gut).code()).isZero();
    }

    @Test
    void thePolicyDecidesAboutMissingLists() throws IOException {
        Path datei = brief("a.xml", "x", "A");

        assertThat(validate("--policy", "streng", datei).code()).isEqualTo(1);
        assertThat(validate("--policy", "warnen", datei).code()).isZero();
        assertThat(validate("--policy", "annehmen", datei).code()).isZero();
        assertThat(validate(datei).ergebnisse()).contains("WARNUNG OZG-CODELISTE-0018");
        assertThat(validate("--policy", "egal", datei).code()).isEqualTo(2);
    }

    @Test
    void aMessageOfAnotherStandardCannotBeChecked() throws IOException {
        Path fremd = Files.writeString(ordner.resolve("fremd.xml"), "<a xmlns='urn:fremd'/>");

        Lauf lauf = validate(fremd);

        assertThat(lauf.ergebnisse()).contains("nicht prüfbar", "OZG-PRUEFUNG-0001");
        assertThat(lauf.code()).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadIsNamedAndTheOthersAreChecked() throws IOException {
        Path gut = brief("gut.xml", "x", "");
        Files.writeString(schemata.resolve("kaputt.xsd"), "<a");

        Lauf lauf = validate(ordner.resolve("fehlt.xml"), gut);

        assertThat(lauf.fehler()).contains("OZG-CLI-0001", "fehlt.xml gibt es nicht", "kaputt.xsd");
        assertThat(lauf.ergebnisse()).contains("gut.xml: angenommen");
        assertThat(lauf.code()).isEqualTo(3);
    }

    @Test
    void foldersMustBeThere() throws IOException {
        Path gut = brief("gut.xml", "x", "");

        Lauf ohneSchema = Lauf.mit("xoev", "validate", "--schema", ordner.resolve("weg"), gut);
        Lauf ohneListen = validate("--codelisten", ordner.resolve("weg"), gut);

        assertThat(ohneSchema.fehler()).contains("OZG-CLI-0001", "ist kein Verzeichnis");
        assertThat(ohneSchema.code()).isEqualTo(3);
        assertThat(ohneListen.code()).isEqualTo(3);
        assertThat(Lauf.mit("xoev", "validate", gut).code()).isEqualTo(2);
        assertThat(validate().code()).isEqualTo(2);
    }

    @Test
    void theSourceOfOfficialSchemasIsOneLine() {
        for (String quelle : new String[] {"", " ", "x\ngültig"}) {
            Lauf lauf = Lauf.mit("xoev", "validate", "--schema", "irgendwo", "--amtlich", quelle, "m.xml");

            assertThat(lauf.fehler()).contains("--amtlich");
            assertThat(lauf.code()).isEqualTo(2);
        }
    }
}
