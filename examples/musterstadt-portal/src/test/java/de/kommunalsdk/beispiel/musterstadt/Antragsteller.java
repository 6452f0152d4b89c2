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
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A patient citizen: fills in "Hund anmelden", and sends each page again until it is answered, however often the portal
 * dies meanwhile. Not thread-safe.
 */
final class Antragsteller {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private static final String GRENZE = "grenze-des-antragstellers";
    private static final Duration GEDULD = Duration.ofMinutes(2);

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final String portal;
    private final String name;
    private URI url;
    private Document seite;
    private int status;
    private int fehlschlaege;
    private boolean mitNachweis;

    Antragsteller(String portal, String name) {
        this.portal = portal;
        this.name = name;
    }

    /** Uploads a file with the form as well. */
    Antragsteller mitNachweis() {
        mitNachweis = true;
        return this;
    }

    /** What a citizen of that name uploads: a small synthetic PDF that names the citizen. */
    static String nachweis(String name) {
        return "%PDF-1.7\n% synthetisch: " + name + "\n%%EOF\n";
    }

    /** From the catalogue page to the receipt; gives its Vorgangsnummer. */
    String reicheEin() {
        fuelleAus();
        return sendeAb();
    }

    /** From the catalogue page to the review page. */
    void fuelleAus() {
        hole(URI.create(portal + "/ozg/hund-anmelden"));
        while (!url.getPath().contains("/seite/")) {
            druecke("");
        }
        while (url.getPath().contains("/seite/")) {
            druecke("weiter");
        }
    }

    /** From the review page to the receipt; gives its Vorgangsnummer. */
    String sendeAb() {
        // The same key goes along with every repetition: it is one Antrag, however often it is sent.
        Map<String, String> einreichung = felder(formular("einreichen"), "");
        URI ziel = url.resolve(formular("einreichen").attr("action"));
        while (seite.select("dd.ozg-code").isEmpty()) {
            sende(ziel, einreichung, Optional.empty());
        }
        return seite.select("dd.ozg-code").text();
    }

    /** Answers with 500 or more, and connections that broke, so far. */
    int fehlschlaege() {
        return fehlschlaege;
    }

    /** Asks for the page once more, until it comes. */
    void ladeNeu() {
        hole(url);
    }

    /** Asks for the page once more, once; gives the status and the text of the answer, 0 without one. */
    String hoereNach() {
        try {
            folge(anfrage(url).GET().build());
            return status + " " + seite.text();
        } catch (IOException e) {
            return "0";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "0";
        }
    }

    private void druecke(String aktion) {
        Element form = aktion.isEmpty() ? formular("start") : formular("seite");
        sende(url.resolve(form.attr("action")), felder(form, aktion), datei(form));
        if (status == 422) {
            throw new AssertionError(url + ": " + seite.text());
        }
        if (status == 409) { // it was saved, but the answer got lost
            hole(URI.create(portal + seite.select("form").attr("action")));
        }
    }

    private Element formular(String ziel) {
        return seite.select("form").stream()
                .filter(f -> f.attr("action").contains("/" + ziel))
                .findFirst()
                .orElseThrow(() -> new AssertionError(status + " " + url + ": " + seite.text()));
    }

    private Map<String, String> felder(Element form, String aktion) {
        Map<String, String> felder = new LinkedHashMap<>();
        for (Element e : form.select("input, select, textarea")) {
            switch (e.attr("type")) {
                case "hidden" -> felder.put(e.attr("name"), e.attr("value"));
                case "radio" -> felder.put(e.attr("name"), e.attr("value")); // the last one: Hündin, Nein
                case "file" -> {}
                default -> felder.put(e.attr("name"), antwort(e.attr("name")));
            }
        }
        if (!aktion.isEmpty()) {
            felder.put("aktion", aktion);
        }
        return felder;
    }

    /** The field for the file, while none has been uploaded. */
    private Optional<String> datei(Element form) {
        boolean schonDa = !form.select("button[value^=loeschen:]").isEmpty();
        return mitNachweis && !schonDa
                ? form.select("input[type=file]").eachAttr("name").stream().findFirst()
                : Optional.empty();
    }

    private String antwort(String feld) {
        if (feld.endsWith(".tag") || feld.endsWith(".monat")) {
            return "3";
        }
        if (feld.endsWith(".jahr")) {
            return "2024";
        }
        return feld.contains("F60000000246")
                ? "99999"
                : feld.contains("F60000000242") || feld.contains("F05999000006")
                        ? ""
                        : feld.contains("F60000000244") ? "12 a" : name;
    }

    private void hole(URI ziel) {
        versuche(() -> anfrage(ziel).GET());
    }

    private void sende(URI ziel, Map<String, String> felder, Optional<String> datei) {
        if (datei.isPresent()) {
            String koerper = mehrteilig(felder, datei.get());
            versuche(() -> anfrage(ziel)
                    .header("Content-Type", "multipart/form-data; boundary=" + GRENZE)
                    .POST(HttpRequest.BodyPublishers.ofString(koerper)));
            return;
        }
        StringBuilder koerper = new StringBuilder();
        felder.forEach((n, w) -> koerper.append(koerper.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(n, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(w, StandardCharsets.UTF_8)));
        versuche(() -> anfrage(ziel)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(koerper.toString())));
    }

    private String mehrteilig(Map<String, String> felder, String datei) {
        String anfang = "--" + GRENZE + "\r\nContent-Disposition: form-data; name=\"";
        StringBuilder koerper = new StringBuilder();
        felder.forEach((n, w) ->
                koerper.append(anfang).append(n).append("\"\r\n\r\n").append(w).append("\r\n"));
        return koerper.append(anfang)
                .append(datei)
                .append("\"; filename=\"nachweis.pdf\"\r\nContent-Type: application/pdf\r\n\r\n")
                .append(nachweis(name))
                .append("\r\n--")
                .append(GRENZE)
                .append("--\r\n")
                .toString();
    }

    private HttpRequest.Builder anfrage(URI ziel) {
        HttpRequest.Builder anfrage = HttpRequest.newBuilder(ziel).timeout(Duration.ofSeconds(20));
        StringBuilder kopf = new StringBuilder();
        cookies.forEach((n, w) ->
                kopf.append(kopf.isEmpty() ? "" : "; ").append(n).append('=').append(w));
        return kopf.isEmpty() ? anfrage : anfrage.header("Cookie", kopf.toString());
    }

    private interface Anfrage {
        HttpRequest.Builder baue();
    }

    private void versuche(Anfrage anfrage) {
        Awaitility.await(portal)
                .atMost(GEDULD)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    try {
                        folge(anfrage.baue().build());
                    } catch (IOException e) {
                        status = 0;
                    }
                    boolean beantwortet = status > 0 && status < 500;
                    fehlschlaege += beantwortet ? 0 : 1;
                    return beantwortet;
                });
    }

    private void folge(HttpRequest anfrage) throws IOException, InterruptedException {
        HttpResponse<String> antwort = HTTP.send(anfrage, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        antwort.headers()
                .allValues("Set-Cookie")
                .forEach(c -> cookies.put(
                        c.substring(0, c.indexOf('=')),
                        c.substring(c.indexOf('=') + 1).split(";", 2)[0]));
        if (antwort.statusCode() == 303) {
            folge(anfrage(anfrage.uri()
                            .resolve(antwort.headers().firstValue("Location").orElseThrow()))
                    .GET()
                    .build());
            return;
        }
        url = anfrage.uri();
        status = antwort.statusCode();
        seite = Jsoup.parse(antwort.body(), url.toString());
    }
}
