/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WahrheitTest {

    /** Kleene's strong tables, written out. */
    @ParameterizedTest
    @CsvSource({
        "WAHR, WAHR, FALSCH, WAHR, WAHR, FALSCH",
        "WAHR, UNBEKANNT, FALSCH, UNBEKANNT, WAHR, UNBEKANNT",
        "WAHR, FALSCH, FALSCH, FALSCH, WAHR, WAHR",
        "UNBEKANNT, WAHR, UNBEKANNT, UNBEKANNT, WAHR, UNBEKANNT",
        "UNBEKANNT, UNBEKANNT, UNBEKANNT, UNBEKANNT, UNBEKANNT, UNBEKANNT",
        "UNBEKANNT, FALSCH, UNBEKANNT, FALSCH, UNBEKANNT, UNBEKANNT",
        "FALSCH, WAHR, WAHR, FALSCH, WAHR, WAHR",
        "FALSCH, UNBEKANNT, WAHR, FALSCH, UNBEKANNT, UNBEKANNT",
        "FALSCH, FALSCH, WAHR, FALSCH, FALSCH, FALSCH"
    })
    void hasKleenesTables(Wahrheit a, Wahrheit b, Wahrheit nicht, Wahrheit und, Wahrheit oder, Wahrheit entweder) {
        assertThat(a.nicht()).isEqualTo(nicht);
        assertThat(a.und(b)).isEqualTo(und);
        assertThat(a.oder(b)).isEqualTo(oder);
        assertThat(a.entwederOder(b)).isEqualTo(entweder);
    }
}
