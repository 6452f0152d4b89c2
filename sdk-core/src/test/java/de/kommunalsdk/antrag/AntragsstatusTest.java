/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.antrag;

import static de.kommunalsdk.antrag.Antragsstatus.ABGELAUFEN;
import static de.kommunalsdk.antrag.Antragsstatus.ABGESCHLOSSEN;
import static de.kommunalsdk.antrag.Antragsstatus.EINGEREICHT;
import static de.kommunalsdk.antrag.Antragsstatus.ENTWURF;
import static de.kommunalsdk.antrag.Antragsstatus.IN_BEARBEITUNG;
import static de.kommunalsdk.antrag.Antragsstatus.UEBERMITTELT;
import static de.kommunalsdk.antrag.Antragsstatus.ZAHLUNG_OFFEN;
import static de.kommunalsdk.antrag.Antragsstatus.ZURUECKGEZOGEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AntragsstatusTest {

    private static Stream<Arguments> tabelle() {
        return Stream.of(
                Arguments.of(ENTWURF, List.of(ZAHLUNG_OFFEN, EINGEREICHT, ZURUECKGEZOGEN, ABGELAUFEN)),
                // an undecided payment never expires and is never withdrawn
                Arguments.of(ZAHLUNG_OFFEN, List.of(ENTWURF, EINGEREICHT)),
                Arguments.of(EINGEREICHT, List.of(UEBERMITTELT, ZURUECKGEZOGEN)),
                Arguments.of(UEBERMITTELT, List.of(IN_BEARBEITUNG, ABGESCHLOSSEN, ZURUECKGEZOGEN)),
                Arguments.of(IN_BEARBEITUNG, List.of(ABGESCHLOSSEN, ZURUECKGEZOGEN)),
                Arguments.of(ABGESCHLOSSEN, List.of()),
                Arguments.of(ZURUECKGEZOGEN, List.of()),
                Arguments.of(ABGELAUFEN, List.of()));
    }

    @ParameterizedTest
    @MethodSource("tabelle")
    void allowsExactlyTheMovesOfTheTable(Antragsstatus von, List<Antragsstatus> erlaubt) {
        assertThat(Arrays.stream(Antragsstatus.values()).filter(von::darfNach))
                .containsExactlyInAnyOrderElementsOf(erlaubt);
    }

    @Test
    void tableNamesEveryState() {
        assertThat(tabelle().map(zeile -> zeile.get()[0])).containsExactly((Object[]) Antragsstatus.values());
    }

    @ParameterizedTest
    @EnumSource
    void neverReturnsToADraftAfterReceipt(Antragsstatus von) {
        if (von != ZAHLUNG_OFFEN) {
            assertThat(von.darfNach(ENTWURF)).isFalse();
        }
        assertThat(von.darfNach(von)).isFalse();
    }
}
