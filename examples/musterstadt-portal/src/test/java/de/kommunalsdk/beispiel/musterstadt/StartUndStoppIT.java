/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StartUndStoppIT {

    private static final Path DATEN = Path.of("target/startundstopp").toAbsolutePath();

    @Test
    void saysWhereItIsAndStopsCleanly() throws Exception {
        Files.deleteIfExists(DATEN.resolve("portal.log"));
        int port = Umgebung.freierPort();
        Portalprozess portal = Portalprozess.starte(port, DATEN, "");

        portal.close();

        assertThat(portal.ausgabe())
                .contains("http://localhost:" + port, DATEN.resolve("ablage").toString(), "Strg-C")
                .contains("Musterstadt ist beendet.")
                .doesNotContain("Exception", "ERROR", "WARN");
    }

    @Test
    void aTakenPortIsNamedWithARemedy() throws Exception {
        try (ServerSocket belegt = new ServerSocket(0)) {
            Process prozess = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Dport=" + belegt.getLocalPort(),
                            "-Dmusterstadt.daten=" + DATEN.resolve("belegt"),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Main.class.getName())
                    .start();

            assertThat(prozess.waitFor()).isEqualTo(1);
            assertThat(new String(prozess.getErrorStream().readAllBytes()))
                    .contains("Port " + belegt.getLocalPort() + " ist nicht frei", "-Dport=");
        }
    }
}
