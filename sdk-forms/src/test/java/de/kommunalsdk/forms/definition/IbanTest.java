/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IbanTest {

    /** Examples of the ISO 13616 registry and of the Bundesbank; none is a real account. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE89 3704 0044 0532 0130 00",
                "de89370400440532013000",
                "GB82 WEST 1234 5698 7654 32",
                "NO93 8601 1117 947",
                "MT84 MALT 0110 0001 2345 MTLC AST0 01S"
            })
    void takesBlanksAndSmallLetters(String text) {
        assertThat(Iban.istGueltig(Iban.normalisiert(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "DE",
                "DE89370400440532013001",
                "DE98370400440532013000",
                "DE8937040044053201300",
                "DE893704004405320130000",
                "8937040044053201300000",
                "DE89-3704-0044-0532-0130-00",
                "DEÄ9370400440532013000"
            })
    void refusesWhatDoesNotFit(String text) {
        assertThat(Iban.istGueltig(text)).isFalse();
    }

    @Test
    void everySingleWrongDigitIsFound() {
        String iban = "DE89370400440532013000";
        for (int i = 2; i < iban.length(); i++) {
            for (char ziffer = '0'; ziffer <= '9'; ziffer++) {
                String anders = iban.substring(0, i) + ziffer + iban.substring(i + 1);
                assertThat(Iban.istGueltig(anders)).as(anders).isEqualTo(anders.equals(iban));
            }
        }
    }
}
