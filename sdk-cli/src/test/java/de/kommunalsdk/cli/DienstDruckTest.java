/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DienstDruckTest {

    private static final List<String> STICHPROBE =
            List.of("S00000000371.xdf3.xml", "S05000001323.xdf3.xml", "S07000000201_xdf2.xml");

    @TempDir
    private Path ordner;

    @Test
    void theExampleBecomesAFormWithAddressBoxesLinesAndConditions() throws IOException {
        Path mandant = Daten.beispiele().resolve("musterstadt-portal/src/main/resources/musterstadt");
        Path kopie = ordner.resolve("mandant.yaml");
        Files.copy(mandant.resolve("mandant.yaml"), kopie);
        Files.copy(mandant.resolve("oeffentlich/wappen.svg"), ordner.resolve("wappen.svg"));
        Path pdf = ordner.resolve("aus/hund.pdf");

        Lauf lauf = Lauf.mit("dienst", "druck", Daten.HUND, "-o", pdf, "--mandant", kopie);

        assertThat(lauf.code()).as("%s", lauf).isZero();
        assertThat(lauf.ergebnisse()).contains(pdf + ": Seiten: ");
        byte[] bytes = Files.readAllBytes(pdf);
        Norm.erfuellt(bytes);
        String text = text(bytes);
        assertThat(text)
                .contains(
                        "Stadt Musterstadt",
                        "Rathausplatz",
                        "☐ Ja",
                        "☐ Nein",
                        "Ihr Hund",
                        "Rufname des Hundes",
                        "Wird gebraucht, wenn „",
                        "Für weitere Einträge legen Sie bitte ein Blatt bei",
                        "Ort, Datum und Unterschrift");
        assertThat(text.split("Rufname des Hundes", -1).length - 1).isGreaterThanOrEqualTo(3);

        Lauf zweimal = Lauf.mit("dienst", "druck", Daten.HUND, "-o", pdf);
        assertThat(zweimal.code()).isEqualTo(Kommandozeile.FEHLSCHLAG);
        assertThat(zweimal.fehler()).contains("OZG-CLI-0011");
    }

    @Test
    void theOtherExamplesBecomeForms() throws IOException {
        Path jaeger = Files.createDirectory(ordner.resolve("jaeger"));
        for (String datei : List.of("dienst.yaml", "regeln.json")) {
            Files.copy(Daten.beispiele().resolve("dienst-jaegerpruefung/" + datei), jaeger.resolve(datei));
        }
        Files.copy(Daten.fim().resolve("xdf3/S07000000201.xdf3.xml"), jaeger.resolve("S07000000201.xdf3.xml"));
        for (Path dienst : List.of(jaeger, Daten.SONDERNUTZUNG)) {
            Path pdf = ordner.resolve(dienst.getFileName() + ".pdf");

            Lauf lauf = Lauf.mit("dienst", "druck", dienst, "-o", pdf);

            assertThat(lauf.code()).as("%s", lauf).isZero();
            Norm.erfuellt(Files.readAllBytes(pdf));
        }
        assertThat(text(Files.readAllBytes(ordner.resolve("sondernutzung.pdf"))))
                .contains("Lageplan", "Außengastronomie");
    }

    @Test
    void everyRealSchemaBecomesAForm() throws IOException {
        Stream<Path> xdf2 = Stream.of("S00000000371", "S05000001195", "S07000000201")
                .map(id -> Daten.fim().resolve("xdf2/" + id + "_xdf2.xml"));
        int synthetische = 0;
        for (Path schema : Stream.concat(Daten.schemata().stream(), xdf2).toList()) {
            String name = schema.getFileName().toString();
            Path dienst = ordner.resolve("d" + name.replaceAll("\\D", ""));
            assertThat(Lauf.mit("dienst", "new", dienst, "--schema", schema).code())
                    .isZero();
            Path pdf = ordner.resolve(name + ".pdf");

            Lauf lauf = Lauf.mit("dienst", "druck", dienst, "-o", pdf);

            assertThat(lauf.code()).as("%s", lauf).isZero();
            byte[] bytes = Files.readAllBytes(pdf);
            boolean synthetisch = lauf.fehler().contains("SYNTHETISCH");
            assertThat(text(bytes).contains("SYNTHETISCH: ")).isEqualTo(synthetisch);
            synthetische += synthetisch ? 1 : 0;
            if (STICHPROBE.contains(name) || Boolean.getBoolean("lang")) {
                Norm.erfuellt(bytes);
            }
        }
        assertThat(synthetische).isPositive();
    }

    @Test
    void whatIsNoDienstIsRefused() throws IOException {
        Lauf leer = Lauf.mit("dienst", "druck", ordner, "-o", ordner.resolve("a.pdf"));
        assertThat(leer.code()).isEqualTo(Kommandozeile.FEHLSCHLAG);
        assertThat(leer.fehler()).contains("OZG-CLI-0002");
        Lauf weg = Lauf.mit("dienst", "druck", ordner.resolve("weg"), "-o", ordner.resolve("a.pdf"));
        assertThat(weg.fehler()).contains("OZG-CLI-0001");
        assertThat(ordner.resolve("a.pdf")).doesNotExist();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument gelesen = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(gelesen);
        }
    }
}
