/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Folders with further Dienste, as {@code -Dozg.dienste} mounts them. */
final class Dienstordner {

    private static final Path EIGENE = Path.of("src/test/resources/dienste");

    private Dienstordner() {}

    /** The synthetic Dienst with every kind of field. */
    static Path mitAllenBausteinen() {
        return EIGENE;
    }

    /** Puts the real FIM schema beside its dienst.yaml. Without the official schemas: fails in CI, is skipped elsewhere. */
    static Path mitJaegerpruefung(Path ordner) throws IOException {
        Path schema = Path.of(System.getProperty("shared.data"), "xoev/fim/xdf3/S07000000201.xdf3.xml");
        if (System.getenv("CI") != null) {
            assertThat(schema).exists();
        }
        Assumptions.assumeTrue(Files.exists(schema), schema + " is missing");
        Path dienst = Files.createDirectories(ordner.resolve("zulassung-jaegerpruefung"));
        Path vorlage = Path.of(System.getProperty("project.root"), "examples/dienst-jaegerpruefung/dienst.yaml");
        Files.copy(vorlage, dienst.resolve("dienst.yaml"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(schema, dienst.resolve("S07000000201.xdf3.xml"), StandardCopyOption.REPLACE_EXISTING);
        return ordner;
    }

    /**
     * The Dienste of the class path in a version that asks for a login. "Hund anmelden" needs a higher one in its middle and
     * takes names and town from the account; of "Sondernutzung" it takes what it takes without.
     */
    static Path mitAnmeldung(Path ordner) throws IOException {
        String hund = kopiere("hund-anmelden", ordner)
                        .replace(
                                "    titel: Ihre Anschrift\n",
                                "    titel: Ihre Anschrift\n    vertrauensniveau: substanziell\n")
                + """

                vorbelegung:
                  - quelle: nutzerkonto
                    zweck: Damit Sie weniger eintippen.
                    rechtsgrundlage: Art. 6 Abs. 1 Buchstabe a DSGVO
                    felder:
                      G05999000001.F60000000228: {attribut: vorname}
                      G05999000001.F60000000227: {attribut: familienname}
                      G05999000001.G60000000086.F60000000246: {attribut: postleitzahl, niveau: substanziell}
                      G05999000001.G60000000086.F60000000247: {attribut: ort, niveau: substanziell}
                """;
        Files.writeString(ordner.resolve("hund-anmelden/dienst.yaml"), hund);
        Files.writeString(ordner.resolve("sondernutzung/dienst.yaml"), kopiere("sondernutzung", ordner));
        return ordner;
    }

    private static String kopiere(String id, Path ordner) throws IOException {
        Path vorlage = Path.of(System.getProperty("project.root"))
                .resolve("examples/dienst-" + id + "/src/main/resources/META-INF/ozg-dienst/" + id);
        Path dienst = Files.createDirectories(ordner.resolve(id));
        try (Stream<Path> dateien = Files.list(vorlage)) {
            for (Path datei : dateien.toList()) {
                Files.copy(datei, dienst.resolve(datei.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return Files.readString(vorlage.resolve("dienst.yaml"))
                .replaceFirst("version: [0-9.]+", "version: 9.0.0")
                .replaceFirst("vertrauensniveau: ohne", "vertrauensniveau: basisregistrierung");
    }
}
