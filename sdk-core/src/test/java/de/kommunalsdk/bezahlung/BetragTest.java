/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.bezahlung;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BetragTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0;0",
                "12;1200",
                "12,5;1250",
                "12.5;1250",
                "12,50;1250",
                "12.05;1205",
                "0,01;1",
                "007;700",
                "999999999,99;99999999999"
            })
    void readsEuroWithCommaOrPoint(String text, long cent) {
        assertThat(Betrag.lies(text)).isEqualTo(new Betrag(cent));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "+1",
                "1,234",
                "1.000,00",
                "1 000",
                "1,",
                ",50",
                "12,50 ",
                " 12",
                "12 €",
                "1e3",
                "0x10",
                "1000000000",
                "NaN",
                "12,5O",
                "\u0661\u0662",
                "12\n"
            })
    void refusesAnyOtherShape(String text) {
        assertThatThrownBy(() -> Betrag.lies(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, 100_000_000_000L, Long.MAX_VALUE})
    void hasLimits(long cent) {
        assertThatThrownBy(() -> new Betrag(cent)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void addsUpToItsLimit() {
        Betrag groesster = new Betrag(99_999_999_999L);
        assertThat(new Betrag(1250).plus(new Betrag(5))).isEqualTo(new Betrag(1255));
        assertThat(groesster.plus(Betrag.NULL)).isEqualTo(groesster);
        assertThatThrownBy(() -> groesster.plus(new Betrag(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0;0,00 €", "5;0,05 €", "1250;12,50 €", "123456789;1.234.567,89 €", "99999999999;999.999.999,99 €"
            })
    void showsGermanTextInAnyLocale(long cent, String anzeige) {
        Locale vorher = Locale.getDefault();
        try {
            Locale.setDefault(Locale.US);
            assertThat(new Betrag(cent).anzeige().replace('\u00a0', ' ')).isEqualTo(anzeige);
        } finally {
            Locale.setDefault(vorher);
        }
    }

    @Test
    void isOrderedByAmount() {
        assertThat(new Betrag(999)).isLessThan(new Betrag(1000));
        assertThat(Betrag.NULL).isEqualByComparingTo(new Betrag(0));
    }
}
