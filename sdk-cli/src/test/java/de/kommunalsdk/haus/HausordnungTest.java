/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.haus;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import de.kommunalsdk.error.OzgException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The floors and rooms that docs/architecture.md promises. */
class HausordnungTest {

    private static final Map<String, Set<String>> ERLAUBT = Map.of(
            "sdk-core", Set.of(),
            "sdk-xoev", Set.of("sdk-core"),
            "sdk-pdf", Set.of("sdk-core"),
            "sdk-transport", Set.of("sdk-core"),
            "sdk-servicekonto", Set.of("sdk-core"),
            "sdk-forms", Set.of("sdk-core", "sdk-xoev"),
            "sdk-testkit", Set.of("sdk-core", "sdk-servicekonto"),
            "sdk-cli", Set.of("sdk-core", "sdk-pdf", "sdk-xoev", "sdk-forms", "sdk-servicekonto", "sdk-testkit"));
    private static final List<String> BIBLIOTHEKEN = List.of(
            "com.fasterxml.jackson.",
            "com.nimbusds.",
            "okhttp3.",
            "okio.",
            "org.jdbi.",
            "gg.jte.",
            "com.openhtmltopdf.",
            "org.apache.",
            "com.github.weisj.",
            "org.snakeyaml.",
            "picocli.",
            "com.github.kagkarlsson.",
            "dev.failsafe.");
    private static final Set<String> NICHTSSAGEND =
            Set.of("Util", "Utils", "Helper", "Helpers", "Manager", "Impl", "Base", "Common");

    private static final JavaClasses KLASSEN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("de.kommunalsdk");
    private static final Stockwerke STOCKWERKE = new Stockwerke(KLASSEN);

    @Test
    void everyPublishedModuleIsInSight() {
        assertThat(STOCKWERKE.module()).isEqualTo(new TreeSet<>(ERLAUBT.keySet()));
    }

    @Test
    void modulesLookDownOnly() {
        assertThat(STOCKWERKE.verstoesse(ERLAUBT)).isEmpty();
    }

    @Test
    void theRuleOfFloorsSeesWhatIsForbidden() {
        assertThat(STOCKWERKE.verstoesse(Map.of()))
                .anyMatch(v -> v.startsWith("sdk-forms: ") && v.contains("de.kommunalsdk.xdatenfelder.Anzahl"))
                .anyMatch(v -> v.startsWith("sdk-transport: ") && v.contains("de.kommunalsdk.uebermittlung.Paket"))
                .noneMatch(v -> v.startsWith("sdk-core: "));
    }

    @Test
    void internalPackagesAreUsedFromTheirOwnRoomOnly() {
        Set<String> verstoesse = new TreeSet<>();
        for (JavaClass klasse : KLASSEN) {
            for (Dependency abhaengigkeit : klasse.getDirectDependenciesFromSelf()) {
                String ziel =
                        abhaengigkeit.getTargetClass().getBaseComponentType().getPackageName();
                if (ziel.startsWith("de.kommunalsdk.") && !imSelbenRaum(klasse.getPackageName(), ziel)) {
                    verstoesse.add(abhaengigkeit.getDescription());
                }
            }
        }
        assertThat(verstoesse).isEmpty();
        assertThat(imSelbenRaum("de.kommunalsdk.forms.reise", "de.kommunalsdk.forms.servlet.internal"))
                .isFalse();
    }

    @Test
    void brokenAlgorithmsStayInTheirTool() {
        noClasses()
                .that()
                .resideOutsideOfPackage("de.kommunalsdk.saml.pruefstand..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("de.kommunalsdk.saml.pruefstand..")
                .check(KLASSEN);
        assertThat(KLASSEN.stream()
                        .filter(k ->
                                k.isAssignableTo("de.kommunalsdk.saml.internal.Algorithmenregel") && !k.isInterface())
                        .filter(k -> !k.getPackageName().equals("de.kommunalsdk.saml.pruefstand"))
                        .map(JavaClass::getName))
                .containsExactly("de.kommunalsdk.saml.internal.StrengeAlgorithmen");
    }

    private static boolean imSelbenRaum(String von, String ziel) {
        int innen = (ziel + ".").indexOf(".internal.");
        String raum = innen < 0 ? "" : ziel.substring(0, innen);
        return innen < 0 || von.equals(raum) || von.startsWith(raum + ".");
    }

    @Test
    void servletsAreUsedInServletPackagesOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..servlet..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.servlet..", "javax.servlet..")
                .check(KLASSEN);
    }

    @Test
    void publicSignaturesShowNoLibraryAndNothingInternal() {
        Set<String> verstoesse = new TreeSet<>();
        for (JavaClass klasse : KLASSEN) {
            if ((klasse.getPackageName() + ".").contains(".internal.")) {
                continue;
            }
            Sichtbares.typen(klasse).stream()
                    .filter(typ -> BIBLIOTHEKEN.stream().anyMatch(typ::startsWith) || typ.contains(".internal."))
                    .forEach(typ -> verstoesse.add(klasse.getName() + " shows " + typ));
        }
        // what a template prints as HTML can be nothing else
        verstoesse.removeAll(Set.of(
                "de.kommunalsdk.forms.seiten.Ansicht shows gg.jte.Content",
                "de.kommunalsdk.forms.seiten.Formularansicht shows gg.jte.Content"));
        assertThat(verstoesse).isEmpty();
    }

    @Test
    void theRuleOfSignaturesLooksInsideTypes() {
        JavaClass verraeter =
                new ClassFileImporter().importClasses(Verraeter.class).get(Verraeter.class);

        assertThat(Sichtbares.typen(verraeter)).contains("com.fasterxml.jackson.databind.JsonNode");
    }

    @Test
    void noClassHasANameThatSaysNothing() {
        assertThat(KLASSEN.stream()
                        .map(JavaClass::getSimpleName)
                        .filter(name -> List.of(name.split("(?<=[a-z0-9])(?=[A-Z])")).stream()
                                .anyMatch(NICHTSSAGEND::contains)))
                .isEmpty();
    }

    @Test
    void faultsThatAUserCanCatchStandInTwoRooms() {
        assertThat(KLASSEN.stream()
                        .filter(k -> k.isAssignableTo(OzgException.class))
                        .filter(Sichtbares::istSichtbar)
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "de.kommunalsdk.error.OzgException",
                        "de.kommunalsdk.error.InvalidInput",
                        "de.kommunalsdk.error.NotAuthorised",
                        "de.kommunalsdk.error.ServiceUnavailable",
                        "de.kommunalsdk.error.ProtocolViolation",
                        "de.kommunalsdk.error.ConfigurationError",
                        "de.kommunalsdk.http.AusgangUngewiss");
    }
}
