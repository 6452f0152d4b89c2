/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel;

import de.kommunalsdk.error.Fundstelle;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The translated rules of a schema, as a file has them, not yet checked against the schema. Immutable. Two are equal when
 * their entries are; where they stood does not count.
 */
public final class Regeldatei {

    private final String datei;
    private final Map<Regelschluessel, List<UebersetzteRegel>> eintraege;
    private final Map<String, Fundstelle> stellen;

    /** Rules that stand in no file; the map's order is kept. */
    public Regeldatei(Map<Regelschluessel, List<UebersetzteRegel>> eintraege) {
        this("", eintraege, Map.of());
    }

    /**
     * Rules of a file.
     *
     * @param datei its name, for problems
     * @param stellen where the value at a JSON Pointer (RFC 6901) begins
     */
    public Regeldatei(
            String datei, Map<Regelschluessel, List<UebersetzteRegel>> eintraege, Map<String, Fundstelle> stellen) {
        Map<Regelschluessel, List<UebersetzteRegel>> kopie = new LinkedHashMap<>();
        eintraege.forEach((schluessel, regeln) -> kopie.put(schluessel, List.copyOf(regeln)));
        this.datei = datei;
        this.eintraege = Collections.unmodifiableMap(kopie);
        this.stellen = Map.copyOf(stellen);
    }

    /** The rules by what they translate, in the order of the file. */
    public Map<Regelschluessel, List<UebersetzteRegel>> eintraege() {
        return eintraege;
    }

    /** Where the value at a JSON Pointer stands; without line and column when it was read from no file. */
    public Fundstelle stelle(String pointer) {
        return stellen.getOrDefault(pointer, new Fundstelle(datei, 0, 0, pointer));
    }

    @Override
    public boolean equals(Object anderes) {
        return anderes instanceof Regeldatei d
                && List.copyOf(eintraege.entrySet()).equals(List.copyOf(d.eintraege.entrySet()));
    }

    @Override
    public int hashCode() {
        return eintraege.hashCode();
    }

    @Override
    public String toString() {
        return "Regeldatei[" + eintraege.size() + " Einträge]";
    }
}
