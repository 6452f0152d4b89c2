/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xfall;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The values of a group, or of the whole schema.
 *
 * @param kinder values by id of the element, without version; the order of the map means nothing, the order of a list
 *     is the order of the repetitions; an empty list is dropped
 */
public record Gruppenwert(Map<String, List<Wert>> kinder) implements Wert {

    /** No values. */
    public static final Gruppenwert LEER = new Gruppenwert(Map.of());

    public Gruppenwert {
        kinder = kinder.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> List.copyOf(e.getValue())));
    }

    @Override
    public String toString() {
        return "Gruppenwert[" + kinder.size() + " Kinder]";
    }
}
