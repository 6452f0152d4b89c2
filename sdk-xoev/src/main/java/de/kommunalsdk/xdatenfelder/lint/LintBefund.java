/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint;

import de.kommunalsdk.error.Fundstelle;

/**
 * One finding.
 *
 * @param meldung number, type, text and remedy
 * @param stelle line, column and the ids from the outermost element down to this one
 * @param element id and version of the element, for example {@code F60000000227V2.0.0}; empty when it has no id
 * @param zusatz what exactly, empty when the text of the number says all
 */
public record LintBefund(Meldung meldung, Fundstelle stelle, String element, String zusatz) {

    /** The text with what exactly is concerned. */
    public String text() {
        return zusatz.isEmpty() ? meldung.text() : meldung.text() + " (" + zusatz + ")";
    }
}
