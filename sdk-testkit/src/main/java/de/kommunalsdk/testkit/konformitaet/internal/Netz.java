/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The way to the portal: to its origin only, with a limit for the whole check, for each answer, and for the size of an
 * answer. Thread-safe.
 */
public final class Netz {

    private static final Duration VERBINDEN = Duration.ofSeconds(5);
    private static final Duration JE_ANTWORT = Duration.ofSeconds(15);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(VERBINDEN)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI basis;
    private final Duration zeitgrenze;
    private final long ende;

    public Netz(URI basis, Duration zeitgrenze) {
        this(basis, zeitgrenze, System.nanoTime() + zeitgrenze.toNanos());
    }

    private Netz(URI basis, Duration zeitgrenze, long ende) {
        this.basis = basis;
        this.zeitgrenze = zeitgrenze;
        this.ende = ende;
    }

    /** The way to another portal, within the same limit for all. */
    Netz nach(URI andereBasis) {
        return new Netz(andereBasis, zeitgrenze, ende);
    }

    /** A browser without any cookie. */
    public Browser besuche() {
        return new Browser(this);
    }

    /** Whether an address is on the portal itself. */
    boolean istEigene(URI adresse) {
        return basis.getScheme().equals(adresse.getScheme())
                && basis.getHost().equalsIgnoreCase(adresse.getHost())
                && basis.getPort() == adresse.getPort();
    }

    /** Sends; follows nothing. */
    Antwort sende(HttpRequest.Builder bauer) {
        Duration rest = Duration.ofNanos(ende - System.nanoTime());
        if (rest.isNegative() || rest.isZero()) {
            throw zuSpaet();
        }
        Duration grenze = rest.compareTo(JE_ANTWORT) < 0 ? rest : JE_ANTWORT;
        HttpRequest anfrage = bauer.timeout(grenze).build();
        // The client's own limit ends with the headers; a body that trickles is stopped by the future's.
        CompletableFuture<HttpResponse<byte[]>> laufend = http.sendAsync(anfrage, info -> new Antwortgrenze());
        try {
            HttpResponse<byte[]> antwort = laufend.get(grenze.toMillis() + 1, TimeUnit.MILLISECONDS);
            return new Antwort(anfrage.uri(), antwort.statusCode(), antwort.headers(), antwort.body());
        } catch (TimeoutException e) {
            laufend.cancel(true);
            throw langsam(anfrage, rest);
        } catch (InterruptedException e) {
            laufend.cancel(true);
            Thread.currentThread().interrupt();
            throw new NichtMoeglich("unterbrochen", "Die Prüfung wurde unterbrochen.");
        } catch (ExecutionException e) {
            Throwable ursache = e.getCause();
            throw deute(ursache == null ? e : ursache, anfrage, rest);
        }
    }

    private NichtMoeglich deute(Throwable ursache, HttpRequest anfrage, Duration rest) {
        String wo = ort(anfrage);
        if (ursache instanceof Antwortgrenze.ZuGross) {
            return new NichtMoeglich(
                    "antwort-zu-gross", wo + " antwortet mit mehr als " + (Antwortgrenze.BYTES >> 20) + " MB.");
        }
        if (ursache instanceof ConnectException || ursache instanceof HttpConnectTimeoutException) {
            return new NichtMoeglich(
                    "nicht-erreichbar",
                    "Unter " + anfrage.uri().getScheme() + "://" + anfrage.uri().getRawAuthority()
                            + " antwortet kein Portal. Läuft es, und stimmen Rechnername und Port?");
        }
        if (ursache instanceof HttpTimeoutException) {
            return langsam(anfrage, rest);
        }
        return new NichtMoeglich(
                "verbindung",
                wo + ": Die Verbindung ist gescheitert (" + ursache.getClass().getSimpleName() + ").");
    }

    private NichtMoeglich langsam(HttpRequest anfrage, Duration rest) {
        return rest.compareTo(JE_ANTWORT) < 0
                ? zuSpaet()
                : new NichtMoeglich(
                        "antwort-zu-langsam",
                        ort(anfrage) + " antwortet nicht innerhalb von " + JE_ANTWORT.toSeconds() + " Sekunden.");
    }

    private NichtMoeglich zuSpaet() {
        return new NichtMoeglich(
                "zeitgrenze", "Die Zeitgrenze der Prüfung von " + zeitgrenze.toSeconds() + " Sekunden ist abgelaufen.");
    }

    private static String ort(HttpRequest anfrage) {
        return anfrage.method() + " " + Seite.ohneEntwurf(anfrage.uri().getRawPath());
    }
}
