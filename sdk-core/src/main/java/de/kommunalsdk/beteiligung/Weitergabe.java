/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beteiligung;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.dienst.DienstRef;
import de.kommunalsdk.mandant.MandantId;
import java.time.Instant;
import java.util.List;

/**
 * The latest round of an Antrag in which others are asked for their consent.
 *
 * @param runde 1, 2 ...
 * @param entwurfsstand the write of the draft that the others see
 * @param laeuftAb when the round ends without everybody's consent
 * @param inhalt what the others see, opaque bytes of the form runtime, in clear; empty when the round is over
 * @param beteiligungen the people of this round, in the order in which they were named
 */
public record Weitergabe(
        MandantId mandant,
        AntragId antrag,
        DienstRef dienst,
        int runde,
        Zustimmungsstand stand,
        long entwurfsstand,
        Instant begonnenAm,
        Instant laeuftAb,
        byte[] inhalt,
        List<Beteiligung> beteiligungen) {

    public Weitergabe {
        beteiligungen = List.copyOf(beteiligungen);
    }

    /** Whether people can still decide. */
    public boolean laeuft() {
        return stand == Zustimmungsstand.OFFEN;
    }

    @Override
    public String toString() {
        return "Weitergabe[" + antrag + ", Runde " + runde + ", " + stand + "]";
    }
}
