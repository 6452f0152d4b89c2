/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.entwurf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Renamed paths, applied to places with their numbers. Thread-safe. */
final class Umbenennung {

    private Umbenennung() {}

    /** Whether a path, or the end of one, stands for this place or for a group around it. */
    static boolean trifft(String ort, String pfad) {
        return ende(List.of(Elementverzeichnis.pfad(ort).split("\\.", -1)), List.of(pfad.split("\\.", -1))) > 0;
    }

    /**
     * The place under its new name; the same when no name fits, the longest when several do. Numbers stay with their
     * parts, counted from the end of the name. Empty when a number beyond 1 has no part to stay with.
     */
    static Optional<String> wende(String ort, Map<String, String> namen, UnaryOperator<String> aufgeloest) {
        return namen.keySet().stream()
                .filter(alt -> trifft(ort, alt))
                .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .map(alt -> wende(ort, alt, aufgeloest.apply(namen.getOrDefault(alt, alt))))
                .orElse(Optional.of(ort));
    }

    private static Optional<String> wende(String ort, String alt, String neu) {
        List<String> teile = List.of(ort.split("\\.", -1));
        int ende = ende(List.of(Elementverzeichnis.pfad(ort).split("\\.", -1)), List.of(alt.split("\\.", -1)));
        List<String> neue = new ArrayList<>(List.of(neu.split("\\.", -1)));
        for (int i = 1; i <= ende; i++) {
            String teil = teile.get(ende - i);
            int strich = teil.lastIndexOf('-');
            String nummer = strich < 0 ? "" : teil.substring(strich);
            if (i <= neue.size()) {
                neue.set(neue.size() - i, neue.get(neue.size() - i) + nummer);
            } else if (!nummer.isEmpty() && !nummer.equals("-1")) {
                return Optional.empty();
            }
        }
        neue.addAll(teile.subList(ende, teile.size()));
        return Optional.of(String.join(".", neue));
    }

    /** Behind which part of a path the name ends, 0 when it is not in it. */
    private static int ende(List<String> pfad, List<String> name) {
        for (int von = 0; von + name.size() <= pfad.size(); von++) {
            if (pfad.subList(von, von + name.size()).equals(name)) {
                return von + name.size();
            }
        }
        return 0;
    }
}
