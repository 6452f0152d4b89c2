/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.jobs;

import java.time.Duration;
import java.util.Optional;

/** Port of the workers to the outbox. Thread-safe, shared by all nodes. */
public interface Auftraege {

    /** Leases the next row that is due, so that no other worker takes it before {@code leihe} is over. */
    Optional<Auftrag> leihe(Duration leihe);

    /** Delivered: the row is done; the Antrag moves to UEBERMITTELT when it was the last one. */
    void erledigt(Auftrag auftrag, String beleg);

    /** Not delivered; due again after {@code abstand}. */
    void spaeter(Auftrag auftrag, Duration abstand, String code, String detail);

    /** Given up; a person has to look. */
    void zurKlaerung(Auftrag auftrag, String code, String detail);
}
