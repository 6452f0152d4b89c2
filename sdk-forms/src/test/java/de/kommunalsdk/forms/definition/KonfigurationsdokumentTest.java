/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.dienst.DienstLeser;
import de.kommunalsdk.dienst.Dienstdateien;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.mandant.MandantConfig;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/configuration.md explains every key that is read where it belongs, and its examples are read without a problem. */
class KonfigurationsdokumentTest {

    private static final Path WURZEL = Path.of(System.getProperty("project.root"));
    private static final Pattern ERLAUBT = Pattern.compile("\\.erlaubt\\(\\s*\"[^;]*?\\);");
    private static final Pattern BEDINGUNG = Pattern.compile(
            "knoten\\.(?:kind|pflichttext|texte|wahrheitswert|zahl)\\((\"[a-z_]+\")|List\\.of\\((\"alle\", \"eine\")\\)");
    private static final Pattern SCHLUESSEL = Pattern.compile("\"([a-z_]+)\"");
    private static final Pattern CODE = Pattern.compile("OZG-[A-Z]+-\\d{4}");

    /** Readers and the section that explains their keys. */
    private static final Map<String, String> LESER = Map.of(
            "MandantConfig.java", "mandant.yaml",
            "DienstLeser.java", "dienst.yaml",
            "Bausteinbauer.java", "dienst.yaml",
            "Seitenbauer.java", "dienst.yaml",
            "Schluesselbund.java", "schluessel.yaml");

    @Test
    void everyKeyIsExplainedInItsSection() throws IOException {
        Map<String, String> quellen = quellenMit(ERLAUBT);
        assertThat(quellen).containsOnlyKeys(LESER.keySet());

        List<String> fehlend = new ArrayList<>();
        Set<String> alle = new TreeSet<>();
        for (Map.Entry<String, String> quelle : quellen.entrySet()) {
            String abschnitt = abschnitt(LESER.get(quelle.getKey()));
            for (String schluessel : schluessel(ERLAUBT, quelle.getValue())) {
                alle.add(schluessel);
                if (!abschnitt.contains("`" + schluessel + "`")) {
                    fehlend.add(quelle.getKey() + ": " + schluessel);
                }
            }
        }
        assertThat(alle).contains("ars", "pflicht_wenn", "aktiv").hasSizeGreaterThan(40);
        assertThat(fehlend).isEmpty();
    }

    @Test
    void everyKeyOfAConditionIsExplained() throws IOException {
        Set<String> bedingung = schluessel(BEDINGUNG, quellenMit(ERLAUBT).getOrDefault("Bausteinbauer.java", ""));
        String abschnitt = abschnitt("dienst.yaml");

        assertThat(bedingung).contains("feld", "nicht", "alle", "eine", "juenger_als");
        assertThat(bedingung).allSatisfy(s -> assertThat(abschnitt).contains("`" + s + "`"));
    }

    @Test
    void everyLevelAndEveryOptionOfTheBuilderIsNamed() throws IOException {
        String dienst = abschnitt("dienst.yaml");
        assertThat(Vertrauensniveau.values())
                .allSatisfy(n -> assertThat(dienst).contains("`" + n.name().toLowerCase(Locale.ROOT) + "`"));

        String builder = abschnitt("KommunalSdk.builder()");
        assertThat(KommunalSdk.Builder.class.getDeclaredMethods())
                .filteredOn(m -> Modifier.isPublic(m.getModifiers()) && m.getReturnType() == KommunalSdk.Builder.class)
                .hasSizeGreaterThan(8)
                .allSatisfy(m -> assertThat(builder)
                        .contains("`" + m.getName() + "(" + m.getParameterTypes()[0].getSimpleName() + ")`"));
    }

    @Test
    void everyCodeIsOneOfTheListOfCodes() throws IOException {
        String codes = Files.readString(WURZEL.resolve("docs/errors.md"));

        assertThat(CODE.matcher(dokument()).results().map(MatchResult::group))
                .hasSizeGreaterThan(30)
                .allSatisfy(code -> assertThat(codes).contains("| " + code + " |"));
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

    /** Source files by name that match a pattern. */
    private static Map<String, String> quellenMit(Pattern muster) throws IOException {
        Map<String, String> quellen = new TreeMap<>();
        for (String modul : List.of("sdk-core", "sdk-xoev", "sdk-forms", "sdk-transport")) {
            try (Stream<Path> dateien = Files.walk(WURZEL.resolve(modul + "/src/main/java"))) {
                for (Path datei :
                        dateien.filter(p -> p.toString().endsWith(".java")).toList()) {
                    String text = Files.readString(datei);
                    if (muster.matcher(text).find()) {
                        quellen.put(String.valueOf(datei.getFileName()), text);
                    }
                }
            }
        }
        return quellen;
    }

    private static Set<String> schluessel(Pattern aufrufe, String quelle) {
        Set<String> schluessel = new TreeSet<>();
        aufrufe.matcher(quelle)
                .results()
                .forEach(aufruf ->
                        SCHLUESSEL.matcher(aufruf.group()).results().forEach(m -> schluessel.add(m.group(1))));
        return schluessel;
    }

    /** From a heading of the second level to the next one. */
    private static String abschnitt(String titel) throws IOException {
        Matcher m = Pattern.compile("^## " + Pattern.quote(titel) + ".*?(?=^## )", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(dokument());
        assertThat(m.find()).as(titel).isTrue();
        return m.group();
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
