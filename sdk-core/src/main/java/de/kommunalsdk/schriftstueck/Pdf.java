/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schriftstueck;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A finished PDF.
 *
 * @param inhalt its bytes
 * @param seiten how many pages
 * @param ersetzteZeichen code points that stand in it as a visible replacement (U+FFFD): the fonts do not have them, or
 *     they would control the text instead of being read ({@link SchriftstueckFehler#ZEICHEN_ERSETZT})
 */
public record Pdf(byte[] inhalt, int seiten, SortedSet<Integer> ersetzteZeichen) {

    /** Media type of a PDF. */
    public static final String MEDIENTYP = "application/pdf";

    public Pdf {
        ersetzteZeichen = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(ersetzteZeichen));
    }

    @Override
    public String toString() {
        return "Pdf[" + inhalt.length + " Byte, " + seiten + " Seiten]";
    }
}
