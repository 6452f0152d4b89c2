/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.antworten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.forms.definition.FormFehler;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AntwortenFormatTest {

    private static final AnlageId DATEI = new AnlageId("AAAAAAAAAAAAAAAAAAAAAA");
    private static final Antworten BEISPIEL = Antworten.LEER
            .mit("G1.F2", "zwei\n\"Zeilen\"")
            .mit("G1.F1", "Jürgen \uD83D\uDC36 </script>")
            .mit("G1.F10", "\u0001\u001f\u007f")
            .mitAnlagen("G1.F3", List.of(DATEI))
            .mitAnzahl("G1.G4", 3)
            .mitSeite("person");

    private static String text(Antworten antworten) {
        return new String(AntwortenFormat.schreibe(antworten), StandardCharsets.UTF_8);
    }

    private static void abgelehnt(byte[] bytes) {
        assertThatThrownBy(() -> AntwortenFormat.lies(bytes))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fehlercode()).isEqualTo(FormFehler.ENTWURF))
                .hasMessageStartingWith("OZG-FORM-0012")
                .hasMessageNotContaining("Mustermann");
    }

    @Test
    void whatWasWrittenIsReadAgain() {
        assertThat(AntwortenFormat.lies(AntwortenFormat.schreibe(BEISPIEL))).isEqualTo(BEISPIEL);
        assertThat(AntwortenFormat.lies(AntwortenFormat.schreibe(Antworten.LEER)))
                .isEqualTo(Antworten.LEER);
    }

    @Test
    void writesCanonicalJson() {
        assertThat(text(BEISPIEL))
                .isEqualTo("{\"anlagen\":{\"G1.F3\":[\"AAAAAAAAAAAAAAAAAAAAAA\"]},\"anzahlen\":{\"G1.G4\":3},"
                        + "\"gesendet\":[\"person\"],\"seite\":\"person\",\"version\":1,\"werte\":{"
                        + "\"G1.F1\":\"Jürgen \uD83D\uDC36 </script>\","
                        // RFC 8785, 3.2.2.2: lower case hexadecimal digits
                        + "\"G1.F10\":\"\\u0001\\u001f\u007f\","
                        + "\"G1.F2\":\"zwei\\n\\\"Zeilen\\\"\"}}");
    }

    @Test
    void theOrderOfTypingDoesNotMatter() {
        Antworten rueckwaerts = Antworten.LEER
                .mitSeite("person")
                .mitAnzahl("G1.G4", 3)
                .mitAnlagen("G1.F3", List.of(DATEI))
                .mit("G1.F10", BEISPIEL.wert("G1.F10"))
                .mit("G1.F1", BEISPIEL.wert("G1.F1"))
                .mit("G1.F2", BEISPIEL.wert("G1.F2"));

        assertThat(AntwortenFormat.schreibe(rueckwaerts)).isEqualTo(AntwortenFormat.schreibe(BEISPIEL));
    }

    @Test
    void readsDocumentsThatHoldMore() {
        String eingefroren = text(BEISPIEL.mitSeite("")).replace("{\"anlagen\"", "{\"dienst\":\"a:1.0.0\",\"anlagen\"");

        assertThat(AntwortenFormat.lies(eingefroren.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(BEISPIEL.mitSeite(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "0", "-1", "\"1\"", "1.5", "null", "[1]", "99999999999"})
    void refusesAnotherVersion(String version) {
        abgelehnt(text(BEISPIEL)
                .replace("\"version\":1", "\"version\":" + version)
                .getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Mustermann",
                "5",
                "null",
                "[]",
                "{}",
                "\"version\"",
                "{\"version\":1}",
                "{\"version\":1,\"werte\":[\"Mustermann\"],\"anlagen\":{},\"anzahlen\":{}}",
                "{\"version\":1,\"werte\":{\"F1\":{\"a\":\"Mustermann\"}},\"anlagen\":{},\"anzahlen\":{}}",
                "{\"version\":1,\"werte\":{\"F1\":null},\"anlagen\":{},\"anzahlen\":{}}",
                "{\"version\":1,\"werte\":{},\"anlagen\":{\"F1\":[\"../Mustermann\"]},\"anzahlen\":{}}",
                "{\"version\":1,\"werte\":{},\"anlagen\":{\"F1\":\"AAAAAAAAAAAAAAAAAAAAAA\"},\"anzahlen\":{}}",
                "{\"version\":1,\"werte\":{},\"anlagen\":{\"F1\":[7]},\"anzahlen\":{}}",
                "{\"version\":1,\"werte\":{},\"anlagen\":{},\"anzahlen\":{\"G1\":\"2\"}}",
                "{\"version\":1,\"werte\":{},\"anlagen\":{},\"anzahlen\":{\"G1\":2.5}}",
                "{\"version\":1,\"werte\":{},\"anlagen\":{},\"anzahlen\":{\"G1\":99999999999}}",
                "{\"version\":1,\"werte\":{},\"anlagen\":{},\"anzahlen\":{}} {\"noch\":\"eins\"}"
            })
    void refusesWhatWasNotWrittenHere(String json) {
        abgelehnt(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesGarbageAndDeepNesting() {
        byte[] garbage = new byte[4_000];
        new Random(20261123).nextBytes(garbage);
        abgelehnt(garbage);
        abgelehnt("{\"a\":".repeat(100_000).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesEveryTruncation() {
        byte[] ganz = AntwortenFormat.schreibe(BEISPIEL);
        for (int laenge = 0; laenge < ganz.length; laenge++) {
            abgelehnt(Arrays.copyOf(ganz, laenge));
        }
    }
}
