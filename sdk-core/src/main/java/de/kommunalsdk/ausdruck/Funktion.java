/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ausdruck;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The functions by their names in FEEL; {@code age} is not in FEEL, where a host may add functions. */
public enum Funktion {
    /** Today in Europe/Berlin. */
    TODAY("today", Typ.DATUM),
    /** Whole years since a day of birth; who is born on 29 February gets older on 1 March. */
    AGE("age", Typ.ZAHL, Typ.TEILDATUM),
    /** Whether the first text has the second in it. */
    CONTAINS("contains", Typ.WAHRHEIT, Typ.TEXT, Typ.TEXT),
    /** Whether the first text begins with the second. */
    STARTS_WITH("starts with", Typ.WAHRHEIT, Typ.TEXT, Typ.TEXT),
    /** Whether the first text ends with the second. */
    ENDS_WITH("ends with", Typ.WAHRHEIT, Typ.TEXT, Typ.TEXT),
    /** Characters of a text. */
    STRING_LENGTH("string length", Typ.ZAHL, Typ.TEXT),
    /** The largest whole number that is not greater. */
    FLOOR("floor", Typ.ZAHL, Typ.ZAHL),
    /** The smallest whole number that is not less. */
    CEILING("ceiling", Typ.ZAHL, Typ.ZAHL),
    /** Rounded to so many decimals, half away from zero. */
    ROUND_HALF_UP("round half up", Typ.ZAHL, Typ.ZAHL, Typ.ZAHL),
    /** Without sign. */
    ABS("abs", Typ.ZAHL, Typ.ZAHL),
    /** The less of two numbers. */
    MIN("min", Typ.ZAHL, Typ.ZAHL, Typ.ZAHL),
    /** The greater of two numbers. */
    MAX("max", Typ.ZAHL, Typ.ZAHL, Typ.ZAHL),
    /** The year of a day; {@code (x).year}. */
    YEAR(".year", Typ.ZAHL, Typ.TEILDATUM),
    /** The month of a day; {@code (x).month}. */
    MONTH(".month", Typ.ZAHL, Typ.TEILDATUM),
    /** The day of the month; {@code (x).day}. */
    DAY(".day", Typ.ZAHL, Typ.TEILDATUM),
    /** The days of a duration that has no months; {@code (x - y).days}. */
    DAYS(".days", Typ.ZAHL, Typ.DAUER);

    private final String name;
    private final Typ ergebnis;
    private final List<Typ> parameter;

    Funktion(String name, Typ ergebnis, Typ... parameter) {
        this.name = name;
        this.ergebnis = ergebnis;
        this.parameter = List.of(parameter);
    }

    /** The name in a text; one that begins with a point is a property. */
    public String feel() {
        return name;
    }

    /** Type of the result. */
    public Typ ergebnis() {
        return ergebnis;
    }

    /** Types of the arguments. */
    public List<Typ> parameter() {
        return parameter;
    }

    /** The function with this name. */
    public static Optional<Funktion> von(String name) {
        return Arrays.stream(values()).filter(f -> f.name.equals(name)).findFirst();
    }
}
