/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

import com.code_intelligence.jazzer.junit.FuzzTest;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.xml.XmlFehler;
import java.util.Optional;

/** Whatever the bytes are: a result, never an exception; and what was read can be written and comes back equal. */
class XdfLeserFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void readsAnyBytes(byte[] bytes) {
        XdfErgebnis gelesen = XdfSchreiberTest.lies(bytes);
        boolean fehler = gelesen.probleme().stream().anyMatch(Problem::istFehler);
        if (gelesen.schema().isPresent() == fehler) {
            throw new IllegalStateException("a schema and an error, or neither");
        }
        if (gelesen.schema().isEmpty()) {
            return;
        }
        XdfUmwandlung.Ergebnis neu = XdfUmwandlung.nachXdf3(gelesen);
        if (neu.schema().isPresent() != neu.probleme().isEmpty()) {
            throw new IllegalStateException("a schema and a problem, or neither");
        }
        neu.schema().ifPresent(schema -> kommtZurueck(schema, gelesen.kopf().nachricht()));
    }

    private static void kommtZurueck(Stammdatenschema schema, Nachrichtenkopf kopf) {
        byte[] geschrieben;
        try {
            geschrieben = XdfSchreiberTest.schreibe(schema, kopf);
        } catch (InvalidInput e) {
            if (e.fehlercode() == XmlFehler.VERBOTENES_ZEICHEN) {
                return; // a line break in an attribute
            }
            throw e;
        }
        XdfErgebnis wieder = XdfSchreiberTest.lies(geschrieben);
        if (!wieder.schema().equals(Optional.of(schema))
                || !wieder.kopf().nachricht().equals(kopf)) {
            throw new IllegalStateException("it came back different: " + wieder.probleme());
        }
    }
}
