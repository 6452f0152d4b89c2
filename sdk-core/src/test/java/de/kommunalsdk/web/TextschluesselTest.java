/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the texts with the pages that use them. */
class TextschluesselTest {

    private static final Path WURZEL = Path.of(System.getProperty("project.root", ".."));
    // a("key"), x.t("key", ...) and Texte.text(sprache, "key", ...); the key ends before a plus when it is composed
    private static final Pattern NUTZUNG =
            Pattern.compile("(?:\\bt\\(\\s*|\\bTexte\\.text\\(\\s*[^,()]+(?:\\(\\))?,\\s*)\"([^\"]+)\"(\\s*\\+)?");
    private static final Pattern KONSTANTE = Pattern.compile("\\b[A-Z][A-Z_]+\\b");

    private static Map<Path, String> quellen() throws IOException {
        Path ordner = WURZEL.resolve("sdk-forms/src/main");
        assertThat(ordner).as("pages of sdk-forms").isDirectory();
        Map<Path, String> quellen = new TreeMap<>();
        try (Stream<Path> dateien = Files.walk(ordner)) {
            for (Path datei : dateien.filter(Files::isRegularFile).toList()) {
                String name = datei.getFileName().toString();
                if (name.endsWith(".java") || name.endsWith(".jte")) {
                    quellen.put(ordner.relativize(datei), Files.readString(datei));
                }
            }
        }
        return quellen;
    }

    @Test
    void everyKeyThatAPageUsesExists() throws IOException {
        Set<String> schluessel = Texte.schluessel(Locale.GERMAN);
        Set<String> benutzt = new TreeSet<>();
        quellen().forEach((datei, text) -> {
            for (Matcher m = NUTZUNG.matcher(text); m.find(); ) {
                String name = m.group(1);
                benutzt.add(name);
                if (m.group(2) == null) {
                    assertThat(schluessel).as(datei.toString()).contains(name);
                } else {
                    assertThat(schluessel).as(datei + " " + name + "...").anyMatch(s -> s.startsWith(name));
                }
            }
        });
        // the pattern still finds what pages use
        assertThat(benutzt).hasSizeGreaterThan(40).contains("weiter", "quittung.nummer");
    }

    @Test
    void everyKindOfFieldErrorHasItsText() throws IOException {
        String quelle = quellen().entrySet().stream()
                .filter(e -> e.getKey().endsWith("Feldfehler.java"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        Matcher aufzaehlung = Pattern.compile("(?s)enum Art \\{(.*?)}").matcher(quelle);
        assertThat(aufzaehlung.find()).isTrue();
        Set<String> arten = KONSTANTE
                .matcher(aufzaehlung.group(1).replaceAll("(?s)/\\*.*?\\*/|//[^\n]*", ""))
                .results()
                .map(treffer -> "fehler." + treffer.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(arten).hasSizeGreaterThan(15);
        assertThat(Texte.schluessel(Locale.GERMAN)).containsAll(arten);
    }
}
