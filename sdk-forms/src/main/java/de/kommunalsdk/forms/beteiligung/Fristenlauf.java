/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.beteiligung;

import de.kommunalsdk.beteiligung.Beteiligung;
import de.kommunalsdk.beteiligung.BeteiligungId;
import de.kommunalsdk.beteiligung.Beteiligungen;
import de.kommunalsdk.beteiligung.Weitergabe;
import de.kommunalsdk.beteiligung.Zustimmungsstand;
import de.kommunalsdk.error.Fehlerspur;
import de.kommunalsdk.error.ServiceUnavailable;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reminds of running rounds and ends those whose time is over. Any number of nodes may run at once; what one does, the
 * others find done. Thread-safe.
 */
public final class Fristenlauf {

    private static final Logger LOG = LoggerFactory.getLogger(Fristenlauf.class);
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
        int davor;
        List<Weitergabe> portion;
        do {
            davor = getan;
            portion = beteiligungen.faellige(PORTION);
            for (Weitergabe runde : portion) {
                getan += versuche(runde) ? 1 : 0;
            }
        } while (portion.size() == PORTION && getan > davor);
        return getan;
    }

    private boolean versuche(Weitergabe runde) {
        try {
            return bearbeite(runde);
        } catch (ServiceUnavailable e) {
            throw e;
        } catch (RuntimeException e) { // one that cannot be read must not keep the others
            LOG.error("Frist der Weitergabe {} nicht bearbeitet: {}", runde.antrag(), Fehlerspur.kurz(e));
            return false;
        }
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
