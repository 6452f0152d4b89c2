/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung;

import java.util.List;
import java.util.Set;

/**
 * What a standard demands beyond its schema.
 *
 * @param standard name and version, for the reader of a report
 * @param namensraum target namespace of the messages
 * @param leerRegel id of the standard's own rule against empty elements; empty when it has none
 * @param duerfenLeerSein local names of elements that the standard expressly allows to be empty
 */
public record Regelwerk(
        String standard, String namensraum, String leerRegel, Set<String> duerfenLeerSein, List<Fachregel> regeln) {

    public Regelwerk {
        duerfenLeerSein = Set.copyOf(duerfenLeerSein);
        regeln = List.copyOf(regeln);
    }
}
