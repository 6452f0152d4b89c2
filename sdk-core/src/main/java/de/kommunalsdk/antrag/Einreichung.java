/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.antrag;

import java.time.Duration;
import java.util.List;

/**
 * What is frozen when a citizen submits.
 *
 * @param entwurf the draft that was reviewed; its {@code stand} must still be the current one
 * @param einreichschluessel the submit token of the review page, 22 characters; the same token gives the same receipt
 * @param inhalt canonical bytes of the answers that are delivered (RFC 8785 JSON)
 * @param anlagen ids of the attachments that are delivered, in the order of the form
 * @param wege ids of the ways to deliver by, at least one; one outbox row each
 * @param aufbewahrung how long the Antrag is kept after its receipt; never deleted before it is delivered
 */
public record Einreichung(
        Entwurf entwurf,
        String einreichschluessel,
        byte[] inhalt,
        List<AnlageId> anlagen,
        List<String> wege,
        Duration aufbewahrung) {

    public Einreichung {
        anlagen = List.copyOf(anlagen);
        wege = List.copyOf(wege);
        if (wege.isEmpty()) {
            throw new IllegalArgumentException("Einreichung ohne Uebermittlungsweg");
        }
    }

    @Override
    public String toString() {
        return "Einreichung[" + entwurf.id() + "]";
    }
}
