/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Runs a script of {@code src/test/browser} with Node and Debian's Chromium. What is missing fails the test in CI and
 * skips it elsewhere.
 */
final class Browserlauf {

    private static final Path QUELLE = Path.of("src/test/browser");
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private final Path ordner;

    private Browserlauf(Path ordner) {
        this.ordner = ordner;
    }

    /** Whether all combinations are wanted, not just pairs of them. */
    static String ganz() {
        return Boolean.getBoolean("lang") ? "ja" : "nein";
    }

    /** Copies the scripts to {@code ordner} and installs their packages there. */
    static Browserlauf bereite(Path ordner) throws IOException, InterruptedException {
        Assumptions.assumeFalse(Boolean.getBoolean("browser.skip"), "-Dbrowser.skip=true");
        verlange(Files.isExecutable(CHROMIUM), CHROMIUM + " is missing: apt-get install chromium");
        verlange(laeuft("node", "--version") && laeuft("npm", "--version"), "node and npm are missing");
        Files.createDirectories(ordner);
        try (Stream<Path> dateien = Files.list(QUELLE)) {
            for (Path datei : dateien.filter(Files::isRegularFile).toList()) {
                Files.copy(datei, ordner.resolve(datei.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Path fertig = ordner.resolve("node_modules/.package-lock.json");
        if (!Files.exists(fertig) || aelter(fertig, QUELLE.resolve("package-lock.json"))) {
            starte(ordner, Map.of(), List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
        }
        return new Browserlauf(ordner);
    }

    /** Runs a script and returns the JSON it wrote to {@code ergebnis.json}. */
    JsonNode fuehreAus(String skript, Map<String, String> umgebung) throws IOException, InterruptedException {
        Path ergebnis = ordner.resolve("ergebnis.json");
        Files.deleteIfExists(ergebnis);
        starte(ordner, umgebung, List.of("node", skript));
        return new ObjectMapper().readTree(ergebnis.toFile());
    }

    /** What the Nu validator has against the pages of a folder; it is one process for all of them. */
    JsonNode pruefeHtml(Path seiten) throws IOException, InterruptedException {
        Path jar = ordner.resolve("node_modules/vnu-jar/build/dist/vnu.jar");
        Path ergebnis = ordner.resolve("nu.json");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        starte(
                ordner,
                Map.of(),
                List.of(
                        java,
                        "-jar",
                        jar.toString(),
                        "--exit-zero-always",
                        "--stdout",
                        "--format",
                        "json",
                        seiten.toString()),
                ergebnis);
        return new ObjectMapper().readTree(ergebnis.toFile()).path("messages");
    }

    private static boolean aelter(Path eine, Path andere) throws IOException {
        return Files.getLastModifiedTime(eine).compareTo(Files.getLastModifiedTime(andere)) < 0;
    }

    private static void verlange(boolean bedingung, String grund) {
        if (System.getenv("CI") != null) {
            assertThat(bedingung).as(grund).isTrue();
        }
        Assumptions.assumeTrue(bedingung, grund);
    }

    private static boolean laeuft(String... befehl) throws InterruptedException {
        try {
            return new ProcessBuilder(befehl)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void starte(Path ordner, Map<String, String> umgebung, List<String> befehl)
            throws IOException, InterruptedException {
        starte(ordner, umgebung, befehl, ordner.resolve(befehl.get(0) + ".log"));
    }

    private static void starte(Path ordner, Map<String, String> umgebung, List<String> befehl, Path protokoll)
            throws IOException, InterruptedException {
        ProcessBuilder bauer = new ProcessBuilder(befehl).directory(ordner.toFile());
        bauer.environment().putAll(umgebung);
        Process prozess = bauer.redirectErrorStream(true)
                .redirectOutput(protokoll.toFile())
                .start();
        if (!prozess.waitFor(60, TimeUnit.MINUTES)) {
            prozess.destroyForcibly();
            throw new AssertionError(befehl + " took longer than an hour");
        }
        assertThat(prozess.exitValue())
                .as(() -> String.join(" ", befehl) + " said:\n" + lies(protokoll))
                .isZero();
    }

    private static String lies(Path datei) {
        try {
            return Files.readString(datei);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
