/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.dienst.OzgDienst;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormularBauerTest {

    private static final String HUND =
            "examples/dienst-hund-anmelden/src/main/resources/META-INF/ozg-dienst/hund-anmelden";

    @Test
    void whatIsWrongInTheOverlayIsReportedAtItsPlaceAndStopsTheForm(@TempDir Path ordner) throws IOException {
        Path vorlage = Path.of(System.getProperty("project.root"), HUND);
        Files.copy(vorlage.resolve("S05999000001.xdf3.xml"), ordner.resolve("S05999000001.xdf3.xml"));
        String yaml = Files.readString(vorlage.resolve("dienst.yaml"))
                .replace("- G05999000003\n", "- G99999999999\n")
                .replace("      gleich: \"true\"\n", "");
        Files.writeString(ordner.resolve("dienst.yaml"), yaml);
        OzgDienst dienst = Dienstbibliothek.builder()
                .verzeichnis(ordner)
                .lade()
                .alle()
                .iterator()
                .next();

        for (int i = 0; i < 2; i++) { // a second compilation says the same, not twice as much
            FormularBauer.Ergebnis ergebnis = FormularBauer.baue(dienst, false);

            assertThat(ergebnis.formular()).isEmpty();
            assertThat(ergebnis.probleme())
                    .extracting(p -> p.code(), p -> p.stelle().zeile())
                    .containsExactly(
                            tuple(FormFehler.BEDINGUNG, zeile(yaml, "      feld: F05999000009")),
                            tuple(FormFehler.PFAD_UNBEKANNT, zeile(yaml, "      - G99999999999")),
                            tuple(FormFehler.SEITE, zeile(yaml, "  - id: hund")),
                            tuple(FormFehler.NICHT_PLATZIERT, zeile(yaml, "seiten:") + 1));
        }
    }

    private static int zeile(String text, String zeile) {
        return text.lines().toList().indexOf(zeile) + 1;
    }
}
