/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.schriftstueck.Pdf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Every glyph of DIN 91379 can be printed, in both cuts. */
class DinZeichenTest {

    @Test
    void allGlyphsOfTheStandardAreDrawn() throws IOException {
        Path tabelle = Path.of(System.getProperty("shared.data", "../../shared/data"))
                .resolve("xoev/din91379/din91379-glyphs.tsv");
        if (System.getenv("CI") != null) {
            assertThat(tabelle).as("shared test data").exists();
        }
        Assumptions.assumeTrue(Files.exists(tabelle), "shared test data (din91379) are not here");
        List<String> glyphen = Files.readAllLines(tabelle).stream()
                .skip(1)
                .map(zeile -> Arrays.stream(zeile.split("\t", -1)[0].split(" "))
                        .map(c -> Character.toString(Integer.parseInt(c, 16)))
                        .collect(Collectors.joining()))
                .toList();
        assertThat(glyphen).hasSize(929);
        String alle = glyphen.stream()
                .map(g -> g.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
                .collect(Collectors.joining(" "));
        Pdf pdf = new PdfSatz().setze(Vorlagen.mit("<h1>Zeichen</h1><p>" + alle + "</p><p><b>" + alle + "</b></p>"));

        assertThat(pdf.ersetzteZeichen()).isEmpty();
        Norm.erfuellt(pdf.inhalt());
        try (PDDocument gelesen = Loader.loadPDF(pdf.inhalt())) {
            String text = new PDFTextStripper().getText(gelesen);
            assertThat(glyphen.stream()
                            .flatMapToInt(g ->
                                    Normalizer.normalize(g, Normalizer.Form.NFC).codePoints())
                            .filter(z -> z > ' ' && text.indexOf(z) < 0)
                            .mapToObj(z -> "U+%04X".formatted(z)))
                    .isEmpty();
        }
    }
}
