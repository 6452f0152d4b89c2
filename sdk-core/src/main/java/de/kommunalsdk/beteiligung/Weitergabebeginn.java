/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beteiligung;

import de.kommunalsdk.antrag.Entwurf;
import de.kommunalsdk.benachrichtigung.Nachricht;
import java.time.Instant;
import java.util.List;

/**
 * What a round begins with.
 *
 * @param entwurf the draft that was reviewed; its {@code stand} must still be the current one
 * @param erinnernAb when those who did not decide are reminded
 * @param laeuftAb when the round ends
 * @param inhalt what the others see
 * @param personen whom to ask, at least one
 * @param nachrichten sent in any case once the round has begun
 */
public record Weitergabebeginn(
        Entwurf entwurf,
        Instant erinnernAb,
        Instant laeuftAb,
        byte[] inhalt,
        List<Person> personen,
        List<Nachricht> nachrichten) {

    public Weitergabebeginn {
        personen = List.copyOf(personen);
        nachrichten = List.copyOf(nachrichten);
        if (personen.isEmpty()) {
            throw new IllegalArgumentException("Weitergabe ohne Beteiligte");
        }
    }

    /**
     * One person.
     *
     * @param rolle id of the role, at most 40 characters
     * @param link token of the person's link; only a keyed hash is stored
     */
    public record Person(BeteiligungId id, String rolle, String link, byte[] inhalt) {

        @Override
        public String toString() {
            return "Person[" + id + ", " + rolle + "]";
        }
    }

    @Override
    public String toString() {
        return "Weitergabebeginn[" + entwurf.id() + "]";
    }
}
