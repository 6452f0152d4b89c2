/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.jobs;

import java.time.Duration;
import java.util.Optional;

/**
 * Port of the workers to the outbox. Thread-safe, shared by all nodes. A lease that ran out may be overtaken by another
 * worker's: then {@link #spaeter} and {@link #zurKlaerung} of the earlier one do nothing.
 */
public interface Auftraege {

    /**
     * Leases the next row that is due, so that no other worker takes it before {@code leihe} is over. The lease counts as
     * an attempt, also when no outcome of it is ever recorded.
     */
    Optional<Auftrag> leihe(Duration leihe);

    /**
     * Delivered: the row is done; the Antrag moves to UEBERMITTELT when it was the last one. Holds for an overtaken lease
     * and for a Klaerungsfall too, because what was delivered stays delivered.
     *
     * @param beleg receipt of the receiver; what is beyond 500 characters is cut off
     */
    void erledigt(Auftrag auftrag, String beleg);

    /** Not delivered; due again after {@code abstand}. */
    void spaeter(Auftrag auftrag, Duration abstand, String code, String detail);

    /** Given up; a person has to look. */
    void zurKlaerung(Auftrag auftrag, String code, String detail);
}
