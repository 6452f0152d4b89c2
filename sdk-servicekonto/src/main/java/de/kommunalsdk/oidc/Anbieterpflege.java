/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc;

import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.http.HttpAnfrage;
import de.kommunalsdk.http.HttpAntwort;
import de.kommunalsdk.http.HttpFehler;
import de.kommunalsdk.http.HttpGrenzen;
import de.kommunalsdk.http.HttpZugang;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps discovery and keys of an account fresh: asks again ahead of time and in the background (after three quarters of the
 * {@code max-age} of its keys, of 5 minutes at least and 12 hours at most), goes on with the last good ones while the account
 * cannot be reached or sends something broken, and asks at once, but at most once a minute for logins and once for logouts,
 * when a token is signed with a key that is not known. Thread-safe.
 */
public final class Anbieterpflege implements Anbieterquelle {

    private static final Duration MINDESTENS = Duration.ofMinutes(5);
    private static final Duration HOECHSTENS = Duration.ofHours(12);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Pattern MAX_AGE = Pattern.compile("(?i)(?:^|[,\\s])max-age=(\\d{1,9})");
    private static final HttpGrenzen GRENZEN =
            new HttpGrenzen(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(15), 256 * 1024);

    private final HttpZugang http;
    private final OidcAnbieter anbieter;
    private final Clock uhr;
    private final Executor hintergrund;
    private final AtomicBoolean unterwegs = new AtomicBoolean();

    private volatile @Nullable Gehaltenes gehalten;
    private volatile Instant letzterVersuch = Instant.MIN;
    private volatile Instant letzteAbmeldung = Instant.MIN;
    private volatile Optional<OzgException> letzterFehler = Optional.empty();

    private record Gehaltenes(Anbieterstand stand, Instant geholt, Duration frist) {}

    /**
     * Keeps what the account says; it is asked for the first time when that is needed.
     *
     * @param http made with {@link OidcAnbieter#ziel}
     * @param hintergrund runs the calls ahead of time
     */
    public Anbieterpflege(HttpZugang http, OidcAnbieter anbieter, Clock uhr, Executor hintergrund) {
        this.http = http;
        this.anbieter = anbieter;
        this.uhr = uhr;
        this.hintergrund = hintergrund;
    }

    /**
     * As in the port; waits only while there is nothing good yet.
     *
     * @throws ServiceUnavailable {@link OidcFehler#ANBIETER_ABRUF} when there never was
     */
    @Override
    public Anbieterstand aktuell() {
        Gehaltenes da = gehalten;
        if (da == null) {
            holeFallsErlaubt();
            da = gehalten;
        } else if (faellig(da) && darfFragen(letzterVersuch) && unterwegs.compareAndSet(false, true)) {
            hintergrund.execute(() -> {
                try {
                    holeFallsErlaubt();
                } finally {
                    unterwegs.set(false);
                }
            });
        }
        if (da == null) {
            throw new ServiceUnavailable(
                    OidcFehler.ANBIETER_ABRUF,
                    letzterFehler.map(OzgException::code).orElse(""));
        }
        return da.stand();
    }

    @Override
    public synchronized boolean dringend(Schluesselsatz versucht, Anlass anlass) {
        if (!istAnders(versucht)) { // else somebody asked while this thread waited
            if (anlass == Anlass.ANMELDUNG) {
                holeFallsErlaubt();
            } else if (darfFragen(letzteAbmeldung)) {
                letzteAbmeldung = uhr.instant();
                hole();
            }
        }
        return istAnders(versucht);
    }

    private boolean istAnders(Schluesselsatz versucht) {
        Gehaltenes da = gehalten;
        return da != null
                && !new HashSet<>(da.stand().schluessel().schluessel()).equals(new HashSet<>(versucht.schluessel()));
    }

    @Override
    public Stand stand() {
        return new Stand(geholt(), letzterFehler.map(OzgException::code));
    }

    /** When what is in use was fetched; empty: never. */
    public Optional<Instant> geholt() {
        return Optional.ofNullable(gehalten).map(Gehaltenes::geholt);
    }

    /** Why the last call failed; empty when it did not. */
    public Optional<OzgException> letzterFehler() {
        return letzterFehler;
    }

    private boolean darfFragen(Instant zuletzt) {
        return zuletzt.equals(Instant.MIN) || !uhr.instant().isBefore(zuletzt.plus(PAUSE));
    }

    private boolean faellig(Gehaltenes da) {
        return !uhr.instant()
                .isBefore(da.geholt().plus(da.frist().multipliedBy(3).dividedBy(4)));
    }

    private synchronized void holeFallsErlaubt() {
        if (darfFragen(letzterVersuch)) { // else somebody asked while this thread waited
            letzterVersuch = uhr.instant();
            hole();
        }
    }

    private synchronized void hole() {
        Instant jetzt = uhr.instant();
        try {
            Anbieterdaten daten = Anbieterdaten.lies(lies(anbieter.discovery()).inhalt(), anbieter);
            HttpAntwort schluessel = lies(daten.schluessel());
            gehalten = new Gehaltenes(
                    new Anbieterstand(daten, Schluesselsatz.lies(schluessel.inhalt())), jetzt, frist(schluessel));
            letzterFehler = Optional.empty();
        } catch (OzgException e) {
            letzterFehler = Optional.of(e);
        }
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
