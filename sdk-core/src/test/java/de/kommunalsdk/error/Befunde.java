/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What tests say about problems: one line for each, {@code CODE line path}, and every one with its remedy. */
public final class Befunde {

    private Befunde() {}

    /** Asserts that there are exactly these problems, in any order, each with a message and a remedy. */
    public static void genau(List<Problem> probleme, String... erwartet) {
        assertThat(probleme).extracting(Befunde::zeile).containsExactlyInAnyOrder(erwartet);
        assertThat(probleme).allSatisfy(problem -> {
            assertThat(problem.meldung()).isNotBlank();
            assertThat(problem.code().abhilfe()).isNotBlank();
            assertThat(problem.stelle().datei()).isNotBlank();
        });
    }

    /** Asserts that a call ends in a ConfigurationError of this code with exactly these problems. */
    public static ConfigurationError abgelehnt(ThrowingCallable aufruf, Fehlercode code, String... erwartet) {
        ConfigurationError fehler = catchThrowableOfType(ConfigurationError.class, aufruf);
        assertThat(fehler).as("ConfigurationError").isNotNull();
        assertThat(fehler.fehlercode()).isEqualTo(code);
        assertThat(fehler.retryable()).isFalse();
        genau(fehler.problems(), erwartet);
        return fehler;
    }

    private static String zeile(Problem problem) {
        return (problem.code().code() + " " + problem.stelle().zeile() + " "
                        + problem.stelle().pfad())
                .strip();
    }
}
