/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser without scripts that goes from site to site: presses buttons, follows redirects, keeps cookies. */
final class Formularbrowser {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /** A page as it came. */
    record Seite(URI url, int status, Document html) {

        String h1() {
            return html.select("h1").text();
        }

        String wert(String feld) {
            return html.select("input[name=" + feld + "]").attr("value");
        }

        private Element knopf(String text) {
            return html.select("form button").stream()
                    .filter(b -> b.text().equals(text) || b.text().startsWith(text + " "))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(url + ": kein Knopf \"" + text + "\" in " + html.text()));
        }
    }

    CookieManager cookies() {
        return cookies;
    }

    Seite hole(String url) {
        return sende(HttpRequest.newBuilder(URI.create(url)).GET());
    }

    /** Presses a button; its form is sent as it stands, but for what is filled in. */
    Seite druecke(Seite seite, String knopf, Map<String, String> anders) {
        Element taste = seite.knopf(knopf);
        Element form = taste.closest("form");
        Map<String, String> felder = new LinkedHashMap<>();
        for (Element feld : form.select("input[name], select[name], textarea[name]")) {
            boolean aus = feld.attr("type").matches("checkbox|radio") && !feld.hasAttr("checked");
            if (!aus && !feld.attr("type").equals("file")) {
                felder.put(feld.attr("name"), feld.val());
            }
        }
        if (taste.hasAttr("name")) {
            felder.put(taste.attr("name"), taste.attr("value"));
        }
        felder.putAll(anders);
        return poste(seite.url().resolve(form.attr("action")), felder);
    }

    /** Follows a link by the beginning of its text. */
    Seite folge(Seite seite, String verweis) {
        return hole(seite.html().select("a:contains(" + verweis + ")").attr("abs:href"));
    }

    Seite poste(URI ziel, Map<String, String> felder) {
        String koerper = felder.entrySet().stream()
                .map(e -> kodiert(e.getKey()) + "=" + kodiert(e.getValue()))
                .collect(Collectors.joining("&"));
        return sende(HttpRequest.newBuilder(ziel)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(koerper)));
    }

    private Seite sende(HttpRequest.Builder anfrage) {
        try {
            HttpResponse<String> antwort =
                    http.send(anfrage.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
            return new Seite(
                    antwort.uri(),
                    antwort.statusCode(),
                    Jsoup.parse(antwort.body(), antwort.uri().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String kodiert(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
