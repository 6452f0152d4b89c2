/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pdf.internal;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Joins Arabic letters: replaces each by the form that its neighbours demand (Unicode, section 9.2). The forms come from
 * the JDK's own Unicode tables, where each is named "... INITIAL FORM" and decomposes into its letter.
 */
final class Arabisch {

    private static final int ISOLIERT = 0;
    private static final int ENDE = 1;
    private static final int ANFANG = 2;
    private static final int MITTE = 3;
    private static final String[] NAMEN = {" ISOLATED FORM", " FINAL FORM", " INITIAL FORM", " MEDIAL FORM"};

    /** Letter, or lam with alef, to its four forms; 0 where there is none. */
    private static final Map<String, int[]> FORMEN = formen();

    private static final int TATWEEL = 0x640;
    private static final int LAM = 0x644;

    private Arabisch() {}

    /** The text with joined letters; the same object when there is nothing to join. */
    static String verbinde(String text) {
        return text.codePoints().noneMatch(z -> z >= 0x620 && z <= 0x6d3) ? text : verbunden(text);
    }

    private static String verbunden(String text) {
        int[] zeichen = text.codePoints().toArray();
        StringBuilder ergebnis = new StringBuilder(text.length());
        for (int i = 0; i < zeichen.length; i++) {
            int weiter = naechster(zeichen, i, 1);
            String paar = weiter == i + 1 && zeichen[i] == LAM ? new String(zeichen, i, 2) : "";
            boolean ligatur = FORMEN.containsKey(paar);
            int[] formen = FORMEN.get(ligatur ? paar : Character.toString(zeichen[i]));
            if (formen == null) {
                ergebnis.appendCodePoint(zeichen[i]);
                continue;
            }
            boolean davor = verbindetNachLinks(zeichen, naechster(zeichen, i, -1));
            boolean danach = !ligatur && formen[ANFANG] != 0 && verbindetNachRechts(zeichen, weiter);
            int form = davor && danach ? MITTE : davor ? ENDE : danach ? ANFANG : ISOLIERT;
            ergebnis.appendCodePoint(formen[form] != 0 ? formen[form] : zeichen[i]);
            if (ligatur) {
                i++;
            }
        }
        return ergebnis.toString();
    }

    /** The next character in a direction that is no mark; outside the array when there is none. */
    private static int naechster(int[] zeichen, int i, int schritt) {
        int j = i + schritt;
        while (j >= 0 && j < zeichen.length && Character.getType(zeichen[j]) == Character.NON_SPACING_MARK) {
            j += schritt;
        }
        return j;
    }

    private static boolean verbindetNachLinks(int[] zeichen, int i) {
        int[] formen = i < 0 ? null : FORMEN.get(Character.toString(zeichen[i]));
        boolean ohneLigatur = i < 1 || zeichen[i - 1] != LAM || !FORMEN.containsKey(new String(zeichen, i - 1, 2));
        return i >= 0 && (zeichen[i] == TATWEEL || (formen != null && formen[ANFANG] != 0 && ohneLigatur));
    }

    private static boolean verbindetNachRechts(int[] zeichen, int i) {
        int[] formen = i >= zeichen.length ? null : FORMEN.get(Character.toString(zeichen[i]));
        return i < zeichen.length && (zeichen[i] == TATWEEL || (formen != null && formen[ENDE] != 0));
    }

    private static Map<String, int[]> formen() {
        Map<String, int[]> formen = new HashMap<>();
        for (int z = 0xfb50; z <= 0xfefc; z++) {
            String name = Character.getName(z);
            String buchstaben = Normalizer.normalize(Character.toString(z), Normalizer.Form.NFKC);
            boolean einer = buchstaben.codePointCount(0, buchstaben.length()) == 1;
            boolean lamAlef =
                    name != null && name.startsWith("ARABIC LIGATURE LAM WITH ALEF") && buchstaben.length() == 2;
            for (int form = 0; name != null && (einer || lamAlef) && form < NAMEN.length; form++) {
                if (name.endsWith(NAMEN[form])) {
                    formen.computeIfAbsent(buchstaben, k -> new int[NAMEN.length])[form] = z;
                }
            }
        }
        return formen;
    }
}
