/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.codeliste;

import de.kommunalsdk.error.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What reading a file gave.
 *
 * @param liste the list; empty when at least one problem is of severity FEHLER
 * @param kennung URN and version as far as they could be read, also of a broken list
 * @param probleme all problems in the order of the document, at most {@value GenericodeLeser#MAX_PROBLEME} and two
 */
public record GenericodeErgebnis(Optional<Codeliste> liste, Optional<Listenkennung> kennung, List<Problem> probleme) {
    public GenericodeErgebnis {
        probleme = List.copyOf(probleme);
    }
}
