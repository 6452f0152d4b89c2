/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.zeichen;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Work and memory grow with the text and no faster, whatever stands in it. */
class Din91379LastTest {

    private static final ThreadMXBean SPEICHER = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final String DEUTSCH = "Die Gebühr für die Straßenmusik beträgt 12,50 € je Tag.\n";
    private static final String FOLGEN = "R\u0325\u0304K\u035fHC\u0328\u0306a\u030b\u1ea1\u0308";

    private static String lang(String stueck, int laenge) {
        return stueck.repeat(laenge / stueck.length() + 1).substring(0, laenge);
    }

    /** A text that counts how often it is looked at. */
    private static final class Zaehltext implements CharSequence {
        private final String text;
        private long blicke;

        Zaehltext(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            blicke++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            blicke += end - start;
            return text.substring(start, end);
        }
    }

    private static long blicke(String text) {
        Zaehltext zaehler = new Zaehltext(text);
        Din91379.fuer(Zeichensatz.C).pruefe(zaehler);
        return zaehler.blicke;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                DEUTSCH,
                FOLGEN,
                "\ud83d\udc36",
                "\ud83d\udc36\u200d",
                "u\u0308",
                "\u0301",
                "\u0301\u0323",
                "K\u035f",
                "\ud800",
                "\u2013x",
                "x\u0300\u0301\u0302\u0303\u0304\u0305"
            })
    void twiceTheTextIsTwiceTheWork(String stueck) {
        long halbe = blicke(lang(stueck, 500_000));
        long ganze = blicke(lang(stueck, 1_000_000));

        assertThat(ganze).isBetween(halbe, halbe * 5 / 2).isLessThan(8_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {DEUTSCH, FOLGEN, "u\u0308", "\ud83d\udc36"})
    void tenMillionCharactersAreTenTimesTheWork(String stueck) {
        long eine = blicke(lang(stueck, 1_000_000));
        long zehn = blicke(lang(stueck, 10_000_000));

        assertThat(zehn).isBetween(eine, eine * 25 / 2);
    }

    @Test
    void everyCharacterOfACleanTextIsLookedAtOnce() {
        assertThat(blicke(lang(DEUTSCH, 1_000_000))).isEqualTo(1_000_000);
    }

    private static long bytes(Runnable arbeit) {
        long kleinste = Long.MAX_VALUE;
        long ich = Thread.currentThread().getId();
        for (int i = 0; i < 20; i++) {
            long vorher = SPEICHER.getThreadAllocatedBytes(ich);
            arbeit.run();
            kleinste = Math.min(kleinste, SPEICHER.getThreadAllocatedBytes(ich) - vorher);
        }
        return kleinste;
    }

    @ParameterizedTest
    @ValueSource(strings = {DEUTSCH, FOLGEN, "a", "\u1ef9"})
    void aCleanTextCostsNoMemory(String stueck) {
        String text = lang(stueck, 200_000 / stueck.length() * stueck.length());
        Din91379 din = Din91379.fuer(Zeichensatz.C);
        assertThat(din.istSauber(text)).isTrue();

        assertThat(bytes(() -> din.pruefe(text))).isZero();
        assertThat(bytes(() -> din.istSauber(text))).isZero();
        assertThat(bytes(() -> din.normalisiere(text))).isZero();
    }

    @Test
    void whatIsFoundCostsBoundedMemory() {
        Din91379 din = Din91379.fuer(Zeichensatz.C);
        for (String stueck : new String[] {"\ud83d\udc36", "\u0301", "u\u0308", "\u2013"}) {
            String text = lang(stueck, 1_000_000);
            assertThat(bytes(() -> din.pruefe(text))).as(stueck).isLessThan(4_000_000);
        }
    }

    /** The JDK's insertion sort would need some 10^11 steps for these marks. */
    @Test
    void aRowOfAMillionMarksIsNotSorted() {
        Din91379 din = Din91379.fuer(Zeichensatz.C);
        String turm = "Mu\u0308ller e" + "\u0301\u0323".repeat(500_000) + " u\u0308";

        String normal = din.normalisiere(turm);

        assertThat(normal).isEqualTo("M\u00fcller e" + "\u0301\u0323".repeat(500_000) + " \u00fc");
        Zeichenpruefung pruefung = din.pruefe(normal);
        assertThat(pruefung.befunde()).singleElement().satisfies(b -> {
            assertThat(b.grund()).isEqualTo(ZeichenFehler.KOMBINATION);
            assertThat(b.bis() - b.von()).isEqualTo(1_000_001);
            assertThat(b.vorschlag()).contains("\u1eb9");
        });
    }

    @Test
    void rowsUpToTheLimitAreNormalised() {
        Din91379 din = Din91379.fuer(Zeichensatz.E);
        for (String marken : new String[] {"\u0301\u0323".repeat(15), "\u0301\u0323".repeat(15) + "\u0323"}) {
            String text = "xe" + marken + "ye\u0301";
            boolean kurz = marken.length() <= 30;
            assertThat(din.normalisiere(text))
                    .isEqualTo(kurz ? Normalizer.normalize(text, Normalizer.Form.NFC) : "xe" + marken + "y\u00e9");
        }
    }
}
