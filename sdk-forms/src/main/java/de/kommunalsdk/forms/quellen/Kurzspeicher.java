/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.quellen;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers the last few values for a short time. Thread-safe. */
final class Kurzspeicher<K, V> {

    private record Eintrag<V>(V wert, Instant bis) {}

    private final Clock clock;
    private final Map<K, Eintrag<V>> eintraege;

    Kurzspeicher(int hoechstens, Clock clock) {
        this.clock = clock;
        this.eintraege = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Eintrag<V>> aeltester) {
                return size() > hoechstens;
            }
        };
    }

    synchronized Optional<V> hole(K schluessel) {
        return Optional.ofNullable(eintraege.get(schluessel))
                .filter(e -> clock.instant().isBefore(e.bis()))
                .map(Eintrag::wert);
    }

    synchronized void merke(K schluessel, V wert, Duration dauer) {
        eintraege.put(schluessel, new Eintrag<>(wert, clock.instant().plus(dauer)));
    }
}
