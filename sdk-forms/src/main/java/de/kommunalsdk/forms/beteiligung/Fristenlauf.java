/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.beteiligung;

import de.kommunalsdk.beteiligung.Beteiligung;
import de.kommunalsdk.beteiligung.BeteiligungId;
import de.kommunalsdk.beteiligung.Beteiligungen;
import de.kommunalsdk.beteiligung.Weitergabe;
import de.kommunalsdk.beteiligung.Zustimmungsstand;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reminds of running rounds and ends those whose time is over. Any number of nodes may run at once; what one does, the
 * others find done. Thread-safe.
 */
public final class Fristenlauf {

    private static final int PORTION = 50;

    private final Beteiligungen beteiligungen;
    private final Clock clock;
    private final Function<Weitergabe, Optional<Rundenpost>> posten;

    /** {@code posten} gives the notices of a round; empty when its Mandant or Dienst is gone: then it ends without any. */
    public Fristenlauf(Beteiligungen beteiligungen, Clock clock, Function<Weitergabe, Optional<Rundenpost>> posten) {
        this.beteiligungen = beteiligungen;
        this.clock = clock;
        this.posten = posten;
    }

    /** Does all that is due now; gives how many rounds were reminded of or ended here. */
    public int laufe() {
        int getan = 0;
        List<Weitergabe> portion;
        do {
            portion = beteiligungen.faellige(PORTION);
            for (Weitergabe runde : portion) {
                getan += bearbeite(runde) ? 1 : 0;
            }
        } while (portion.size() == PORTION);
        return getan;
    }

    private boolean bearbeite(Weitergabe runde) {
        Optional<Rundenpost> post = posten.apply(runde);
        if (!clock.instant().isBefore(runde.laeuftAb())) {
            return beteiligungen.lasseAblaufen(
                    runde, davor -> post.map(p -> p.ende(davor, true)).orElseGet(List::of));
        }
        Map<BeteiligungId, String> links = new HashMap<>();
        runde.beteiligungen().stream()
                .filter(b -> b.stand() == Zustimmungsstand.OFFEN && wirdErreicht(post, b))
                .forEach(b -> links.put(b.id(), BeteiligungId.neuerLink()));
        return beteiligungen.erinnere(
                runde, links, post.map(p -> p.erinnerung(runde, links)).orElseGet(List::of));
    }

    /** Nobody's link is replaced who would not learn of the new one. */
    private static boolean wirdErreicht(Optional<Rundenpost> post, Beteiligung person) {
        return post.filter(p -> p.erreicht(Personeninhalt.lies(person.inhalt()).email()))
                .isPresent();
    }
}
