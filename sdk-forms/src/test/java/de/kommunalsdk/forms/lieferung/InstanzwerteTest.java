/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.lieferung;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.xfall.Anlagewert;
import de.kommunalsdk.xfall.Feldwert;
import de.kommunalsdk.xfall.Gruppenwert;
import de.kommunalsdk.xfall.Wert;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InstanzwerteTest {

    private static Gruppenwert gefaltet(Antworten antworten) {
        return Instanzwerte.von(antworten, id -> new Anlagewert(id.wert() + ".pdf", "", "application/pdf"));
    }

    private static List<Wert> texte(String... texte) {
        return java.util.Arrays.stream(texte).<Wert>map(Feldwert::new).toList();
    }

    @Test
    void placesBecomeATree() {
        Antworten antworten = Antworten.LEER
                .mit("F1", "oben")
                .mit("G1.F2", "innen")
                .mit("G1.G2-1.F3", "eins")
                .mit("G1.G2-2.F3", "zwei")
                .mit("G1.G2-2.F4-2", "b")
                .mit("G1.G2-2.F4-1", "a");

        assertThat(gefaltet(antworten))
                .isEqualTo(new Gruppenwert(Map.of(
                        "F1", texte("oben"),
                        "G1",
                                List.of(new Gruppenwert(Map.of(
                                        "F2", texte("innen"),
                                        "G2",
                                                List.of(
                                                        new Gruppenwert(Map.of("F3", texte("eins"))),
                                                        new Gruppenwert(Map.of(
                                                                "F3", texte("zwei"), "F4", texte("a", "b"))))))))));
    }

    @Test
    void theOrderHoldsBeyondNineEntriesAndGapsClose() {
        Antworten antworten = Antworten.LEER;
        for (int i : new int[] {1, 2, 3, 7, 9, 10, 11, 12}) {
            antworten = antworten.mit("F1-" + i, "Wert " + i);
        }

        assertThat(gefaltet(antworten).kinder())
                .containsOnly(Map.entry(
                        "F1",
                        texte(IntStream.of(1, 2, 3, 7, 9, 10, 11, 12)
                                .mapToObj(i -> "Wert " + i)
                                .toArray(String[]::new))));
    }

    @Test
    void filesStandAtTheirPlace() {
        AnlageId a = AnlageId.neu();
        AnlageId b = AnlageId.neu();

        assertThat(gefaltet(Antworten.LEER.mitAnlagen("G1-2.F1", List.of(b, a))).kinder())
                .containsOnly(Map.entry(
                        "G1",
                        List.of(new Gruppenwert(Map.of(
                                "F1",
                                List.of(
                                        new Anlagewert(b + ".pdf", "", "application/pdf"),
                                        new Anlagewert(a + ".pdf", "", "application/pdf")))))));
    }
}
