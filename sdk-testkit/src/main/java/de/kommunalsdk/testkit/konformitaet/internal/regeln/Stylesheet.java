/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal.regeln;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds fixed widths in CSS. Not a CSS parser: it knows comments, strings, nested blocks and declarations, and skips
 * media queries for wide screens and for print.
 */
final class Stylesheet {

    private static final double PIXEL_JE_EM = 16;
    private static final Pattern BREITE = Pattern.compile(
            "(?:^|[;\\s])((?:min-)?(?:width|inline-size)\\s*:\\s*([0-9]{0,6}(?:\\.[0-9]{1,6})?)(px|rem|em))\\s*(?:!important\\s*)?$");
    private static final Pattern BREITE_ANZEIGE =
            Pattern.compile("@media.*(min-(device-)?width|min-inline-size|(width|inline-size)\\s*>|\\bprint\\b).*");

    /** A declaration that asks for more than fits. */
    record Breite(String selektor, String deklaration) {}

    private Stylesheet() {}

    /** All fixed widths above {@code pixel} that hold on small screens. */
    static List<Breite> breiten(String css, int pixel) {
        List<Breite> gefunden = new ArrayList<>();
        Deque<String> koepfe = new ArrayDeque<>();
        StringBuilder stueck = new StringBuilder();
        String ohne = ohneKommentareUndTexte(css);
        for (int i = 0; i < ohne.length(); i++) {
            char z = ohne.charAt(i);
            if (z == '{') {
                koepfe.push(stueck.toString().strip());
                stueck.setLength(0);
            } else if (z == '}' || z == ';') {
                melde(koepfe, stueck.toString(), pixel, gefunden);
                stueck.setLength(0);
                if (z == '}' && !koepfe.isEmpty()) {
                    koepfe.pop();
                }
            } else {
                stueck.append(z);
            }
        }
        return gefunden;
    }

    private static void melde(Deque<String> koepfe, String deklaration, int pixel, List<Breite> gefunden) {
        boolean grosseAnzeige = koepfe.stream()
                .anyMatch(
                        k -> BREITE_ANZEIGE.matcher(k.toLowerCase(Locale.ROOT)).matches());
        if (!koepfe.isEmpty() && !grosseAnzeige) {
            String selektor = koepfe.peek();
            zuBreit(deklaration, pixel).forEach(d -> gefunden.add(new Breite(selektor, d)));
        }
    }

    /** The declarations of a style attribute or a block that fix a width above {@code pixel}. */
    static List<String> zuBreit(String deklarationen, int pixel) {
        return Arrays.stream(deklarationen.split(";", -1))
                .map(d -> BREITE.matcher(d.strip().toLowerCase(Locale.ROOT)))
                .filter(Matcher::find)
                .filter(m -> zahl(m.group(2)) * (m.group(3).equals("px") ? 1 : PIXEL_JE_EM) > pixel)
                .map(m -> m.group(1))
                .toList();
    }

    /** A number as CSS and HTML write it; 0 for what is none. */
    static double zahl(String text) {
        return text.matches("\\d{1,6}(\\.\\d{0,6})?|\\.\\d{1,6}") ? Double.parseDouble(text) : 0;
    }

    private static String ohneKommentareUndTexte(String css) {
        StringBuilder rest = new StringBuilder(css.length());
        int i = 0;
        while (i < css.length()) {
            char z = css.charAt(i);
            if (css.startsWith("/*", i)) {
                int ende = css.indexOf("*/", i + 2);
                i = ende < 0 ? css.length() : ende + 2;
            } else if (z == '"' || z == '\'') {
                i = nachText(css, i);
                rest.append("\"\"");
            } else {
                rest.append(z);
                i++;
            }
        }
        return rest.toString();
    }

    private static int nachText(String css, int anfang) {
        for (int i = anfang + 1; i < css.length(); i++) {
            if (css.charAt(i) == '\\') {
                i++;
            } else if (css.charAt(i) == css.charAt(anfang) || css.charAt(i) == '\n') {
                return i + 1;
            }
        }
        return css.length();
    }
}
