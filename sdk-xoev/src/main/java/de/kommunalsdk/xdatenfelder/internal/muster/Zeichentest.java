/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal.muster;

import de.kommunalsdk.xdatenfelder.internal.muster.Knoten.Klasse;

/** Whether a code point is in a class; ASCII by one look. */
final class Zeichentest {

    private final Klasse klasse;
    private final long unten;
    private final long oben;

    Zeichentest(Klasse klasse) {
        this.klasse = klasse;
        this.unten = bits(klasse, 0);
        this.oben = bits(klasse, 64);
    }

    private static long bits(Klasse klasse, int ab) {
        long bits = 0;
        for (int i = 0; i < 64; i++) {
            bits |= klasse.enthaelt(ab + i) ? 1L << i : 0;
        }
        return bits;
    }

    boolean trifft(int zeichen) {
        if (zeichen < 64) {
            return (unten >>> zeichen & 1) != 0;
        }
        return zeichen < 128 ? (oben >>> zeichen & 1) != 0 : klasse.enthaelt(zeichen);
    }
}
