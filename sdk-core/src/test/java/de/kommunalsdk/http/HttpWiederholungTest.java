/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.http;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.error.ProtocolViolation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How often the server sees a request. */
class HttpWiederholungTest extends HttpPruefstand {

    private static final InputStream KAPUTT = new InputStream() {
        @Override
        public int read() throws IOException {
            throw new IOException("synthetisch");
        }
    };

    private HttpAnfrage strom(Wiederholung wiederholung, long laenge, HttpInhalt.Quelle quelle) {
        return HttpAnfrage.schreiben("POST", uri("/"), wiederholung, new HttpInhalt("text/plain", laenge, quelle))
                .mitGrenzen(GRENZEN);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void repeatsReadsUntilTheyWork(int status) {
        antworte(2, a -> a.code(status));
        antworte(1, a -> a.body("da"));
        assertThat(zugang().sende(lesen()).text()).isEqualTo("da");
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void givesTheLastAnswerWhenRepetitionsAreUsedUp() {
        antworte(4, a -> a.code(503));
        assertThat(zugang().sende(lesen()).status()).isEqualTo(503);
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 408, 421, 500})
    void doesNotRepeatOtherAnswers(int status) {
        antworte(2, a -> a.code(status));
        assertThat(zugang().sende(lesen()).status()).isEqualTo(status);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = "EINMAL", mode = EnumSource.Mode.EXCLUDE)
    void repeatsAfterALostConnectionWithTheWholeBody(Wiederholung wiederholung) throws InterruptedException {
        antworte(2, a -> a.onResponseStart(new SocketEffect.CloseSocket()));
        antworte(1, a -> a.code(201));
        assertThat(zugang().sende(post(wiederholung)).status()).isEqualTo(201);
        assertThat(server.getRequestCount()).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            assertThat(server.takeRequest().getBody().utf8()).isEqualTo("abc");
        }
    }

    @Test
    void saysWhenTheConnectionIsLostEachTime() {
        antworte(3, a -> a.onResponseStart(new SocketEffect.CloseSocket()));
        assertCode(HttpFehler.VERBINDUNG, () -> zugang().sende(lesen()));
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void repeatsAnswersThatEndTooEarly() {
        antworte(2, a -> a.body("x".repeat(900)).onResponseBody(new SocketEffect.CloseSocket()));
        antworte(1, a -> a.body("da"));
        assertThat(zugang().sende(lesen()).text()).isEqualTo("da");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void sendsASingleWriteOnceWhenTheConnectionIsLost(String methode) {
        antworte(1, a -> a.code(204));
        antworte(2, a -> a.onResponseStart(new SocketEffect.CloseSocket()));
        HttpZugang zugang = zugang();
        zugang.sende(lesen()); // OkHttp's own repetition shows on a connection that was used before
        HttpAnfrage ohne = new HttpAnfrage(methode, uri("/"), Wiederholung.EINMAL, Map.of(), null, GRENZEN);
        assertUngewiss(HttpFehler.VERBINDUNG, () -> zugang.sende(ohne));
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void sendsASingleWriteOnceWhateverIsWrongWithTheAnswer() {
        antworte(1, a -> a.onResponseStart(SocketEffect.Stall.INSTANCE));
        antworte(1, a -> a.body("x".repeat(1001)));
        antworte(1, a -> a.body("x".repeat(900)).onResponseBody(new SocketEffect.CloseSocket()));
        antworte(1, a -> a.status("kein HTTP"));
        HttpAnfrage einmal = post(Wiederholung.EINMAL);
        assertUngewiss(HttpFehler.ZEIT, () -> zugang().sende(einmal.mitGrenzen(UNGEDULDIG)));
        assertUngewiss(HttpFehler.ANTWORT_ZU_GROSS, () -> zugang().sende(einmal));
        assertUngewiss(HttpFehler.VERBINDUNG, () -> zugang().sende(einmal));
        assertUngewiss(HttpFehler.VERBINDUNG, () -> zugang().sende(einmal));
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"POST,408", "DELETE,408", "POST,503", "DELETE,503", "GET,503", "POST,429", "DELETE,421", "POST,307"})
    void sendsASingleWriteOnceWhenTheAnswerInvitesToRepeat(String methode, int status) {
        antworte(2, a -> a.code(status).addHeader("Retry-After", "0").addHeader("Location", "/"));
        HttpAnfrage ohne = new HttpAnfrage(methode, uri("/"), Wiederholung.EINMAL, Map.of(), null, GRENZEN);
        assertThat(zugang().sende(ohne).status()).isEqualTo(status);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsNoRedirects(int status) {
        antworte(3, a -> a.code(status).addHeader("Location", "/anderswo"));
        assertThat(zugang().sende(lesen()).kopf("Location")).contains("/anderswo");
        assertThat(zugang().sende(post(Wiederholung.WIEDERHOLBARES_SCHREIBEN)).status())
                .isEqualTo(status);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "bald", "99999999999999999999", "Mon, 23 Nov 2026 11:00:00 GMT"})
    void repeatsAtItsOwnPaceWhenRetryAfterAsksForNothing(String wert) {
        antworte(3, a -> a.code(503).addHeader("Retry-After", wert));
        assertThat(zugang().sende(lesen()).kopf("Retry-After")).contains(wert);
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void waitsAsLongAsRetryAfterAsks() {
        // the clock of the test stands at 12:00:00.850
        antworte(1, a -> a.code(429).addHeader("Retry-After", "Mon, 23 Nov 2026 12:00:01 GMT"));
        antworte(1, a -> a.code(204));
        long beginn = System.nanoTime();
        assertThat(zugang().sende(lesen()).status()).isEqualTo(204);
        assertThat(Duration.ofNanos(System.nanoTime() - beginn)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "3600", "Mon, 23 Nov 2026 12:00:10 GMT"})
    void givesUpWhenRetryAfterAsksForTooMuch(String wert) {
        antworte(2, a -> a.code(503).addHeader("Retry-After", wert));
        assertThat(zugang().sende(lesen()).status()).isEqualTo(503);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void givesUpWhenThePauseWouldOutlastTheWholeCall() {
        antworte(2, a -> a.code(503).addHeader("Retry-After", "1"));
        var grenzen = new HttpGrenzen(GRENZEN.verbinden(), GRENZEN.lesen(), Duration.ofMillis(900), 1000);
        assertThat(zugang().sende(lesen().mitGrenzen(grenzen)).status()).isEqualTo(503);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void opensTheSourceOnceForEachAttempt() {
        AtomicInteger geoeffnet = new AtomicInteger();
        AtomicInteger geschlossen = new AtomicInteger();
        antworte(1, a -> a.code(503));
        antworte(1, a -> a.code(204));
        zugang().sende(strom(Wiederholung.WIEDERHOLBARES_SCHREIBEN, -1, () -> {
            geoeffnet.incrementAndGet();
            return new ByteArrayInputStream("abc".getBytes(StandardCharsets.UTF_8)) {
                @Override
                public void close() throws IOException {
                    geschlossen.incrementAndGet();
                    throw new IOException("zaehlt nicht");
                }
            };
        }));
        assertThat(geoeffnet).hasValue(2);
        assertThat(geschlossen).hasValue(2);
    }

    @Test
    void sendsNothingWhenTheSourceDoesNotOpen() {
        assertCode(HttpFehler.INHALT, () -> zugang().sende(strom(Wiederholung.EINMAL, 3, () -> {
            throw new IOException("synthetisch");
        })));
        ProtocolViolation eigene = new ProtocolViolation(HttpFehler.TLS, "synthetisch");
        assertCode(HttpFehler.TLS, () -> zugang().sende(strom(Wiederholung.LESEN, 3, () -> {
            throw eigene;
        })));
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void tellsABrokenSourceFromABrokenConnection() {
        HttpInhalt.Quelle halb = () -> new SequenceInputStream(new ByteArrayInputStream(new byte[2]), KAPUTT);
        assertUngewiss(HttpFehler.INHALT, () -> zugang().sende(strom(Wiederholung.EINMAL, 3, halb)));
        assertCode(HttpFehler.INHALT, () -> zugang().sende(strom(Wiederholung.WIEDERHOLBARES_SCHREIBEN, -1, halb)));
        HttpInhalt.Quelle eigene =
                () -> new SequenceInputStream(new ByteArrayInputStream(new byte[2]), new InputStream() {
                    @Override
                    public int read() {
                        throw new ProtocolViolation(HttpFehler.TLS, "synthetisch");
                    }
                });
        assertUngewiss(HttpFehler.TLS, () -> zugang().sende(strom(Wiederholung.EINMAL, 3, eigene)));
        HttpInhalt.Quelle kurz = () -> new ByteArrayInputStream(new byte[2]);
        assertCode(HttpFehler.INHALT, () -> zugang().sende(strom(Wiederholung.WIEDERHOLBARES_SCHREIBEN, 3, kurz)));
        antworte(1, a -> a.code(204));
        assertThat(zugang().sende(strom(Wiederholung.EINMAL, 2, halb)).status()).isEqualTo(204);
    }

    @Test
    void endsWhenTheThreadIsInterrupted() {
        antworte(2, a -> a.code(503).addHeader("Retry-After", "1"));
        Thread.currentThread().interrupt();
        assertCode(HttpFehler.UNTERBROCHEN, () -> zugang().sende(lesen()));
        assertThat(Thread.interrupted()).isTrue();
    }
}
