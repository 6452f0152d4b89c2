/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.antworten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.forms.definition.FormFehler;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NachweiseFormatTest {

    private static final Instant ZEIT = Instant.parse("2026-11-26T09:00:00Z");
    private static final Antworten BEISPIEL = Antworten.LEER
            .mit("G1.F1", "Mustermann")
            .mit(Nachweise.KEINE
                    .mit(
                            "G1.F1",
                            new Herkunft(
                                    "melderegister", "Melderegister", "name", Vertrauensniveau.HOCH, ZEIT, true, false))
                    .mit(Einwilligung.erteilt("kfz", ZEIT, "f0"))
                    .mit(new Einwilligung("melderegister", ZEIT, "f1", Optional.of(ZEIT), "OZG-QUELLE-0015"))
                    .mit(new Abfragestand("gebuehr", "e1", ZEIT, "12 Euro", "")));

    private static String text(Antworten antworten) {
        return new String(AntwortenFormat.schreibe(antworten), StandardCharsets.UTF_8);
    }

    @Test
    void whatWasWrittenIsReadAgain() {
        assertThat(AntwortenFormat.lies(AntwortenFormat.schreibe(BEISPIEL))).isEqualTo(BEISPIEL);
        assertThat(AntwortenFormat.lies(AntwortenFormat.schreibe(BEISPIEL.mit("G1.F2", "x"))))
                .isNotEqualTo(BEISPIEL);
    }

    @Test
    void draftsOfOlderVersionsStayReadableAndUnchanged() {
        String alt = "{\"anlagen\":{},\"anzahlen\":{},\"seite\":\"a\",\"version\":1,\"werte\":{\"F1\":\"x\"}}";
        Antworten gelesen = AntwortenFormat.lies(alt.getBytes(StandardCharsets.UTF_8));

        assertThat(gelesen.nachweise()).isEqualTo(Nachweise.KEINE);
        assertThat(text(gelesen)).isEqualTo(alt);
    }

    @Test
    void theReceiverGetsProvenanceWithoutTheRulesOfThePage() {
        assertThat(new String(AntwortenFormat.herkunft(BEISPIEL), StandardCharsets.UTF_8))
                .isEqualTo("{\"herkunft\":{\"G1.F1\":{\"attribut\":\"name\",\"geaendert\":false,\"niveau\":\"hoch\","
                        + "\"quelle\":\"melderegister\",\"titel\":\"Melderegister\",\"zeit\":\"2026-11-26T09:00:00Z\"}},"
                        + "\"version\":1}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "niveau":"hoch"                      | "niveau":"allerhoechst"
                    "fest":true                          | "fest":"ja"
                    "zeit":"2026-11-26T09:00:00Z"        | "zeit":"gestern"
                    "quelle":"melderegister"             | "quelle":7
                    "fassung":"f1"                       | "fassung":null
                    "abfragen":{"gebuehr":               | "abfragen":{"gebuehr":[],"x":
                    "herkunft":{                         | "herkunft":[],"x":{
                    """)
    void refusesWhatWasNotWrittenHere(String richtig, String falsch) {
        String json = text(BEISPIEL);
        assertThat(json).contains(richtig);

        assertThatThrownBy(
                        () -> AntwortenFormat.lies(json.replace(richtig, falsch).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fehlercode()).isEqualTo(FormFehler.ENTWURF))
                .hasMessageNotContaining("Mustermann");
    }

    @Test
    void anEntryThatIsRemovedTakesNoProvenanceWithIt() {
        assertThat(Eingabe.entfernen(BEISPIEL, "G9", 1, 2).nachweise()).isEqualTo(BEISPIEL.nachweise());
        assertThat(BEISPIEL.mitSeite("b").mitAnzahl("G9", 2).nachweise()).isEqualTo(BEISPIEL.nachweise());
    }
}
