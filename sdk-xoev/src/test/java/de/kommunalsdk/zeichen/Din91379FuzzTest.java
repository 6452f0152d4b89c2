/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.zeichen;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The checker against a naive one, on any text. */
class Din91379FuzzTest {

    private static List<Din91379TabelleTest.Glyphe> glyphen = List.of();

    @BeforeAll
    static void daten() {
        glyphen = Din91379TabelleTest.glyphen();
    }

    /** Sets of allowed glyphs, and the longest one first. */
    private record Naiv(Set<String> erlaubt) {

        private static final Map<Ausgabe, Map<Zeichensatz, Naiv>> ALLE = new EnumMap<>(Ausgabe.class);

        static {
            for (Ausgabe a : Ausgabe.values()) {
                for (Zeichensatz z : Zeichensatz.values()) {
                    Set<String> erlaubt = new HashSet<>();
                    glyphen.stream().filter(g -> g.erlaubt(z, a)).forEach(g -> erlaubt.add(g.text()));
                    ALLE.computeIfAbsent(a, k -> new EnumMap<>(Zeichensatz.class))
                            .put(z, new Naiv(erlaubt));
                }
            }
        }

        boolean istSauber(String text) {
            int i = 0;
            while (i < text.length()) {
                int weiter = 0;
                for (int laenge = Math.min(3, text.length() - i); laenge > 0 && weiter == 0; laenge--) {
                    weiter = erlaubt.contains(text.substring(i, i + laenge)) ? laenge : 0;
                }
                if (weiter == 0) {
                    return false;
                }
                i += weiter;
            }
            return true;
        }
    }

    /** Any UTF-16 units, lone surrogates included. */
    @FuzzTest(maxDuration = "10m")
    void anyText(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i + 1 < bytes.length; i += 2) {
            text.append((char) (bytes[i] << 8 | bytes[i + 1] & 0xFF));
        }
        int wahl = bytes.length == 0 ? 0 : bytes[0] & 0xFF;
        pruefe(text.toString(), Zeichensatz.values()[wahl % 5], Ausgabe.values()[wahl / 5 % 2]);
    }

    @Test
    void randomTextsOfGlyphsMarksAndStrangers() {
        String fremde = "\u0301\u0323\u0304\u035f\u2013\u201e\u200d\ud83d\udc36\ud800\ufe0f\ue000\u0378\u202e\u0000H";
        Random zufall = new Random(91379);
        for (int lauf = 0; lauf < 5_000; lauf++) {
            StringBuilder text = new StringBuilder();
            int laenge = zufall.nextInt(12);
            for (int i = 0; i < laenge; i++) {
                if (zufall.nextInt(4) == 0) {
                    text.append(fremde.charAt(zufall.nextInt(fremde.length())));
                } else {
                    String glyphe = glyphen.get(zufall.nextInt(glyphen.size())).text();
                    text.append(zufall.nextInt(5) == 0 ? Normalizer.normalize(glyphe, Normalizer.Form.NFD) : glyphe);
                }
            }
            pruefe(text.toString(), Zeichensatz.values()[lauf % 5], Ausgabe.values()[lauf / 5 % 2]);
        }
    }

    private static void pruefe(String text, Zeichensatz zeichensatz, Ausgabe ausgabe) {
        Din91379 din = Din91379.fuer(zeichensatz, ausgabe);
        Naiv naiv = Naiv.ALLE.get(ausgabe).get(zeichensatz);
        Zeichenpruefung pruefung = din.pruefe(text);
        String normal = din.normalisiere(text);

        assertThat(pruefung.ok()).isEqualTo(naiv.istSauber(text)).isEqualTo(din.istSauber(text));
        assertThat(din.istSauber(normal)).isEqualTo(naiv.istSauber(normal));
        assertThat(din.normalisiere(normal)).isEqualTo(normal);
        if (pruefung.ok()) {
            assertThat(normal).isSameAs(text);
            assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
        }
        if (pruefung.befunde().stream().allMatch(b -> b.grund() == ZeichenFehler.NICHT_NFC)) {
            assertThat(din.istSauber(normal)).isTrue();
        }
        String geheilt = befundeStimmen(din, text, pruefung);
        if (pruefung.befunde().size() == pruefung.anzahl()
                && pruefung.befunde().stream().allMatch(b -> b.vorschlag().isPresent())) {
            assertThat(geheilt).matches(din::istSauber);
        }
        Din91379.suchform(text);
    }

    /** The text with every spelling that was proposed. */
    private static String befundeStimmen(Din91379 din, String text, Zeichenpruefung pruefung) {
        StringBuilder geheilt = new StringBuilder();
        int fertig = 0;
        for (Zeichenbefund b : pruefung.befunde()) {
            assertThat(b.von()).isBetween(fertig, b.index());
            assertThat(b.index()).isLessThan(b.bis());
            assertThat(b.bis()).isLessThanOrEqualTo(text.length());
            assertThat(b.codePoint()).isEqualTo(text.codePointAt(b.index()));
            assertThat(b.zeichen()).isEqualTo(text.codePointCount(0, b.index()));
            assertThat(din.istSauber(text.substring(fertig, b.von()))).isTrue();
            b.vorschlag().ifPresent(v -> assertThat(din.istSauber(v)).isTrue());
            geheilt.append(text, fertig, b.von()).append(b.vorschlag().orElse(""));
            fertig = b.bis();
        }
        return geheilt.append(text.substring(fertig)).toString();
    }
}
