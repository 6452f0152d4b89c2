/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xfall;

import de.kommunalsdk.error.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What reading an instance gave.
 *
 * @param werte the values; empty when there is a problem
 * @param probleme all problems in the order of the document, without a value of it; at most 100 and one that says there
 *     are more
 */
public record XfallErgebnis(Optional<Gruppenwert> werte, List<Problem> probleme) {
    public XfallErgebnis {
        probleme = List.copyOf(probleme);
    }
}
