/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The hosts of the field on this machine: a proxy that speaks https for {@link #PORTAL} and the accounts and leads each
 * request to the next of the servers behind a host. It asks another one only when nobody listens, as a request that has
 * been sent may have done its work. Without https it does the same for clients that name the host themselves.
 */
final class Netz implements AutoCloseable {

    static final URI PORTAL = URI.create("https://portal.test");
    static final URI BUNDID = URI.create("https://idp.test");
    static final URI UNTERNEHMENSKONTO = URI.create("https://muk.test");

    private static final String FUER = "X-Forwarded-For";
    private static final String HOST = "X-Forwarded-Host";
    private static final Set<String> EIGENE = Set.of(
            "host",
            "connection",
            "content-length",
            "transfer-encoding",
            "upgrade",
            "expect",
            "keep-alive",
            "http2-settings");

    private final Testzertifikat zertifikat;
    private final HttpsServer sicher;
    private final HttpServer offen;
    private final ExecutorService arbeiter = Executors.newCachedThreadPool(aufgabe -> {
        Thread faden = new Thread(aufgabe, "netz");
        faden.setDaemon(true);
        return faden;
    });
    private final Map<String, List<Integer>> ziele = new ConcurrentHashMap<>();
    private final AtomicInteger reihum = new AtomicInteger();
    private final HttpClient weiter = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private Netz(Path ordner) throws Exception {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        zertifikat =
                Testzertifikat.fuer(ordner, List.of(PORTAL.getHost(), BUNDID.getHost(), UNTERNEHMENSKONTO.getHost()));
        InetSocketAddress hier = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        sicher = HttpsServer.create(hier, 0);
        sicher.setHttpsConfigurator(new HttpsConfigurator(zertifikat.kontext()));
        offen = HttpServer.create(hier, 0);
        for (HttpServer server : List.of(sicher, offen)) {
            server.createContext("/", this::leite);
            server.setExecutor(arbeiter);
            server.start();
        }
    }

    /** Starts; {@code ordner} takes the key store. */
    static Netz starte(Path ordner) throws Exception {
        return new Netz(ordner);
    }

    /** From now on these servers of this machine stand behind a host. */
    void fuehre(URI host, List<Integer> ports) {
        ziele.put(host.getHost(), List.copyOf(ports));
    }

    /** Where https is spoken. */
    int port() {
        return sicher.getAddress().getPort();
    }

    /** Hash of the key that signed the certificate of all hosts, as a browser takes it. */
    String spki() {
        return zertifikat.spki();
    }

    /** A request to an https address of this net, which goes the way without https. */
    HttpRequest.Builder anfrage(URI ziel) {
        String pfad = ziel.getRawPath() + (ziel.getRawQuery() == null ? "" : "?" + ziel.getRawQuery());
        return HttpRequest.newBuilder(
                        URI.create("http://localhost:" + offen.getAddress().getPort() + pfad))
                .header(HOST, ziel.getHost());
    }

    @Override
    public void close() {
        sicher.stop(0);
        offen.stop(0);
        arbeiter.shutdownNow();
    }

    private void leite(HttpExchange x) throws IOException {
        try (x) {
            Headers kopf = x.getRequestHeaders();
            String host = String.valueOf(kopf.containsKey(HOST) ? kopf.getFirst(HOST) : kopf.getFirst("Host"))
                    .replaceFirst(":\\d+$", "");
            byte[] koerper = x.getRequestBody().readAllBytes();
            List<Integer> ports = ziele.getOrDefault(host, List.of());
            for (int versuch = 0; versuch < ports.size(); versuch++) {
                int port = ports.get(Math.floorMod(reihum.getAndIncrement(), ports.size()));
                try {
                    antworte(x, weiter.send(anfrage(x, host, port, koerper), HttpResponse.BodyHandlers.ofByteArray()));
                    return;
                } catch (ConnectException e) {
                    continue; // nobody listens: the next one
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                } catch (IOException e) {
                    break;
                }
            }
            byte[] text = "502".getBytes(StandardCharsets.US_ASCII);
            x.sendResponseHeaders(502, text.length);
            x.getResponseBody().write(text);
        }
    }

    private static HttpRequest anfrage(HttpExchange x, String host, int port, byte[] koerper) {
        HttpRequest.Builder anfrage = HttpRequest.newBuilder(URI.create(
                        "http://localhost:" + port + x.getRequestURI().toASCIIString()))
                .method(x.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(koerper))
                .timeout(Duration.ofSeconds(30));
        x.getRequestHeaders().forEach((name, werte) -> {
            if (!EIGENE.contains(name.toLowerCase(Locale.ROOT)) && !name.equalsIgnoreCase(HOST)) {
                werte.forEach(wert -> anfrage.header(name, wert));
            }
        });
        if (!x.getRequestHeaders().containsKey(FUER)) {
            anfrage.header(FUER, x.getRemoteAddress().getAddress().getHostAddress());
        }
        return anfrage.header(HOST, host).header("X-Forwarded-Proto", "https").build();
    }

    private static void antworte(HttpExchange x, HttpResponse<byte[]> antwort) throws IOException {
        antwort.headers().map().forEach((name, werte) -> {
            if (!EIGENE.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                werte.forEach(wert -> x.getResponseHeaders().add(name, wert));
            }
        });
        byte[] inhalt = antwort.body();
        x.sendResponseHeaders(antwort.statusCode(), inhalt.length == 0 ? -1 : inhalt.length);
        if (inhalt.length > 0) {
            x.getResponseBody().write(inhalt);
        }
    }
}
