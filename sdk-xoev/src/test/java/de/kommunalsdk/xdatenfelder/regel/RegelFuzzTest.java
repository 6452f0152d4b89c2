/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel;

import static de.kommunalsdk.xdatenfelder.regel.Regelschema.feld;
import static de.kommunalsdk.xdatenfelder.regel.Regelschema.gruppe;
import static de.kommunalsdk.xdatenfelder.regel.Regelschema.regel;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import java.util.Map;
import java.util.Optional;

/** Any bytes: no exception, each problem has its place, and what is read is written and read equal. */
class RegelFuzzTest {

    private static final Stammdatenschema SCHEMA = Regelschema.schema(
            regel("R05999000001"),
            feld("0:1", "F05999000001", "text"),
            feld("0:1", "F05999000002", "bool"),
            feld("0:1", "F05999000003", "num"),
            gruppe("0:*", "G05999000001", regel("R05999000002"), feld("0:1", "F05999000004", "date")));

    @FuzzTest(maxDuration = "10m")
    void einleseUndSchreibe(byte[] bytes) {
        RegelLeser.Ergebnis ergebnis = Regelschema.lies(bytes);

        assertThat(ergebnis.datei().isPresent()).isEqualTo(ergebnis.probleme().isEmpty());
        ergebnis.probleme().forEach(p -> assertThat(p.stelle().datei()).isEqualTo("regeln.json"));
        ergebnis.datei().ifPresent(datei -> {
            assertThat(Regelschema.datei(RegelSchreiber.schreibe(datei))).isEqualTo(datei);
            Regelwerk.von(datei, SCHEMA).regelwerk().ifPresent(regelwerk -> assertThat(regelwerk.werteAus(
                            Map.of("F05999000001", "x", "G05999000001-2.F05999000004", "2026-11-23"),
                            Optional.of(Land.NW)))
                    .isNotNull());
        });
    }
}
