/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.dienst.DienstLeser;
import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.dienst.Dienstdateien;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.forms.KommunalSdkBuilder;
import de.kommunalsdk.http.HttpClients;
import de.kommunalsdk.http.HttpGrenzen;
import de.kommunalsdk.mandant.MandantConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/configuration.md has every key and option that the code reads, and its examples are read without a problem. */
class KonfigurationsdokumentTest {

    private static final Path WURZEL = Path.of(System.getProperty("project.root"));
    private static final Pattern ERLAUBT = Pattern.compile("\\.erlaubt\\(\\s*((?:\"[a-z_]+\",?\\s*)+)\\)");
    private static final Pattern TEXT = Pattern.compile("\"([a-z_]+)\"");
    private static final Pattern ZEILE = Pattern.compile("\\| `([^`(]+)(?:\\([^`]*\\))?` \\|.*");

    /** The section of the document for each class that reads keys. */
    private static final Map<String, String> LESER = Map.ofEntries(
            entry("MandantConfig.java", "mandant.yaml"),
            entry("DienstLeser.java", "dienst.yaml"),
            entry("Entwurfsleser.java", "dienst.yaml"),
            entry("Seitenbauer.java", "dienst.yaml"),
            entry("Bausteinbauer.java", "dienst.yaml"),
            entry("Hilfeangebot.java", "dienst.yaml"),
            entry("Quellenleser.java", "dienst.yaml"),
            entry("Bedingungsleser.java", "dienst.yaml"),
            entry("Ausdruckbauer.java", "dienst.yaml"),
            entry("Beteiligtenbauer.java", "dienst.yaml"),
            entry("Schluesselbund.java", "schluessel.yaml"));

    @Test
    void eachMappingHasATableWithExactlyTheKeysThatAreRead() throws IOException {
        int abbildungen = 0;
        for (String modul : List.of("sdk-core", "sdk-forms")) {
            for (Path datei : quellen(modul)) {
                String leser = datei.getFileName().toString();
                for (MatchResult aufruf :
                        ERLAUBT.matcher(Files.readString(datei)).results().toList()) {
                    assertThat(LESER).as("section of docs/configuration.md").containsKey(leser);
                    assertThat(tabellen(LESER.getOrDefault(leser, "")))
                            .as(leser)
                            .contains(treffer(TEXT, aufruf.group(1)));
                    abbildungen++;
                }
            }
        }
        assertThat(abbildungen).isGreaterThanOrEqualTo(13);
        assertThat(tabellen("dienst.yaml")).contains(Set.of("nicht", "alle", "eine"));
    }

    @Test
    void eachOptionInCodeIsExplained() throws IOException {
        assertThat(tabellen("KommunalSdk.builder()")).contains(optionen(KommunalSdkBuilder.class, "starte"));
        assertThat(tabellen("Outgoing HTTP")).contains(optionen(HttpClients.Builder.class, "baue"));
        assertThat(tabellen("Outgoing HTTP"))
                .contains(Arrays.stream(HttpGrenzen.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.toSet()));
        assertThat(tabellen("dienst.yaml")).contains(optionen(Dienstbibliothek.Builder.class, ""));
        assertThat(abschnitt("Example portal"))
                .contains(treffer(
                                Pattern.compile("(?:getProperty|eigenschaft)\\((\"[a-z.]+\")"),
                                quelle("examples/musterstadt-portal", "Einstellungen"))
                        .stream()
                        .map(name -> "| `" + name.replace("\"", "") + "` |")
                        .toList());
    }

    @Test
    void eachFieldOfTheManifestIsExplained() throws IOException {
        assertThat(tabellen("Drop directory"))
                .contains(treffer(Pattern.compile("\\.write\\w+\\(\"(\\w+)\""), quelle("sdk-transport", "Manifest")));
    }

    @Test
    void eachDesignTokenStandsWithItsDefault() throws IOException {
        String css = Files.readString(WURZEL.resolve("sdk-core/src/main/resources/de/kommunalsdk/web/ozg.css"));
        Set<String> tokens = Pattern.compile("(--kern-[a-z-]+), ([^()]+)\\)")
                .matcher(css)
                .results()
                .map(m -> "| `" + m.group(1) + "` | `" + m.group(2) + "` |")
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(tokens).hasSizeGreaterThanOrEqualTo(8);
        assertThat(abschnitt("mandant.yaml")).contains(tokens);
    }

    @Test
    void theExampleOfAMandantIsRead() throws IOException {
        byte[] wappen = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8);

        assertThat(MandantConfig.lies("mandant.yaml", beispiel("mandant.yaml"), name -> Optional.of(wappen))
                        .dienste())
                .hasSize(2);
    }

    @Test
    void theExampleOfAServiceElsewhereIsRead() throws IOException {
        List<Problem> probleme = new ArrayList<>();

        Optional<OzgDienst> dienst = DienstLeser.lies(dateien(beispiel("verlinkt")), probleme);

        assertThat(probleme).isEmpty();
        assertThat(dienst.orElseThrow().verlinkt()).isPresent();
    }

    @Test
    void theExampleOfADienstIsReadAndCompiled() throws IOException {
        List<Problem> probleme = new ArrayList<>();
        OzgDienst dienst = DienstLeser.lies(dateien(beispiel("dienst.yaml")), probleme)
                .orElseThrow(() -> new AssertionError(probleme));
        FormularBauer.Ergebnis ergebnis = FormularBauer.baue(dienst, false);

        assertThat(probleme).isEmpty();
        assertThat(ergebnis.probleme()).isEmpty();
        assertThat(ergebnis.formular().orElseThrow().seiten()).hasSize(3);
    }

    private static Dienstdateien dateien(byte[] yaml) {
        Path schema = WURZEL.resolve(
                "examples/dienst-hund-anmelden/src/main/resources/META-INF/ozg-dienst/hund-anmelden/S05999000001.xdf3.xml");
        return new Dienstdateien() {
            @Override
            public String ort() {
                return "beispiel";
            }

            @Override
            public Optional<InputStream> oeffnen(String name) throws IOException {
                if (name.equals("regeln.json")) {
                    return Optional.empty();
                }
                return Optional.of(
                        name.equals(DienstLeser.DATEI) ? new ByteArrayInputStream(yaml) : Files.newInputStream(schema));
            }
        };
    }

    private static Set<String> optionen(Class<?> builder, String ausser) {
        return Arrays.stream(builder.getDeclaredMethods())
                .filter(m -> Modifier.isPublic(m.getModifiers()) && !m.getName().equals(ausser))
                .map(Method::getName)
                .collect(Collectors.toSet());
    }

    private static Set<String> treffer(Pattern muster, String text) {
        return muster.matcher(text).results().map(m -> m.group(1)).collect(Collectors.toSet());
    }

    /** The first columns of all tables of a section, as far as they are names of code. */
    private static List<Set<String>> tabellen(String abschnitt) throws IOException {
        List<Set<String>> tabellen = new ArrayList<>();
        Set<String> offen = new TreeSet<>();
        for (String zeile : abschnitt(abschnitt).split("\n", -1)) {
            Matcher treffer = ZEILE.matcher(zeile);
            if (treffer.matches()) {
                offen.add(treffer.group(1));
            } else if (!zeile.startsWith("|") && !offen.isEmpty()) {
                tabellen.add(offen);
                offen = new TreeSet<>();
            }
        }
        return tabellen;
    }

    private static String abschnitt(String name) throws IOException {
        return Arrays.stream(dokument().split("\n## ", -1))
                .filter(a -> a.startsWith(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No section " + name));
    }

    private static String quelle(String modul, String klasse) throws IOException {
        for (Path datei : quellen(modul)) {
            if (datei.getFileName().toString().equals(klasse + ".java")) {
                return Files.readString(datei);
            }
        }
        throw new AssertionError(klasse);
    }

    private static List<Path> quellen(String modul) throws IOException {
        try (Stream<Path> dateien = Files.walk(WURZEL.resolve(modul + "/src/main/java"))) {
            return dateien.filter(p -> p.toString().endsWith(".java")).toList();
        }
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
