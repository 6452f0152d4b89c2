/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint.internal;

import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.FELD;
import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.wenn;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The limits of {@code praezisierung}. */
final class Wertgrenzen {

    private static final Pattern LAENGE = Pattern.compile("\\+?\\d{1,9}");

    static final List<Pruefung> PRUEFUNGEN = List.of(
            wenn(
                    1059,
                    FELD,
                    "praezisierung",
                    f -> laengeZaehlt(f, "minLength") && laenge(f, "minLength").isEmpty()),
            wenn(
                    1060,
                    FELD,
                    "praezisierung",
                    f -> laengeZaehlt(f, "maxLength")
                            && laenge(f, "maxLength").filter(n -> n > 0).isEmpty()),
            wenn(
                    1061,
                    FELD,
                    "praezisierung",
                    f -> laengeZaehlt(f, "minLength")
                            && laenge(f, "minLength")
                                    .flatMap(min -> laenge(f, "maxLength").filter(max -> max > 0 && min > max))
                                    .isPresent()),
            wenn(1064, FELD, "praezisierung", f -> form(f).stream()
                    .anyMatch(form -> form.vergleiche(f.grenze("minValue"), f.grenze("maxValue"))
                                    .orElse(0)
                            > 0)),
            grenze(1062, Wertform.ZAHL, "minValue"),
            grenze(1063, Wertform.ZAHL, "maxValue"),
            grenze(1065, Wertform.GANZZAHL, "minValue"),
            grenze(1066, Wertform.GANZZAHL, "maxValue"),
            grenze(1067, Wertform.DATUM, "minValue"),
            grenze(1068, Wertform.DATUM, "maxValue"),
            grenze(1079, Wertform.ZEITPUNKT, "minValue"),
            grenze(1080, Wertform.ZEITPUNKT, "maxValue"),
            grenze(1081, Wertform.UHRZEIT, "minValue"),
            grenze(1082, Wertform.UHRZEIT, "maxValue"));

    private Wertgrenzen() {}

    /** The form of the values of a field; empty when its Datentyp has no range of values. */
    static Optional<Wertform> form(Bauteil feld) {
        return Stream.of(Wertform.values()).filter(f -> f.gilt(feld)).findFirst();
    }

    /** A length that is written as a number of characters. */
    static Optional<Integer> laenge(Bauteil feld, String name) {
        String text = feld.grenze(name);
        return LAENGE.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /** Whether a length is there and belongs there; one that does not has the numbers 1012 and 1015. */
    private static boolean laengeZaehlt(Bauteil feld, String name) {
        return !feld.grenze(name).isEmpty()
                && Feldtypen.TEXT.contains(Feldtypen.typ(feld))
                && !Feldtypen.art(feld).equals("select")
                && !Feldtypen.art(feld).equals("label");
    }

    private static Pruefung grenze(int nummer, Wertform form, String name) {
        return new Pruefung(nummer, FELD, (feld, lage) -> {
            String text = feld.grenze(name);
            if (form.gilt(feld) && !text.isEmpty() && !form.passt(text)) {
                lage.melde(feld.ort("praezisierung"), name + " " + Lage.kurz(text));
            }
        });
    }
}
