/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.error.Fehlercode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/errors.md lists every code of every module. With {@code -Ddokumente=schreibe} it is written anew. */
class FehlertabelleTest {

    private static final Path WURZEL = Path.of(System.getProperty("project.root"));
    private static final Path DOKUMENT = WURZEL.resolve("docs/errors.md");
    private static final String ANFANG = "<!-- generated from here -->\n";

    @Test
    void theTableHasEveryCodeWithItsMeaningAndRemedy() throws IOException {
        String ist = Files.readString(DOKUMENT);
        String soll = ist.substring(0, ist.indexOf(ANFANG) + ANFANG.length()) + tabelle();

        if ("schreibe".equals(System.getProperty("dokumente"))) {
            Files.writeString(DOKUMENT, soll);
        } else {
            assertThat(ist)
                    .as("make docs/errors.md anew with -Ddokumente=schreibe")
                    .isEqualTo(soll);
        }
    }

    private static String tabelle() throws IOException {
        List<Fehlercode> codes = new ArrayList<>();
        for (Class<?> aufzaehlung : aufzaehlungen()) {
            for (Object konstante : aufzaehlung.getEnumConstants()) {
                codes.add((Fehlercode) konstante);
            }
        }
        codes.sort(Comparator.comparing(Fehlercode::code));
        assertThat(codes).extracting(Fehlercode::code).doesNotHaveDuplicates();
        StringBuilder tabelle = new StringBuilder("| Code | Bedeutung | Abhilfe | Raum |\n|---|---|---|---|\n");
        for (Fehlercode code : codes) {
            Class<?> aufzaehlung = ((Enum<?>) code).getDeclaringClass();
            tabelle.append("| ")
                    .append(code.code())
                    .append(" | ")
                    .append(code.bedeutung())
                    .append(" | ")
                    .append(code.abhilfe())
                    .append(" | `")
                    .append(aufzaehlung.getPackageName().substring("de.kommunalsdk.".length()))
                    .append("` |\n");
        }
        return tabelle.toString();
    }

    private static List<Class<?>> aufzaehlungen() throws IOException {
        List<Class<?>> gefunden = new ArrayList<>();
        try (Stream<Path> module = Files.list(WURZEL)) {
            for (Path quelle : module.map(m -> m.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> dateien = Files.walk(quelle)) {
                    for (Path datei : dateien.filter(p -> p.toString().endsWith("Fehler.java"))
                            .toList()) {
                        if (Files.readString(datei).contains("implements Fehlercode")) {
                            String name = quelle.relativize(datei).toString().replace('/', '.');
                            gefunden.add(klasse(name.substring(0, name.length() - ".java".length())));
                        }
                    }
                }
            }
        }
        assertThat(gefunden).hasSizeGreaterThanOrEqualTo(14);
        return gefunden;
    }

    private static Class<?> klasse(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(name + " is not on the class path of this test", e);
        }
    }
}
