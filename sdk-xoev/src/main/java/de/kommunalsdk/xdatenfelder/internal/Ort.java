/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal;

import de.kommunalsdk.error.Fundstelle;

/** A place, cheap to take at every element; the few that are asked for become a {@link Fundstelle}. */
record Ort(int zeile, int spalte, Pfad pfad) {

    Fundstelle in(String datei) {
        return new Fundstelle(datei, zeile, spalte, pfad.toString());
    }
}
