/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel.internal;

import de.kommunalsdk.xdatenfelder.Datenfeldgruppe;
import de.kommunalsdk.xdatenfelder.Element;
import de.kommunalsdk.xdatenfelder.Struktur;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The children of the groups of a schema, by id. */
final class Kinder {

    private final Set<String> ids = new HashSet<>();
    private final Map<List<Struktur>, Map<String, Struktur>> nachId = new IdentityHashMap<>();

    Kinder(List<Struktur> wurzel) {
        sammle(wurzel);
    }

    private void sammle(List<Struktur> struktur) {
        Map<String, Struktur> eigene = new HashMap<>();
        nachId.put(struktur, eigene);
        for (Struktur s : struktur) {
            ids.add(s.element().id());
            eigene.putIfAbsent(s.element().id(), s);
            sammle(von(s.element()));
        }
    }

    static List<Struktur> von(Element element) {
        return element instanceof Datenfeldgruppe gruppe ? gruppe.struktur() : List.of();
    }

    /** Whether the schema has an element with this id anywhere. */
    boolean kennt(String id) {
        return ids.contains(id);
    }

    Optional<Struktur> finde(List<Struktur> struktur, String id) {
        return Optional.ofNullable(nachId.getOrDefault(struktur, Map.of()).get(id));
    }

    /** The first path to an element with this id, however deep. */
    static Optional<String> suche(String davor, List<Struktur> struktur, String id) {
        for (Struktur s : struktur) {
            String pfad = davor + "." + s.element().id();
            Optional<String> treffer =
                    s.element().id().equals(id) ? Optional.of(pfad) : suche(pfad, von(s.element()), id);
            if (treffer.isPresent()) {
                return treffer;
            }
        }
        return Optional.empty();
    }
}
