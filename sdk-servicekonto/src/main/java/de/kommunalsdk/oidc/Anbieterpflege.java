/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc;

import de.kommunalsdk.auffrischung.Auffrischung;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.http.HttpAnfrage;
import de.kommunalsdk.http.HttpAntwort;
import de.kommunalsdk.http.HttpFehler;
import de.kommunalsdk.http.HttpGrenzen;
import de.kommunalsdk.http.HttpZugang;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps discovery and keys of an account fresh: asks again ahead of time and in the background (after three quarters of the
 * {@code max-age} of its keys, of 5 minutes at least and 12 hours at most), goes on with the last good ones while the account
 * cannot be reached or sends something broken, and asks at once, but at most once a minute for logins and once for logouts,
 * when a token is signed with a key that is not known. Thread-safe.
 */
public final class Anbieterpflege implements Anbieterquelle {

    private static final Duration MINDESTENS = Duration.ofMinutes(5);
    private static final Duration HOECHSTENS = Duration.ofHours(12);
    private static final Pattern MAX_AGE = Pattern.compile("(?i)(?:^|[,\\s])max-age=(\\d{1,9})");
    private static final HttpGrenzen GRENZEN =
            new HttpGrenzen(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(15), 256 * 1024);

    private final HttpZugang http;
    private final OidcAnbieter anbieter;
    private final Auffrischung<Anbieterstand> stand;
    private final Auffrischung.Takt abmeldungen = new Auffrischung.Takt();

    /**
     * Keeps what the account says; it is asked for the first time when that is needed.
     *
     * @param http made with {@link OidcAnbieter#ziel}
     * @param hintergrund runs the calls ahead of time
     */
    public Anbieterpflege(HttpZugang http, OidcAnbieter anbieter, Clock uhr, Executor hintergrund) {
        this.http = http;
        this.anbieter = anbieter;
        this.stand = new Auffrischung<>(this::hole, OidcFehler.ANBIETER_ABRUF, uhr, hintergrund);
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

    private Auffrischung.Abgeholtes<Anbieterstand> hole() {
        Anbieterdaten daten = Anbieterdaten.lies(lies(anbieter.discovery()).inhalt(), anbieter);
        HttpAntwort schluessel = lies(daten.schluessel());
        return new Auffrischung.Abgeholtes<>(
                new Anbieterstand(daten, Schluesselsatz.lies(schluessel.inhalt())), frist(schluessel));
    }

    private HttpAntwort lies(URI adresse) {
        HttpAntwort antwort = http.sende(
                HttpAnfrage.lesen(adresse).mitKopf("Accept", "application/json").mitGrenzen(GRENZEN));
        if (antwort.status() != 200) {
            throw new ServiceUnavailable(HttpFehler.VERBINDUNG, "Status " + antwort.status());
        }
        return antwort;
    }

    private static Duration frist(HttpAntwort antwort) {
        Matcher alter = MAX_AGE.matcher(antwort.kopf("Cache-Control").orElse(""));
        Duration frist = alter.find() ? Duration.ofSeconds(Long.parseLong(alter.group(1))) : HOECHSTENS;
        if (frist.compareTo(MINDESTENS) < 0) {
            return MINDESTENS;
        }
        return frist.compareTo(HOECHSTENS) > 0 ? HOECHSTENS : frist;
    }
}
