/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.dienst.DienstLeser;
import de.kommunalsdk.dienst.Dienstdateien;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.mandant.MandantConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/configuration.md names every key that is read, and its examples are read without a problem. */
class KonfigurationsdokumentTest {

    private static final Path WURZEL = Path.of(System.getProperty("project.root"));
    private static final Pattern ERLAUBT = Pattern.compile("\\.erlaubt\\(([^;]*?)\\);");
    private static final Pattern SCHLUESSEL = Pattern.compile("\"([a-z_]+)\"");

    @Test
    void everyKeyIsExplained() throws IOException {
        Set<String> schluessel = new TreeSet<>();
        for (String modul : List.of("sdk-core", "sdk-forms")) {
            try (Stream<Path> dateien = Files.walk(WURZEL.resolve(modul + "/src/main/java"))) {
                for (Path datei :
                        dateien.filter(p -> p.toString().endsWith(".java")).toList()) {
                    for (MatchResult aufruf :
                            ERLAUBT.matcher(Files.readString(datei)).results().toList()) {
                        SCHLUESSEL.matcher(aufruf.group(1)).results().forEach(m -> schluessel.add(m.group(1)));
                    }
                }
            }
        }
        assertThat(schluessel).contains("ars", "pflicht_wenn", "aktiv").hasSizeGreaterThan(40);

        String dokument = dokument();
        assertThat(schluessel)
                .filteredOn(s ->
                        Stream.of("`" + s + "`", "." + s + "`", "`" + s + ": ").noneMatch(dokument::contains))
                .isEmpty();
    }

    @Test
    void theExampleOfAMandantIsRead() throws IOException {
        byte[] wappen = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8);

        assertThat(MandantConfig.lies("mandant.yaml", beispiel("mandant.yaml"), name -> Optional.of(wappen))
                        .dienste())
                .hasSize(1);
    }

    @Test
    void theExampleOfADienstIsReadAndCompiled() throws IOException {
        byte[] yaml = beispiel("dienst.yaml");
        Path schema = WURZEL.resolve(
                "examples/dienst-hund-anmelden/src/main/resources/META-INF/ozg-dienst/hund-anmelden/S05999000001.xdf3.xml");
        Dienstdateien dateien = new Dienstdateien() {
            @Override
            public String ort() {
                return "beispiel";
            }

            @Override
            public Optional<InputStream> oeffnen(String name) throws IOException {
                return Optional.of(
                        name.equals(DienstLeser.DATEI) ? new ByteArrayInputStream(yaml) : Files.newInputStream(schema));
            }
        };
        List<Problem> probleme = new ArrayList<>();
        OzgDienst dienst = DienstLeser.lies(dateien, probleme).orElseThrow(() -> new AssertionError(probleme));
        FormularBauer.Ergebnis ergebnis = FormularBauer.baue(dienst, false);

        assertThat(probleme).isEmpty();
        assertThat(ergebnis.probleme()).isEmpty();
        assertThat(ergebnis.formular().orElseThrow().seiten()).hasSize(3);
    }

    private static String dokument() throws IOException {
        return Files.readString(WURZEL.resolve("docs/configuration.md"));
    }

    private static byte[] beispiel(String name) throws IOException {
        Matcher block = Pattern.compile(
                        "<!-- beispiel: " + Pattern.quote(name) + " -->\\n```yaml\\n(.*?)```\\n", Pattern.DOTALL)
                .matcher(dokument());
        assertThat(block.find()).as(name).isTrue();
        return block.group(1).getBytes(StandardCharsets.UTF_8);
    }
}
