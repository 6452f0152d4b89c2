/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.zeichen;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.FimDaten;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The shipped table against the shared one. */
class Din91379TabelleTest {

    /** One line of the shared table; {@code spalten} as in its head. */
    record Glyphe(String text, List<String> spalten) {

        boolean erlaubt(Zeichensatz zeichensatz, Ausgabe ausgabe) {
            int spalte = 1 + zeichensatz.ordinal() + (ausgabe == Ausgabe.DIN_2022_08 ? 0 : 5);
            return spalten.get(spalte).equals("1");
        }

        String suchform() {
            return spalten.get(12);
        }
    }

    static List<Glyphe> glyphen() {
        Path tsv = FimDaten.ordner().resolveSibling("din91379/din91379-glyphs.tsv");
        try {
            return Files.readAllLines(tsv).stream()
                    .skip(1)
                    .map(zeile -> Arrays.asList(zeile.split("\t", -1)))
                    .map(spalten -> new Glyphe(text(spalten.get(0)), spalten))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static String text(String codePoints) {
        return Arrays.stream(codePoints.split(" "))
                .map(c -> Character.toString(Integer.parseInt(c, 16)))
                .collect(Collectors.joining());
    }

    @Test
    void theSharedTableIsTheOneWeKnow() {
        assertThat(glyphen()).hasSize(929);
        assertThat(glyphen().stream().filter(g -> g.text().length() > 1)).hasSize(149);
    }

    @ParameterizedTest
    @EnumSource
    void everyGlyphOfEveryTypeAndBothEditionsAsInTheSharedTable(Zeichensatz zeichensatz) {
        for (Ausgabe ausgabe : Ausgabe.values()) {
            Din91379 din = Din91379.fuer(zeichensatz, ausgabe);
            for (Glyphe g : glyphen()) {
                boolean erlaubt = g.erlaubt(zeichensatz, ausgabe);
                assertThat(din.pruefe(g.text()).ok())
                        .as("%s %s %s", g.spalten(), zeichensatz, ausgabe)
                        .isEqualTo(erlaubt);
                assertThat(din.istSauber(g.text())).isEqualTo(erlaubt);
                assertThat(din.pruefe("." + g.text() + ".").ok()).isEqualTo(erlaubt);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void noOtherCharacterIsAllowed(Zeichensatz zeichensatz) {
        for (Ausgabe ausgabe : Ausgabe.values()) {
            Set<String> erlaubt = glyphen().stream()
                    .filter(g -> g.erlaubt(zeichensatz, ausgabe))
                    .map(Glyphe::text)
                    .collect(Collectors.toCollection(HashSet::new));
            Din91379 din = Din91379.fuer(zeichensatz, ausgabe);
            assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                            .mapToObj(Character::toString)
                            .filter(din::istSauber))
                    .allMatch(erlaubt::contains)
                    .hasSize((int) erlaubt.stream().filter(g -> g.length() == 1).count());
        }
    }

    @ParameterizedTest
    @CsvSource({"A,667,664", "B,727,724", "C,737,734", "D,844,839", "E,910,905"})
    void theCountsOfBothEditions(Zeichensatz zeichensatz, int neu, int alt) {
        assertThat(anzahl(zeichensatz, Ausgabe.DIN_2022_08)).isEqualTo(neu);
        assertThat(anzahl(zeichensatz, Ausgabe.DIN_SPEC_2019_03)).isEqualTo(alt);
    }

    private static long anzahl(Zeichensatz zeichensatz, Ausgabe ausgabe) {
        return glyphen().stream()
                .filter(g -> Din91379.fuer(zeichensatz, ausgabe).istSauber(g.text()))
                .count();
    }

    @Test
    void everyAllowedGlyphIsItsOwnNormalForm() {
        for (Glyphe g : glyphen()) {
            assertThat(Normalizer.isNormalized(g.text(), Normalizer.Form.NFC))
                    .as(g.toString())
                    .isTrue();
            assertThat(Din91379.fuer(Zeichensatz.E).normalisiere(g.text())).isEqualTo(g.text());
        }
    }

    @Test
    void everyDecomposedGlyphBecomesItself() {
        Din91379 din = Din91379.fuer(Zeichensatz.E);
        for (Glyphe g : glyphen()) {
            String zerlegt = Normalizer.normalize(g.text(), Normalizer.Form.NFD);
            assertThat(din.normalisiere(zerlegt)).isEqualTo(g.text());
            if (!zerlegt.equals(g.text())) {
                assertThat(din.pruefe("x" + zerlegt + "x").befunde())
                        .singleElement()
                        .satisfies(b -> {
                            assertThat(b.grund()).isEqualTo(ZeichenFehler.NICHT_NFC);
                            assertThat(b.vorschlag()).contains(g.text());
                            assertThat(b.von()).isEqualTo(1);
                            assertThat(b.bis()).isEqualTo(1 + zerlegt.length());
                        });
            }
        }
    }

    @Test
    void everySearchFormBeginsAsInTheSharedTable() {
        for (Glyphe g : glyphen()) {
            String form = Din91379.suchform(g.text());
            if (!g.suchform().isEmpty()) {
                assertThat(form).as(g.toString()).startsWith(text(g.suchform()));
            }
            boolean buchstabe = g.spalten().get(11).equals("bll") || g.text().matches("[\u1e17\u0113\u014d]\\p{M}?");
            assertThat(form).as(g.toString()).matches(buchstabe ? "[A-Z]{1,2}" : "(?s).");
        }
    }
}
