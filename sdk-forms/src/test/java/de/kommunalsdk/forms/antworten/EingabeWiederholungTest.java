/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.antworten;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.antrag.AnlageId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EingabeWiederholungTest {

    private static final AnlageId A = AnlageId.neu();
    private static final AnlageId B = AnlageId.neu();
    private static final AnlageId C = AnlageId.neu();

    @Test
    void anEntryMoreThanAreShown() {
        assertThat(Eingabe.hinzufuegen(Antworten.LEER, "G1", 1).anzahl("G1")).isEqualTo(2);
        assertThat(Eingabe.hinzufuegen(Antworten.LEER.mitAnzahl("G1-2.G2", 3), "G1-2.G2", 3)
                        .anzahlen())
                .containsOnly(Map.entry("G1-2.G2", 4));
    }

    @Test
    void aRemovedEntryTakesItsAnswersFilesAndCountsAndTheLaterOnesMoveUp() {
        Antworten drei = Antworten.LEER
                .mit("F0", "bleibt")
                .mit("G1-1.F1", "eins")
                .mit("G1-2.F1", "zwei")
                .mit("G1-2.G2-1.F2", "zwei-eins")
                .mit("G1-3.F1", "drei")
                .mit("G1-3.G2-2.F2", "drei-zwei")
                .mitAnlagen("G1-1.F3", List.of(A))
                .mitAnlagen("G1-2.F3", List.of(B))
                .mitAnlagen("G1-3.G2-2.F3", List.of(C))
                .mitAnzahl("G1", 3)
                .mitAnzahl("G1-2.G2", 5)
                .mitAnzahl("G1-3.G2", 2)
                .mitSeite("hund");

        Antworten neu = Eingabe.entfernen(drei, "G1", 2, 3);

        assertThat(neu)
                .isEqualTo(Antworten.LEER
                        .mit("F0", "bleibt")
                        .mit("G1-1.F1", "eins")
                        .mit("G1-2.F1", "drei")
                        .mit("G1-2.G2-2.F2", "drei-zwei")
                        .mitAnlagen("G1-1.F3", List.of(A))
                        .mitAnlagen("G1-2.G2-2.F3", List.of(C))
                        .mitAnzahl("G1", 2)
                        .mitAnzahl("G1-2.G2", 2)
                        .mitSeite("hund"));
    }

    @Test
    void removingInsideAnEntryLeavesTheOtherEntriesAlone() {
        Antworten vorher = Antworten.LEER
                .mit("G1-1.G2-1.F", "1-1")
                .mit("G1-1.G2-2.F", "1-2")
                .mit("G1-2.G2-1.F", "2-1")
                .mit("G1-2.G2-2.F", "2-2")
                .mit("G1-12.G2-2.F", "12-2");

        assertThat(Eingabe.entfernen(vorher, "G1-1.G2", 1, 2).werte())
                .containsOnly(
                        Map.entry("G1-1.G2-1.F", "1-2"),
                        Map.entry("G1-2.G2-1.F", "2-1"),
                        Map.entry("G1-2.G2-2.F", "2-2"),
                        Map.entry("G1-12.G2-2.F", "12-2"));
    }

    @Test
    void theOrderHoldsBeyondNineEntries() {
        Antworten zwoelf = Antworten.LEER;
        for (int i = 1; i <= 12; i++) {
            zwoelf = zwoelf.mit("F1-" + i, "Wert " + i);
        }

        Antworten elf = Eingabe.entfernen(zwoelf, "F1", 9, 12);

        assertThat(elf.werte()).hasSize(11);
        assertThat(elf.wert("F1-8")).isEqualTo("Wert 8");
        assertThat(elf.wert("F1-9")).isEqualTo("Wert 10");
        assertThat(elf.wert("F1-11")).isEqualTo("Wert 12");
    }

    @Test
    void anElementWhoseIdBeginsAlikeIsNotTouched() {
        Antworten vorher =
                Antworten.LEER.mit("F1-1", "weg").mit("F10-1", "bleibt").mit("G9.F1-1", "bleibt auch");

        assertThat(Eingabe.entfernen(vorher, "F1", 1, 1).werte())
                .containsOnly(Map.entry("F10-1", "bleibt"), Map.entry("G9.F1-1", "bleibt auch"));
    }

    @Test
    void oneEntryIsAlwaysShown() {
        assertThat(Eingabe.entfernen(Antworten.LEER, "G1", 1, 1).anzahl("G1")).isEqualTo(1);
    }

    @Test
    void filesComeAndGoOneByOne() {
        Antworten zwei = Eingabe.mitDatei(Eingabe.mitDatei(Antworten.LEER, "F1", A), "F1", B);
        assertThat(zwei.anlagen("F1")).containsExactly(A, B);

        assertThat(Eingabe.ohneDatei(zwei, "F1", A).anlagen("F1")).containsExactly(B);
        assertThat(Eingabe.ohneDatei(zwei, "F1", C)).isEqualTo(zwei);
        assertThat(Eingabe.ohneDatei(Eingabe.ohneDatei(zwei, "F1", A), "F1", B)).isEqualTo(Antworten.LEER);
    }
}
