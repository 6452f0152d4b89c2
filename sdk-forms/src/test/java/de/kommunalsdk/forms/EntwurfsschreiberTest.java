/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EntwurfsschreiberTest {

    /** Whoever wrote answers by another way could forget to calculate. */
    @Test
    void nobodyElseWritesAnswersIntoADraft() throws IOException {
        try (Stream<Path> quellen = Files.walk(Path.of(System.getProperty("project.root"), "sdk-forms/src/main"))) {
            List<String> schreiber = quellen.filter(p -> p.toString().endsWith(".java"))
                    .filter(p -> liest(p).matches("(?s).*antraege(\\(\\))?\\s*\\.(speichern|umstellen)\\(.*"))
                    .map(p -> p.getFileName().toString())
                    .toList();
            assertThat(schreiber).containsExactly("Entwurfsschreiber.java");
        }
    }

    private static String liest(Path datei) {
        try {
            return Files.readString(datei);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
