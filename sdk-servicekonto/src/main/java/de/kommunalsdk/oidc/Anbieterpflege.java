/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc;

import de.kommunalsdk.auffrischung.Auffrischung;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.http.HttpZugang;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * Keeps discovery and keys of an account fresh: asks again ahead of time and in the background (after three quarters of the
 * {@code max-age} of its keys, of 5 minutes at least and 12 hours at most), goes on with the last good ones while the account
 * cannot be reached or sends something broken, and asks at once, but at most once a minute for logins and once for logouts,
 * when a token is signed with a key that is not known. Thread-safe.
 */
public final class Anbieterpflege implements Anbieterquelle {

    private final Auffrischung<Anbieterstand> stand;
    private final Auffrischung.Takt abmeldungen = new Auffrischung.Takt();

    /**
     * Keeps what the account says; it is asked for the first time when that is needed.
     *
     * @param http made with {@link OidcAnbieter#ziel}
     * @param hintergrund runs the calls ahead of time
     */
    public Anbieterpflege(HttpZugang http, OidcAnbieter anbieter, Clock uhr, Executor hintergrund) {
        Anbieterabruf abruf = new Anbieterabruf(http, anbieter, uhr);
        this.stand = new Auffrischung<>(abruf::hole, OidcFehler.ANBIETER_ABRUF, uhr, hintergrund);
    }

    /**
     * As in the port; waits only while there is nothing good yet.
     *
     * @throws ServiceUnavailable {@link OidcFehler#ANBIETER_ABRUF} when there never was
     */
    @Override
    public Anbieterstand aktuell() {
        return stand.aktuell();
    }

    @Override
    public Optional<Anbieterstand> zurHand() {
        return stand.zurHand();
    }

    @Override
    public boolean dringend(Schluesselsatz versucht, Anlass anlass) {
        Set<?> alte = Set.copyOf(versucht.schluessel());
        Predicate<Anbieterstand> taugt =
                neu -> !Set.copyOf(neu.schluessel().schluessel()).equals(alte);
        return anlass == Anlass.ANMELDUNG ? stand.dringend(taugt) : stand.dringend(taugt, abmeldungen);
    }

    @Override
    public Stand stand() {
        return new Stand(stand.geholt(), stand.fehler());
    }
}
