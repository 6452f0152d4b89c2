/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.kommunalsdk.oidc.OidcAnbieter;
import de.kommunalsdk.oidc.OidcKlient;
import de.kommunalsdk.oidc.Oidcprofil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * An OpenID provider with pages, on this machine only: people log in by choosing who they are. It keeps the rules of the
 * real ones (registered clients, PKCE, one-time codes, client authentication, PAR, DPoP) and breaks them by script.
 *
 * <pre>{@code
 * try (var konto = Oidcserver.starte(profil, Clock.systemUTC(), List.of(Testperson.erika()))) {
 *     konto.registriere(klient);
 *     OidcKonto.bei(konto.anbieter(), angaben, klient, profil, clients, uhr, Runnable::run);
 * }
 * }</pre>
 *
 * Thread-safe.
 */
public final class Oidcserver implements AutoCloseable {

    private static final int HOECHSTENS = 200_000;

    private final HttpServer server;
    private final ExecutorService arbeiter = Executors.newFixedThreadPool(4, aufgabe -> {
        Thread faden = new Thread(aufgabe, "oidcserver");
        faden.setDaemon(true);
        return faden;
    });
    private final List<Testperson> personen;
    private final Oidcsimulator simulator;
    private final Map<String, AtomicInteger> aufrufe = new ConcurrentHashMap<>();

    private Oidcserver(HttpServer server, Oidcprofil profil, Clock uhr, List<Testperson> personen) {
        this.server = server;
        this.personen = List.copyOf(personen);
        this.simulator =
                new Oidcsimulator("http://127.0.0.1:" + server.getAddress().getPort(), profil, uhr);
        server.createContext("/", this::bediene);
        server.setExecutor(arbeiter);
        server.start();
    }

    /** Starts on a free port; gives the claims that the profile knows. */
    public static Oidcserver starte(Oidcprofil profil, Clock uhr, List<Testperson> personen) {
        return starte(profil, uhr, personen, 0);
    }

    /** Starts on a port. */
    public static Oidcserver starte(Oidcprofil profil, Clock uhr, List<Testperson> personen, int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
            return new Oidcserver(server, profil, uhr, personen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The account as a portal configures it. */
    public OidcAnbieter anbieter() {
        return OidcAnbieter.von(simulator.aussteller());
    }

    /** Gets to know the one portal that may ask. */
    public void registriere(OidcKlient klient) {
        simulator.registriere(klient);
    }

    /** How it shall break its rules. */
    public Oidcskript skript() {
        return simulator.skript();
    }

    /** How often a path was called, {@code /token} for example. */
    public int aufrufe(String pfad) {
        AtomicInteger anzahl = aufrufe.get(pfad);
        return anzahl == null ? 0 : anzahl.get();
    }

    /**
     * What a browser would do: takes the request, logs this person in, and comes back with the answer.
     *
     * @throws IllegalArgumentException with a code when the request is refused
     */
    public Map<String, String> meldeAn(URI anfrage, Testperson person) {
        return simulator.antwort(simulator.anfrage(parameter(anfrage.getRawQuery())), person);
    }

    /**
     * A token that ends sessions, without anybody to end them for.
     *
     * @param aenderungen claims to add or to replace, at least {@code sub} or {@code sid}; an empty text takes one away
     */
    public String abmeldetoken(Map<String, ?> aenderungen) {
        return simulator.abmeldetoken(aenderungen);
    }

    /** The name of the session (sid) of the last login. */
    public String letzteSitzung() {
        return simulator.letzteSitzung();
    }

    /** The name of a person at the registered portal. */
    public String subjekt(Testperson person) {
        return simulator.subjekt(person);
    }

    @Override
    public void close() {
        server.stop(0);
        arbeiter.shutdownNow();
    }

    private void bediene(HttpExchange austausch) throws IOException {
        String pfad = austausch.getRequestURI().getPath();
        aufrufe.computeIfAbsent(pfad, p -> new AtomicInteger()).incrementAndGet();
        try (austausch) {
            Map<String, String> felder = austausch.getRequestMethod().equals("POST")
                    ? parameter(
                            new String(austausch.getRequestBody().readNBytes(HOECHSTENS), StandardCharsets.US_ASCII))
                    : parameter(austausch.getRequestURI().getRawQuery());
            switch (pfad) {
                case "/auth" -> wahl(austausch, felder);
                case "/antwort" -> antwort(austausch, felder);
                case "/logout" -> abmeldung(austausch, felder);
                default -> stelle(austausch, pfad, felder);
            }
        }
    }

    private void stelle(HttpExchange austausch, String pfad, Map<String, String> felder) throws IOException {
        Map<String, String> kopf = new LinkedHashMap<>();
        austausch
                .getRequestHeaders()
                .forEach((name, werte) -> kopf.put(name.toLowerCase(java.util.Locale.ROOT), werte.get(0)));
        Oidcsimulator.Antwort antwort = simulator.stelle(pfad, kopf, felder);
        if (antwort.status() > 0) { // otherwise the connection is closed without an answer
            antwort.kopf()
                    .forEach((name, wert) -> austausch.getResponseHeaders().set(name, wert));
            sende(austausch, antwort.status(), antwort.inhalt());
        }
    }

    private void wahl(HttpExchange austausch, Map<String, String> felder) throws IOException {
        Map<String, String> anfrage;
        try {
            anfrage = simulator.anfrage(felder);
        } catch (IllegalArgumentException e) {
            seite(austausch, 400, "<h1>Fehler</h1><p>" + maskiert(String.valueOf(e.getMessage())) + "</p>");
            return;
        }
        StringBuilder inhalt = new StringBuilder("<h1>Simuliertes Konto</h1><p>")
                .append(maskiert(anfrage.getOrDefault("client_id", "")))
                .append(" fragt: Wer sind Sie? Alle Personen hier sind erfunden.</p>")
                .append("<form method=\"post\" action=\"/antwort\">");
        anfrage.forEach((name, wert) -> inhalt.append(
                "<input type=\"hidden\" name=\"" + maskiert(name) + "\" value=\"" + maskiert(wert) + "\">"));
        personen.forEach(person -> inhalt.append(knopf(person.kennung(), person.anzeige())));
        seite(
                austausch,
                200,
                inhalt.append(knopf("", "Abbrechen")).append("</form>").toString());
    }

    private void antwort(HttpExchange austausch, Map<String, String> felder) throws IOException {
        String wer = felder.getOrDefault("person", "");
        Map<String, String> zurueck = personen.stream()
                .filter(p -> p.kennung().equals(wer))
                .findFirst()
                .map(p -> simulator.antwort(felder, p))
                .orElseGet(() -> simulator.abbruch(felder));
        leite(austausch, felder.get("redirect_uri") + "?" + abfrage(zurueck));
    }

    private void abmeldung(HttpExchange austausch, Map<String, String> felder) throws IOException {
        try {
            leite(austausch, simulator.abmeldung(felder));
        } catch (IllegalArgumentException e) {
            seite(austausch, 400, "<h1>Fehler</h1><p>" + maskiert(String.valueOf(e.getMessage())) + "</p>");
        }
    }

    private static Map<String, String> parameter(@org.jspecify.annotations.Nullable String abfrage) {
        Map<String, String> felder = new LinkedHashMap<>();
        for (String paar : abfrage == null ? new String[0] : abfrage.split("&")) {
            int gleich = paar.indexOf('=');
            if (gleich > 0) {
                felder.put(
                        URLDecoder.decode(paar.substring(0, gleich), StandardCharsets.UTF_8),
                        URLDecoder.decode(paar.substring(gleich + 1), StandardCharsets.UTF_8));
            }
        }
        return felder;
    }

    private static String abfrage(Map<String, String> felder) {
        return felder.entrySet().stream()
                .map(e -> URLEncoder.encode(e.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static void leite(HttpExchange austausch, String wohin) throws IOException {
        austausch.getResponseHeaders().set("Location", wohin);
        austausch.sendResponseHeaders(303, -1);
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
        austausch.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        austausch.getResponseHeaders().set("Cache-Control", "no-store");
        sende(
                austausch,
                status,
                ("<!DOCTYPE html><html lang=\"de\"><head><meta charset=\"utf-8\">"
                                + "<meta name=\"viewport\" content=\"width=device-width\"><title>Simuliertes Konto</title></head>"
                                + "<body><main>" + inhalt + "</main></body></html>")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static void sende(HttpExchange austausch, int status, byte[] inhalt) throws IOException {
        austausch.sendResponseHeaders(status, inhalt.length == 0 ? -1 : inhalt.length);
        if (inhalt.length > 0) {
            austausch.getResponseBody().write(inhalt);
        }
    }
}
