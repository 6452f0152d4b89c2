/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint;

import static de.kommunalsdk.xdatenfelder.lint.Bau.feld;
import static de.kommunalsdk.xdatenfelder.lint.Bau.gruppe;
import static de.kommunalsdk.xdatenfelder.lint.Bau.regel;
import static de.kommunalsdk.xdatenfelder.lint.Bau.schema;
import static de.kommunalsdk.xdatenfelder.lint.Bau.steckbrief;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.xdatenfelder.lint.Faelle.Fall;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NummernTest {

    static List<Fall> faelle() {
        return Faelle.ALLE;
    }

    @ParameterizedTest
    @MethodSource("faelle")
    void theFaultHasItsNumberAndNothingElse(Fall fall) {
        LintErgebnis ergebnis = fall.schlecht().linte();

        assertThat(nummern(ergebnis)).isEqualTo(fall.erwartet());
        assertThat(ergebnis.befunde()).allSatisfy(b -> {
            assertThat(b.stelle().zeile()).isPositive();
            assertThat(b.stelle().spalte()).isPositive();
            assertThat(b.stelle().pfad()).startsWith("/");
            assertThat(b.meldung().abhilfe()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("faelle")
    void itsNeighbourDoesNotHaveTheNumber(Fall fall) {
        assertThat(nummern(fall.gut().linte())).doesNotContain(fall.nummer());
    }

    @Test
    void everyCheckedNumberHasACase() {
        Set<Integer> mitFall = Faelle.ALLE.stream().map(Fall::nummer).collect(Collectors.toSet());
        Set<Integer> geprueft = Meldung.alle().stream()
                .filter(Meldung::geprueft)
                .map(Meldung::nummer)
                .collect(Collectors.toSet());

        assertThat(mitFall).isEqualTo(geprueft);
    }

    @Test
    void whatIsInOrderHasNoFindingAndNoProblem() {
        Stream.of(
                        schema(feld("001"), gruppe("001", feld("002"), feld("003")))
                                .mit(regel("F05000000002")),
                        gruppe("001", feld("002"), feld("003")),
                        feld("001"),
                        steckbrief())
                .forEach(bau -> {
                    assertThat(bau.linte().befunde()).isEmpty();
                    assertThat(bau.linte().probleme()).isEmpty();
                });
    }

    private static Set<Integer> nummern(LintErgebnis ergebnis) {
        return ergebnis.befunde().stream()
                .map(b -> b.meldung().nummer())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
