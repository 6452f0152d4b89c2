/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Somebody who logs in without scripts and does what pages say: reloads what did not come, presses "Erneut versuchen", logs
 * in once more where a page offers it. Not thread-safe.
 */
final class Netzbuerger {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration GEDULD = Duration.ofMinutes(2);
    private static final String KONTO = "__Host-ozg-konto-musterstadt";

    private final Netz netz;
    private final String adresse;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private URI wohin = Netz.PORTAL;
    private Optional<String> was = Optional.empty();
    private Seite seite = new Seite(Netz.PORTAL, 0, new Document(""));
    private int neuGeladen;
    private int gestoert;
    private int nochmals;

    /** A page as it came; {@code status} 0: it did not. */
    record Seite(URI url, int status, Document html) {

        String h1() {
            return html.select("h1").text();
        }
    }

    /** What an account sent to the portal, by way of this browser. */
    record Antwort(URI ziel, Map<String, String> felder) {}

    /** Of an address that nobody else has. */
    Netzbuerger(Netz netz, String adresse) {
        this.netz = netz;
        this.adresse = adresse;
    }

    int neuGeladen() {
        return neuGeladen;
    }

    int gestoert() {
        return gestoert;
    }

    int nochmals() {
        return nochmals;
    }

    Optional<String> sitzung() {
        return Optional.ofNullable(cookies.get(KONTO));
    }

    void vergissSitzung() {
        cookies.remove(KONTO);
    }

    Seite seite() {
        return seite;
    }

    /** From the page of the account at the portal to the one of choice, and from there to the own Antraege; gives the last answer. */
    Antwort meldeAn(String konto, String person) {
        hole(Netz.PORTAL.resolve("/ozg/_konto"));
        Antwort antwort = holeAntwort(konto, person);
        poste(antwort.ziel(), antwort.felder());
        while (!seite.h1().equals("Meine Anträge")) {
            Element weiter = seite.html().selectFirst("main a:contains(Noch einmal anmelden)");
            if (weiter == null) { // no page says how it goes on: this login is lost
                throw new AssertionError(seite.status() + " " + seite.url().getPath() + ": " + seite.h1());
            }
            nochmals++;
            hole(seite.url().resolve(weiter.attr("href")));
            antwort = holeAntwort(konto, person);
            poste(antwort.ziel(), antwort.felder());
        }
        return antwort;
    }

    /** From the page of choice to what the account sends. */
    Antwort holeAntwort(String konto, String person) {
        druecke("Anmelden mit " + konto);
        druecke("Weiter zu " + konto);
        druecke(person);
        Element knopf = knopf("Weiter");
        return new Antwort(URI.create(form(knopf).attr("action")), felder(knopf));
    }

    void hole(URI ziel) {
        versuche(ziel, Optional.empty());
    }

    void poste(URI ziel, Map<String, String> felder) {
        versuche(ziel, Optional.of(kodiert(felder)));
    }

    /** Once, whatever comes. */
    Seite einmal(URI ziel, Optional<Map<String, String>> felder) {
        try {
            seite = sende(ziel, felder.map(Netzbuerger::kodiert));
        } catch (IOException e) {
            seite = new Seite(ziel, 0, new Document(""));
        }
        return seite;
    }

    private void druecke(String name) {
        Element knopf = knopf(name);
        poste(seite.url().resolve(form(knopf).attr("action")), felder(knopf));
    }

    private Element knopf(String name) {
        return seite.html().select("main form button").stream()
                .filter(b -> b.text().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError(seite.status() + " " + seite.url().getPath() + ", " + name + ": "
                                + seite.html().text()));
    }

    private static Element form(Element knopf) {
        return knopf.closest("form");
    }

    private static Map<String, String> felder(Element knopf) {
        Map<String, String> felder = new LinkedHashMap<>();
        form(knopf).select("input[type=hidden]").forEach(feld -> felder.put(feld.attr("name"), feld.attr("value")));
        if (knopf.hasAttr("name")) {
            felder.put(knopf.attr("name"), knopf.attr("value"));
        }
        return felder;
    }

    /** Until there is a page that is no fault; a page that says that the portal is away must say how it goes on. */
    private void versuche(URI ziel, Optional<String> koerper) {
        wohin = ziel;
        was = koerper;
        Awaitility.await(ziel.getPath())
                .atMost(GEDULD)
                .pollInterval(Duration.ofMillis(100))
                .until(this::versuche);
    }

    private boolean versuche() {
        try {
            seite = sende(wohin, was);
        } catch (IOException e) {
            neuGeladen++;
            return false;
        }
        if (seite.status() == 502) {
            neuGeladen++;
            return false;
        }
        if (seite.status() != 503 && seite.status() != 202) { // 202: its answer is being verified by another node
            return true;
        }
        if (seite.status() == 503) {
            gestoert++;
            if (!seite.html().text().contains("ging nichts verloren")) {
                throw new AssertionError(
                        seite.url().getPath() + ": " + seite.html().text());
            }
        }
        if (seite.html().selectFirst("main a:contains(Noch einmal anmelden)") != null) {
            return true; // this login was on its last step, and begins anew
        }
        Element knopf = seite.html().selectFirst("main form button:contains(Erneut versuchen)");
        wohin = knopf == null ? seite.url() : seite.url().resolve(form(knopf).attr("action"));
        was = knopf == null ? Optional.empty() : Optional.of(kodiert(felder(knopf)));
        return false;
    }

    private Seite sende(URI ziel, Optional<String> koerper) throws IOException {
        HttpRequest.Builder anfrage =
                netz.anfrage(ziel).timeout(Duration.ofSeconds(20)).header("X-Forwarded-For", adresse);
        boolean portal = ziel.getHost().equals(Netz.PORTAL.getHost());
        if (portal && !cookies.isEmpty()) {
            anfrage.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(c -> c.getKey() + "=" + c.getValue())
                            .collect(Collectors.joining("; ")));
        }
        koerper.ifPresent(k -> anfrage.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(k)));
        HttpResponse<String> antwort;
        try {
            antwort = HTTP.send(anfrage.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        antwort.headers().allValues("Set-Cookie").forEach(this::merke);
        if (antwort.statusCode() == 303) {
            return sende(ziel.resolve(antwort.headers().firstValue("Location").orElseThrow()), Optional.empty());
        }
        return new Seite(ziel, antwort.statusCode(), Jsoup.parse(antwort.body(), ziel.toString()));
    }

    private void merke(String kopf) {
        String name = kopf.substring(0, kopf.indexOf('='));
        String wert = kopf.substring(kopf.indexOf('=') + 1).split(";", 2)[0];
        if (kopf.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, wert);
        }
    }

    private static String kodiert(Map<String, String> felder) {
        return felder.entrySet().stream()
                .map(e -> URLEncoder.encode(e.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
