/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.xdatenfelder.Datenfeld.Wert;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuswahlsucheTest {

    private static final List<Wert> ORTE = List.of(
            new Wert("1", "Bad Münster", ""),
            new Wert("2", "Münster, Westfalen", ""),
            new Wert("3", "Köln", ""),
            new Wert("4", "Musterstadt", ""));

    private static List<String> codes(String begriff) {
        return Auswahlsuche.finde(ORTE, begriff).stream().map(Wert::code).toList();
    }

    @Test
    void spellingsAndCaseDoNotMatterAndWhatBeginsSoComesFirst() {
        assertThat(codes("muenster")).containsExactly("2", "1");
        assertThat(codes(" MÜNST ")).containsExactly("2", "1");
        assertThat(codes("westfalen münster")).containsExactly("2");
    }

    @Test
    void aCodeIsFoundAndAnEmptyTermFindsNothing() {
        assertThat(codes("3")).containsExactly("3");
        assertThat(codes("  ")).isEmpty();
        assertThat(codes("Aachen")).isEmpty();
    }

    @Test
    void noMoreThanFiftyAreShown() {
        List<Wert> viele = IntStream.range(0, 20_000)
                .mapToObj(i -> new Wert("c" + i, "Ort " + i, ""))
                .toList();

        assertThat(Auswahlsuche.finde(viele, "ort")).hasSize(Auswahlsuche.HOECHSTENS);
    }
}
