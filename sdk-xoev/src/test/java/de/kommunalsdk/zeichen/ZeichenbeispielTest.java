/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.zeichen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What docs/xoev.md shows. */
class ZeichenbeispielTest {

    @Test
    void theExampleOfTheDocumentation() {
        // region: zeichen
        Din91379 din = Din91379.fuer(Zeichensatz.C); // edition 2022-08; 2019-03 by the second argument
        Zeichenpruefung p = din.pruefe("Mu\u0308ller \u2013 Co");
        boolean ok = p.ok(); // false
        Zeichenbefund erster = p.befunde().get(0); // NICHT_NFC at index 2, suggestion "ü"
        Zeichenbefund zweiter = p.befunde().get(1); // NICHT_IN_DIN_91379 at index 8, suggestion "-"
        String normal = din.normalisiere("Mu\u0308ller"); // "Müller"
        String suchform = Din91379.suchform("René Müller-Strauß"); // "RENE MUELLER-STRAUSS"
        // endregion

        assertThat(ok).isFalse();
        assertThat(erster.grund()).isEqualTo(ZeichenFehler.NICHT_NFC);
        assertThat(erster.index()).isEqualTo(2);
        assertThat(erster.vorschlag()).contains("ü");
        assertThat(zweiter.grund()).isEqualTo(ZeichenFehler.NICHT_IN_DIN_91379);
        assertThat(zweiter.index()).isEqualTo(8);
        assertThat(zweiter.vorschlag()).contains("-");
        assertThat(normal).isEqualTo("Müller");
        assertThat(suchform).isEqualTo("RENE MUELLER-STRAUSS");
    }
}
