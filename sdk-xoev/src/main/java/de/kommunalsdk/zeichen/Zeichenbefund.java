/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.zeichen;

import java.util.Optional;

/**
 * One passage of a text that cannot stay as it is.
 *
 * @param index where the wrong character stands, in UTF-16 units from 0
 * @param zeichen the same in code points from 0
 * @param codePoint the wrong character; a lone surrogate as itself
 * @param grund why
 * @param von begin of the passage that belongs together (the letter below a wrong diacritic, a whole emoji), in UTF-16
 *     units
 * @param bis its end
 * @param vorschlag the nearest allowed spelling of the passage; an empty text means: leave it out; absent when none is
 *     known
 */
public record Zeichenbefund(
        int index, int zeichen, int codePoint, ZeichenFehler grund, int von, int bis, Optional<String> vorschlag) {

    /** {@code U+00E9}. */
    public String alsUnicode() {
        return String.format("U+%04X", codePoint);
    }

    /** Place and reason, nothing of the text. */
    @Override
    public String toString() {
        return grund.code() + " an Zeichen " + (zeichen + 1);
    }
}
