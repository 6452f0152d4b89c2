/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ausdruck;

import de.kommunalsdk.ausdruck.internal.Leser;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Reads the text form of an expression, a subset of FEEL (DMN), and checks its names and types: what is read has the
 * type that was asked for. Thread-safe.
 */
public final class Ausdrucksleser {

    /** Characters of a text. */
    public static final int MAX_ZEICHEN = 10_000;

    /** After so many problems of one text the rest is only counted as one. */
    public static final int MAX_PROBLEME = 20;

    private Ausdrucksleser() {}

    /**
     * Reads a text.
     *
     * @param stelle where the character with this number, counted from 0, stands
     * @param traeger path of the group in whose entry the expression stands, without indices; empty for none
     * @param verlangt the type of its value
     * @param probleme all problems are added: of names and types, and the first of the grammar
     * @return empty when there is a problem of severity FEHLER
     */
    public static Optional<Ausdruck> lies(
            String text,
            IntFunction<Fundstelle> stelle,
            Umgebung umgebung,
            String traeger,
            Typ verlangt,
            List<Problem> probleme) {
        return Leser.lies(text, stelle, umgebung, traeger, verlangt, probleme);
    }
}
