/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.codeliste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.kommunalsdk.FimDaten;
import de.kommunalsdk.error.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Every genericode file of the shared data. */
class GenericodeDatenTest {

    private static final String ZEILE = "/*/*[local-name()='SimpleCodeList']/*[local-name()='Row']";

    @Test
    void everyListIsReadAsAnIndependentXPathCountsIt() throws Exception {
        List<Path> dateien = dateien();
        assertThat(dateien).hasSize(47);

        for (Path datei : dateien) {
            Document baum = baum(datei);
            Codeliste liste = lies(datei).liste().orElseThrow();

            assertThat(liste.groesse()).as(datei.toString()).isEqualTo((int) zahl(baum, "count(" + ZEILE + ")"));
            assertThat(liste.spalten())
                    .hasSize((int) zahl(baum, "count(/*/*[local-name()='ColumnSet']/*[local-name()='Column'])"));
            assertThat(liste.versionUrn())
                    .isEqualTo(text(baum, "/*/*[local-name()='Identification']/*[local-name()='CanonicalVersionUri']"));
            List<String> codes = codes(baum);
            assertThat(liste.eintraege()).extracting(Codeliste.Eintrag::code).isEqualTo(codes);
            assertThat(codes).allMatch(liste::enthaelt);
            assertThat(liste.enthaelt("gibt es nicht")).isFalse();
        }
    }

    @Test
    void theOneProblemOfTheDataIsAMissingTranslation() throws IOException {
        List<Problem> probleme = new ArrayList<>();
        for (Path datei : dateien()) {
            probleme.addAll(lies(datei).probleme());
        }
        assertThat(probleme)
                .extracting(Problem::code, Problem::schwere, p -> p.stelle().toString())
                .containsExactly(tuple(
                        CodelisteFehler.WERT_FEHLT,
                        Problem.Schwere.WARNUNG,
                        "urn-xschule-digital-kmk-codeliste-kdsfach.xml:510:12"));
    }

    @Test
    void theKeyColumnHasManyNames() throws IOException {
        assertThat(liste("xbau-codelists", "bundesland_2010-04-01.xml"))
                .extracting(Codeliste::schluesselspalte, Codeliste::namensspalte, Codeliste::groesse)
                .containsExactly("SCHLUESSEL", "Bezeichnung", 16);
        Codeliste staaten = liste("xbau-codelists", "staatsgebiete_2024-08-01.xml");
        assertThat(staaten.schluesselspalte()).isEqualTo("DESTATIS-Schluessel-Gebiet");
        assertThat(staaten.eintraege().get(0).wert("Existenz-bis")).isEmpty();
        assertThat(liste("xbau-codelists", "dvdv.praefix_51.xml").schluesselspalte())
                .isEqualTo("praefix");
        assertThat(liste("fim/xdf2", "C60000263V2.0_genericode.xml"))
                .extracting(Codeliste::schluesselspalte, Codeliste::namensspalte)
                .containsExactly("code", "name");
    }

    @Test
    void aCodeMayBeAUri() throws IOException {
        Codeliste abschluss = liste("xschule-1.2-ccby/code", "artdesschulabschlusses.xml");
        String code = "http://xbildung.de/def/destatis/1.0/code/artdesschulabschlusses/fachhochschulreife";

        assertThat(abschluss.eintrag(code).orElseThrow().name()).isEqualTo("Fachhochschulreife");
        assertThat(abschluss.eintrag("fachhochschulreife")).isEmpty();
    }

    static List<Path> dateien() throws IOException {
        Path xoev = FimDaten.ordner().getParent();
        List<Path> gefunden = new ArrayList<>();
        for (String ordner : List.of("xbau-codelists", "xschule-1.2-ccby/code", "fim/xdf2", "fim")) {
            try (Stream<Path> alle = Files.list(xoev.resolve(ordner))) {
                alle.filter(p -> !ordner.startsWith("fim") || p.toString().endsWith("genericode.xml"))
                        .filter(p -> p.toString().endsWith(".xml"))
                        .sorted()
                        .forEach(gefunden::add);
            }
        }
        return gefunden;
    }

    private static Codeliste liste(String ordner, String ende) throws IOException {
        Path datei = dateien().stream()
                .filter(p -> p.getParent().endsWith(ordner) && p.toString().endsWith(ende))
                .findFirst()
                .orElseThrow();
        return lies(datei).liste().orElseThrow();
    }

    private static GenericodeErgebnis lies(Path datei) throws IOException {
        try (InputStream quelle = Files.newInputStream(datei)) {
            return GenericodeLeser.lies(datei.getFileName().toString(), quelle);
        }
    }

    /** The codes by the key that the list recommends, else by its first one. */
    private static List<String> codes(Document baum) throws Exception {
        String empfohlen = text(
                baum,
                "//*[local-name()='Key'][.//*[local-name()='recommendedKeyColumn' or "
                        + "local-name()='xoev-code']]/*[local-name()='ColumnRef']/@Ref");
        String spalte = empfohlen.isEmpty()
                ? text(baum, "//*[local-name()='Key'][1]/*[local-name()='ColumnRef']/@Ref")
                : empfohlen;
        NodeList werte = (NodeList) xpath().evaluate(
                        ZEILE + "/*[local-name()='Value'][@ColumnRef='" + spalte + "']/*[local-name()='SimpleValue']",
                        baum,
                        XPathConstants.NODESET);
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < werte.getLength(); i++) {
            codes.add(werte.item(i).getTextContent().strip());
        }
        return codes;
    }

    private static Document baum(Path datei) throws Exception {
        DocumentBuilderFactory fabrik = DocumentBuilderFactory.newDefaultNSInstance();
        return fabrik.newDocumentBuilder().parse(datei.toFile());
    }

    private static double zahl(Document baum, String ausdruck) throws Exception {
        return (double) xpath().evaluate(ausdruck, baum, XPathConstants.NUMBER);
    }

    private static String text(Document baum, String ausdruck) throws Exception {
        return (String) xpath().evaluate(ausdruck, baum, XPathConstants.STRING);
    }

    private static XPath xpath() {
        return XPathFactory.newDefaultInstance().newXPath();
    }
}
