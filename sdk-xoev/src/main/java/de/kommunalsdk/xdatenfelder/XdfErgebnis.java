/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

import de.kommunalsdk.error.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What reading a file gave.
 *
 * @param schema the schema; empty when at least one problem is of severity FEHLER
 * @param kopf what the file says about itself, also when it is broken
 * @param probleme all problems in the order of the document, at most {@value XdfLeser#MAX_PROBLEME} and one
 */
public record XdfErgebnis(Optional<Stammdatenschema> schema, XdfKopf kopf, List<Problem> probleme) {
    public XdfErgebnis {
        probleme = List.copyOf(probleme);
    }
}
