/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Stands before a correct portal and damages what passes through. */
final class Stoerportal implements AutoCloseable {

    private static final Set<String> MITGESENDET = Set.of("cookie", "content-type", "accept", "accept-language");
    private static final Set<String> NICHT_ZURUECK =
            Set.of("content-length", "transfer-encoding", "connection", "date");

    /** A request on its way to the portal. */
    record Anfrage(String methode, String pfad, Map<String, String> kopf, byte[] koerper) {

        boolean istPost() {
            return methode.equals("POST");
        }

        boolean imEntwurf() {
            return pfad.contains("/antrag/");
        }

        String text() {
            return new String(koerper, StandardCharsets.UTF_8);
        }

        Anfrage mitKopf(String name, String wert) {
            Map<String, String> neu = new TreeMap<>(kopf);
            neu.put(name, wert);
            return new Anfrage(methode, pfad, neu, koerper);
        }

        static Anfrage hole(String pfad, Map<String, String> kopf) {
            Map<String, String> neu = new TreeMap<>(kopf);
            neu.remove("content-type");
            return new Anfrage("GET", pfad, neu, new byte[0]);
        }
    }

    /** An answer on its way back; names of headers in lower case. */
    record Antwort(int status, Map<String, List<String>> kopf, byte[] koerper) {

        boolean istHtml() {
            return kopf.getOrDefault("content-type", List.of("")).get(0).startsWith("text/html");
        }

        String text() {
            return new String(koerper, StandardCharsets.UTF_8);
        }

        Antwort mitStatus(int neu) {
            return new Antwort(neu, kopf, koerper);
        }

        Antwort mitText(String neu) {
            return mitBytes(neu.getBytes(StandardCharsets.UTF_8));
        }

        Antwort mitBytes(byte[] neu) {
            return new Antwort(status, kopf, neu);
        }

        Antwort mitKopf(String name, String... werte) {
            Map<String, List<String>> neu = new TreeMap<>(kopf);
            neu.put(name, List.of(werte));
            return new Antwort(status, neu, koerper);
        }

        Antwort ohneKopf(String name) {
            Map<String, List<String>> neu = new TreeMap<>(kopf);
            neu.remove(name);
            return new Antwort(status, neu, koerper);
        }

        /** Changes the page, if it is one. */
        Antwort mitSeite(Consumer<Document> aenderung) {
            if (!istHtml()) {
                return this;
            }
            Document seite = Jsoup.parse(text());
            seite.outputSettings().prettyPrint(false);
            aenderung.accept(seite);
            return mitText(seite.outerHtml());
        }
    }

    /** The correct portal, for a damage that asks it itself. */
    interface Portal {
        Antwort frage(Anfrage anfrage);
    }

    /** One damage. */
    interface Stoerung {
        Antwort stoere(Anfrage anfrage, Portal portal);
    }

    static final Stoerung KEINE = (anfrage, portal) -> portal.frage(anfrage);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService faeden = Executors.newFixedThreadPool(4);
    private final HttpServer server;
    private final URI portal;
    private final Stoerung stoerung;

    private Stoerportal(URI portal, Stoerung stoerung) throws IOException {
        this.portal = portal;
        this.stoerung = stoerung;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(faeden);
        server.createContext("/", this::vermittle);
        server.start();
    }

    /** Starts before a portal, on a free port. */
    static Stoerportal vor(URI portal, Stoerung stoerung) throws IOException {
        return new Stoerportal(portal, stoerung);
    }

    URI basis() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + portal.getPath());
    }

    private void vermittle(HttpExchange tausch) throws IOException {
        try (tausch) {
            Map<String, String> kopf = new TreeMap<>();
            tausch.getRequestHeaders().forEach((name, werte) -> {
                if (MITGESENDET.contains(name.toLowerCase(Locale.ROOT))) {
                    kopf.put(name.toLowerCase(Locale.ROOT), werte.get(0));
                }
            });
            Antwort antwort = stoerung.stoere(
                    new Anfrage(
                            tausch.getRequestMethod(),
                            tausch.getRequestURI().toString(),
                            kopf,
                            tausch.getRequestBody().readAllBytes()),
                    this::frage);
            antwort.kopf().forEach((name, werte) -> tausch.getResponseHeaders().put(name, werte));
            tausch.sendResponseHeaders(antwort.status(), antwort.koerper().length == 0 ? -1 : antwort.koerper().length);
            tausch.getResponseBody().write(antwort.koerper());
        }
    }

    private Antwort frage(Anfrage anfrage) {
        HttpRequest.Builder bauer = HttpRequest.newBuilder(portal.resolve(anfrage.pfad()))
                .method(anfrage.methode(), HttpRequest.BodyPublishers.ofByteArray(anfrage.koerper()));
        anfrage.kopf().forEach(bauer::header);
        try {
            HttpResponse<byte[]> antwort = http.send(bauer.build(), HttpResponse.BodyHandlers.ofByteArray());
            Map<String, List<String>> kopf = new TreeMap<>();
            antwort.headers().map().forEach((name, werte) -> {
                if (!NICHT_ZURUECK.contains(name.toLowerCase(Locale.ROOT))) {
                    kopf.put(name.toLowerCase(Locale.ROOT), werte);
                }
            });
            return new Antwort(antwort.statusCode(), kopf, antwort.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        faeden.shutdownNow();
    }
}
