/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.entwurf;

import java.util.Comparator;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The order of places as people see them: entry by entry, and in an entry as the form has its fields. */
final class Ordnung {

    private static final Pattern NUMMER = Pattern.compile("-(\\d+)(?=\\.|$)");

    private Ordnung() {}

    static <T> Comparator<T> nach(Elementverzeichnis elemente, Function<T, String> ort) {
        return Comparator.<T, Integer>comparing(t -> elemente.seitenrang(ort.apply(t)))
                .thenComparing(t -> nummern(ort.apply(t)))
                .thenComparing(t -> elemente.rang(ort.apply(t)))
                .thenComparing(ort);
    }

    /** The numbers of a place as one text that sorts as they do. */
    private static String nummern(String ort) {
        StringBuilder nummern = new StringBuilder();
        NUMMER.matcher(ort).results().map((MatchResult m) -> m.group(1)).forEach(n -> nummern.append(
                        "0".repeat(Math.max(0, 5 - n.length())))
                .append(n)
                .append('.'));
        return nummern.toString();
    }
}
