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
                "[+*]+ +*+ true",
                "(^a|b$) a true",
                "(^a|b)c$ bc true",
                "^^a$$ a true",
                "^$ a false",
                "a{0}b b true",
                "(|a)b b true",
                "[\\w-.]+ a-.b true",
                "[a-c-e]+ -e true",
                "[a-c-e]+ d false",
                "[--0]+ -./0 true",
                "[^\\S]a xa false",
                "\\d+ ٣ false",
                "\\w+ ä false",
                "\\s \u00a0 false",
                ". 😀 true",
                "[^a] 😀 true",
                "\\u00e4\\xe4\\x{1f600}\\uD83D\\uDE00 ää😀😀 true",
                "\\p{Lu}\\P{Lu} Ää true",
                "[^\\p{L}\\d]+ -x false",
                "(a+)+ aaa true",
                "(a+){2,3} a false",
                "(a*){2,3} '' true",
                "(a+)* '' true",
                "a]} a]} true"
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
                "\\Qa\\E;Sonderzeichen \\Q, Stelle 1",
                "ab(?=c);look-ahead), Stelle 3",
                "😀\\bx;Wortgrenze \\b, Stelle 3",
                "a^b;Anker ^ im Inneren, Stelle 2",
                "a$b;Anker $ im Inneren, Stelle 2",
                "x(a|^b);Anker ^ im Inneren, Stelle 5",
                "(a$|b)c;Anker $ im Inneren, Stelle 3",
                "(^a)+;Anker in einer Wiederholung, Stelle 2",
                "[[:alpha:]];POSIX-Klasse",
                "a\\p{Alpha};Eigenschaft \\p{Alpha}, Stelle 2",
                "\\p{IsBasicLatin};Eigenschaft",
                "[\\i-\\c];Sonderzeichen \\i, Stelle 2",
                "\\0;Sonderzeichen \\0",
                "a\\x00;ohne ein Zeichen, das XML darstellen kann, Stelle 2",
                "[^\\s\\S];ohne ein Zeichen"
            })
    void refusesByName(String muster, String name) {
        assertThatThrownBy(() -> Muster.von(muster))
                .hasMessageContaining(name)
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fehlercode()).isEqualTo(XdfFehler.MUSTER_NICHT_ERLAUBT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "(a 1",
                "a{2,1} 2",
                "[a 3",
                "*a 1",
                "a\\ 3",
                "a)(b 2",
                "a** 3",
                "a{,2} 2",
                "a{x} 2",
                "a|{2} 3",
                "[z-a] 2",
                "[a-\\d] 2",
                "[] 3",
                "\\pL 1",
                "\\p{L 4",
                "\\u12 1",
                "\\x{110000} 1",
                "\\uD83Dx 1",
                "\\x{D800} 1"
            })
    void refusesBrokenExpressions(String muster, int stelle) {
        assertThatThrownBy(() -> Muster.von(muster))
                .hasMessageEndingWith(", Stelle " + stelle + ")")
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

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                E_MAIL
                        + " [%+\\-.0-9A-Z_a-z]+@[\\-.0-9A-Za-z]+\\.[A-Za-z]{1,63} [%+\\-.0-9A-Z_a-z]+@[\\-.0-9A-Za-z]+\\.[A-Za-z]{1,63}",
                PLZ + " (0[1-9]|[1-9][0-9])[0-9]{3} (?:0[1-9]|[1-9][0-9])[0-9]{3}",
                "^\\$\\^-$ $^- \\$\\^-",
                "\\d\\w [0-9][0-9A-Z_a-z] [0-9][0-9A-Z_a-z]",
                "(?:a+?)+ a+ a+",
                ".[^x]\\S '.[^x][^\\t\\n\\r ]' '[^\\n\\r][^x][^\\t\\n\\r ]'",
                "[\\s\\S]\\u00a0[^\\x00-\\x1f] [\\s\\S]\u00a0[^\\t\\n\\r] [\\s\\S]\\u00A0[^\\u0000-\\u001F]",
                "[\\p{L}a]\\x{1F600}? [a\\p{L}]😀? [a\\p{L}]😀?"
            })
    void writesEachDialect(String muster, String xsd, String innen) {
        assertThat(Muster.von(muster).alsXsd()).isEqualTo(xsd);
        assertThat(Muster.von(muster).alsJson()).isEqualTo("^(?:" + innen + ")$");
        assertThat(Muster.von(muster).alsJava()).isEqualTo("^(?:" + innen + ")$");
    }

    @Test
    void takesNoTextBeyondItsLimit() {
        assertThat(Muster.von("a*").passt("a".repeat(1_000_000))).isTrue();
        assertThat(Muster.von("a*").passt("a".repeat(1_000_001))).isFalse();
    }
}
