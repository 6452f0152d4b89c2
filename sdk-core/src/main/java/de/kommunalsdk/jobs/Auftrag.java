/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.jobs;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.mandant.MandantId;

/**
 * A row of the outbox, leased to one worker.
 *
 * @param id id of the row and idempotency key of the delivery
 * @param weg id of the way to deliver by
 * @param versuche attempts up to now, with this one; tells this lease from a later one of the same row
 */
public record Auftrag(String id, MandantId mandant, AntragId antrag, String weg, int versuche) {}
