/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.nutzerkonto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VertrauensniveauTest {

    @ParameterizedTest
    @EnumSource
    void readsItsOwnWordInAnyLocale(Vertrauensniveau niveau) {
        Locale vorher = Locale.getDefault();
        try {
            // in Turkish the upper case of i is not I
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(Vertrauensniveau.lies(niveau.name().toLowerCase(Locale.ROOT)))
                    .isEqualTo(niveau);
        } finally {
            Locale.setDefault(vorher);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "HOCH",
                "Hoch",
                "hoch ",
                " hoch",
                "hoch\n",
                "high",
                "substantiell",
                "4",
                "40",
                "null",
                "keine",
                "basis",
                // letters whose upper case is an ASCII letter
                "\u017fubstanziell",
                "n\u0131edrig",
                "niedr\u0131g"
            })
    void refusesEveryOtherWord(String wort) {
        assertThatThrownBy(() -> Vertrauensniveau.lies(wort)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void isFulfilledByItselfAndByHigherLevelsOnly(Vertrauensniveau gefordert) {
        for (Vertrauensniveau niveau : Vertrauensniveau.values()) {
            assertThat(niveau.erfuellt(gefordert)).isEqualTo(niveau.ordinal() >= gefordert.ordinal());
        }
    }

    @Test
    void isOrderedFromAnonymousToHigh() {
        assertThat(Vertrauensniveau.values())
                .containsExactly(
                        Vertrauensniveau.OHNE,
                        Vertrauensniveau.BASISREGISTRIERUNG,
                        Vertrauensniveau.NIEDRIG,
                        Vertrauensniveau.SUBSTANZIELL,
                        Vertrauensniveau.HOCH);
    }
}
