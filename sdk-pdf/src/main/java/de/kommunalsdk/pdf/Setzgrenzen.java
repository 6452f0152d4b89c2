/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pdf;

import java.time.Duration;

/**
 * Limits of setting documents. What goes beyond one is refused before it fills the memory.
 *
 * @param zeichen characters of the XHTML, pictures included
 * @param elemente elements of the XHTML
 * @param seiten pages of the document
 * @param beilagen bytes of all attachments together
 * @param zugleich documents that are set at the same time
 * @param warten how long one waits for its turn
 */
public record Setzgrenzen(int zeichen, int elemente, int seiten, long beilagen, int zugleich, Duration warten) {

    /** 8 million characters, 100,000 elements, 600 pages, 64 MB of attachments, two at a time, 20 seconds. */
    public static final Setzgrenzen STANDARD =
            new Setzgrenzen(8_000_000, 100_000, 600, 64L << 20, 2, Duration.ofSeconds(20));

    public Setzgrenzen {
        if (zeichen < 1 || elemente < 1 || seiten < 1 || beilagen < 0 || zugleich < 1 || warten.isNegative()) {
            throw new IllegalArgumentException("Setzgrenzen: jede Grenze ist mindestens 1");
        }
    }
}
