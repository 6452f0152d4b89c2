/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kommunalsdk.error.OzgException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server on loopback and a client that repeats twice with short pauses. */
abstract class HttpPruefstand {

    static final HttpGrenzen GRENZEN =
            new HttpGrenzen(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(20), 1000);
    static final HttpGrenzen UNGEDULDIG =
            new HttpGrenzen(Duration.ofSeconds(10), Duration.ofMillis(300), Duration.ofSeconds(20), 1000);
    static final HttpInhalt INHALT = HttpInhalt.bytes("text/plain", new byte[] {'a', 'b', 'c'});

    final MockWebServer server = new MockWebServer();
    final HttpClients clients = HttpClients.builder()
            .clock(Clock.fixed(Instant.parse("2026-11-23T12:00:00.850Z"), ZoneOffset.UTC))
            .wiederholungen(2, Duration.ofMillis(1))
            .laengstePause(Duration.ofSeconds(2))
            .baue();

    @BeforeEach
    final void beginne() throws IOException {
        server.start();
    }

    @AfterEach
    final void beende() {
        clients.close();
        server.close();
    }

    final URI uri(String pfad) {
        return server.url(pfad).uri();
    }

    final HttpZugang zugang() {
        return clients.zugang(HttpZiel.von("pruefstand", uri("/")).mitKlartextAufLoopback());
    }

    final HttpAnfrage lesen() {
        return HttpAnfrage.lesen(uri("/")).mitGrenzen(GRENZEN);
    }

    final HttpAnfrage post(Wiederholung wiederholung) {
        return HttpAnfrage.schreiben("POST", uri("/"), wiederholung, INHALT).mitGrenzen(GRENZEN);
    }

    final void antworte(int mal, Consumer<MockResponse.Builder> form) {
        for (int i = 0; i < mal; i++) {
            MockResponse.Builder antwort = new MockResponse.Builder();
            form.accept(antwort);
            server.enqueue(antwort.build());
        }
    }

    static void assertCode(HttpFehler code, ThrowingCallable aufruf) {
        assertThat(catchThrowableOfType(OzgException.class, aufruf))
                .extracting(OzgException::code)
                .isEqualTo(code.code());
    }

    /** The outcome is open for this reason, and nobody is invited to send again. */
    static void assertUngewiss(HttpFehler grund, ThrowingCallable aufruf) {
        AusgangUngewiss fehler = catchThrowableOfType(AusgangUngewiss.class, aufruf);
        assertThat(fehler.code()).isEqualTo("OZG-HTTP-0008");
        assertThat(fehler.retryable()).isFalse();
        assertThat(((OzgException) fehler.getCause()).code()).isEqualTo(grund.code());
    }
}
