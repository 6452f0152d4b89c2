/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/templates.md names the parameters that the templates have. */
class VorlagendokumentTest {

    private static final Path WURZEL = Path.of(System.getProperty("project.root"));
    private static final Pattern ZEILE = Pattern.compile("(?m)^\\| `([a-z]+)` \\| [^|]+ \\| (.+) \\|$");
    private static final Pattern PARAMETER = Pattern.compile("(?m)^@param (.+?)(?:\\s*=.*)?$");
    private static final Pattern GENANNT = Pattern.compile("`([^`]+)`");

    @Test
    void eachTemplateStandsWithItsParameters() throws IOException {
        List<MatchResult> zeilen = ZEILE.matcher(Files.readString(WURZEL.resolve("docs/templates.md")))
                .results()
                .toList();

        assertThat(zeilen).hasSizeGreaterThanOrEqualTo(15);
        for (MatchResult zeile : zeilen) {
            String vorlage = Files.readString(WURZEL.resolve("sdk-forms/src/main/jte/" + zeile.group(1) + ".jte"));
            assertThat(treffer(GENANNT, zeile.group(2))).as(zeile.group(1)).isEqualTo(treffer(PARAMETER, vorlage));
        }
    }

    private static List<String> treffer(Pattern muster, String text) {
        return muster.matcher(text).results().map(m -> m.group(1)).toList();
    }
}
