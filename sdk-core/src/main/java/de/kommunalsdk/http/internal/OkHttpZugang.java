/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.http.internal;

import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.error.ProtocolViolation;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.http.AusgangUngewiss;
import de.kommunalsdk.http.HttpAnfrage;
import de.kommunalsdk.http.HttpAntwort;
import de.kommunalsdk.http.HttpFehler;
import de.kommunalsdk.http.HttpInhalt;
import de.kommunalsdk.http.HttpZugang;
import de.kommunalsdk.http.Wiederholung;
import de.kommunalsdk.http.internal.Anfragekoerper.Quellfehler;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.Call;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Sends by OkHttp, which here never sends anything twice on its own; repetition is Failsafe's. Thread-safe. */
public final class OkHttpZugang implements HttpZugang {

    private final OkHttpClient client;
    private final Adressen adressen;
    private final String ziel;
    private final String userAgent;
    private final Pausen pausen;
    private final BooleanSupplier geschlossen;

    /** Sends with {@code client}, which comes from {@link #grundform()}. */
    public OkHttpZugang(
            OkHttpClient.Builder client,
            Adressen adressen,
            String ziel,
            String userAgent,
            Pausen pausen,
            BooleanSupplier geschlossen) {
        this.client = client.build();
        this.adressen = adressen;
        this.ziel = ziel;
        this.userAgent = userAgent;
        this.pausen = pausen;
        this.geschlossen = geschlossen;
    }

    /** The client that all others share pool and settings with. */
    public static OkHttpClient grundform() {
        return new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectionSpecs(List.of(ConnectionSpec.RESTRICTED_TLS, ConnectionSpec.CLEARTEXT))
                .eventListenerFactory(Versuch::von)
                .addInterceptor(Versuch::aussen)
                .addNetworkInterceptor(Versuch::innen)
                .build();
    }

    @Override
    public HttpAntwort sende(HttpAnfrage anfrage) {
        if (geschlossen.getAsBoolean()) {
            throw new IllegalStateException("HttpClients ist geschlossen");
        }
        HttpUrl url = adressen.erlaubt(anfrage.uri());
        String name = anfrage.methode() + " " + ziel;
        Ablauf ablauf = new Ablauf(name, anfrage, pausen);
        try {
            return Failsafe.with(ablauf.regel()).get(() -> versuche(name, anfrage, url, ablauf.restNanos()));
        } catch (FailsafeException e) {
            throw new ServiceUnavailable(HttpFehler.UNTERBROCHEN, name, e); // during a pause
        }
    }

    private HttpAntwort versuche(String name, HttpAnfrage anfrage, HttpUrl url, long nanos) {
        Versuch versuch = new Versuch(anfrage.grenzen());
        try (Anfragekoerper koerper = Anfragekoerper.oeffne(anfrage)) {
            Call call = client.newCall(request(anfrage, url, koerper, versuch));
            call.timeout().timeout(nanos, TimeUnit.NANOSECONDS);
            try (Response antwort = call.execute()) {
                return lies(antwort, call, anfrage.grenzen().antwortBytes(), name);
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof RuntimeException vorher && !versuch.begonnen()) {
                throw vorher;
            }
            OzgException fehler = e instanceof OzgException eigene ? eigene : einordnen(name, versuch, e);
            // after the first byte only a refused handshake proves that a write did not happen
            boolean ungewiss = anfrage.wiederholung() == Wiederholung.EINMAL
                    && versuch.begonnen()
                    && !(e instanceof SSLHandshakeException);
            throw ungewiss ? new AusgangUngewiss(name, fehler) : fehler;
        }
    }

    private static HttpAntwort lies(Response antwort, Call call, int hoechstens, String name) throws IOException {
        byte[] inhalt = antwort.body().byteStream().readNBytes(hoechstens + 1);
        if (inhalt.length > hoechstens) {
            call.cancel(); // otherwise closing would read on
            throw new ProtocolViolation(HttpFehler.ANTWORT_ZU_GROSS, name + ", hoechstens " + hoechstens + " Byte");
        }
        return new HttpAntwort(antwort.code(), antwort.headers().toMultimap(), inhalt);
    }

    private Request request(HttpAnfrage anfrage, HttpUrl url, @Nullable Anfragekoerper koerper, Versuch versuch) {
        Request.Builder request = new Request.Builder().url(url).tag(versuch).header("User-Agent", userAgent);
        HttpInhalt inhalt = anfrage.inhalt();
        if (inhalt != null) {
            request.header("Content-Type", inhalt.medientyp());
        }
        anfrage.kopf().forEach(request::header);
        return request.method(anfrage.methode(), koerper).build();
    }

    private static OzgException einordnen(String name, Versuch versuch, Exception e) {
        if (e instanceof Quellfehler) {
            return e.getCause() instanceof OzgException eigene
                    ? eigene
                    : new ServiceUnavailable(HttpFehler.INHALT, name);
        }
        HttpFehler code;
        // with TLS 1.3 a client learns only after its first bytes that the server does not take its certificate
        if (e instanceof SSLHandshakeException || (versuch.handschlag() && !versuch.begonnen())) {
            code = HttpFehler.TLS;
        } else if (Thread.currentThread().isInterrupted()) {
            code = HttpFehler.UNTERBROCHEN;
        } else if (!versuch.begonnen()) {
            code = HttpFehler.NICHT_ERREICHBAR;
        } else {
            code = e instanceof InterruptedIOException ? HttpFehler.ZEIT : HttpFehler.VERBINDUNG;
        }
        // the text of a ProtocolException, and of what OkHttp did not foresee, may quote the answer
        Exception grund = e instanceof IOException && !(e instanceof ProtocolException) ? e : null;
        return new ServiceUnavailable(code, name + ", " + e.getClass().getSimpleName(), grund);
    }
}
