/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.zeichen.internal;

import java.text.Normalizer;

/** NFC in linear time. */
public final class Normalform {

    /**
     * Longest row of combining marks that is put in order, from the Stream-Safe Text Format of Unicode (UAX 15, 13). The
     * JDK sorts marks by insertion: a row of a million would take hours.
     */
    public static final int MAX_MARKEN = 30;

    private Normalform() {}

    /** The text in NFC, except for longer rows of marks with the letter before them, which stay as they are. */
    public static String nfc(String text) {
        StringBuilder ziel = null;
        int fertig = 0;
        int i = 0;
        while (i < text.length()) {
            int ende = endeDerMarken(text, i);
            if (ende - i > MAX_MARKEN) {
                int anfang = i == 0 ? 0 : text.offsetByCodePoints(i, -1);
                ziel = ziel == null ? new StringBuilder(text.length()) : ziel;
                ziel.append(normal(text.substring(fertig, anfang))).append(text, anfang, ende);
                fertig = ende;
            }
            i = ende == i ? i + 1 : ende;
        }
        return ziel == null
                ? normal(text)
                : ziel.append(normal(text.substring(fertig))).toString();
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Where the row of combining marks that begins at {@code von} ends; {@code von} when there is none. */
    static int endeDerMarken(CharSequence text, int von) {
        int i = von;
        while (i < text.length()) {
            int zeichen = Character.codePointAt(text, i);
            if (!istMarke(zeichen)) {
                break;
            }
            i += Character.charCount(zeichen);
        }
        return i;
    }

    static boolean istMarke(int zeichen) {
        return zeichen >= 0x0300
                && switch (Character.getType(zeichen)) {
                    case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
                    default -> false;
                };
    }
}
