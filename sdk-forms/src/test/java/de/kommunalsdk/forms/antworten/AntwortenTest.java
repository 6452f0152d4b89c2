/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.antworten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kommunalsdk.antrag.AnlageId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AntwortenTest {

    private static final AnlageId EINE = AnlageId.neu();
    private static final AnlageId ANDERE = AnlageId.neu();
    private static final Antworten BEISPIEL = Antworten.LEER
            .mit("G1.F1", "Mustermann")
            .mitAnlagen("G1.F2", List.of(EINE))
            .mitAnzahl("G1.G2", 2)
            .mitSeite("person");

    @Test
    void aPlaceWithoutAnAnswerIsEmpty() {
        assertThat(Antworten.LEER.wert("G1.F1")).isEmpty();
        assertThat(Antworten.LEER.anlagen("G1.F2")).isEmpty();
        assertThat(Antworten.LEER.anzahl("G1.G2")).isZero();
        assertThat(Antworten.LEER.seite()).isEmpty();
    }

    @Test
    void aChangeGivesNewAnswersAndLeavesTheOldOnes() {
        Antworten neu = BEISPIEL.mit("G1.F1", "Musterfrau")
                .mitAnlagen("G1.F2", List.of(EINE, ANDERE))
                .mitAnzahl("G1.G2", 3)
                .mitSeite("hund");

        assertThat(BEISPIEL.wert("G1.F1")).isEqualTo("Mustermann");
        assertThat(BEISPIEL.anlagen("G1.F2")).containsExactly(EINE);
        assertThat(BEISPIEL.anzahl("G1.G2")).isEqualTo(2);
        assertThat(BEISPIEL.seite()).isEqualTo("person");
        assertThat(neu.wert("G1.F1")).isEqualTo("Musterfrau");
        assertThat(neu.anlagen("G1.F2")).containsExactly(EINE, ANDERE);
        assertThat(neu.anzahl("G1.G2")).isEqualTo(3);
        assertThat(neu.seite()).isEqualTo("hund");
    }

    @Test
    void anEmptyAnswerAndNoFilesTakeThePlaceAway() {
        Antworten neu = BEISPIEL.mit("G1.F1", "").mitAnlagen("G1.F2", List.of());

        assertThat(neu.werte()).isEmpty();
        assertThat(neu.anlagen()).isEmpty();
    }

    @Test
    void nobodyChangesThemFromOutside() {
        assertThatThrownBy(() -> BEISPIEL.werte().put("G1.F1", "x")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> BEISPIEL.anlagen().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> BEISPIEL.anlagen("G1.F2").add(ANDERE))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> BEISPIEL.anzahlen().put("G1.G2", 9)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void whatWasHandedInIsCopied() {
        List<AnlageId> ids = new ArrayList<>(List.of(EINE));
        SortedMap<String, List<AnlageId>> anlagen = new TreeMap<>();
        anlagen.put("F2", ids);
        SortedMap<String, String> werte = new TreeMap<>();
        Antworten antworten = new Antworten(werte, anlagen, new TreeMap<>(), "");
        Antworten mitAnlagen = Antworten.LEER.mitAnlagen("F2", ids);

        werte.put("F1", "später");
        ids.add(ANDERE);

        assertThat(antworten.werte()).isEmpty();
        assertThat(antworten.anlagen("F2")).containsExactly(EINE);
        assertThat(mitAnlagen.anlagen("F2")).containsExactly(EINE);
    }

    @Test
    void theTextShowsNoContent() {
        assertThat(BEISPIEL.toString())
                .isEqualTo("Antworten[1 Werte, 1 Anlagenorte]")
                .doesNotContain("Mustermann", EINE.wert());
    }

    @Test
    void equalAnswersAreEqual() {
        Antworten gleich = Antworten.LEER
                .mitSeite("person")
                .mitAnzahl("G1.G2", 2)
                .mitAnlagen("G1.F2", List.of(EINE))
                .mit("G1.F1", "Mustermann");

        assertThat(gleich).isEqualTo(BEISPIEL).hasSameHashCodeAs(BEISPIEL);
        assertThat(gleich.mit("G1.F1", "x")).isNotEqualTo(BEISPIEL);
        assertThat(gleich.mitAnlagen("G1.F2", List.of(ANDERE))).isNotEqualTo(BEISPIEL);
        assertThat(gleich.mitAnzahl("G1.G2", 1)).isNotEqualTo(BEISPIEL);
        assertThat(gleich.mitSeite("")).isNotEqualTo(BEISPIEL);
    }
}
