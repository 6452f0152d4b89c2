/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows docs/getting-started.md: takes its files out of the page, compiles them, runs them, submits an Antrag. */
class ErsteSchritteIT {

    private static final Path WURZEL = Path.of(System.getProperty("project.root"));
    private static final Pattern DATEI =
            Pattern.compile("<!-- file: (\\S+) -->\\n```\\w+\\n(.*?)```\\n", Pattern.DOTALL);

    @TempDir
    private Path ordner;

    @Test
    void theGuideLeadsToADeliveredAntrag() throws Exception {
        String seite = Files.readString(WURZEL.resolve("docs/getting-started.md"));
        for (MatchResult datei : DATEI.matcher(seite).results().toList()) {
            Path ziel = ordner.resolve(datei.group(1));
            Files.createDirectories(ziel.getParent());
            Files.writeString(ziel, datei.group(2));
        }
        String klassenpfad = System.getProperty("java.class.path");
        int fehler = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-cp",
                        klassenpfad,
                        "-d",
                        ordner.resolve("klassen").toString(),
                        ordner.resolve("src/main/java/de/meinestadt/Portal.java")
                                .toString());
        assertThat(fehler).isZero();

        int port = Umgebung.freierPort();
        Process portal = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dport=" + port,
                        "-cp",
                        ordner.resolve("klassen") + File.pathSeparator + klassenpfad,
                        "de.meinestadt.Portal")
                .directory(ordner.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ordner.resolve("portal.log").toFile())
                .start();
        try {
            String nummer = new Antragsteller("http://localhost:" + port, "Erste Schritte").reicheEin();
            Path ablage = ordner.resolve("daten/ablage/meinestadt");
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Files.isDirectory(ablage));
            try (var pakete = Files.list(ablage)) {
                Path paket = pakete.findFirst().orElseThrow();
                assertThat(Files.readString(paket.resolve("manifest.json"))).contains(nummer);
                assertThat(paket.resolve("fachdaten.xml")).exists();
                assertThat(paket.resolve("fachdaten.json")).exists();
            }
        } finally {
            portal.destroy();
            portal.waitFor();
        }
    }

    /** The versions in the page are those that this project is tested with. */
    @Test
    void theVersionsOfTheGuideAreOurs() throws IOException {
        String seite = Files.readString(WURZEL.resolve("docs/getting-started.md"));
        String pom = Files.readString(WURZEL.resolve("pom.xml"));
        for (String name : new String[] {"h2", "jetty", "slf4j"}) {
            String version = Pattern.compile("<" + name + "\\.version>(.*)</")
                    .matcher(pom)
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group(1);
            assertThat(seite).contains("<version>" + version + "</version>");
        }
    }
}
