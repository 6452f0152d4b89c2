/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code docs/conformance.md} and the rules say the same. */
class KonformitaetDokumentTest {

    private static final Map<String, String> ABSCHNITTE = new LinkedHashMap<>();
    private static String seite;

    @BeforeAll
    static void lies() throws Exception {
        seite = Files.readString(
                Path.of(System.getProperty("project.root", "..")).resolve("docs/conformance.md"));
        Arrays.stream(seite.split("\n### "))
                .skip(1)
                .forEach(a -> ABSCHNITTE.put(a.lines().findFirst().orElse(""), a));
    }

    @Test
    void everyRuleHasItsSectionInOrder() {
        assertThat(ABSCHNITTE.keySet())
                .containsExactlyElementsOf(
                        Konformitaetspruefung.regeln().stream().map(Regel::id).toList());
        for (Regel regel : Konformitaetspruefung.regeln()) {
            assertThat(regel.dokument())
                    .isEqualTo("docs/conformance.md#" + regel.id().toLowerCase());
            assertThat(ABSCHNITTE.get(regel.id())).contains("\n* Codes: `", "\n* When it fails: ");
            assertThat(seite).containsPattern("\n\\| " + regel.eckpunkt() + " \\|[^\n]*\\b" + regel.id() + "\\b");
        }
    }

    @Test
    void everyCodeIsListedInTheSectionOfItsRule() {
        assertThat(Stoerungen.alle())
                .allSatisfy(f -> assertThat(ABSCHNITTE.get(f.regel())).contains("`" + f.code() + "`"));
    }
}
