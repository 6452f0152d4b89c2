/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kommunalsdk.error.InvalidInput;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MusterTest {

    private static final String E_MAIL = "[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{1,63}$";
    private static final String PLZ = "([0]{1}[1-9]{1}|[1-9]{1}[0-9]{1})[0-9]{3}";

    @Test
    void readsTheTwoPatternsOfRealSchemata() {
        assertThat(Muster.von(E_MAIL).passt("erika@example.org")).isTrue();
        assertThat(Muster.von(E_MAIL).passt("erika@example.org$")).isFalse();
        assertThat(Muster.von(E_MAIL).passt("an erika@example.org")).isFalse();
        assertThat(Muster.von(E_MAIL).quelle()).isEqualTo(E_MAIL);
        assertThat(Muster.von(PLZ).passt("01067")).isTrue();
        assertThat(Muster.von(PLZ).passt("00123")).isFalse();
        assertThat(Muster.von(PLZ).passt("123456")).isFalse();
        assertThat(Muster.von(PLZ).passt("12345\n")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "^abc$ abc true",
                "a|b b true",
                "^a|b$ b true",
                "^a|b$ ab false",
                "a\\$ a$ true",
                "a\\$ a false",
                "a\\\\$ a\\ true",
                "[a&&b] & true",
                "[a&&b] a true",
                "[a[b]+ [ab true",
                "[^a]+ bc true",
                "[^a]+ ba false",
                "[]a]+ ]a true",
                "[\\]a]+ ]a true",
                "(?:ab)+ abab true",
                "a\\++ a++ true",
                "\\d{2,3} 1234 false",
                "\\p{L}+ äß true",
                "[a-c]+?x abcx true",
                "a{1,2}?b aab true",
                "[+*]+ +*+ true"
            })
    void keepsTheMeaning(String muster, String text, boolean passt) {
        assertThat(Muster.von(muster).passt(text)).isEqualTo(passt);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "(?=.*a).*;look-ahead",
                "(?!x).*;look-ahead",
                ".*(?<=a);look-behind",
                ".*(?<!a);look-behind",
                "(a)\\1;Rückverweis",
                "(?<n>a)\\k<n>;besondere Gruppe",
                "a\\k<n>;Rückverweis",
                "(?i)abc;besondere Gruppe",
                "(?>a+)b;besondere Gruppe",
                "a++b;besitzergreifende",
                "a{2}+b;besitzergreifende",
                "[a-z-[aeiou]];Subtraktion",
                "\\Qa\\E;Sonderzeichen"
            })
    void refusesByName(String muster, String name) {
        assertThatThrownBy(() -> Muster.von(muster))
                .hasMessageContaining(name)
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fehlercode()).isEqualTo(XdfFehler.MUSTER_NICHT_ERLAUBT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a", "a{2,1}", "[a", "*a", "a\\", "a)(b"})
    void refusesBrokenExpressions(String muster) {
        assertThatThrownBy(() -> Muster.von(muster))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fehlercode()).isEqualTo(XdfFehler.MUSTER_UNGUELTIG));
    }

    @Test
    void refusesMonsters() {
        assertThatThrownBy(() -> Muster.von("a".repeat(2_001))).hasMessageContaining("OZG-XDF-0040");
        assertThat(Muster.von("(".repeat(900) + "a" + ")".repeat(900)).passt("a"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a|aa)+", "(a*)*b", "([a-z]+)*=", "(.*a){20}", "(a|a|a)*b"})
    void endsInBoundedTime(String muster) {
        String text = "a".repeat(4_000) + "!";
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(Muster.von(muster).passt(text)).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?:[0-9]|[a-f])*", "([A-Z][a-z]+|ab)*", "((a|b)(a|b))*"})
    void longTextsAreNotRefusedForTheirLength(String muster) {
        assertThat(Muster.von(muster).passt("ab".repeat(2_500))).isTrue();
        assertThat(Muster.von(muster).passt("ab".repeat(2_499) + "!")).isFalse();
    }

    @Test
    void takesNoTextBeyondItsLimit() {
        assertThat(Muster.von("a*").passt("a".repeat(1_000_000))).isTrue();
        assertThat(Muster.von("a*").passt("a".repeat(1_000_001))).isFalse();
    }
}
