/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The documents show code that is compiled: a block behind {@code <!-- region: FILE NAME -->} is that region of that
 * file. With {@code -Ddokumente=schreibe} the blocks are written anew.
 */
class DokumenteTest {

    private static final Path WURZEL = Path.of(System.getProperty("project.root"));
    private static final Pattern BLOCK =
            Pattern.compile("(<!-- region: (\\S+) (\\S+) -->\\n```\\w+\\n)(.*?)(```\\n)", Pattern.DOTALL);
    private static final Pattern VERWEIS = Pattern.compile("\\]\\((?!https?:|#|mailto:)([^)#\\s]+)");

    @Test
    void blocksAreTheRegionsTheyName() throws IOException {
        int bloecke = 0;
        for (Path dokument : dokumente()) {
            String ist = Files.readString(dokument);
            String soll = BLOCK.matcher(ist)
                    .replaceAll(m -> java.util.regex.Matcher.quoteReplacement(
                            m.group(1) + region(m.group(2), m.group(3)) + m.group(5)));
            bloecke += (int) BLOCK.matcher(ist).results().count();
            if ("schreibe".equals(System.getProperty("dokumente"))) {
                Files.writeString(dokument, soll);
            } else {
                assertThat(ist)
                        .as(dokument + " (make it anew with -Ddokumente=schreibe)")
                        .isEqualTo(soll);
            }
        }
        assertThat(bloecke).isPositive();
    }

    @Test
    void embeddingTakesAtMostFifteenLines() {
        assertThat(region(
                                "examples/musterstadt-portal/src/main/java/de/kommunalsdk/beispiel/musterstadt/Onlinedienste.java",
                                "einbetten")
                        .lines())
                .hasSizeLessThanOrEqualTo(15);
    }

    @Test
    void linksBetweenDocumentsLeadSomewhere() throws IOException {
        List<String> tot = new ArrayList<>();
        for (Path dokument : dokumente()) {
            for (MatchResult m :
                    VERWEIS.matcher(Files.readString(dokument)).results().toList()) {
                if (!Files.exists(dokument.resolveSibling(m.group(1)))) {
                    tot.add(dokument.getFileName() + ": " + m.group(1));
                }
            }
        }
        assertThat(tot).isEmpty();
    }

    private static List<Path> dokumente() throws IOException {
        try (Stream<Path> oben = Files.list(WURZEL);
                Stream<Path> docs = Files.list(WURZEL.resolve("docs"))) {
            return Stream.concat(oben, docs)
                    .filter(p -> p.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static String region(String datei, String name) {
        try {
            List<String> zeilen = Files.readAllLines(WURZEL.resolve(datei));
            int anfang = zeilen.indexOf(zeilen.stream()
                    .filter(z -> z.strip().equals("// region: " + name))
                    .findFirst()
                    .orElseThrow());
            List<String> region = zeilen.subList(anfang + 1, zeilen.size()).stream()
                    .takeWhile(z -> !z.strip().equals("// endregion"))
                    .toList();
            return String.join("\n", region).stripIndent() + "\n";
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
