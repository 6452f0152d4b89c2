/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Forms and pages of a simulated account, on this machine only. Thread-safe. */
final class Seitenserver implements AutoCloseable {

    private static final int HOECHSTENS = 200_000;

    private final HttpServer server;
    private final ExecutorService arbeiter = Executors.newFixedThreadPool(4, aufgabe -> {
        Thread faden = new Thread(aufgabe, "simuliertes-konto");
        faden.setDaemon(true);
        return faden;
    });

    /** On a port, 0 for a free one. */
    Seitenserver(int port) {
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(arbeiter);
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Answers begin when all is there that answers need. */
    void starte(HttpHandler antworten) {
        server.createContext("/", austausch -> {
            try (austausch) {
                antworten.handle(austausch);
            }
        });
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
        arbeiter.shutdownNow();
    }

    /** The fields of a form that was posted, else those of the address. */
    static Map<String, String> felder(HttpExchange austausch) throws IOException {
        return austausch.getRequestMethod().equals("POST")
                ? felder(new String(austausch.getRequestBody().readNBytes(HOECHSTENS), StandardCharsets.US_ASCII))
                : felder(austausch.getRequestURI().getRawQuery());
    }

    static Map<String, String> felder(@Nullable String kodiert) {
        Map<String, String> felder = new LinkedHashMap<>();
        for (String paar : kodiert == null ? new String[0] : kodiert.split("&")) {
            int gleich = paar.indexOf('=');
            if (gleich > 0) {
                felder.put(
                        URLDecoder.decode(paar.substring(0, gleich), StandardCharsets.UTF_8),
                        URLDecoder.decode(paar.substring(gleich + 1), StandardCharsets.UTF_8));
            }
        }
        return felder;
    }

    /** The beginning of the page where people choose who they are; {@link #knopf} and the end of the form follow. */
    static StringBuilder frage(String wer, Map<String, String> felder) {
        StringBuilder inhalt = new StringBuilder("<h1>Simuliertes Konto</h1><p>")
                .append(maskiert(wer))
                .append(" fragt: Wer sind Sie? Alle Personen hier sind erfunden.</p>")
                .append("<form method=\"post\" action=\"/antwort\">");
        felder.forEach((name, wert) -> inhalt.append(feld(name, wert)));
        return inhalt;
    }

    static String feld(String name, String wert) {
        return "<input type=\"hidden\" name=\"" + maskiert(name) + "\" value=\"" + maskiert(wert) + "\">";
    }

    static String knopf(String wert, String text) {
        return "<p><button type=\"submit\" name=\"person\" value=\"" + maskiert(wert) + "\">" + maskiert(text)
                + "</button></p>";
    }

    private static String maskiert(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Refuses a request. */
    static void fehler(HttpExchange austausch, IllegalArgumentException grund) throws IOException {
        seite(austausch, 400, "<h1>Fehler</h1><p>" + maskiert(String.valueOf(grund.getMessage())) + "</p>");
    }

    static void seite(HttpExchange austausch, int status, String inhalt) throws IOException {
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

    static void sende(HttpExchange austausch, int status, byte[] inhalt) throws IOException {
        austausch.sendResponseHeaders(status, inhalt.length == 0 ? -1 : inhalt.length);
        if (inhalt.length > 0) {
            austausch.getResponseBody().write(inhalt);
        }
    }
}
