/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.zeichen;

import java.util.List;

/**
 * Result of a check. Holds the wrong passages only, never the text.
 *
 * @param befunde the first {@value #MAX_BEFUNDE} findings, in the order of the text
 * @param anzahl how many there are in all
 */
public record Zeichenpruefung(List<Zeichenbefund> befunde, int anzahl) {

    /** So many findings are described; the rest is counted. */
    public static final int MAX_BEFUNDE = 1000;

    /** The result for every clean text. */
    public static final Zeichenpruefung SAUBER = new Zeichenpruefung(List.of(), 0);

    public Zeichenpruefung {
        befunde = List.copyOf(befunde);
    }

    /** Whether the text may stay as it is: NFC and nothing but allowed characters. */
    public boolean ok() {
        return anzahl == 0;
    }
}
