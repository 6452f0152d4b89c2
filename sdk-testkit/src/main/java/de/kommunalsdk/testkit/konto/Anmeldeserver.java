/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.kommunalsdk.saml.IdpMetadaten;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * An account with pages, on this machine only: people log in by choosing who they are. Without https a browser takes it and the
 * portal for one site only when both are called {@code localhost}. As at the real one a portal must be
 * registered before anybody can log in to it, and the answer comes by a form from this other site.
 *
 * <pre>{@code
 * try (var konto = Anmeldeserver.starte(Kontoart.AKDB, Clock.systemUTC(), List.of(Testperson.erika()))) {
 *     IdpMetadaten metadaten = konto.metadaten();
 *     konto.registriere(Testdienst.aus(dienst));
 * }
 * }</pre>
 *
 * Thread-safe.
 */
public final class Anmeldeserver implements AutoCloseable {

    private static final int HOECHSTENS = 200_000;

    private final HttpServer server;
    private final ExecutorService arbeiter = Executors.newFixedThreadPool(4, aufgabe -> {
        Thread faden = new Thread(aufgabe, "anmeldeserver");
        faden.setDaemon(true);
        return faden;
    });
    private final Kontoart art;
    private final Clock uhr;
    private final List<Testperson> personen;
    private final Testkonto konto;
    private volatile @Nullable Kontosimulator simulator;

    private Anmeldeserver(HttpServer server, Kontoart art, Clock uhr, List<Testperson> personen, Adressen adressen) {
        this.server = server;
        this.art = art;
        this.uhr = uhr;
        this.personen = List.copyOf(personen);
        this.konto = new Testkonto(adressen.entityId(), adressen.anmeldung(), List.of(Testschluessel.rsa(3072)));
        server.createContext("/sso", this::anmeldung);
        server.createContext("/antwort", this::antwort);
        server.createContext("/abgelaufen", Anmeldeserver::abgelaufen);
        server.setExecutor(arbeiter);
        server.start();
    }

    /** Starts on a free port. */
    public static Anmeldeserver starte(Kontoart art, Clock uhr, List<Testperson> personen) {
        return starte(art, uhr, personen, 0);
    }

    /** Starts on a port. */
    public static Anmeldeserver starte(Kontoart art, Clock uhr, List<Testperson> personen, int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
            String hier = "http://localhost:" + server.getAddress().getPort();
            Adressen adressen = new Adressen("https://konto.example/idp", URI.create(hier + "/sso"));
            return new Anmeldeserver(server, art, uhr, personen, adressen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts on a free port, behind a proxy.
     *
     * @param adresse how browsers reach it, {@code https://idp.test}
     */
    public static Anmeldeserver starte(Kontoart art, Clock uhr, List<Testperson> personen, URI adresse) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            Adressen adressen = new Adressen(adresse + "/idp", URI.create(adresse + "/sso"));
            return new Anmeldeserver(server, art, uhr, personen, adressen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Adressen(String entityId, URI anmeldung) {}

    /** Where it listens on this machine. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** What portals get to know of this account. */
    public IdpMetadaten metadaten() {
        return IdpMetadaten.lies(konto.metadaten(), konto.entityId(), List.of(), uhr.instant());
    }

    /** The same as the account publishes it. */
    public byte[] metadatenXml() {
        return konto.metadaten();
    }

    /** Gets to know the one portal that may ask. */
    public void registriere(Testdienst dienst) {
        simulator = new Kontosimulator(art, konto, dienst, uhr);
    }

    @Override
    public void close() {
        server.stop(0);
        arbeiter.shutdownNow();
    }

    private void anmeldung(HttpExchange austausch) throws IOException {
        try (austausch) {
            Map<String, String> felder = felder(austausch);
            Kontoanfrage anfrage;
            try {
                anfrage = lies(felder);
            } catch (IllegalArgumentException e) {
                seite(austausch, 400, "<h1>Fehler</h1><p>" + maskiert(String.valueOf(e.getMessage())) + "</p>");
                return;
            }
            StringBuilder inhalt = new StringBuilder("<h1>Simuliertes Konto</h1><p>")
                    .append(maskiert(anfrage.anzeigename().isEmpty() ? "Ein Portal" : anfrage.anzeigename()))
                    .append(" fragt: Wer sind Sie? Alle Personen hier sind erfunden.</p>")
                    .append("<form method=\"post\" action=\"/antwort\">");
            felder.forEach((name, wert) -> inhalt.append(feld(name, wert)));
            for (Testperson person : personen) { // the same person may be listed with several ways to log in
                inhalt.append(knopf(person.anzeige(), person.anzeige()));
            }
            inhalt.append(knopf("", "Abbrechen"))
                    .append("</form><p><a href=\"/abgelaufen\">Die Sitzung ablaufen lassen</a></p>");
            seite(austausch, 200, inhalt.toString());
        }
    }

    private void antwort(HttpExchange austausch) throws IOException {
        try (austausch) {
            Map<String, String> felder = felder(austausch);
            Kontosimulator bereit = bereit();
            Kontoanfrage anfrage = lies(felder);
            String wer = felder.getOrDefault("person", "");
            String samlResponse = personen.stream()
                    .filter(p -> p.anzeige().equals(wer))
                    .findFirst()
                    .map(p -> bereit.antwort(anfrage, p))
                    .orElseGet(() -> bereit.abbruch(anfrage));
            seite(
                    austausch,
                    200,
                    "<h1>Zurück zum Portal</h1><form method=\"post\" action=\"" + bereit.acs() + "\">"
                            + feld("SAMLResponse", samlResponse)
                            + feld("RelayState", felder.getOrDefault("RelayState", ""))
                            + "<button type=\"submit\">Weiter</button></form>"
                            + "<script>document.forms[0].submit()</script>");
        }
    }

    /** As at the real one: a page of its own, and no answer. */
    private static void abgelaufen(HttpExchange austausch) throws IOException {
        try (austausch) {
            seite(
                    austausch,
                    400,
                    "<h1>Ihre Sitzung ist abgelaufen</h1><p>Gehen Sie zurück zu der Seite, von der Sie kamen, und"
                            + " melden Sie sich dort noch einmal an.</p>");
        }
    }

    private Kontoanfrage lies(Map<String, String> felder) {
        return bereit().formular(felder.getOrDefault("SAMLRequest", ""));
    }

    private Kontosimulator bereit() {
        Kontosimulator jetzt = simulator;
        if (jetzt == null) {
            throw new IllegalArgumentException("unknown-service-provider");
        }
        return jetzt;
    }

    private static Map<String, String> felder(HttpExchange austausch) throws IOException {
        String koerper = new String(austausch.getRequestBody().readNBytes(HOECHSTENS), StandardCharsets.US_ASCII);
        Map<String, String> felder = new LinkedHashMap<>();
        for (String paar : koerper.split("&")) {
            int gleich = paar.indexOf('=');
            if (gleich > 0) {
                felder.put(
                        URLDecoder.decode(paar.substring(0, gleich), StandardCharsets.UTF_8),
                        URLDecoder.decode(paar.substring(gleich + 1), StandardCharsets.UTF_8));
            }
        }
        return felder;
    }

    private static String feld(String name, String wert) {
        return "<input type=\"hidden\" name=\"" + maskiert(name) + "\" value=\"" + maskiert(wert) + "\">";
    }

    private static String knopf(String wert, String text) {
        return "<p><button type=\"submit\" name=\"person\" value=\"" + maskiert(wert) + "\">" + maskiert(text)
                + "</button></p>";
    }

    private static String maskiert(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static void seite(HttpExchange austausch, int status, String inhalt) throws IOException {
        byte[] bytes = ("<!DOCTYPE html><html lang=\"de\"><head><meta charset=\"utf-8\">"
                        + "<meta name=\"viewport\" content=\"width=device-width\"><title>Simuliertes Konto</title></head>"
                        + "<body><main>" + inhalt + "</main></body></html>")
                .getBytes(StandardCharsets.UTF_8);
        austausch.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        austausch.getResponseHeaders().set("Cache-Control", "no-store");
        austausch.sendResponseHeaders(status, bytes.length);
        austausch.getResponseBody().write(bytes);
    }
}
