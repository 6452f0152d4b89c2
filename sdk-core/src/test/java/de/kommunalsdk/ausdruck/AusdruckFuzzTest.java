/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ausdruck;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import de.kommunalsdk.error.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Any text: a tree or problems with their places, and any tree and answers give a result within the budget. */
class AusdruckFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void liesUndWerteAus(byte[] bytes) {
        String[] teile = new String(bytes, StandardCharsets.UTF_8).split("\u0000", 2);
        for (Typ typ : List.of(Typ.WAHRHEIT, Typ.ZAHL, Typ.TEXT, Typ.DATUM)) {
            List<Problem> probleme = new ArrayList<>();
            Optional<Ausdruck> ausdruck = Probeumgebung.lies(teile[0], "G1", typ, probleme);

            assertThat(ausdruck.isEmpty()).isEqualTo(probleme.stream().anyMatch(Problem::istFehler));
            assertThat(probleme).hasSizeLessThanOrEqualTo(Ausdrucksleser.MAX_PROBLEME + 1);
            assertThat(probleme)
                    .allMatch(p -> p.stelle().spalte() >= 1 && p.stelle().spalte() <= teile[0].length() + 1);
            ausdruck.ifPresent(a -> {
                Auswerter auswerter =
                        new Auswerter(Probeumgebung.angaben(teile.length < 2 ? "" : teile[1]), Probeumgebung.HEUTE);
                auswerter.wert(a, "G1-2.F5");
                assertThat(auswerter.schritte()).isLessThanOrEqualTo(Auswerter.MAX_SCHRITTE + 1);
            });
        }
    }
}
