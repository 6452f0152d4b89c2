/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.antworten;

import java.time.Instant;
import java.util.Optional;

/**
 * A citizen's consent to fetch from one source.
 *
 * @param quelle id of the source
 * @param zeit when it was given
 * @param fassung hash of the text that was agreed to
 * @param abgerufenAm when the source was asked; empty while it still waits for answers that it needs
 * @param code why not all came: a code of the room {@code quellen}; empty when all did
 */
public record Einwilligung(String quelle, Instant zeit, String fassung, Optional<Instant> abgerufenAm, String code) {

    /** Just given, nothing fetched yet. */
    public static Einwilligung erteilt(String quelle, Instant zeit, String fassung) {
        return new Einwilligung(quelle, zeit, fassung, Optional.empty(), "");
    }

    /** The same after the source was asked. */
    public Einwilligung abgerufen(Instant wann, String ausgang) {
        return new Einwilligung(quelle, zeit, fassung, Optional.of(wann), ausgang);
    }
}
