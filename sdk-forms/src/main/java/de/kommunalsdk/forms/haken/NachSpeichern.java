/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.haken;

/** Called after the answers of a page were saved. */
@FunctionalInterface
public non-sealed interface NachSpeichern extends Haken {

    /** The draft is saved, whatever happens here; a fault is logged as OZG-FORM-0027. */
    void gespeichert(Kontext kontext);
}
