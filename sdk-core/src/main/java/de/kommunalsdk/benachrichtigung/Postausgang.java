/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.benachrichtigung;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.mandant.MandantId;
import java.util.Optional;

/**
 * Port to the notices in the outbox; a job sends them through {@link Benachrichtigung}. They are encrypted at rest and
 * deleted when they are sent, or with their Antrag. Thread-safe, blocking.
 */
public interface Postausgang {

    /**
     * Puts a notice into the outbox.
     *
     * @param art kind of the job, at most 30 characters, not {@code uebermitteln}
     * @param schluessel tells the notices of one Antrag and kind apart
     * @return false when there is no such draft or Antrag, or a notice with this key was put in before, sent or not
     */
    boolean stelleEin(MandantId mandant, AntragId antrag, String art, String schluessel, Nachricht nachricht);

    /** The notice of a job; empty when it was sent or deleted. */
    Optional<Nachricht> nachricht(MandantId mandant, AntragId antrag, String auftrag);
}
