/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint;

import de.kommunalsdk.error.Problem;
import java.util.List;

/**
 * What linting a file gave.
 *
 * @param id identification of the outermost element; empty when there is none
 * @param version its version; empty when there is none
 * @param befunde findings in the order of the document, at one place by number
 * @param probleme what the reader has to say and no number covers: broken XML, unknown elements, contradictions
 */
public record LintErgebnis(String datei, String id, String version, List<LintBefund> befunde, List<Problem> probleme) {
    public LintErgebnis {
        befunde = List.copyOf(befunde);
        probleme = List.copyOf(probleme);
    }

    /** Whether there is a finding of this type. */
    public boolean hat(Meldung.Typ typ) {
        return befunde.stream().anyMatch(b -> b.meldung().typ() == typ);
    }
}
