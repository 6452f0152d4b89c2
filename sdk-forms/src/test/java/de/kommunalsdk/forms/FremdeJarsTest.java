/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a portal gets from others with sdk-core and sdk-forms; the limits stand in docs/dependencies.md. */
class FremdeJarsTest {

    private static final int MAX_JARS = 20;
    private static final long MAX_BYTES = 10_000_000;

    /** Written by the build before the tests: the runtime class path of this module, as Maven resolves it. */
    private static final Path KLASSENPFAD = Path.of("target/laufzeit.classpath");

    @Test
    void weighNoMoreThanTheBudget() throws IOException {
        List<Path> jars = Stream.of(Files.readString(KLASSENPFAD).strip().split("\\|"))
                .map(Path::of)
                .filter(p -> p.toString().endsWith(".jar"))
                .filter(p -> !name(p).startsWith("sdk-"))
                .sorted(Comparator.comparing(FremdeJarsTest::bytes).reversed())
                .toList();
        long summe = jars.stream().mapToLong(FremdeJarsTest::bytes).sum();
        String liste = jars.stream()
                .map(p -> String.format(Locale.ROOT, "%,12d  %s%n", bytes(p), name(p)))
                .collect(Collectors.joining());

        assertThat(jars)
                .as("a class path without its best known jar is not read rightly")
                .anyMatch(p -> name(p).startsWith("jackson-databind-"));
        assertThat(jars.size())
                .as("%d third-party jars%n%s", jars.size(), liste)
                .isLessThanOrEqualTo(MAX_JARS);
        assertThat(summe).as("%,d bytes of third-party jars%n%s", summe, liste).isLessThanOrEqualTo(MAX_BYTES);
    }

    private static String name(Path jar) {
        return String.valueOf(jar.getFileName());
    }

    private static long bytes(Path jar) {
        try {
            return Files.size(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
