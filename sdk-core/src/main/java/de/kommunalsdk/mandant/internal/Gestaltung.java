/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.mandant.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Design tokens that a Mandant may set, and the contrast of the pairs that text depends on (WCAG 1.4.3). */
public final class Gestaltung {

    private static final Pattern NAME = Pattern.compile("--kern-[a-z0-9-]{1,60}");
    private static final Pattern WERT = Pattern.compile("#[0-9a-fA-F]{6}|\\d{1,3}(\\.\\d{1,3})?(px|rem)|0");
    private static final Pattern FARBE = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final double MINDESTENS = 4.5;
    private static final String GRUND = "--kern-color-layout-background-default";
    private static final String KASTEN = "--kern-color-feedback-info-background";
    private static final String TEXT = "--kern-color-layout-text-default";
    private static final String AKTION = "--kern-color-action-default";

    /** The colours of the style sheet for tokens that a Mandant does not set. */
    public static final Map<String, String> STANDARD = Map.of(
            GRUND,
            "#ffffff",
            KASTEN,
            "#eef2fb",
            TEXT,
            "#1a1a1a",
            AKTION,
            "#171a52",
            "--kern-color-layout-text-muted",
            "#4b5563",
            "--kern-color-feedback-danger",
            "#b3141d");

    private Gestaltung() {}

    /** Whether a token may be set to a value; values are colours or lengths, nothing that could leave a style sheet. */
    public static boolean istErlaubt(String name, String wert) {
        Pattern form = name.startsWith("--kern-color-") ? FARBE : WERT;
        return NAME.matcher(name).matches() && form.matcher(wert).matches();
    }

    /** A message when text, links or buttons would be too weak on their ground. */
    public static Optional<String> zuSchwacherKontrast(Map<String, String> theme) {
        Map<String, String> farben = new HashMap<>(STANDARD);
        farben.putAll(theme);
        for (String name : STANDARD.keySet().stream().sorted().toList()) {
            boolean imKasten = name.equals(TEXT) || name.equals(AKTION);
            if (!name.equals(GRUND) && !name.equals(KASTEN) && istSchwach(farben, name, GRUND)) {
                return Optional.of(meldung(name, GRUND));
            }
            if (imKasten && istSchwach(farben, name, KASTEN)) {
                return Optional.of(meldung(name, KASTEN));
            }
        }
        return Optional.empty();
    }

    private static boolean istSchwach(Map<String, String> farben, String vorn, String hinten) {
        return kontrast(farben.getOrDefault(vorn, ""), farben.getOrDefault(hinten, "")) < MINDESTENS;
    }

    private static String meldung(String vorn, String hinten) {
        return "Der Kontrast von " + vorn + " zu " + hinten + " ist kleiner als 4,5:1.";
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
