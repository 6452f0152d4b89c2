/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.architektur;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ArchitekturTest {

    private static final String INNEN = ".internal";
    private static final Set<String> NICHTSSAGEND =
            Set.of("Util", "Utils", "Helper", "Helpers", "Manager", "Impl", "Base", "Common");
    private static JavaClasses klassen = new ClassFileImporter().importClasses();

    @BeforeAll
    static void lies() {
        klassen = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("de.kommunalsdk");
        assertThat(klassen).hasSizeGreaterThan(100);
    }

    @Test
    void publicSignaturesShowNoLibrary() {
        classes()
                .that()
                .resideOutsideOfPackage("..internal..")
                .should(new OeffentlicheSignatur())
                .check(klassen);
    }

    @Test
    void theRuleOfSignaturesLooksInsideTypes() {
        JavaClasses verraeter = new ClassFileImporter().importClasses(Verraeter.class);
        assertThatThrownBy(() -> classes().should(new OeffentlicheSignatur()).check(verraeter))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Verraeter.zeige() shows org.snakeyaml.engine.v2.api.LoadSettings")
                .hasMessageNotContaining("behalte");
    }

    @Test
    void internalPackagesAreUsedFromTheirOwnRoomOnly() {
        classes()
                .should(new ArchCondition<>("use only their own internal packages") {
                    @Override
                    public void check(JavaClass klasse, ConditionEvents ereignisse) {
                        for (Dependency abhaengigkeit : klasse.getDirectDependenciesFromSelf()) {
                            String ziel = abhaengigkeit.getTargetClass().getPackageName();
                            if (ziel.startsWith("de.kommunalsdk.") && !imSelbenRaum(klasse.getPackageName(), ziel)) {
                                ereignisse.add(SimpleConditionEvent.violated(klasse, abhaengigkeit.getDescription()));
                            }
                        }
                    }
                })
                .check(klassen);
    }

    private static boolean imSelbenRaum(String von, String ziel) {
        int innen = (ziel + ".").indexOf(INNEN + ".");
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
                .check(klassen);
    }

    @Test
    void facesAreNotUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.faces..", "javax.faces..")
                .check(klassen);
    }

    @Test
    void roomsHaveNoCycles() {
        slices().matching("de.kommunalsdk.(*)..").should().beFreeOfCycles().check(klassen);
    }

    @Test
    void errorModelUsesNoOtherRoom() {
        noClasses()
                .that()
                .resideInAPackage("de.kommunalsdk.error..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("de.kommunalsdk..").and(resideOutsideOfPackage("de.kommunalsdk.error..")))
                .check(klassen);
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> ohne = new TreeSet<>();
        for (JavaClass klasse : klassen) {
            JavaPackage paket = klasse.getPackage();
            if (!paket.isAnnotatedWith(NullMarked.class)) {
                ohne.add(paket.getName());
            }
        }
        assertThat(ohne).isEmpty();
    }

    @Test
    void noClassHasANameThatSaysNothing() {
        classes()
                .should(new ArchCondition<>("have names that say what they do") {
                    @Override
                    public void check(JavaClass klasse, ConditionEvents ereignisse) {
                        for (String wort : klasse.getSimpleName().split("(?<=[a-z0-9])(?=[A-Z])")) {
                            if (NICHTSSAGEND.contains(wort)) {
                                ereignisse.add(SimpleConditionEvent.violated(klasse, klasse.getName()));
                            }
                        }
                    }
                })
                .check(klassen);
    }
}
