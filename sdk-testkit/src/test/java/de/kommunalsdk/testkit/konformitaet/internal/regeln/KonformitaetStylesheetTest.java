/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal.regeln;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KonformitaetStylesheetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p { width: 321px }",
                "@layer x { p { color: red; min-width: 20.5rem; } }",
                "p{inline-size:400PX!important}",
                "@media (max-width: 30rem) { p { width: 400px } }",
                "p { background: url(\"a;b}\"); width: 400px }",
                "p { /* width: 1px; */ min-inline-size : 30em }"
            })
    void findsWhatDoesNotFit(String css) {
        assertThat(Stylesheet.breiten(css, 320)).hasSize(1).first().satisfies(b -> assertThat(b.selektor())
                .isEqualTo("p"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p { width: 320px; max-width: 60rem; width: 100%; border-width: 900px }",
                "@media (min-width: 60rem) { p { width: 900px } }",
                "@media print { p { width: 900px } }",
                "@media (width > 600px) { p { width: 600px } }",
                "/* p { width: 900px } */",
                "p::before { content: 'x{width: 900px}' }",
                "p { --x-width: 900px }",
                "}}} { ; width: 900px",
                "@import url(x);"
            })
    void leavesTheRest(String css) {
        assertThat(Stylesheet.breiten(css, 320)).isEmpty();
    }

    @Test
    void aHostileStylesheetTakesLittleTime() {
        String css = "p{width:" + "9".repeat(500_000) + "px}" + "a{".repeat(200_000) + "\"" + "\\".repeat(100_000);

        Assertions.assertTimeout(Duration.ofSeconds(10), () -> Stylesheet.breiten(css, 320));
    }
}
