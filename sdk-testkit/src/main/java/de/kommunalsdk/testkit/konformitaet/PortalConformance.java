/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet;

import de.kommunalsdk.testkit.konformitaet.Bericht.Eintrag;
import de.kommunalsdk.testkit.konformitaet.Ergebnis.NichtGeprueft;
import de.kommunalsdk.testkit.konformitaet.Ergebnis.NichtPruefbar;
import de.kommunalsdk.testkit.konformitaet.Ergebnis.Verletzt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The kit as a JUnit 5 test: a portal extends it, starts itself, and says where it is. One test for each rule; a rule
 * that could not be checked fails too, one that was not checked is skipped with its reason. The reports are written in any
 * case.
 */
public abstract class PortalConformance {

    /** For subclasses. */
    protected PortalConformance() {}

    /** What is to be checked; the portal must answer there now. */
    protected abstract Pruefling pruefling();

    /** Where the reports go; {@code target/konformitaet} unless overridden. */
    protected Path berichtsverzeichnis() {
        return Path.of("target", "konformitaet");
    }

    /** Checks the portal once; one test for each rule. */
    @TestFactory
    public final Stream<DynamicTest> konformitaet() throws IOException {
        Bericht bericht = Konformitaetspruefung.pruefe(pruefling());
        bericht.schreibe(berichtsverzeichnis());
        return bericht.eintraege().stream()
                .map(e -> DynamicTest.dynamicTest(
                        e.regel().id() + ": " + e.regel().titel(), () -> verlange(e)));
    }

    private static void verlange(Eintrag eintrag) {
        Ergebnis ergebnis = eintrag.ergebnis();
        if (ergebnis instanceof Verletzt verletzt) {
            Assertions.fail(verletzt.verstoesse().stream()
                    .map(Verstoss::toString)
                    .collect(Collectors.joining("\n", eintrag.regel().id() + " ist verletzt:\n", "")));
        } else if (ergebnis instanceof NichtPruefbar offen) {
            Assertions.fail(eintrag.regel().id() + " war nicht prüfbar: " + offen.grund() + " [" + offen.code() + "]");
        } else if (ergebnis instanceof NichtGeprueft ohne) {
            Assumptions.abort(eintrag.regel().id() + " ist nicht geprüft: " + ohne.grund() + " [" + ohne.code() + "]");
        }
    }
}
