/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc;

import de.kommunalsdk.auffrischung.Auffrischung;
import de.kommunalsdk.auffrischung.Uhrvergleich;
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
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks an account for its discovery and its keys, and tells by the answer's {@code Date} how far the own clock is off.
 * Thread-safe; blocks.
 */
public final class Anbieterabruf implements Supplier<Anbieterstand> {

    private static final Duration MINDESTENS = Duration.ofMinutes(5);
    private static final Duration HOECHSTENS = Duration.ofHours(12);
    private static final Pattern MAX_AGE = Pattern.compile("(?i)(?:^|[,\\s])max-age=(\\d{1,9})");
    private static final HttpGrenzen GRENZEN =
            new HttpGrenzen(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(15), 256 * 1024);

    private final HttpZugang http;
    private final OidcAnbieter anbieter;
    private final Clock uhr;
    private volatile Optional<Duration> abweichung = Optional.empty();

    /**
     * For one account.
     *
     * @param http made with {@link OidcAnbieter#ziel}
     */
    public Anbieterabruf(HttpZugang http, OidcAnbieter anbieter, Clock uhr) {
        this.http = http;
        this.anbieter = anbieter;
        this.uhr = uhr;
    }

    /**
     * What the account says now.
     *
     * @throws OzgException when it says nothing, or nothing that will do
     */
    @Override
    public Anbieterstand get() {
        return hole().wert();
    }

    /** How far the own clock was off at the last call, without sign; empty when the answer told no time. */
    public Optional<Duration> uhrabweichung() {
        return abweichung;
    }

    Auffrischung.Abgeholtes<Anbieterstand> hole() {
        Instant vorher = uhr.instant();
        HttpAntwort discovery = lies(anbieter.discovery());
        abweichung = Uhrvergleich.abweichung(discovery, vorher, uhr.instant());
        Anbieterdaten daten = Anbieterdaten.lies(discovery.inhalt(), anbieter);
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
