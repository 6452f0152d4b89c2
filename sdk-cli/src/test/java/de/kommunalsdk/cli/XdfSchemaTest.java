/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kommunalsdk.xml.SecureXml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XdfSchemaTest {

    private static final Path SCHEMA = Daten.HUND.resolve("S05999000001.xdf3.xml");

    @TempDir
    private Path ordner;

    /** The example with its breed field bound to a list that lies in a file. */
    private Path mitListe() throws IOException {
        String xml = Files.readString(SCHEMA);
        String werte = xml.substring(xml.indexOf("<xdf3:werte>"), xml.indexOf("</xdf3:werte>") + 13);
        return Files.writeString(
                ordner.resolve("liste.xml"),
                xml.replace(
                        werte,
                        "<xdf3:codelisteReferenz><xdf3:canonicalIdentification>urn:test:liste</xdf3:canonicalIdentification>"
                                + "<xdf3:canonicalVersionUri>urn:test:liste_1</xdf3:canonicalVersionUri>"
                                + "</xdf3:codelisteReferenz>"));
    }

    private Path codelisten() throws IOException {
        Path listen = Files.createDirectories(ordner.resolve("listen"));
        Files.writeString(
                listen.resolve("l.xml"),
                "<gc:CodeList xmlns:gc='http://docs.oasis-open.org/codelist/ns/genericode/1.0/'><Identification>"
                        + "<ShortName>L</ShortName><Version>1</Version><CanonicalUri>urn:test:liste</CanonicalUri>"
                        + "<CanonicalVersionUri>urn:test:liste_1</CanonicalVersionUri></Identification><ColumnSet>"
                        + "<Column Id='c' Use='required'><ShortName>C</ShortName><Data Type='string'/></Column>"
                        + "<Key Id='k'><ShortName>K</ShortName><ColumnRef Ref='c'/></Key></ColumnSet><SimpleCodeList>"
                        + "<Row><Value ColumnRef='c'><SimpleValue>X42</SimpleValue></Value></Row></SimpleCodeList>"
                        + "</gc:CodeList>");
        return listen;
    }

    @Test
    void oneFileGoesToTheOutputAsItIs() {
        Lauf xsd = Lauf.mit("xdf", "schema", SCHEMA);
        Lauf json = Lauf.mit("xdf", "json-schema", SCHEMA);

        SecureXml.schema("x.xsd", Map.of("x.xsd", xsd.ergebnisse().getBytes(StandardCharsets.UTF_8)));
        assertThat(xsd.ergebnisse()).contains("targetNamespace=\"urn:fim-de:xfall:xdf3:S05999000001V");
        assertThat(json.ergebnisse()).startsWith("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\"");
        assertThat(xsd.fehler() + json.fehler()).isEmpty();
        assertThat(xsd.code()).isEqualTo(json.code()).isZero();
    }

    @Test
    void severalGoToAFolderAndNothingIsOverwritten() throws IOException {
        Path ziel = ordner.resolve("a/b");
        Lauf erster = Lauf.mit("xdf", "schema", "--json", SCHEMA, "--out", ziel, "--names", "fim-portal");

        JsonNode zeile = new ObjectMapper().readTree(erster.ergebnisse());
        assertThat(zeile.fieldNames()).toIterable().containsExactly("file", "written", "missingCodelists", "problems");
        Path geschrieben = Path.of(zeile.get("written").asText());
        assertThat(geschrieben.getParent()).isEqualTo(ziel);
        assertThat(Files.readString(geschrieben)).contains("name=\"fim.S05999000001.00000001");
        assertThat(erster.code()).isZero();

        Lauf zweiter = Lauf.mit("xdf", "schema", SCHEMA, "--out", ziel);
        assertThat(zweiter.fehler()).contains("OZG-CLI-0011").doesNotContain("Exception");
        assertThat(zweiter.code()).isEqualTo(3);
        assertThat(Files.readString(geschrieben)).contains("fim.S05999000001");

        Lauf json = Lauf.mit("xdf", "json-schema", SCHEMA, "--out", ziel);
        assertThat(json.ergebnisse()).contains(".schema.json");
        assertThat(Files.list(ziel)).hasSize(2);
    }

    @Test
    void listsAreBoundOrNamed() throws IOException {
        Path schema = mitListe();
        Lauf ohne = Lauf.mit("xdf", "json-schema", schema);
        Lauf mit = Lauf.mit("xdf", "json-schema", schema, "--codelisten", codelisten());

        assertThat(ohne.ergebnisse()).doesNotContain("X42");
        assertThat(ohne.fehler()).contains("Codeliste nicht eingebunden", "urn:test:liste_1");
        assertThat(mit.ergebnisse()).contains("\"const\": \"X42\"");
        assertThat(mit.fehler()).isEmpty();
        assertThat(ohne.code()).isEqualTo(mit.code()).isZero();
    }

    @Test
    void listsThatCannotBeReadAreNotPassedOver() throws IOException {
        Path listen = codelisten();
        Files.writeString(
                listen.resolve("kaputt.xml"),
                Files.readString(listen.resolve("l.xml")).replace("X42", ""));

        Lauf kaputt = Lauf.mit("xdf", "schema", mitListe(), "--codelisten", listen);
        Lauf fehlt = Lauf.mit("xdf", "schema", mitListe(), "--codelisten", ordner.resolve("fehlt"));

        assertThat(kaputt.fehler()).contains("kaputt.xml:1:", "OZG-CODELISTE-");
        assertThat(kaputt.code()).isEqualTo(1);
        assertThat(fehlt.fehler()).contains("OZG-CLI-0001", "ist kein Verzeichnis");
        assertThat(fehlt.code()).isEqualTo(3);
        assertThat(Lauf.mit("xdf", "schema", SCHEMA, "--names", "foo").fehler())
                .contains("fim-xslt oder fim-portal")
                .doesNotContain("IllegalArgument");
    }

    @Test
    void whatCannotBeConvertedIsAFindingAndWritesNothing() throws IOException {
        Path kaputt = Files.writeString(ordner.resolve("kaputt.xml"), "<a/>");
        Path ziel = ordner.resolve("ziel");

        assertThat(Lauf.mit("xdf", "schema", kaputt).ergebnisse()).isEmpty();
        Lauf lauf = Lauf.mit("xdf", "schema", kaputt, SCHEMA, "--out", ziel);
        assertThat(lauf.ergebnisse()).contains("FEHLER OZG-XDF-0001", "nicht umgewandelt");
        assertThat(lauf.code()).isEqualTo(1);
        assertThat(Files.list(ziel)).hasSize(1);
        assertThat(Lauf.mit("xdf", "schema", ordner.resolve("fehlt.xml")).code())
                .isEqualTo(3);
    }

    @Test
    void everyRealSchemaInBothFormsAndNamings() {
        for (String befehl : List.of("schema", "json-schema")) {
            for (String namen : List.of("fim-xslt", "fim-portal")) {
                Path ziel = ordner.resolve(befehl + namen);
                List<Object> argumente = new ArrayList<>(List.of("xdf", befehl, "--names", namen, "--out", ziel));
                argumente.addAll(Daten.schemata());
                assertThat(Lauf.mit(argumente.toArray()).code()).isZero();
                assertThat(ziel.toFile().list()).hasSize(Daten.schemata().size());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--json SCHEMA", "SCHEMA SCHEMA", "SCHEMA --names fim", "SCHEMA --gibtsnicht"})
    void wrongCalls(String argumente) {
        Object[] alle = Stream.concat(
                        Stream.of("xdf", "schema"),
                        Stream.of(argumente.split(" ")).filter(a -> !a.isEmpty()))
                .map(a -> a.equals("SCHEMA") ? SCHEMA : a)
                .toArray();
        assertThat(Lauf.mit(alle).code()).isEqualTo(2);
    }
}
