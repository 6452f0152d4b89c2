/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.antrag;

import de.kommunalsdk.dienst.DienstRef;
import de.kommunalsdk.mandant.MandantId;
import java.time.Instant;

/**
 * A draft as it was read.
 *
 * @param id id of the Antrag
 * @param mandant its Mandant
 * @param dienst the Dienst in the version the draft was begun with
 * @param stand number of the last write, beginning with 1; two tabs are told apart by it
 * @param angelegtAm when the draft was begun
 * @param laeuftAb when it expires
 * @param inhalt the answers, opaque bytes of the form runtime, in clear (the store encrypts)
 */
public record Entwurf(
        AntragId id,
        MandantId mandant,
        DienstRef dienst,
        long stand,
        Instant angelegtAm,
        Instant laeuftAb,
        byte[] inhalt) {

    @Override
    public String toString() {
        return "Entwurf[" + id + ", " + dienst + ", stand " + stand + "]";
    }
}
