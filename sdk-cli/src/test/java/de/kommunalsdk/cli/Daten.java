/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The files that tests read: official schemas, of which missing ones fail in CI and skip elsewhere, and the example. */
final class Daten {

    static final Path HUND =
            beispiele().resolve("dienst-hund-anmelden/src/main/resources/META-INF/ozg-dienst/hund-anmelden");
    static final Path SONDERNUTZUNG =
            beispiele().resolve("dienst-sondernutzung/src/main/resources/META-INF/ozg-dienst/sondernutzung");

    private Daten() {}

    static Path beispiele() {
        return Path.of(System.getProperty("project.root", "..")).resolve("examples");
    }

    static Path fim() {
        Path fim =
                Path.of(System.getProperty("shared.data", "../../shared/data")).resolve("xoev/fim");
        if (System.getenv("CI") != null) {
            assertThat(fim).as("shared test data").isDirectory();
        }
        Assumptions.assumeTrue(Files.isDirectory(fim), "shared test data (xoev/fim) are not here");
        return fim;
    }

    static List<Path> schemata() {
        try (Stream<Path> alle = Files.list(fim().resolve("xdf3"))) {
            List<Path> dateien =
                    alle.filter(p -> p.toString().endsWith(".xml")).sorted().toList();
            assertThat(dateien).hasSizeGreaterThanOrEqualTo(13);
            return dateien;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy of the example in a folder {@code hund-anmelden}. */
    static Path hund(Path ordner) throws IOException {
        Path kopie = Files.createDirectories(ordner.resolve("hund-anmelden"));
        for (String name : List.of("dienst.yaml", "S05999000001.xdf3.xml", "regeln.json")) {
            Files.copy(HUND.resolve(name), kopie.resolve(name));
        }
        return kopie;
    }
}
