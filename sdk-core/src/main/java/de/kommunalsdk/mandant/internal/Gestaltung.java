/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.mandant.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Design tokens that a Mandant may set, and the contrast of the pairs that text depends on (WCAG 1.4.3). */
public final class Gestaltung {

    private static final Pattern NAME = Pattern.compile("--kern-[a-z0-9-]{1,60}");
    private static final Pattern WERT = Pattern.compile("#[0-9a-fA-F]{6}|\\d{1,3}(\\.\\d{1,3})?(px|rem)|0");
    private static final Pattern FARBE = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final double SCHRIFT = 4.5;
    private static final double RAND = 3.0; // WCAG 1.4.11
    private static final double FLAECHE =
            0.05; // of the text colour, in the style sheet's default of the hued background
    private static final String GRUND = "--kern-color-layout-background-default";
    private static final String HUED = "--kern-color-layout-background-hued";
    private static final String KASTEN = "--kern-color-feedback-info-background";
    private static final String TEXT = "--kern-color-layout-text-default";
    private static final String GEDAEMPFT = "--kern-color-layout-text-muted";
    private static final String AKTION = "--kern-color-action-default";
    private static final String AUF_AKTION = "--kern-color-action-on-default";
    private static final String FEHLER = "--kern-color-feedback-danger";
    private static final String LINIE = "--kern-color-layout-border";
    private static final String FELDRAND = "--kern-color-form-input-border";
    private static final String FOKUS = "--kern-color-action-focus-default";

    /** The colours of the style sheet for tokens that a Mandant does not set. */
    public static final Map<String, String> STANDARD = Map.of(
            GRUND, "#ffffff",
            KASTEN, "#e3f3f9",
            TEXT, "#131525",
            AKTION, "#2044aa",
            GEDAEMPFT, "#51577a",
            FEHLER, "#c31c13",
            LINIE, "#6e7597");

    /** Two colours that meet on a page. */
    private record Paar(String vorn, String hinten, double mindestens) {}

    private static final List<Paar> PAARE = List.of(
            new Paar(FEHLER, GRUND, SCHRIFT),
            new Paar(TEXT, GRUND, SCHRIFT),
            new Paar(TEXT, HUED, SCHRIFT),
            new Paar(TEXT, KASTEN, SCHRIFT),
            new Paar(GEDAEMPFT, GRUND, SCHRIFT),
            new Paar(AKTION, GRUND, SCHRIFT),
            new Paar(AKTION, HUED, SCHRIFT),
            new Paar(AKTION, KASTEN, SCHRIFT),
            new Paar(AUF_AKTION, AKTION, SCHRIFT),
            new Paar(LINIE, GRUND, RAND),
            new Paar(FELDRAND, GRUND, RAND),
            new Paar(FOKUS, GRUND, RAND));

    private Gestaltung() {}

    /** Whether a token may be set to a value; values are colours or lengths, nothing that could leave a style sheet. */
    public static boolean istErlaubt(String name, String wert) {
        Pattern form = name.startsWith("--kern-color-") ? FARBE : WERT;
        return NAME.matcher(name).matches() && form.matcher(wert).matches();
    }

    /** A message when text, links, buttons or borders would be too weak on their ground. */
    public static Optional<String> zuSchwacherKontrast(Map<String, String> theme) {
        Map<String, String> farben = new HashMap<>(STANDARD);
        farben.putAll(theme);
        // As in the style sheet: what is not set follows from the colours of ground and text.
        String grund = farben.getOrDefault(GRUND, "");
        String text = farben.getOrDefault(TEXT, "");
        farben.putIfAbsent(HUED, gemischt(text, grund));
        farben.putIfAbsent(AUF_AKTION, grund);
        farben.putIfAbsent(FELDRAND, text);
        farben.putIfAbsent(FOKUS, text);
        return PAARE.stream()
                .filter(p -> kontrast(farben.getOrDefault(p.vorn(), ""), farben.getOrDefault(p.hinten(), ""))
                        < p.mindestens())
                .map(p -> "Der Kontrast von " + p.vorn() + " zu " + p.hinten() + " ist kleiner als "
                        + (p.mindestens() == SCHRIFT ? "4,5" : "3") + ":1.")
                .findFirst();
    }

    private static String gemischt(String text, String grund) {
        StringBuilder farbe = new StringBuilder("#");
        for (int i = 1; i < 7; i += 2) {
            double wert = FLAECHE * Integer.parseInt(text.substring(i, i + 2), 16)
                    + (1 - FLAECHE) * Integer.parseInt(grund.substring(i, i + 2), 16);
            farbe.append(String.format(Locale.ROOT, "%02x", Math.round(wert)));
        }
        return farbe.toString();
    }

    private static double kontrast(String a, String b) {
        double hell = Math.max(leuchtdichte(a), leuchtdichte(b));
        double dunkel = Math.min(leuchtdichte(a), leuchtdichte(b));
        return (hell + 0.05) / (dunkel + 0.05);
    }

    private static double leuchtdichte(String farbe) {
        return 0.2126 * anteil(farbe, 1) + 0.7152 * anteil(farbe, 3) + 0.0722 * anteil(farbe, 5);
    }

    private static double anteil(String farbe, int ab) {
        double wert = Integer.parseInt(farbe.substring(ab, ab + 2), 16) / 255.0;
        return wert <= 0.04045 ? wert / 12.92 : Math.pow((wert + 0.055) / 1.055, 2.4);
    }
}
