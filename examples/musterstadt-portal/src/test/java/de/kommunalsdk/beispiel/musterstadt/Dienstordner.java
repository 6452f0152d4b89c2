/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
}
