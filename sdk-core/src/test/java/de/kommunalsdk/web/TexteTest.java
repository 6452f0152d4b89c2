/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class TexteTest {

    @SuppressWarnings("unused") // read by FieldSource
    private static final List<Locale> SPRACHEN = Texte.SPRACHEN;

    private static final Pattern PLATZHALTER = Pattern.compile("\\{(\\d)}");

    private static List<String> zeilen(Locale sprache) throws IOException {
        try (BufferedReader zeilen = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(
                        Texte.class.getResourceAsStream("texte_" + sprache.getLanguage() + ".properties")),
                StandardCharsets.UTF_8))) {
            return zeilen.lines()
                    .filter(z -> !z.isBlank() && !z.startsWith("#"))
                    .toList();
        }
    }

    private static String muster(Locale sprache, String schluessel) throws IOException {
        return zeilen(sprache).stream()
                .filter(zeile -> zeile.startsWith(schluessel + "="))
                .map(zeile -> zeile.substring(schluessel.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> platzhalter(Locale sprache, String schluessel) throws IOException {
        return PLATZHALTER
                .matcher(muster(sprache, schluessel))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static final Object[] WERTE =
            IntStream.range(0, 10).mapToObj(i -> "WERT" + i).toArray();

    @ParameterizedTest
    @FieldSource("SPRACHEN")
    void hasEveryKeyOfTheGermanTexts(Locale sprache) {
        assertThat(Texte.schluessel(sprache))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(Texte.schluessel(Locale.GERMAN));
    }

    @ParameterizedTest
    @FieldSource("SPRACHEN")
    void hasEveryKeyOnce(Locale sprache) throws IOException {
        assertThat(zeilen(sprache)).allMatch(zeile -> zeile.contains("="));
        assertThat(zeilen(sprache).stream().map(zeile -> zeile.substring(0, zeile.indexOf('='))))
                .doesNotHaveDuplicates()
                .allMatch(schluessel -> schluessel.matches("[a-z_]+(\\.[a-z_]+)*"));
    }

    @ParameterizedTest
    @FieldSource("SPRACHEN")
    void hasNoEmptyText(Locale sprache) {
        assertThat(Texte.schluessel(sprache)).allSatisfy(schluessel -> assertThat(
                        Texte.text(sprache, schluessel, "a", "b", "c"))
                .isNotBlank()
                .isEqualTo(Texte.text(sprache, schluessel, "a", "b", "c").strip()));
    }

    @ParameterizedTest
    @FieldSource("SPRACHEN")
    void hasThePlaceholdersOfTheGermanTextsAndPutsThemIn(Locale sprache) throws IOException {
        for (String schluessel : Texte.schluessel(sprache)) {
            Set<String> erwartet = platzhalter(Locale.GERMAN, schluessel);
            assertThat(platzhalter(sprache, schluessel)).as(schluessel).isEqualTo(erwartet);
            String text = Texte.text(sprache, schluessel, WERTE);
            assertThat(text).as(schluessel).doesNotContain("{", "}");
            for (String platz : erwartet) {
                assertThat(text).as(schluessel).contains("WERT" + platz.charAt(1));
            }
        }
    }

    @Test
    void keepsApostrophesAndPutsValuesInAsTheyAre() {
        assertThat(Texte.schluessel(Locale.ENGLISH)).allSatisfy(schluessel -> {
            String muster = muster(Locale.ENGLISH, schluessel);
            assertThat(Texte.text(Locale.ENGLISH, schluessel, "a", "b").chars().filter(c -> c == '\''))
                    .hasSize((int) muster.chars().filter(c -> c == '\'').count());
        });
        assertThat(Texte.text(Locale.GERMAN, "fehler.pflicht", "{1} <b>O'Neill</b>"))
                .isEqualTo("Füllen Sie „{1} <b>O'Neill</b>“ aus.");
    }

    @Test
    void writesNumbersAsTheLanguageDoes() {
        assertThat(Texte.text(Locale.GERMAN, "schritt", 1, 1000)).isEqualTo("Schritt 1 von 1.000");
        assertThat(Texte.text(Locale.ENGLISH, "schritt", 1, 1000)).contains("1,000");
    }

    @Test
    void failsForAKeyThatDoesNotExist() {
        assertThatThrownBy(() -> Texte.text(Locale.GERMAN, "gibt.es.nicht"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gibt.es.nicht");
    }

    @Test
    void fallsBackToGerman() {
        assertThat(Texte.text(Locale.FRENCH, "weiter")).isEqualTo("Weiter");
        assertThat(Texte.schluessel(Locale.FRENCH)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de|de",
                "en|en",
                "en-GB,en;q=0.9,de;q=0.8|en",
                "de-AT|de",
                "fr,en;q=0.5,de;q=0.1|en",
                "fr|de",
                "de;q=0.1,en;q=0.2|en",
                "*|de",
                "''|de"
            })
    void choosesTheBestLanguage(String header, String sprache) {
        assertThat(Texte.waehle(header)).isEqualTo(Locale.forLanguageTag(sprache));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "q=1", "de;q=2", "de;q=x", "\u0000", "<script>", ",,,", "en;;", "d e"})
    void takesGermanForABrokenHeader(String header) {
        assertThat(Texte.waehle(header)).isEqualTo(Locale.GERMAN);
    }

    @Test
    void knowsTheDirectionOfALanguage() {
        for (String sprache : new String[] {"de", "en", "tr", "ar", "fa", "he", "ur"}) {
            boolean rechts = List.of("ar", "fa", "he", "ur").contains(sprache);
            assertThat(seite(Locale.forLanguageTag(sprache)).richtung()).isEqualTo(rechts ? "rtl" : "ltr");
        }
    }

    private static Seite seite(Locale sprache) {
        de.kommunalsdk.mandant.Mandant mandant = Musterseiten.mandant();
        return new Seite("Titel", sprache, mandant, "/ozg", ziel -> {}, ziel -> {});
    }
}
