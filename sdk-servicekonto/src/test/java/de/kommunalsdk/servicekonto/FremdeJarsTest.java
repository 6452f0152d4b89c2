/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a portal gets from others with the accounts; the limits stand in docs/dependencies.md. sdk-forms brings nothing from
 * others that is not here already.
 */
class FremdeJarsTest {

    /** Written by the build before the tests: the runtime class path of this module, as Maven resolves it. */
    private static final Path KLASSENPFAD = Path.of("target/laufzeit.classpath");

    @Test
    void weighNoMoreThanTheBudget() throws IOException {
        List<Path> jars = Stream.of(Files.readString(KLASSENPFAD).strip().split("\\|"))
                .map(Path::of)
                .filter(p -> String.valueOf(p.getFileName()).matches("(?!sdk-).*\\.jar"))
                .toList();
        long summe = 0;
        for (Path jar : jars) {
            summe += Files.size(jar);
        }
        assertThat(jars)
                .as("%,d bytes", summe)
                .anyMatch(p -> String.valueOf(p.getFileName()).startsWith("nimbus-jose-jwt-"))
                .hasSizeLessThanOrEqualTo(25);
        assertThat(summe).as(jars.toString()).isLessThanOrEqualTo(13_000_000);
    }
}
