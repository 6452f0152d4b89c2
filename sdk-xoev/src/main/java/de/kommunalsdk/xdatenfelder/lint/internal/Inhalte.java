/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint.internal;

import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.FELD;
import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.wenn;

import java.util.List;
import java.util.Set;

/** The default value or fixed text of a field. */
final class Inhalte {

    private static final Set<String> WAHRHEIT = Set.of("true", "false", "1", "0");

    static final List<Pruefung> PRUEFUNGEN = List.of(
            inhalt(1069, Wertform.ZAHL),
            inhalt(1070, Wertform.GANZZAHL),
            inhalt(1071, Wertform.DATUM),
            inhalt(1083, Wertform.ZEITPUNKT),
            inhalt(1084, Wertform.UHRZEIT),
            wenn(
                    1077,
                    FELD,
                    "inhalt",
                    f -> gefuellt(f) && Feldtypen.typ(f).equals("bool") && !WAHRHEIT.contains(f.text("inhalt"))),
            wenn(1072, FELD, "inhalt", f -> vergleiche(f, "minValue") < 0),
            wenn(1073, FELD, "inhalt", f -> vergleiche(f, "maxValue") > 0),
            wenn(
                    1074,
                    FELD,
                    "inhalt",
                    f -> istText(f)
                            && Wertgrenzen.laenge(f, "minLength")
                                    .filter(min -> zeichen(f) < min)
                                    .isPresent()),
            wenn(
                    1075,
                    FELD,
                    "inhalt",
                    f -> istText(f)
                            && Wertgrenzen.laenge(f, "maxLength")
                                    .filter(max -> zeichen(f) > max)
                                    .isPresent()),
            wenn(
                    1085,
                    FELD,
                    "inhalt",
                    f -> gefuellt(f)
                            && Feldtypen.art(f).equals("select")
                            && f.angabe("werte").isPresent()
                            && Listen.werte(f).stream()
                                    .noneMatch(w -> w.text("code").equals(f.text("inhalt")))));

    private Inhalte() {}

    private static Pruefung inhalt(int nummer, Wertform form) {
        return wenn(nummer, FELD, "inhalt", f -> form.gilt(f) && gefuellt(f) && !form.passt(f.text("inhalt")));
    }

    /** Compares the content with a limit; 0 when one of them is absent or unreadable. */
    private static int vergleiche(Bauteil feld, String grenze) {
        return Wertgrenzen.form(feld)
                .map(form -> form.vergleiche(feld.text("inhalt"), feld.grenze(grenze))
                        .orElse(0))
                .orElse(0);
    }

    private static boolean gefuellt(Bauteil feld) {
        return !feld.text("inhalt").isEmpty();
    }

    private static boolean istText(Bauteil feld) {
        return gefuellt(feld) && Feldtypen.TEXT.contains(Feldtypen.typ(feld));
    }

    private static int zeichen(Bauteil feld) {
        String inhalt = feld.text("inhalt");
        return inhalt.codePointCount(0, inhalt.length());
    }
}
