/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import de.kommunalsdk.error.ConfigurationError;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every limit exceeded once; what may be addressed; nothing personal in a fault. */
class HttpGrenzenTest extends HttpPruefstand {

    private static final String GEHEIM = "geheim4711";

    @Test
    void givesAnAnswerUpToTheLimit() {
        antworte(1, a -> a.code(404).addHeader("X-Art", "eins").body("x".repeat(1000)));
        HttpAntwort antwort = zugang().sende(lesen());
        assertThat(antwort.status()).isEqualTo(404);
        assertThat(antwort.erfolgreich()).isFalse();
        assertThat(antwort.kopf("x-ART")).contains("eins");
        assertThat(antwort.text()).hasSize(1000);
    }

    @Test
    void refusesAnAnswerOneByteTooLong() {
        antworte(1, a -> a.body("x".repeat(1001)));
        assertCode(HttpFehler.ANTWORT_ZU_GROSS, () -> zugang().sende(lesen()));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void refusesChunkedAnswersThatNeverEnd() {
        antworte(1, a -> a.chunkedBody("x".repeat(1_000_000), 500));
        assertCode(HttpFehler.ANTWORT_ZU_GROSS, () -> zugang().sende(lesen()));
    }

    @Test
    void refusesGzipBombs() throws IOException {
        Buffer bombe = new Buffer();
        try (var gzip = Okio.buffer(new GzipSink(bombe))) {
            gzip.write(new byte[500_000]);
        }
        assertThat(bombe.size()).isLessThan(GRENZEN.antwortBytes());
        antworte(1, a -> a.addHeader("Content-Encoding", "gzip").body(bombe));
        assertCode(HttpFehler.ANTWORT_ZU_GROSS, () -> zugang().sende(lesen()));
    }

    @Test
    void repeatsWhenHeadersAreTooSlow() {
        antworte(3, a -> a.onResponseStart(SocketEffect.Stall.INSTANCE));
        assertCode(HttpFehler.ZEIT, () -> zugang().sende(lesen().mitGrenzen(UNGEDULDIG)));
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void refusesBodiesThatDripBeyondTheWholeLimit() {
        antworte(1, a -> a.body("x".repeat(500)).throttleBody(1, 20, TimeUnit.MILLISECONDS));
        var grenzen = new HttpGrenzen(GRENZEN.verbinden(), GRENZEN.lesen(), Duration.ofMillis(300), 1000);
        assertCode(HttpFehler.ZEIT, () -> zugang().sende(lesen().mitGrenzen(grenzen)));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void saysThatNothingWasSentWhenNobodyListens() throws IOException {
        URI niemand;
        try (ServerSocket frei = new ServerSocket(0)) {
            niemand = URI.create("http://127.0.0.1:" + frei.getLocalPort());
        }
        HttpZugang zugang = clients.zugang(HttpZiel.von("niemand", niemand).mitKlartextAufLoopback());
        assertCode(HttpFehler.NICHT_ERREICHBAR, () -> zugang.sende(HttpAnfrage.lesen(niemand)));
        assertCode(
                HttpFehler.NICHT_ERREICHBAR,
                () -> zugang.sende(HttpAnfrage.schreiben("POST", niemand, Wiederholung.EINMAL, INHALT)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api2/a",
                "/",
                "/api/v1/../../admin",
                "/api/v1/%2e%2e/x",
                "/api/v1/..%2f..%2fadmin",
                "/api/v1/%2e%2e%5cx"
            })
    void refusesPathsOutsideTheAllowedOnes(String pfad) {
        HttpZugang zugang = clients.zugang(HttpZiel.von("enge", uri("/api/v1")).mitKlartextAufLoopback());
        URI ziel = URI.create("http://" + server.getHostName() + ":" + server.getPort() + pfad);
        assertCode(HttpFehler.ZIEL_NICHT_ERLAUBT, () -> zugang.sende(HttpAnfrage.lesen(ziel)));
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1", "/api/v1?a=..", "/api/v1/", "/api/v1/a..b", "/api/v1/a%2Fb/./../c"})
    void sendsToPathsBelowTheAllowedOnes(String pfad) {
        antworte(1, a -> a.code(204));
        HttpZugang zugang = clients.zugang(HttpZiel.von("enge", uri("/api/v1")).mitKlartextAufLoopback());
        URI ziel = URI.create("http://" + server.getHostName() + ":" + server.getPort() + pfad);
        assertThat(zugang.sende(HttpAnfrage.lesen(ziel)).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://beispiel.invalid", "https://localhost", "http://nutzer@localhost", "mailto:a@b.de"})
    void refusesOtherHostsSchemesAndCredentials(String andere) {
        URI ziel = URI.create(andere.replace("localhost", "localhost:" + server.getPort()));
        assertCode(HttpFehler.ZIEL_NICHT_ERLAUBT, () -> zugang().sende(HttpAnfrage.lesen(ziel)));
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void refusesPlainHttpUnlessAllowedOnLoopback() {
        assertCode(HttpFehler.ADRESSE, () -> clients.zugang(HttpZiel.von("offen", uri("/"))));
        HttpZiel ziel = HttpZiel.von(
                        "offen",
                        URI.create("http://beispiel.invalid"),
                        URI.create("http://127.beispiel.invalid"),
                        URI.create("https://nutzer@beispiel.invalid"),
                        URI.create("https://beispiel.invalid/?a=b"))
                .mitKlartextAufLoopback();
        assertThat(catchThrowable(() -> clients.zugang(ziel)))
                .isInstanceOfSatisfying(
                        ConfigurationError.class, e -> assertThat(e.problems()).hasSize(4));
    }

    @Test
    void refusesHeadersThatBreakTheMessage() {
        for (String name : new String[] {"Host", "content-length", "A b", ""}) {
            assertThatIllegalArgumentException().isThrownBy(() -> lesen().mitKopf(name, "a"));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lesen().mitKopf("A", GEHEIM + "\r\nB: c"))
                .withMessageNotContaining(GEHEIM);
        HttpInhalt zweizeilig = HttpInhalt.bytes("a\nb", new byte[0]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpAnfrage.schreiben("POST", uri("/"), Wiederholung.EINMAL, zweizeilig));
    }

    @Test
    void showsNothingOfTheRequestInFaults() {
        HttpAnfrage anfrage = HttpAnfrage.schreiben(
                        "POST",
                        uri("/" + GEHEIM + "?a=" + GEHEIM),
                        Wiederholung.EINMAL,
                        HttpInhalt.bytes("text/plain", GEHEIM.getBytes(StandardCharsets.UTF_8)))
                .mitKopf("Authorization", GEHEIM)
                .mitGrenzen(UNGEDULDIG);
        antworte(1, a -> a.status("HTTP/1.1 unsinn " + GEHEIM));
        antworte(1, a -> a.onResponseStart(new SocketEffect.CloseSocket()));
        antworte(1, a -> a.onResponseStart(SocketEffect.Stall.INSTANCE));
        antworte(1, a -> a.body(GEHEIM.repeat(1000)));
        StringWriter text = new StringWriter();
        for (int i = 0; i < 4; i++) {
            Throwable fehler = catchThrowable(() -> zugang().sende(anfrage));
            assertThat(fehler).isInstanceOf(AusgangUngewiss.class);
            fehler.printStackTrace(new PrintWriter(text, true));
        }
        assertThat(text + anfrage.toString()).doesNotContain(GEHEIM);
    }

    @Test
    void sendsNothingAfterClose() {
        HttpZugang zugang = zugang();
        clients.close();
        assertThatIllegalStateException().isThrownBy(() -> zugang.sende(lesen()));
        assertThat(server.getRequestCount()).isZero();
    }
}
