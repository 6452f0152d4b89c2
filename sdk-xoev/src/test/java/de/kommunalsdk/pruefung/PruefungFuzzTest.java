/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.ByteArrayInputStream;

/** Any bytes as a message: always a report within its limits, never an exception. */
class PruefungFuzzTest {

    static final Pruefgrenzen GRENZEN = new Pruefgrenzen(new XmlGrenzen(100_000, 50, 5_000, 20_000), 1_000, 20);
    private static final Nachrichtenpruefung PRUEFUNG =
            Nachrichtenpruefung.fuer(Kleinschema.satz()).grenzen(GRENZEN).baue();

    @FuzzTest(maxDuration = "10m")
    void nachricht(byte[] bytes) {
        Pruefergebnis ergebnis = PRUEFUNG.pruefe("fuzz", new ByteArrayInputStream(bytes));

        Pruefbericht bericht = ergebnis.bericht();
        assertThat(bericht.befunde()).hasSizeLessThanOrEqualTo(GRENZEN.maxBefunde());
        assertThat(ergebnis instanceof Pruefergebnis.Angenommen)
                .isEqualTo(!bericht.hatFehler() && !bericht.abgeschnitten());
        assertThat(ergebnis.alsJson()).hasSizeLessThan(100_000);
        assertThat(ergebnis.alsText()).doesNotContain("gültig");
    }
}
