/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import de.kommunalsdk.forms.reise.Feldfehler;
import de.kommunalsdk.forms.reise.Platz;
import de.kommunalsdk.forms.reise.Seitenbaum;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The errors of a page, found by their place: each field asks for its own, on a page of thousands too. Immutable. */
final class Fehlerregister extends AbstractList<Feldfehler> {

    private final List<Feldfehler> alle;
    private final Map<String, Feldfehler> erste = new HashMap<>();
    private final Set<String> mehrteilige = new HashSet<>();

    Fehlerregister(List<Feldfehler> fehler, List<Platz> plaetze) {
        alle = List.copyOf(fehler);
        alle.forEach(f -> erste.putIfAbsent(f.ort(), f));
        Seitenbaum.felder(plaetze, p -> {
            switch (p.feld().anzeige()) {
                case DATUM, TEILDATUM, RADIO, JA_NEIN -> mehrteilige.add(p.ort());
                default -> {}
            }
        });
    }

    Optional<Feldfehler> erster(String ort) {
        return Optional.ofNullable(erste.get(ort));
    }

    /** Whether a place has several controls; the first one is the place with {@code _1}. */
    boolean istMehrteilig(String ort) {
        return mehrteilige.contains(ort);
    }

    @Override
    public Feldfehler get(int stelle) {
        return alle.get(stelle);
    }

    @Override
    public int size() {
        return alle.size();
    }
}
