/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.antrag;

/** Outcome of writing a draft. */
public sealed interface Speicherergebnis {

    /** The draft was written; {@code entwurf} carries the new number of the write. */
    record Gespeichert(Entwurf entwurf) implements Speicherergebnis {}

    /** Another tab wrote in the meantime; nothing was written. {@code aktuell} is what stands in the store. */
    record Konflikt(Entwurf aktuell) implements Speicherergebnis {}

    /** The draft is gone: submitted, expired or deleted. Nothing was written. */
    record NichtMehrDa() implements Speicherergebnis {}
}
