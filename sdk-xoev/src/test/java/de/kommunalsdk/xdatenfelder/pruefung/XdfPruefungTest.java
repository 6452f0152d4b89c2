/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.pruefung;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.FimDaten;
import de.kommunalsdk.xdatenfelder.XdfErgebnis;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class XdfPruefungTest {

    private static XdfPruefung pruefe(Path datei) {
        try (InputStream quelle = Files.newInputStream(datei)) {
            return XdfPruefung.pruefe(datei.getFileName().toString(), quelle);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Distinct texts of all nodes; another parser and another way than the product. */
    private static int verschiedene(Document baum, String xpath) throws XPathExpressionException {
        NodeList alle =
                (NodeList) XPathFactory.newDefaultInstance().newXPath().evaluate(xpath, baum, XPathConstants.NODESET);
        Set<String> texte = new HashSet<>();
        for (int i = 0; i < alle.getLength(); i++) {
            texte.add(alle.item(i).getTextContent().strip());
        }
        return texte.size();
    }

    private static String kennungen(String elementname) {
        return "//*[local-name()='" + elementname + "']/*[local-name()='identifikation']";
    }

    /** Id and version of XDF2's list, or the version URI that XDF3 has at each (its text holds URN and version). */
    private static final String CODELISTEN = "//*[local-name()='codelisteReferenz']/*[local-name()='identifikation']"
            + " | //*[local-name()='codelisteReferenz'][not(*[local-name()='identifikation'])]"
            + "/*[local-name()='canonicalVersionUri']";

    @Test
    void countsEveryRealSchemaAsXPathDoes() throws Exception {
        DocumentBuilderFactory fabrik = DocumentBuilderFactory.newDefaultInstance();
        fabrik.setNamespaceAware(true);
        List<Path> dateien = Stream.concat(
                        FimDaten.dateien("xdf3", ".xdf3.xml").stream(), FimDaten.dateien("xdf2", "_xdf2.xml").stream())
                .toList();
        assertThat(dateien).hasSize(16);
        int relationen = 0;
        for (Path datei : dateien) {
            Document baum = fabrik.newDocumentBuilder().parse(datei.toFile());
            XdfPruefung ist = pruefe(datei);
            assertThat(ist.probleme()).as("%s", datei.getFileName()).isEmpty();
            assertThat(ist.standard()).isEqualTo("xdatenfelder");
            assertThat(ist.version()).isEqualTo(ist.datei().endsWith("_xdf2.xml") ? "2.0" : "3.0.0");
            assertThat(ist.name()).isNotBlank();
            assertThat(List.of(ist.gruppen(), ist.felder(), ist.regeln(), ist.codelisten()))
                    .as("%s", datei.getFileName())
                    .containsExactly(
                            verschiedene(baum, kennungen("datenfeldgruppe")),
                            verschiedene(baum, kennungen("datenfeld")),
                            verschiedene(baum, kennungen("regel")),
                            verschiedene(baum, CODELISTEN));
            int uebergangen = FimDaten.lies(datei).kopf().relationen();
            Object gezaehlt = XPathFactory.newDefaultInstance()
                    .newXPath()
                    .evaluate("count(//*[local-name()='relation'])", baum, XPathConstants.NUMBER);
            assertThat((double) uebergangen).as("%s", datei.getFileName()).isEqualTo(gezaehlt);
            relationen += uebergangen;
        }
        assertThat(relationen).isEqualTo(28_262);
    }

    @ParameterizedTest
    @CsvSource({
        "xdf3/S00000000364.xdf3.xml,3.0.0,S00000000364,2,9,1,0",
        "xdf3/S00000000371.xdf3.xml,3.0.0,S00000000371,6,22,5,0",
        "xdf3/S00000000373.xdf3.xml,3.0.0,S00000000373,5,15,1,0",
        "xdf3/S00000000385.xdf3.xml,3.0.0,S00000000385,22,37,12,1",
        "xdf3/S00000000390.xdf3.xml,3.0.0,S00000000390,15,31,11,1",
        "xdf3/S02000000112.xdf3.xml,3.0.0,S02000000112,12,30,2,0",
        "xdf3/S05000001162.xdf3.xml,3.0.0,S05000001162,38,111,26,3",
        "xdf3/S05000001195.xdf3.xml,3.0.0,S05000001195,13,29,1,2",
        "xdf3/S05000001216.xdf3.xml,3.0.0,S05000001216,30,53,3,2",
        "xdf3/S05000001291.xdf3.xml,3.0.0,S05000001291,18,52,19,5",
        "xdf3/S05000001319.xdf3.xml,3.0.0,S05000001319,16,39,6,3",
        "xdf3/S05000001323.xdf3.xml,3.0.0,S05000001323,17,52,16,1",
        "xdf3/S07000000201.xdf3.xml,3.0.0,S07000000201,7,17,5,1",
        "xdf2/S00000000371_xdf2.xml,2.0,S00000371,6,22,5,3",
        "xdf2/S05000001195_xdf2.xml,2.0,S05001195,13,29,1,4",
        "xdf2/S07000000201_xdf2.xml,2.0,S07000201,7,17,5,2"
    })
    void keepsTheGoldenNumbers(
            String datei, String version, String id, int gruppen, int felder, int regeln, int codelisten) {
        XdfPruefung ist = pruefe(FimDaten.ordner().resolve(datei));
        assertThat(ist)
                .extracting(
                        XdfPruefung::version,
                        XdfPruefung::id,
                        XdfPruefung::gruppen,
                        XdfPruefung::felder,
                        XdfPruefung::regeln,
                        XdfPruefung::codelisten)
                .containsExactly(version, id, gruppen, felder, regeln, codelisten);
    }

    @ParameterizedTest
    @CsvSource({
        "flxbe-v2-data-data-field-rule.xml,''",
        "flxbe-v2-data-data-group-rule.xml,''",
        "flxbe-v2-data-duplicate-optional-value.xml,OZG-XDF-0005",
        "flxbe-v2-data-duplicate-required-value.xml,OZG-XDF-0005",
        "flxbe-v2-data-label.xml,''",
        "flxbe-v2-data-minimal.xml,''",
        "flxbe-v2-data-rule.xml,''",
        "flxbe-v2-data-select.xml,''",
        "flxbe-v2-data-simple.xml,''",
        "flxbe-v2-data-unknown-namespace.xml,OZG-XDF-0001",
        "flxbe-v3-data-duplicate-id-node.xml,OZG-XDF-0003 OZG-XDF-0005",
        "flxbe-v3-data-empty-id-node.xml,OZG-XDF-0003 OZG-XDF-0004",
        "flxbe-v3-data-input.xml,OZG-XDF-0003 OZG-XDF-0004 OZG-XDF-0005",
        "flxbe-v3-data-invalid-freigabestatus.xml,OZG-XDF-0003 OZG-XDF-0007",
        "flxbe-v3-data-missing-id-node.xml,OZG-XDF-0003 OZG-XDF-0004",
        "flxbe-v3-data-simple.xml,OZG-XDF-0003",
        "flxbe-v3-data-unexpected-node.xml,OZG-XDF-0003 OZG-XDF-0006",
        "flxbe-v3-data-unknown-namespace.xml,OZG-XDF-0001"
    })
    void judgesTheSmallFiles(String datei, String codes) {
        XdfPruefung ist = pruefe(FimDaten.ordner().resolve("flxbe-tests").resolve(datei));
        assertThat(ist.probleme().stream().map(p -> p.code().code()).distinct())
                .as("%s", ist.probleme())
                .containsExactlyElementsOf(codes.isEmpty() ? List.of() : List.of(codes.split(" ")));
    }

    @Test
    void aSoundGroupIsReadAlthoughItIsNoSchema() {
        XdfErgebnis gut = FimDaten.lies(FimDaten.ordner().resolve("flxbe-tests/flxbe-v3-data-simple.xml"));
        assertThat(gut.schema()).isEmpty();
        assertThat(gut.element().orElseThrow().id()).isEqualTo("G60000000088");
        assertThat(gut.element().orElseThrow().regeln().get(0).script()).isEqualTo("some script content");
        XdfErgebnis doppelt =
                FimDaten.lies(FimDaten.ordner().resolve("flxbe-tests/flxbe-v3-data-duplicate-id-node.xml"));
        assertThat(doppelt.element()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "dokumentsteckbrief.0101,dokumentsteckbrief",
        "datenfeld.0104,datenfeld",
        "codeliste.0105,codeliste",
        "datenfeldgruppe.0103,datenfeldgruppe"
    })
    void namesOtherMessagesClearly(String nachricht, String element) {
        for (String namensraum : List.of("2", "3.0.0")) {
            String text = "<x:xdatenfelder." + nachricht
                    + " xmlns:x='urn:xoev-de:fim:standard:xdatenfelder_" + namensraum + "'><x:" + element
                    + "><x:identifikation><x:id>D1</x:id></x:identifikation><x:name>Test</x:name>"
                    + (element.equals("datenfeld")
                            ? "<x:feldart><code>input</code></x:feldart><x:datentyp><code>text</code></x:datentyp>"
                            : "")
                    + "</x:" + element + "></x:xdatenfelder." + nachricht + ">";
            XdfPruefung ist =
                    XdfPruefung.pruefe("a.xml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            assertThat(ist.probleme()).extracting(p -> p.code().code()).containsExactly("OZG-XDF-0003");
            assertThat(ist.id()).isEqualTo("D1");
            assertThat(ist.name()).isEqualTo("Test");
        }
    }

    @Test
    void genericodeIsNoXdatenfelder() {
        for (Path datei : FimDaten.dateien("xdf2", "_genericode.xml")) {
            XdfPruefung ist = pruefe(datei);
            assertThat(ist.standard()).isEmpty();
            assertThat(ist.probleme()).extracting(p -> p.code().code()).containsExactly("OZG-XDF-0001");
        }
    }
}
