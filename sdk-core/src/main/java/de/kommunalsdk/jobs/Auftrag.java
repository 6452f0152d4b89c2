/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.jobs;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.mandant.MandantId;

/**
 * A row of the outbox, leased to one worker.
 *
 * @param id id of the row and idempotency key of the delivery
 * @param art kind of the job: {@value #UEBERMITTELN}, else a notice
 * @param weg id of the way to deliver by
 * @param versuche attempts up to now, with this one; tells this lease from a later one of the same row
 */
public record Auftrag(String id, MandantId mandant, AntragId antrag, String art, String weg, int versuche) {

    /** The kind of job that delivers an Antrag. */
    public static final String UEBERMITTELN = "uebermitteln";

    /** Whether a notice is to be sent. */
    public boolean istNachricht() {
        return !art.equals(UEBERMITTELN);
    }
}
