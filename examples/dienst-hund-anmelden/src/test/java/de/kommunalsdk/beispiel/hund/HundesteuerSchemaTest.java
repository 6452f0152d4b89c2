/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.hund;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.xdatenfelder.Datenfeld;
import de.kommunalsdk.xdatenfelder.Datenfeldgruppe;
import de.kommunalsdk.xdatenfelder.Element;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.Struktur;
import de.kommunalsdk.xdatenfelder.XdfErgebnis;
import de.kommunalsdk.xdatenfelder.XdfLeser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class HundesteuerSchemaTest {

    private static final String SCHEMA = "/META-INF/ozg-dienst/hund-anmelden/S05999000001.xdf3.xml";

    @Test
    void isReadWithoutAnyProblem() throws IOException {
        XdfErgebnis ergebnis = lies();

        assertThat(ergebnis.probleme()).isEmpty();
        assertThat(ergebnis.kopf().id()).isEqualTo("S05999000001");
    }

    @Test
    void isValidAgainstTheReconstructedGrammar() throws Exception {
        Path grammatik = sharedData().resolve("xoev/schemas-reconstructed/xdf3-reconstructed.xsd");
        var fabrik = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);

        try (InputStream quelle = quelle()) {
            fabrik.newSchema(grammatik.toFile()).newValidator().validate(new StreamSource(quelle));
        }
    }

    @Test
    void usesItsOwnRangeAndHarmonisedElementsOnly() throws IOException {
        Map<String, Element> elemente = elemente(lies().schema().orElseThrow());

        assertThat(elemente.keySet()).allMatch(id -> id.matches("[FG](05999|60000)\\d{6}"));
        assertThat(elemente).hasSize(27);
    }

    @Test
    void harmonisedElementsHaveTheLimitsOfThePublishedOnes() throws IOException {
        Map<String, Element> eigene = elemente(lies().schema().orElseThrow());
        Map<String, Element> amtliche = elemente(lies(sharedData().resolve("xoev/fim/xdf3/S07000000201.xdf3.xml")));

        List<String> gemeinsame =
                eigene.keySet().stream().filter(amtliche::containsKey).toList();

        assertThat(gemeinsame).hasSize(10).allSatisfy(id -> {
            assertThat(eigene.get(id).version()).isEqualTo(amtliche.get(id).version());
            if (eigene.get(id) instanceof Datenfeld eigenes && amtliche.get(id) instanceof Datenfeld amtliches) {
                assertThat(eigenes.praezisierung()).isEqualTo(amtliches.praezisierung());
                assertThat(eigenes.datentyp()).isEqualTo(amtliches.datentyp());
            }
        });
    }

    private static XdfErgebnis lies() throws IOException {
        try (InputStream quelle = quelle()) {
            return XdfLeser.lies("S05999000001.xdf3.xml", quelle);
        }
    }

    private static Stammdatenschema lies(Path datei) throws IOException {
        try (InputStream quelle = Files.newInputStream(datei)) {
            return XdfLeser.lies(datei.getFileName().toString(), quelle)
                    .schema()
                    .orElseThrow();
        }
    }

    private static InputStream quelle() {
        return assertThat(HundesteuerSchemaTest.class.getResourceAsStream(SCHEMA))
                .isNotNull()
                .actual();
    }

    private static Map<String, Element> elemente(Stammdatenschema schema) {
        Map<String, Element> gefunden = new TreeMap<>();
        schema.struktur().forEach(s -> sammle(s, gefunden));
        return gefunden;
    }

    private static void sammle(Struktur struktur, Map<String, Element> gefunden) {
        gefunden.put(struktur.element().id(), struktur.element());
        if (struktur.element() instanceof Datenfeldgruppe gruppe) {
            gruppe.struktur().forEach(s -> sammle(s, gefunden));
        }
    }

    private static Path sharedData() {
        Path daten = Path.of(System.getProperty("shared.data", "../../../shared/data"));
        if (System.getenv("CI") != null) {
            assertThat(daten).as("shared test data").isDirectory();
        }
        Assumptions.assumeTrue(Files.isDirectory(daten), "shared test data are not here");
        return daten;
    }
}
