/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.uebermittlung;

import java.time.Instant;

/** Outcome of one attempt to deliver. */
public sealed interface Uebermittlungsergebnis {

    /** Delivered, now or by an earlier attempt with the same key. {@code beleg} names the delivery at the receiver. */
    record Uebermittelt(String beleg, Instant zeitpunkt) implements Uebermittlungsergebnis {}

    /** Not delivered; try again later. {@code code} is a stable error code, {@code detail} has no personal data. */
    record Wiederholen(String code, String detail) implements Uebermittlungsergebnis {}

    /** Cannot be delivered as it is; a person has to look. */
    record Abgewiesen(String code, String detail) implements Uebermittlungsergebnis {}
}
