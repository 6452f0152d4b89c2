/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

import de.kommunalsdk.error.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What reading a file gave.
 *
 * @param schema the schema; empty when at least one problem is of severity FEHLER
 * @param element the group or field of a message 0103 or 0104, which is no schema (one problem says so); empty when
 *     anything else is wrong with it
 * @param kopf what the file says about itself, also when it is broken
 * @param probleme all problems in the order of the document, at most {@value XdfLeser#MAX_PROBLEME} and two
 * @param stellen where the parts of the model stand in the file
 */
public record XdfErgebnis(
        Optional<Stammdatenschema> schema,
        Optional<Element> element,
        XdfKopf kopf,
        List<Problem> probleme,
        Fundstellen stellen) {
    public XdfErgebnis {
        probleme = List.copyOf(probleme);
    }
}
