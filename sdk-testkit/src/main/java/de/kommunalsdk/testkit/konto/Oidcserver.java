/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import com.sun.net.httpserver.HttpExchange;
import de.kommunalsdk.oidc.OidcAnbieter;
import de.kommunalsdk.oidc.OidcKlient;
import de.kommunalsdk.oidc.Oidcprofil;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

    private final Seitenserver server;
    private final List<Testperson> personen;
    private final Oidcsimulator simulator;
    private final Map<String, AtomicInteger> aufrufe = new ConcurrentHashMap<>();

    private Oidcserver(Oidcprofil profil, Clock uhr, List<Testperson> personen, int port) {
        this.server = new Seitenserver(port);
        this.personen = List.copyOf(personen);
        this.simulator = new Oidcsimulator("http://127.0.0.1:" + server.port(), profil, uhr);
        server.starte(this::bediene);
    }

    /** Starts on a free port; gives the claims that the profile knows. */
    public static Oidcserver starte(Oidcprofil profil, Clock uhr, List<Testperson> personen) {
        return starte(profil, uhr, personen, 0);
    }

    /** Starts on a port. */
    public static Oidcserver starte(Oidcprofil profil, Clock uhr, List<Testperson> personen, int port) {
        return new Oidcserver(profil, uhr, personen, port);
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
        return simulator.antwort(simulator.anfrage(Seitenserver.felder(anfrage.getRawQuery())), person);
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
        server.close();
    }

    private void bediene(HttpExchange austausch) throws IOException {
        String pfad = austausch.getRequestURI().getPath();
        aufrufe.computeIfAbsent(pfad, p -> new AtomicInteger()).incrementAndGet();
        Map<String, String> felder = Seitenserver.felder(austausch);
        switch (pfad) {
            case "/auth" -> wahl(austausch, felder);
            case "/antwort" -> antwort(austausch, felder);
            case "/logout" -> abmeldung(austausch, felder);
            default -> stelle(austausch, pfad, felder);
        }
    }

    private void stelle(HttpExchange austausch, String pfad, Map<String, String> felder) throws IOException {
        Map<String, String> kopf = new LinkedHashMap<>();
        austausch.getRequestHeaders().forEach((name, werte) -> kopf.put(name.toLowerCase(Locale.ROOT), werte.get(0)));
        Oidcsimulator.Antwort antwort = simulator.stelle(pfad, kopf, felder);
        if (antwort.status() > 0) { // otherwise the connection is closed without an answer
            antwort.kopf()
                    .forEach((name, wert) -> austausch.getResponseHeaders().set(name, wert));
            Seitenserver.sende(austausch, antwort.status(), antwort.inhalt());
        }
    }

    private void wahl(HttpExchange austausch, Map<String, String> felder) throws IOException {
        Map<String, String> anfrage;
        try {
            anfrage = simulator.anfrage(felder);
        } catch (IllegalArgumentException e) {
            Seitenserver.fehler(austausch, e);
            return;
        }
        StringBuilder inhalt = Seitenserver.frage(anfrage.getOrDefault("client_id", ""), anfrage);
        personen.forEach(person -> inhalt.append(Seitenserver.knopf(person.kennung(), person.anzeige())));
        inhalt.append(Seitenserver.knopf("", "Abbrechen")).append("</form>");
        Seitenserver.seite(austausch, 200, inhalt.toString());
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
            Seitenserver.fehler(austausch, e);
        }
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
}
