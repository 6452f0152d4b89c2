/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import de.kommunalsdk.error.InvalidInput;
import java.io.ByteArrayInputStream;
import java.util.Map;

/** Any bytes as a schema: it is the operator's, yet a broken one must end as a refusal too. */
class SchemasatzFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void schema(byte[] bytes) {
        Map<String, byte[]> dateien = Kleinschema.dateien();
        dateien.put("klein.xsd", bytes);
        try {
            Schemasatz satz = Schemasatz.aus(dateien, Herkunft.UNBEKANNT);
            Nachrichtenpruefung.fuer(satz)
                    .grenzen(PruefungFuzzTest.GRENZEN)
                    .baue()
                    .pruefe("fuzz", new ByteArrayInputStream(Kleinschema.bytes(Kleinschema.nachricht(""))));
        } catch (InvalidInput e) {
            assertThat(e.code()).startsWith("OZG-");
        }
    }
}
