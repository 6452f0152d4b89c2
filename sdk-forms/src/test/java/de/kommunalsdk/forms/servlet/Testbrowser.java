/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser without scripts: keeps cookies, follows redirects, sends forms as they stand in the page. */
public final class Testbrowser {

    private static final Pattern CODE = Pattern.compile("OZG-[A-Z]+-\\d{4}");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> pfade = new LinkedHashMap<>();
    private final URI basis;

    /** A fresh browser. {@code basis} has no slash at its end. */
    public Testbrowser(URI basis) {
        this.basis = basis;
    }

    /** A page as it came. */
    public record Seite(URI url, int status, HttpHeaders kopf, Document html) {

        public String text() {
            return html.text();
        }

        /** The reason code that the page shows, or nothing. */
        public String code() {
            Matcher treffer = CODE.matcher(html.text());
            return treffer.find() ? treffer.group() : "";
        }

        public String h1() {
            return html.select("h1").text();
        }

        /** The form with this button: value of {@code aktion} or text. */
        public Element formular(String knopf) {
            return html.select("form").stream()
                    .filter(f -> f.select("button").stream().anyMatch(b -> passt(b, knopf)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("Kein Knopf \"" + knopf + "\" auf " + url + ": " + text()));
        }

        private static boolean passt(Element b, String knopf) {
            return b.attr("value").equals(knopf) || b.text().equals(knopf);
        }

        /** What the form would send untouched. */
        public Map<String, String> felder(String knopf) {
            Element form = formular(knopf);
            Map<String, String> felder = new LinkedHashMap<>();
            for (Element e : form.select("input, select, textarea")) {
                String art = e.attr("type");
                boolean aus = (art.equals("radio") || art.equals("checkbox")) && !e.hasAttr("checked");
                if (aus || art.equals("file") || e.attr("name").isEmpty()) {
                    continue;
                }
                felder.put(
                        e.attr("name"),
                        e.normalName().equals("select")
                                ? e.select("option[selected]").attr("value")
                                : e.normalName().equals("textarea") ? e.wholeText() : e.attr("value"));
            }
            form.select("button").stream()
                    .filter(b -> passt(b, knopf) && b.hasAttr("name"))
                    .findFirst()
                    .ifPresent(b -> felder.put(b.attr("name"), b.attr("value")));
            return felder;
        }
    }

    /** A file to upload. */
    public record Datei(String name, String typ, byte[] inhalt) {}

    public Map<String, String> cookies() {
        return cookies;
    }

    /** The path that each cookie was set for. */
    public Map<String, String> pfade() {
        return pfade;
    }

    /** GET with redirects. */
    public Seite hole(String pfad) {
        return folge(anfrage(ziel(pfad)).GET().build());
    }

    /** Presses a button after filling in what differs. */
    public Seite druecke(Seite seite, String knopf, Map<String, String> anders) {
        return druecke(seite, knopf, anders, Map.of());
    }

    /** Presses a button with files by the name of their control. */
    public Seite druecke(Seite seite, String knopf, Map<String, String> anders, Map<String, Datei> dateien) {
        Map<String, String> felder = new LinkedHashMap<>(seite.felder(knopf));
        felder.putAll(anders);
        Element form = seite.formular(knopf);
        URI ziel = seite.url().resolve(form.attr("action"));
        return form.attr("enctype").startsWith("multipart") ? sendeTeile(ziel, felder, dateien) : sende(ziel, felder);
    }

    /** POST of a plain form. */
    public Seite sende(URI ziel, Map<String, String> felder) {
        StringBuilder koerper = new StringBuilder();
        felder.forEach((name, wert) -> koerper.append(koerper.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(wert, StandardCharsets.UTF_8)));
        return folge(anfrage(ziel)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(koerper.toString()))
                .build());
    }

    /** POST of a form with files. */
    public Seite sendeTeile(URI ziel, Map<String, String> felder, Map<String, Datei> dateien) {
        String grenze = "----kommunal-sdk-test";
        ByteArrayOutputStream koerper = new ByteArrayOutputStream();
        felder.forEach((name, wert) ->
                teil(koerper, grenze, "name=\"" + name + "\"", "", wert.getBytes(StandardCharsets.UTF_8)));
        dateien.forEach((name, d) -> teil(
                koerper,
                grenze,
                "name=\"" + name + "\"; filename=\"" + d.name() + "\"",
                "Content-Type: " + d.typ() + "\r\n",
                d.inhalt()));
        koerper.writeBytes(("--" + grenze + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return folge(anfrage(ziel)
                .header("Content-Type", "multipart/form-data; boundary=" + grenze)
                .POST(HttpRequest.BodyPublishers.ofByteArray(koerper.toByteArray()))
                .build());
    }

    private static void teil(ByteArrayOutputStream koerper, String grenze, String name, String kopf, byte[] inhalt) {
        koerper.writeBytes(("--" + grenze + "\r\nContent-Disposition: form-data; " + name + "\r\n" + kopf + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
        koerper.writeBytes(inhalt);
        koerper.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private URI ziel(String pfad) {
        return pfad.startsWith("http") ? URI.create(pfad) : URI.create(basis + pfad);
    }

    private HttpRequest.Builder anfrage(URI ziel) {
        HttpRequest.Builder anfrage = HttpRequest.newBuilder(ziel).timeout(Duration.ofSeconds(60));
        StringBuilder kopf = new StringBuilder();
        cookies.forEach((n, w) -> {
            if (ziel.getPath().startsWith(pfade.getOrDefault(n, "/"))) {
                kopf.append(kopf.isEmpty() ? "" : "; ").append(n).append('=').append(w);
            }
        });
        if (!kopf.isEmpty()) {
            anfrage.header("Cookie", kopf.toString());
        }
        return anfrage;
    }

    private Seite folge(HttpRequest anfrage) {
        try {
            HttpResponse<String> antwort =
                    HTTP.send(anfrage, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            antwort.headers().allValues("Set-Cookie").forEach(this::merke);
            if (antwort.statusCode() == 303) {
                String wohin = antwort.headers().firstValue("Location").orElseThrow();
                return folge(anfrage(anfrage.uri().resolve(wohin)).GET().build());
            }
            return new Seite(
                    anfrage.uri(),
                    antwort.statusCode(),
                    antwort.headers(),
                    Jsoup.parse(antwort.body(), anfrage.uri().toString()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void merke(String kopf) {
        String paar = kopf.split(";", 2)[0];
        int gleich = paar.indexOf('=');
        pfade.put(paar.substring(0, gleich), kopf.replaceAll(".*; Path=([^;]*);.*", "$1"));
        if (kopf.contains("Max-Age=0")) {
            cookies.remove(paar.substring(0, gleich));
        } else {
            cookies.put(paar.substring(0, gleich), paar.substring(gleich + 1));
        }
    }
}
