/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;

class KommandozeileTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "xdf",
                "xdf check",
                "dienst",
                "dienst check",
                "dienst new",
                "klaerung",
                "klaerung list",
                "klaerung retry",
                "klaerung close",
                "codeliste",
                "codeliste install",
                "codeliste show"
            })
    void everyCommandExplainsItselfAndItsExitCodes(String befehl) {
        Lauf lauf = Lauf.mit((Object[]) (befehl + " --help").strip().split(" "));

        assertThat(lauf.ergebnisse())
                .startsWith(("Usage: kommunal-sdk " + befehl).strip() + " ")
                .contains("--version", "Exit codes:", "3   Fehlschlag");
        assertThat(lauf.fehler()).isEmpty();
        assertThat(lauf.code()).isZero();
    }

    @Test
    void tellsTheVersionOfTheBuild() {
        assertThat(Lauf.mit("--version").ergebnisse()).matches("kommunal-sdk \\d+\\.\\d+\\.\\d+\\S* \\(Java .*\\)\\R");
        assertThat(Lauf.mit("xdf", "check", "-V").ergebnisse()).startsWith("kommunal-sdk ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gibtsnicht", "xdf", "dienst", "klaerung", "codeliste", "--gibtsnicht"})
    void aWrongCallShowsTheUsageOnTheErrorStream(String argument) {
        Lauf lauf = Lauf.mit(argument);

        assertThat(lauf.ergebnisse()).isEmpty();
        assertThat(lauf.fehler()).contains("Usage: kommunal-sdk");
        assertThat(lauf.code()).isEqualTo(2);
        assertThat(Lauf.mit().code()).isEqualTo(2);
    }

    @Test
    void anUnexpectedExceptionIsAFailureThatQuotesNothing() {
        Lauf kurz = Lauf.mit(List.of(new Kaputt()), "kaputt");
        Lauf lang = Lauf.mit(List.of(new Kaputt()), "kaputt", "--stacktrace");

        assertThat(kurz.fehler())
                .contains("OZG-CLI-0006", "java.lang.IllegalStateException", "--stacktrace")
                .doesNotContain("Erika", "\tat ");
        assertThat(lang.fehler()).contains("\tat de.kommunalsdk.cli");
        assertThat(List.of(kurz.code(), lang.code())).containsOnly(3);
    }

    @Command(name = "kaputt")
    private static final class Kaputt implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new IllegalStateException("Erika");
        }
    }
}
