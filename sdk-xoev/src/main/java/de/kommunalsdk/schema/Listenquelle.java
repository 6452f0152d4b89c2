/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schema;

import de.kommunalsdk.codeliste.Codeliste;
import de.kommunalsdk.codeliste.CodelistenStore;
import de.kommunalsdk.codeliste.Listenkennung;
import de.kommunalsdk.xdatenfelder.Datenfeld.CodelisteReferenz;
import de.kommunalsdk.xdatenfelder.Datenfeld.Spalten;
import de.kommunalsdk.xdatenfelder.Datenfeld.Wert;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Gives the entries of the code lists that fields refer to. */
@FunctionalInterface
public interface Listenquelle {

    /** Knows no list: fields that refer to one take every code. */
    Listenquelle KEINE = (referenz, spalten) -> Optional.empty();

    /** The entries in their order; empty when the list is not at hand. */
    Optional<List<Wert>> finde(CodelisteReferenz referenz, Spalten spalten);

    /** The lists of a store, with the columns that the field names. */
    static Listenquelle aus(CodelistenStore store) {
        return (referenz, spalten) -> {
            Listenkennung kennung = Listenkennung.aus(referenz.urn(), referenz.version(), referenz.versionUrn());
            return store.finde(kennung.urn(), kennung.version()).map(liste -> werte(liste, spalten));
        };
    }

    /**
     * The entries of a list with the columns that a field names.
     *
     * @throws de.kommunalsdk.error.InvalidInput when the list has no such column
     */
    static List<Wert> werte(Codeliste liste, Spalten spalten) {
        return liste.mitSpalten(spalten.codeKey(), spalten.nameKey()).eintraege().stream()
                .map(e -> new Wert(e.code(), e.name(), e.wert(spalten.helpKey())))
                .collect(Collectors.toUnmodifiableList()); // which List.copyOf does not copy
    }
}
