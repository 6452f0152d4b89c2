/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** The portal in a JVM of its own, so that it can be killed. Not thread-safe. */
final class Portalprozess implements AutoCloseable {

    private static final Duration BEREIT = Duration.ofSeconds(60);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    private final Path daten;
    private final String jdbcUrl;
    private final List<String> pfade;
    private final long protokollanfang;
    private Process prozess;

    private Portalprozess(int port, Path daten, String jdbcUrl, List<String> pfade) {
        this.port = port;
        this.daten = daten;
        this.jdbcUrl = jdbcUrl;
        this.pfade = pfade;
        this.protokollanfang = protokoll().toFile().length();
        this.prozess = start();
    }

    /** Starts it and waits until it answers. */
    static Portalprozess starte(int port, Path daten, String jdbcUrl) {
        return starte(port, daten, jdbcUrl, List.of("-cp", System.getProperty("java.class.path")));
    }

    /** As {@link #starte(int, Path, String)}, with other options of the JVM for its paths. */
    static Portalprozess starte(int port, Path daten, String jdbcUrl, List<String> pfade) {
        Portalprozess neu = new Portalprozess(port, daten, jdbcUrl, pfade);
        neu.warteBisBereit();
        return neu;
    }

    int port() {
        return port;
    }

    /** kill -9, at whatever it is doing, and a new start on the same port. */
    void stuerzeAbUndStarteNeu() throws InterruptedException {
        prozess.destroyForcibly().waitFor();
        prozess = start();
        warteBisBereit();
    }

    /** Where it answers, without a slash at the end. */
    String adresse() {
        return "http://localhost:" + port;
    }

    long pid() {
        return prozess.pid();
    }

    /** Everything it has printed; not what an earlier portal has printed to the same file. */
    String ausgabe() {
        try {
            byte[] alles = Files.readAllBytes(protokoll());
            int anfang = (int) Math.min(protokollanfang, alles.length);
            return new String(alles, anfang, alles.length - anfang, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        prozess.destroy();
        prozess.waitFor();
    }

    private Process start() {
        List<String> befehl = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Dlogback.configurationFile=logback.xml",
                "-Dport=" + port,
                "-Dmusterstadt.daten=" + daten,
                "-Djdbc.url=" + jdbcUrl));
        befehl.addAll(pfade);
        befehl.add(Main.class.getName());
        try {
            Files.createDirectories(daten);
            return new ProcessBuilder(befehl)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(protokoll().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path protokoll() {
        return daten.resolve("portal.log");
    }

    private void warteBisBereit() {
        Awaitility.await("portal on port " + port)
                .atMost(BEREIT)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    if (!prozess.isAlive()) {
                        throw new IllegalStateException("Das Portal startet nicht:\n" + ausgabe());
                    }
                    return antwortet();
                });
    }

    private boolean antwortet() {
        try {
            HttpRequest anfrage = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/impressum"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(anfrage, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
