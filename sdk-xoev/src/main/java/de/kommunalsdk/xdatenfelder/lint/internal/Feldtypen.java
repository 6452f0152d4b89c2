/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint.internal;

import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.FELD;
import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.wenn;

import java.util.List;
import java.util.Set;

/** Which Feldart, Datentyp and further details go together. */
final class Feldtypen {

    static final Set<String> TEXT = Set.of("text", "text_latin");
    private static final Set<String> OHNE_WERT = Set.of("file", "obj");
    private static final Set<String> STATISCH = Set.of("obj", "text", "text_latin");
    private static final Set<String> FESTER_TEXT = Set.of("select", "label");
    private static final Set<String> MIT_WERTEBEREICH =
            Set.of("num", "num_int", "num_currency", "date", "time", "datetime");
    private static final Set<String> BESSER_MIT_WERTEBEREICH = Set.of("num", "num_int", "num_currency", "date");

    static final List<Pruefung> PRUEFUNGEN = List.of(
            wenn(1011, FELD, "datentyp", f -> art(f).equals("select") && typAusser(f, Set.of("text"))),
            wenn(
                    1012,
                    FELD,
                    "praezisierung",
                    f -> FESTER_TEXT.contains(art(f)) && TEXT.contains(typ(f)) && hat(f, "minLength", "maxLength")),
            wenn(1014, FELD, "schemaelementart", f -> f.code("schemaelementart").equals("ABS")),
            wenn(1015, FELD, "praezisierung", f -> typAusser(f, TEXT) && hat(f, "minLength", "maxLength")),
            wenn(1016, FELD, "praezisierung", f -> typAusser(f, MIT_WERTEBEREICH) && hat(f, "minValue", "maxValue")),
            wenn(1056, FELD, "maxSize", f -> !f.text("maxSize").isEmpty() && typAusser(f, Set.of("file"))),
            wenn(1057, FELD, "mediaType", f -> !f.text("mediaType").isEmpty() && typAusser(f, Set.of("file"))),
            wenn(1090, FELD, "datentyp", f -> art(f).equals("label") && typAusser(f, STATISCH)),
            wenn(
                    1100,
                    FELD,
                    "inhalt",
                    f -> OHNE_WERT.contains(typ(f)) && !f.text("inhalt").isEmpty()),
            wenn(
                    1109,
                    FELD,
                    "inhalt",
                    f -> art(f).equals("label") && f.text("inhalt").isEmpty()),
            wenn(1120, FELD, "praezisierung", f -> OHNE_WERT.contains(typ(f)) && hat(f, "pattern")),
            wenn(
                    1102,
                    FELD,
                    "praezisierung",
                    f -> art(f).equals("input")
                            && TEXT.contains(typ(f))
                            && !(hat(f, "minLength") && hat(f, "maxLength"))),
            wenn(
                    1103,
                    FELD,
                    "praezisierung",
                    f -> BESSER_MIT_WERTEBEREICH.contains(typ(f)) && !hat(f, "minValue", "maxValue")));

    private Feldtypen() {}

    static String art(Bauteil feld) {
        return feld.code("feldart");
    }

    static String typ(Bauteil feld) {
        return feld.code("datentyp");
    }

    /** Whether there is a Datentyp and it is none of these; a missing one has its own number. */
    private static boolean typAusser(Bauteil feld, Set<String> erlaubt) {
        return !typ(feld).isEmpty() && !erlaubt.contains(typ(feld));
    }

    private static boolean hat(Bauteil feld, String... grenzen) {
        for (String grenze : grenzen) {
            if (!feld.grenze(grenze).isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
