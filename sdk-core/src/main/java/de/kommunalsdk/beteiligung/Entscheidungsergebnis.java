/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beteiligung;

/** Outcome of a decision. */
public sealed interface Entscheidungsergebnis {

    /** It counts: now, or by an earlier request ({@code wiederholt}). The Antrag is submitted when the round is ZUGESTIMMT. */
    record Entschieden(Weitergabe weitergabe, boolean wiederholt) implements Entscheidungsergebnis {}

    /** There is nothing to decide any more: round over, changed, decided otherwise, or deleted. Nothing was written. */
    record Ueberholt() implements Entscheidungsergebnis {}
}
