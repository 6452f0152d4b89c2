/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.antrag;

import java.util.Map;
import java.util.Set;

/** State of an Antrag, and the one table of allowed moves. */
public enum Antragsstatus {
    ENTWURF,
    ZAHLUNG_OFFEN,
    EINGEREICHT,
    UEBERMITTELT,
    IN_BEARBEITUNG,
    ABGESCHLOSSEN,
    ZURUECKGEZOGEN,
    ABGELAUFEN;

    private static final Map<Antragsstatus, Set<Antragsstatus>> ERLAUBT = Map.of(
            ENTWURF, Set.of(ZAHLUNG_OFFEN, EINGEREICHT, ZURUECKGEZOGEN, ABGELAUFEN),
            ZAHLUNG_OFFEN, Set.of(ENTWURF, EINGEREICHT),
            EINGEREICHT, Set.of(UEBERMITTELT, ZURUECKGEZOGEN),
            UEBERMITTELT, Set.of(IN_BEARBEITUNG, ABGESCHLOSSEN, ZURUECKGEZOGEN),
            IN_BEARBEITUNG, Set.of(ABGESCHLOSSEN, ZURUECKGEZOGEN),
            ABGESCHLOSSEN, Set.of(),
            ZURUECKGEZOGEN, Set.of(),
            ABGELAUFEN, Set.of());

    /** Whether the move from this state to {@code ziel} is allowed. */
    public boolean darfNach(Antragsstatus ziel) {
        return ERLAUBT.getOrDefault(this, Set.of()).contains(ziel);
    }
}
