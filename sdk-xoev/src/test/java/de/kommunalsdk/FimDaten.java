/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.XdfErgebnis;
import de.kommunalsdk.xdatenfelder.XdfLeser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The FIM files of the shared test data: missing ones fail in CI and skip elsewhere. */
public final class FimDaten {

    private FimDaten() {}

    public static Path ordner() {
        Path daten = Path.of(System.getProperty("shared.data", "../../shared/data"));
        Path fim = daten.resolve("xoev/fim");
        if (System.getenv("CI") != null) {
            assertThat(fim).as("shared test data").isDirectory();
        }
        Assumptions.assumeTrue(Files.isDirectory(fim), "shared test data (xoev/fim) are not here");
        return fim;
    }

    public static List<Path> dateien(String unterordner, String endung) {
        try (Stream<Path> alle = Files.list(ordner().resolve(unterordner))) {
            return alle.filter(p -> p.getFileName().toString().endsWith(endung))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public static XdfErgebnis lies(Path datei) {
        try (InputStream quelle = Files.newInputStream(datei)) {
            return XdfLeser.lies(datei.getFileName().toString(), quelle);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public static Stammdatenschema schema(Path datei) {
        XdfErgebnis ergebnis = lies(datei);
        assertThat(ergebnis.probleme()).isEmpty();
        return ergebnis.schema().orElseThrow();
    }
}
