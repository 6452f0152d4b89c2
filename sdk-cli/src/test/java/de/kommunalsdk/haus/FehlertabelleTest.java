/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.haus;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import de.kommunalsdk.error.Fehlercode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The tables of docs/errors.md are made from the enums of all published modules. With {@code -Dfehlertabelle=schreibe} they
 * are written anew.
 */
class FehlertabelleTest {

    private static final Path WURZEL = Path.of(System.getProperty("project.root"));
    private static final Path DOKUMENT = WURZEL.resolve("docs/errors.md");
    private static final String ANFANG = "<!-- generated from here -->\n";
    private static final Pattern CODE = Pattern.compile("OZG-[A-Z]+-\\d{4}");

    /** Heading and one sentence for each middle part of a code. */
    private static final Map<String, List<String>> GRUPPEN = Map.ofEntries(
            gruppe("ABLAGE", "drop directory", "What keeps a packet from being delivered into the drop directory."),
            gruppe(
                    "AUSDRUCK",
                    "expressions",
                    "What is wrong in an expression of `dienst.yaml`, with line and column of the token."),
            gruppe("BETEILIGT", "consent of others", "What a person who is asked to agree, or the applicant, is told."),
            gruppe("DATEI", "types of files", "Why an uploaded file is not what it says it is, or not safe to take."),
            gruppe(
                    "ENTWURF",
                    "drafts",
                    "What became of a draft: moved to another version, orphaned, overtaken by another tab."),
            gruppe(
                    "QUELLE",
                    "once-only and look-ups",
                    "Why a source is not asked or gave nothing; nobody is held up by it."),
            gruppe("VIREN", "virus scan", "What a scanner said, or why it could not be asked."),
            gruppe("BLOB", "stored files", "What is wrong with an uploaded file or its stored pieces."),
            gruppe(
                    "CODELISTE",
                    "code lists",
                    "What is wrong with a code list, or with a code that should stand in one."),
            gruppe("CLI", "command line", "Why a command of `kommunal-sdk` fails."),
            gruppe(
                    "CONFIG",
                    "YAML files",
                    "What is wrong in any YAML file that the SDK reads, with file, line and column."),
            gruppe("CRYPTO", "keys", "What is wrong with the key file, or with data that a key should open."),
            gruppe("DIENST", "OZG-Dienste", "Why a Dienst is not read or not offered."),
            gruppe("FORM", "forms", "What is wrong between `dienst.yaml`, the FIM schema and stored answers."),
            gruppe("HTTP", "calls to other systems", "What happens to calls through `HttpClients`."),
            gruppe("JOB", "deliveries", "Why a delivery waits or became a Klärungsfall before any way was asked."),
            gruppe("KONTO", "login", "Why a login with an account came to nothing, whatever the account speaks."),
            gruppe(
                    "LINT",
                    "linter",
                    "Why a file cannot be linted; the findings themselves carry official numbers: [fim-lint.md](fim-lint.md)."),
            gruppe("MANDANT", "municipalities", "What is wrong in `mandant.yaml`, or that no municipality answers."),
            gruppe(
                    "PRUEFUNG",
                    "validation chain",
                    "What is wrong with a message of an XOEV standard, or why it cannot be checked."),
            gruppe("PDF", "documents", "Why a PDF is not made, or not as its template says."),
            gruppe(
                    "OIDC",
                    "accounts by OpenID Connect",
                    "Why an answer or a token of an account is refused, and what is wrong with either side."),
            gruppe("REGEL", "rules", "What is wrong in a rule file, or between it and its schema."),
            gruppe(
                    "SAML",
                    "accounts by SAML",
                    "Why the answer of an account is refused, and what is wrong with the metadata of either side."),
            gruppe(
                    "SCHEMA",
                    "converters and check of answers",
                    "Why a schema has no XSD or JSON Schema, and what is wrong with answers."),
            gruppe("SCHLUESSEL", "keys of places and offices", "What is wrong with a DVDV key, ARS, AGS or similar."),
            gruppe("SDK", "start of the SDK", "What is missing when the host starts the SDK."),
            gruppe("STORE", "database", "What is wrong with the database, its tables or what is put into it."),
            gruppe("WEB", "pages", "What a citizen's browser is told."),
            gruppe("XDF", "XDatenfelder", "What is wrong in a FIM schema, with line and column."),
            gruppe(
                    "XFALL",
                    "answers as XML and JSON",
                    "Why answers cannot be written or read in the form of their schema."),
            gruppe("XML", "XML", "What is wrong with an XML document that is read, checked or written."),
            gruppe("ZEICHEN", "characters", "Why DIN 91379 does not have a character of a text."));

    private static final List<Fehlercode> CODES = new ArrayList<>();
    private static final Map<Class<?>, String> MODULE = new TreeMap<>(Comparator.comparing(Class::getName));

    static {
        for (JavaClass klasse : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("de.kommunalsdk")) {
            if (klasse.isEnum() && klasse.isAssignableTo(Fehlercode.class)) {
                MODULE.put(klasse.reflect(), Stockwerke.modul(klasse));
            }
        }
        for (Class<?> aufzaehlung : MODULE.keySet()) {
            for (Object konstante : aufzaehlung.getEnumConstants()) {
                CODES.add((Fehlercode) konstante);
            }
        }
        CODES.sort(Comparator.comparing(Fehlercode::code));
    }

    private static Map.Entry<String, List<String>> gruppe(String mitte, String titel, String satz) {
        return Map.entry(mitte, List.of(titel, satz));
    }

    @Test
    void theDocumentHasEveryCodeWithItsMeaningAndRemedy() throws IOException {
        String ist = Files.readString(DOKUMENT);
        assertThat(ist).contains(ANFANG);
        String soll = ist.substring(0, ist.indexOf(ANFANG) + ANFANG.length()) + tabellen();

        if ("schreibe".equals(System.getProperty("fehlertabelle"))) {
            Files.writeString(DOKUMENT, soll);
        } else {
            assertThat(ist)
                    .as("docs/errors.md is not what the code says; make it anew: ./mvnw -B -ntp -pl sdk-cli -am"
                            + " -Dtest=FehlertabelleTest -Dsurefire.failIfNoSpecifiedTests=false"
                            + " -Dfehlertabelle=schreibe test")
                    .isEqualTo(soll);
        }
    }

    @Test
    void everyCodeIsUniqueAndBelongsToAGroup() {
        assertThat(CODES).extracting(Fehlercode::code).doesNotHaveDuplicates().allMatch(code -> CODE.matcher(code)
                .matches());
        assertThat(new TreeSet<>(CODES.stream().map(FehlertabelleTest::mitte).toList()))
                .as("groups of codes; a new one needs a heading and a sentence here")
                .isEqualTo(new TreeSet<>(GRUPPEN.keySet()));
    }

    @Test
    void everyEnumOfAPublishedModuleIsInSight() throws IOException {
        List<String> aufzaehlungen = new ArrayList<>();
        TreeSet<String> genannt = new TreeSet<>();
        for (Path datei : quellen()) {
            String text = Files.readString(datei);
            if (text.contains(" implements Fehlercode")) {
                aufzaehlungen.add(datei.getFileName().toString().replace(".java", ""));
            }
            CODE.matcher(text).results().map(MatchResult::group).forEach(genannt::add);
        }

        assertThat(MODULE.keySet())
                .extracting(Class::getSimpleName)
                .containsExactlyInAnyOrderElementsOf(aufzaehlungen)
                .hasSizeGreaterThanOrEqualTo(14);
        assertThat(MODULE.values()).allMatch(modul -> modul.startsWith("sdk-"));
        assertThat(genannt)
                .as("codes that stand anywhere in the sources, also in comments")
                .isEqualTo(new TreeSet<>(CODES.stream().map(Fehlercode::code).toList()));
    }

    @Test
    void noDocumentNamesACodeThatDoesNotExist() throws IOException {
        TreeSet<String> genannt = new TreeSet<>();
        try (Stream<Path> dokumente = Files.list(WURZEL.resolve("docs"))) {
            for (Path dokument :
                    dokumente.filter(p -> p.toString().endsWith(".md")).toList()) {
                CODE.matcher(Files.readString(dokument))
                        .results()
                        .map(MatchResult::group)
                        .forEach(genannt::add);
            }
        }
        assertThat(CODES).extracting(Fehlercode::code).containsAll(genannt);
    }

    private static String tabellen() {
        StringBuilder text = new StringBuilder();
        String bisher = "";
        for (Fehlercode code : CODES) {
            if (!mitte(code).equals(bisher)) {
                bisher = mitte(code);
                List<String> gruppe = GRUPPEN.getOrDefault(bisher, List.of("", ""));
                text.append("\n## OZG-" + bisher + ": " + gruppe.get(0) + "\n\n" + gruppe.get(1) + "\n\n")
                        .append("| Code | Meaning | What to do | Module, constant |\n|---|---|---|---|\n");
            }
            Enum<?> konstante = (Enum<?>) code;
            Class<?> aufzaehlung = konstante.getDeclaringClass();
            text.append("| " + code.code() + " | " + zelle(code.bedeutung()) + " | " + zelle(code.abhilfe()) + " | "
                    + MODULE.get(aufzaehlung) + ", `" + aufzaehlung.getSimpleName() + "." + konstante.name()
                    + "` |\n");
        }
        return text.toString();
    }

    private static String mitte(Fehlercode code) {
        return code.code().split("-", -1)[1];
    }

    private static String zelle(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|");
    }

    private static List<Path> quellen() throws IOException {
        List<Path> gefunden = new ArrayList<>();
        try (Stream<Path> module = Files.list(WURZEL)) {
            for (Path quelle : module.filter(m -> m.getFileName().toString().startsWith("sdk-"))
                    .map(m -> m.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> dateien = Files.walk(quelle)) {
                    dateien.filter(p -> p.toString().endsWith(".java")).forEach(gefunden::add);
                }
            }
        }
        return gefunden;
    }
}
