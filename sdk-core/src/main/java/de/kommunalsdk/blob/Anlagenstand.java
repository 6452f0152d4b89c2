/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.blob;

import de.kommunalsdk.antrag.Anlage;
import java.time.Instant;

/**
 * An attachment and whether it may be used.
 *
 * @param seit when it was stored
 */
public record Anlagenstand(Anlage anlage, Zustand zustand, Instant seit) {

    /** The file name as shown to people. */
    public String dateiname() {
        return anlage.dateiname();
    }

    /** Whether it may be shown, sent and delivered. */
    public boolean istFrei() {
        return zustand == Zustand.FREI;
    }

    /** What is known about an attachment. */
    public enum Zustand {
        /** Stored, and nobody sees it until a scanner says that it is clean. */
        QUARANTAENE,
        /** An attachment like any other. */
        FREI,
        /** A scanner found something: the bytes are deleted, the name is kept so that the citizen can be told. */
        BEFALLEN
    }
}
