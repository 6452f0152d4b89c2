/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.forms.servlet.Testbrowser.Seite;
import de.kommunalsdk.mandant.MandantFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every real FIM schema starts in a browser, shows its first page, and does not get to the review without answers. */
class EchteSchemataIT {

    private static final Path SCHEMATA = Path.of(System.getProperty("shared.data"), "xoev/fim/xdf3");
    private static final int MEHR_SEITEN_HAT_KEINES = 80;

    @Test
    void startsAndRefusesAnEmptyAntrag(@TempDir Path ordner) throws IOException {
        if (System.getenv("CI") != null) {
            assertThat(SCHEMATA).isDirectory();
        }
        Assumptions.assumeTrue(Files.isDirectory(SCHEMATA), SCHEMATA + " is missing");
        List<String> dienste = bereite(ordner);
        assertThat(dienste).hasSize(13);
        StringBuilder angebot = new StringBuilder("dienste:\n");
        dienste.forEach(id -> angebot.append("  ").append(id).append(": {}\n"));

        try (Testportal portal = Testportal.starte(b -> b.testmodus(true)
                .dienste(Dienstbibliothek.builder().verzeichnis(ordner).lade())
                .mandanten(MandantFinder.fest(Testportal.mandant("musterstadt", angebot.toString()))))) {
            for (String id : dienste) {
                Testbrowser b = portal.browser();
                Seite seite = b.druecke(b.hole("/" + id), "Jetzt online beantragen", Map.of());
                assertThat(seite.status()).as(id).isEqualTo(200);
                assertThat(seite.html().select("form [name]")).as(id).hasSizeGreaterThan(2);

                for (int i = 0;
                        i < MEHR_SEITEN_HAT_KEINES
                                && seite.html().select(".ozg-fehlerliste").isEmpty();
                        i++) {
                    assertThat(seite.url().getPath()).as(id).contains("/seite/");
                    seite = b.druecke(seite, "weiter", Map.of());
                }
                assertThat(seite.html().select(".ozg-fehlerliste a")).as(id).isNotEmpty();
            }
        }
    }

    private static List<String> bereite(Path ordner) throws IOException {
        try (Stream<Path> dateien = Files.list(SCHEMATA)) {
            List<Path> schemata = dateien.filter(p -> p.toString().endsWith(".xdf3.xml"))
                    .sorted()
                    .toList();
            for (Path schema : schemata) {
                String datei = schema.getFileName().toString();
                Path dienst = Files.createDirectories(ordner.resolve(id(schema)));
                Files.copy(schema, dienst.resolve(datei));
                Files.writeString(
                        dienst.resolve("dienst.yaml"),
                        """
                        id: %s
                        version: 1.0.0
                        titel: %s
                        leistungsschluessel: ["99000000000000"]
                        vertrauensniveau: ohne
                        schema: %s
                        beschreibung: {kurztext: Ein echtes Schema.}
                        wege: [ablage]
                        """
                                .formatted(id(schema), datei, datei));
            }
            return schemata.stream().map(EchteSchemataIT::id).toList();
        }
    }

    private static String id(Path schema) {
        return schema.getFileName().toString().replaceAll("\\..*", "").toLowerCase(Locale.ROOT);
    }
}
