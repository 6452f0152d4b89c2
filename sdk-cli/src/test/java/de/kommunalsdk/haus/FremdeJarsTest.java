/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.haus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a portal gets from others with our modules; the limits stand in docs/dependencies.md. */
class FremdeJarsTest {

    private static final Path WURZEL = Path.of(System.getProperty("project.root"));

    @ParameterizedTest
    @CsvSource({
        "sdk-forms, 20, 10000000", // with sdk-core and sdk-xoev
        "sdk-forms sdk-servicekonto, 25, 13000000"
    })
    void weighNoMoreThanTheBudget(String module, int maxJars, long maxBytes) throws IOException {
        TreeMap<String, Path> nachName = new TreeMap<>();
        for (String modul : module.split(" ")) {
            // written by its build before its tests: the runtime class path as Maven resolves it
            Path klassenpfad = WURZEL.resolve(modul).resolve("target/laufzeit.classpath");
            assertThat(klassenpfad).as("build " + modul + " first").exists();
            for (String eintrag : Files.readString(klassenpfad).strip().split("\\|")) {
                Path jar = Path.of(eintrag);
                if (eintrag.endsWith(".jar") && !name(jar).startsWith("sdk-")) {
                    nachName.put(name(jar), jar);
                }
            }
        }
        List<Path> jars = nachName.values().stream()
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
                .isLessThanOrEqualTo(maxJars);
        assertThat(summe).as("%,d bytes of third-party jars%n%s", summe, liste).isLessThanOrEqualTo(maxBytes);
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
