/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.antrag;

/** Outcome of a submission. */
public sealed interface Einreichungsergebnis {

    /** The Antrag is frozen: now, or by an earlier request with the same submit token ({@code wiederholt}). */
    record Eingereicht(Antrag antrag, boolean wiederholt) implements Einreichungsergebnis {}

    /** The draft was changed after the review page was shown; it must be reviewed again. Nothing was frozen. */
    record EntwurfGeaendert(Entwurf aktuell) implements Einreichungsergebnis {}

    /** The draft is gone (expired, deleted, or submitted with another token). Nothing was frozen. */
    record NichtMehrDa() implements Einreichungsergebnis {}
}
