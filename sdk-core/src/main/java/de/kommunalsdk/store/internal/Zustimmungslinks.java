/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store.internal;

import de.kommunalsdk.beteiligung.Beteiligung;
import de.kommunalsdk.crypto.Siegel;
import de.kommunalsdk.mandant.MandantId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The one-time links of those who are asked for consent; only keyed hashes of them are stored. All in the caller's transaction. */
final class Zustimmungslinks {

    private static final String ZWECK = "beteiligung";
    private static final String ZWECK_BROWSER = "beteiligung-browser";
    private static final Duration NOCHMALS = Duration.ofMinutes(15);

    private final Siegel siegel;
    private final Clock clock;

    Zustimmungslinks(Siegel siegel, Clock clock) {
        this.siegel = siegel;
        this.clock = clock;
    }

    String hash(String link) {
        return siegel.hash(ZWECK, link);
    }

    /** By each key that may have been in use. */
    List<String> hashes(String link) {
        return siegel.hashes(ZWECK, link);
    }

    /** Redeems; the same browser may do so again, for its answer may have been lost. */
    boolean oeffne(Handle h, MandantId mandant, String link, String browser) {
        // The update decides between two who redeem at once.
        return h.createUpdate("update ozg_beteiligung set geoeffnet_am = :jetzt, geoeffnet_von = :browser"
                                        + " where mandant_id = :mandant and link_hash in (<hashes>)"
                                        + " and geoeffnet_am = 0 and zustand = 'OFFEN'")
                                .bind("jetzt", clock.millis())
                                .bind("browser", siegel.hash(ZWECK_BROWSER, browser))
                                .bind("mandant", mandant.wert())
                                .bindList("hashes", hashes(link))
                                .execute()
                        == 1
                || h.createQuery("select count(*) from ozg_beteiligung where mandant_id = :mandant"
                                        + " and link_hash in (<hashes>) and geoeffnet_am > :davor"
                                        + " and geoeffnet_von in (<browser>) and zustand = 'OFFEN'")
                                .bind("davor", clock.millis() - NOCHMALS.toMillis())
                                .bind("mandant", mandant.wert())
                                .bindList("hashes", hashes(link))
                                .bindList("browser", siegel.hashes(ZWECK_BROWSER, browser))
                                .mapTo(Integer.class)
                                .one()
                        == 1;
    }

    /** A new link, not redeemed yet, in place of the earlier one; {@code setze} are further columns, each with a comma behind. */
    boolean setze(Handle h, Beteiligung gelesen, String link, String setze) {
        return h.createUpdate("update ozg_beteiligung set " + setze + "link_hash = :hash, geoeffnet_am = 0"
                                + " where mandant_id = :mandant and beteiligung_id = :id and zustand = 'OFFEN'")
                        .bind("hash", hash(link))
                        .bind("mandant", gelesen.mandant().wert())
                        .bind("id", gelesen.id().wert())
                        .execute()
                == 1;
    }
}
