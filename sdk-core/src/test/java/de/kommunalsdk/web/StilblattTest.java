/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StilblattTest {

    private static final int MAX_BYTES = 25_000;
    private static byte[] bytes = new byte[0];
    private static String css = "";

    /** A rule with the at-rules around it, outermost first. */
    private record Regel(List<String> umgebung, String auswahl, String inhalt) {}

    @BeforeAll
    static void lies() throws IOException {
        try (InputStream quelle = Objects.requireNonNull(Texte.class.getResourceAsStream("ozg.css"))) {
            bytes = quelle.readAllBytes();
        }
        css = new String(bytes, StandardCharsets.UTF_8).replaceAll("(?s)/\\*.*?\\*/", "");
    }

    /** Reads blocks by their braces; the style sheet has no strings with braces. */
    private static List<Regel> regeln() {
        List<Regel> regeln = new ArrayList<>();
        Deque<String> offen = new ArrayDeque<>();
        StringBuilder seit = new StringBuilder();
        for (char zeichen : css.toCharArray()) {
            if (zeichen == '{') {
                offen.addLast(seit.toString().strip());
                seit.setLength(0);
            } else if (zeichen == '}') {
                String kopf = offen.removeLast();
                if (!kopf.startsWith("@")) {
                    regeln.add(new Regel(List.copyOf(offen), kopf, seit.toString()));
                }
                seit.setLength(0);
            } else {
                seit.append(zeichen);
            }
        }
        assertThat(offen).isEmpty();
        assertThat(seit.toString()).isBlank();
        return regeln;
    }

    /** Splits at commas that are in no bracket. */
    private static List<String> teile(String auswahl) {
        List<String> teile = new ArrayList<>();
        int tiefe = 0;
        int anfang = 0;
        for (int i = 0; i < auswahl.length(); i++) {
            char zeichen = auswahl.charAt(i);
            tiefe += zeichen == '(' || zeichen == '[' ? 1 : zeichen == ')' || zeichen == ']' ? -1 : 0;
            if (zeichen == ',' && tiefe == 0) {
                teile.add(auswahl.substring(anfang, i).strip());
                anfang = i + 1;
            }
        }
        teile.add(auswahl.substring(anfang).strip());
        return teile;
    }

    @Test
    void isSmall() {
        assertThat(bytes.length).isBetween(1000, MAX_BYTES);
    }

    @Test
    void theScriptIsSmallAndFetchesFromItsOwnServerOnly() throws IOException {
        try (InputStream quelle = Objects.requireNonNull(Texte.class.getResourceAsStream("ozg.js"))) {
            String js = new String(quelle.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(js.length()).isBetween(1000, 12_000);
            assertThat(js).doesNotContain("http:", "https:", "eval(", "new Function", ".style", "innerHTML", "import(");
        }
    }

    @Test
    void fetchesNothing() {
        assertThat(css.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("@import", "@font-face", "url(", "image-set(", "//", "expression(", "\\");
    }

    /** Important declarations of a layer win against any rule of a host without layers; the spacing of text is the readers'. */
    @Test
    void everyRuleIsImportantInItsLayerOrSpacesText() {
        assertThat(regeln()).hasSizeGreaterThan(60).allSatisfy(regel -> {
            if (regel.umgebung().isEmpty()) {
                assertThat(regel.auswahl()).startsWith(".ozg.ozg");
                assertThat(deklarationen(regel))
                        .allMatch(d -> d.matches("(line-height|letter-spacing|word-spacing|margin-block-end): [^!]+"));
            } else {
                assertThat(regel.umgebung().subList(0, 2))
                        .isIn(List.of("@layer ozg", "@layer regel"), List.of("@layer ozg", "@layer grund"));
                assertThat(deklarationen(regel)).allMatch(d -> d.startsWith("--") || d.endsWith(" !important"));
            }
        });
        // of two layers the first one wins with what is important
        assertThat(css.indexOf("@layer regel")).isLessThan(css.indexOf("@layer grund"));
    }

    private static List<String> deklarationen(Regel regel) {
        return java.util.Arrays.stream(regel.inhalt().split(";"))
                .map(String::strip)
                .filter(d -> !d.isEmpty())
                .toList();
    }

    @Test
    void everySelectorBeginsWithAClassOfOurs() {
        // .ozg itself, a descendant of it, or one of our own classes, which only stand below it
        assertThat(regeln())
                .flatMap(regel -> teile(regel.auswahl()))
                .allMatch(teil -> teil.matches("\\.ozg(-[a-z-]+)?([ >+~:.,\\[].*)?"));
    }

    @Test
    void setsCustomPropertiesOfItsOwnOnly() {
        assertThat(regeln())
                .flatMap(regel -> List.of(regel.inhalt().split(";")))
                .map(String::strip)
                .filteredOn(zeile -> zeile.startsWith("--"))
                .isNotEmpty()
                .allMatch(zeile -> zeile.startsWith("--ozg-"));
    }

    @Test
    void isRightToLeftByLogicalProperties() {
        assertThat(regeln())
                .flatMap(regel -> List.of(regel.inhalt().split(";")))
                .allSatisfy(zeile -> {
                    String name = zeile.contains(":")
                            ? zeile.substring(0, zeile.indexOf(':')).strip()
                            : "";
                    assertThat(name)
                            .doesNotMatch("(margin|padding|border)-(left|right|top|bottom).*")
                            .isNotIn("left", "right", "top", "bottom", "width", "height");
                    assertThat(zeile).doesNotMatch("(?s).*\\b(float|clear|text-align):\\s*(left|right).*");
                });
    }

    @Test
    void servesForcedColoursAndPrint() {
        assertThat(css).contains("@media (forced-colors: active)", "@media print", ":focus-visible");
    }

    @Test
    void forcesNothingOnTheHost() {
        assertThat(css).doesNotContain(":root", "@page", "@property", "@keyframes", "position: fixed");
    }
}
