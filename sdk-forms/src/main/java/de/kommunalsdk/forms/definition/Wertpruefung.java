/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

import java.util.Set;
import java.util.function.Predicate;

/**
 * The compiled check of one field: says without any garbage whether an answer in canonical form is right. What is wrong
 * with one that is not, somebody else says. Immutable, thread-safe.
 */
@FunctionalInterface
public interface Wertpruefung {

    /** Nothing is checked. */
    Wertpruefung KEINE = (wert, heute) -> true;

    /**
     * Whether an answer is right.
     *
     * @param wert not empty
     * @param heute today in Europe/Berlin as {@code yyyymmdd}
     */
    boolean passt(String wert, int heute);

    /** One of these codes. */
    static Wertpruefung codes(Set<String> codes) {
        Set<String> kopie = Set.copyOf(codes);
        return (wert, heute) -> kopie.contains(wert);
    }

    /** A text of {@code min} to {@code max} code points that passes a further check. */
    static Wertpruefung text(int min, int max, Predicate<String> weiter) {
        return (wert, heute) -> {
            int einheiten = wert.length();
            boolean laenge = einheiten <= max && einheiten >= 2L * min;
            if (!laenge) {
                int zeichen = wert.codePointCount(0, einheiten);
                laenge = zeichen >= min && zeichen <= max;
            }
            return laenge && weiter.test(wert);
        };
    }
}
