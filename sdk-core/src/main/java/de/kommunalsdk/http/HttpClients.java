/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.http;

import de.kommunalsdk.error.ConfigurationError;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.http.internal.Adressen;
import de.kommunalsdk.http.internal.OkHttpZugang;
import de.kommunalsdk.http.internal.Pausen;
import de.kommunalsdk.http.internal.TlsEinrichter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.OkHttpClient;

/**
 * Makes clients for outgoing HTTP; they share one connection pool. One instance per application. TLS 1.2 and 1.3 with
 * forward secrecy only; the proxy is that of the Java runtime ({@code https.proxyHost}); no cookies, no cache, no
 * redirects. Thread-safe.
 */
public final class HttpClients implements AutoCloseable {

    private final OkHttpClient gemeinsam = OkHttpZugang.grundform();
    private final AtomicBoolean geschlossen = new AtomicBoolean();
    private final Pausen pausen;
    private final String userAgent;

    private HttpClients(Builder builder) {
        pausen = new Pausen(builder.clock, builder.hoechstens, builder.ersterAbstand, builder.laengstePause);
        userAgent = builder.userAgent;
    }

    /** Begins a factory. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Makes the client of a peer; reads its key stores.
     *
     * @throws ConfigurationError OZG-HTTP-0001 or 0002, with all problems
     */
    public HttpZugang zugang(HttpZiel ziel) {
        List<Problem> probleme = new ArrayList<>();
        OkHttpClient.Builder client = gemeinsam.newBuilder();
        Adressen adressen = Adressen.aus(ziel, probleme);
        TlsEinrichter.richteEin(client, ziel, probleme);
        if (!probleme.isEmpty()) {
            throw new ConfigurationError(probleme.get(0).code(), probleme);
        }
        return new OkHttpZugang(client, adressen, ziel.name(), userAgent, pausen, geschlossen::get);
    }

    /** Ends running calls and closes all connections. Repeatable. */
    @Override
    public void close() {
        geschlossen.set(true);
        gemeinsam.dispatcher().cancelAll();
        gemeinsam.dispatcher().executorService().shutdown();
        gemeinsam.connectionPool().evictAll();
    }

    /** Options of the factory, all with defaults. Not thread-safe. */
    public static final class Builder {

        private Clock clock = Clock.systemUTC();
        private String userAgent = "Kommunal-SDK";
        private int hoechstens = 3;
        private Duration ersterAbstand = Duration.ofMillis(200);
        private Duration laengstePause = Duration.ofSeconds(10);

        private Builder() {}

        /** Reads the date form of {@code Retry-After}; default: the system's clock. */
        public Builder clock(Clock uhr) {
            clock = uhr;
            return this;
        }

        /** Value of {@code User-Agent}; default: Kommunal-SDK. */
        public Builder userAgent(String text) {
            userAgent = text;
            return this;
        }

        /** Repetitions after the first attempt and the pause before the first of them, which then doubles; default 3, 200 ms. */
        public Builder wiederholungen(int anzahl, Duration abstand) {
            hoechstens = anzahl;
            ersterAbstand = abstand;
            return this;
        }

        /** The longest pause between two attempts, also when {@code Retry-After} asks for more; default 10 s. */
        public Builder laengstePause(Duration pause) {
            laengstePause = pause;
            return this;
        }

        /** The factory. */
        public HttpClients baue() {
            return new HttpClients(this);
        }
    }
}
