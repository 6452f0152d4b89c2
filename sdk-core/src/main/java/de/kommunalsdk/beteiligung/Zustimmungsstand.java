/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beteiligung;

import java.util.Map;
import java.util.Set;

/** State of one consent and of the round it belongs to, and the one table of allowed moves. A round is ZUGESTIMMT when everybody agreed: then the Antrag is submitted. */
public enum Zustimmungsstand {
    /** Not decided yet. */
    OFFEN,
    ZUGESTIMMT,
    ABGELEHNT,
    /** The time to decide is over. */
    ABGELAUFEN,
    /** The applicant took the round back or changed the answers, or the round ended by what somebody else did. */
    ZURUECKGEZOGEN;

    private static final Map<Zustimmungsstand, Set<Zustimmungsstand>> ERLAUBT = Map.of(
            OFFEN, Set.of(ZUGESTIMMT, ABGELEHNT, ABGELAUFEN, ZURUECKGEZOGEN),
            ZUGESTIMMT, Set.of(ZURUECKGEZOGEN),
            ABGELEHNT, Set.of(),
            ABGELAUFEN, Set.of(),
            ZURUECKGEZOGEN, Set.of());

    /** Whether the move from this state to {@code ziel} is allowed. */
    public boolean darfNach(Zustimmungsstand ziel) {
        return ERLAUBT.getOrDefault(this, Set.of()).contains(ziel);
    }
}
