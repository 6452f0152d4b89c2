/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The command line against the running portal, as its CI calls it. */
class KommandozeileIT {

    @Test
    void thePortalConforms() throws Exception {
        try (Musterstadt portal = Musterstadt.starte(new Einstellungen(
                0, Path.of("target/kommandozeile").toAbsolutePath(), Optional.empty(), Optional.empty()))) {
            Process prozess = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "de.kommunalsdk.cli.Kommandozeile",
                            "conformance",
                            "--url",
                            portal.adresse() + "/ozg")
                    .redirectErrorStream(true)
                    .start();
            String ausgabe = new String(prozess.getInputStream().readAllBytes());

            assertThat(prozess.waitFor()).as(ausgabe).isZero();
            assertThat(ausgabe).contains("EP03_OhneJavaScript: erfuellt", "/ozg: konform");
        }
    }
}
