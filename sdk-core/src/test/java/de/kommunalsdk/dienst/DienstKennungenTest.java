/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.dienst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DienstKennungenTest {

    private static final String LAENGSTE = "a".repeat(60);

    @ParameterizedTest
    @ValueSource(strings = {"a", "hund-anmelden", "a-1", "a--"})
    void acceptsIds(String text) {
        assertThat(DienstId.istGueltig(text)).isTrue();
        assertThat(new DienstId(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-a", "1a", "Hund", "hund_anmelden", "hund/anmelden", "..", "hund ", "hund\n", "hünd", "a%2e"
            })
    void refusesOtherShapesOfIds(String text) {
        assertThat(DienstId.istGueltig(text)).isFalse();
        assertThatThrownBy(() -> new DienstId(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void idHasALimit() {
        assertThat(new DienstId(LAENGSTE).wert()).hasSize(60);
        assertThat(DienstId.istGueltig(LAENGSTE + "a")).isFalse();
    }

    @Test
    void refShowsIdAndVersion() {
        assertThat(new DienstRef(new DienstId("hund-anmelden"), "1.0.0")).hasToString("hund-anmelden:1.0.0");
    }

    @Test
    void acceptsALeistungsschluessel() {
        assertThat(new Leistungsschluessel("99102013104000")).hasToString("99102013104000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9910201310400",
                "991020131040000",
                "98102013104000",
                "99 10201310400",
                "99102013104000\n",
                "9910201310400a",
                "99\u0661\u0662\u0661\u0662\u0661\u0662\u0661\u0662\u0661\u0662\u0661\u0662"
            })
    void refusesOtherShapesOfLeistungsschluessel(String text) {
        assertThatThrownBy(() -> new Leistungsschluessel(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
