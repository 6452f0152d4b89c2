/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.dienst;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a version of a Dienst says about its drafts.
 *
 * @param lebensdauer how long a draft is kept after its last write
 * @param erinnerung how long before its expiry a citizen who gave an address is reminded; shorter than {@code lebensdauer}
 * @param ablauf from this day on, in Germany, no new drafts are begun on this version; empty: no end
 * @param schonfrist days after {@code ablauf} that drafts stay on this version
 * @param umstellungen how drafts of earlier versions come to this one
 */
public record Entwurfsregeln(
        Duration lebensdauer,
        Duration erinnerung,
        Optional<LocalDate> ablauf,
        int schonfrist,
        List<Umstellung> umstellungen) {

    public Entwurfsregeln {
        umstellungen = List.copyOf(umstellungen);
    }

    /** Whether new drafts may be begun on this day. */
    public boolean nimmtNeue(LocalDate heute) {
        return ablauf.filter(tag -> !heute.isBefore(tag)).isEmpty();
    }

    /** Whether drafts may go on on this version on this day. */
    public boolean traegt(LocalDate heute) {
        return ablauf.filter(tag -> !heute.isBefore(tag.plusDays(schonfrist))).isEmpty();
    }

    /** How drafts of that version come to this one. */
    public Optional<Umstellung> umstellung(String von) {
        return umstellungen.stream().filter(u -> u.von().equals(von)).findFirst();
    }

    /**
     * The way from one earlier version; what it does not name stays where it is.
     *
     * @param umbenennen path in the earlier version, or the end of one, to a path in this version
     * @param entfaellt paths in the earlier version, or ends of them, that nobody asks for any more
     */
    public record Umstellung(String von, Map<String, String> umbenennen, List<String> entfaellt) {
        public Umstellung {
            umbenennen = Map.copyOf(umbenennen);
            entfaellt = List.copyOf(entfaellt);
        }
    }
}
