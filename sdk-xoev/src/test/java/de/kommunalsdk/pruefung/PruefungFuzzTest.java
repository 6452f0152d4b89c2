/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.ByteArrayInputStream;
import java.util.Map;

/** Any bytes as a message, and as a schema: always a report within its limits, never an exception. */
class PruefungFuzzTest {

    private static final Pruefgrenzen GRENZEN = new Pruefgrenzen(new XmlGrenzen(100_000, 50, 5_000, 20_000), 1_000, 20);
    private static final Nachrichtenpruefung PRUEFUNG =
            Nachrichtenpruefung.fuer(Kleinschema.satz()).grenzen(GRENZEN).baue();

    @FuzzTest
    void nachricht(byte[] bytes) {
        Pruefergebnis ergebnis = PRUEFUNG.pruefe("fuzz", new ByteArrayInputStream(bytes));

        Pruefbericht bericht = ergebnis.bericht();
        assertThat(bericht.befunde()).hasSizeLessThanOrEqualTo(GRENZEN.maxBefunde());
        assertThat(ergebnis instanceof Pruefergebnis.Angenommen)
                .isEqualTo(!bericht.hatFehler() && !bericht.abgeschnitten());
        assertThat(ergebnis.alsJson()).hasSizeLessThan(100_000);
        assertThat(ergebnis.alsText()).doesNotContain("gültig");
    }

    /** A schema is the operator's, yet a broken one must end as a refusal too. */
    @FuzzTest
    void schema(byte[] bytes) {
        Map<String, byte[]> dateien = Kleinschema.dateien();
        dateien.put("klein.xsd", bytes);
        try {
            Schemasatz satz = Schemasatz.aus(dateien, Herkunft.UNBEKANNT);
            Nachrichtenpruefung.fuer(satz)
                    .grenzen(GRENZEN)
                    .baue()
                    .pruefe("fuzz", new ByteArrayInputStream(Kleinschema.bytes(Kleinschema.nachricht(""))));
        } catch (InvalidInput e) {
            assertThat(e.code()).startsWith("OZG-");
        }
    }
}
