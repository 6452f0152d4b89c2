/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import de.kommunalsdk.dienst.DienstId;
import de.kommunalsdk.testkit.konformitaet.Ergebnis.NichtPruefbar;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the kit says when there is no portal, or none that behaves. */
class KonformitaetspruefungTest {

    private final ExecutorService faeden = Executors.newCachedThreadPool();
    private final CountDownLatch ende = new CountDownLatch(1);
    private HttpServer server;

    @TempDir
    private Path ordner;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(faeden);
        server.start();
    }

    @AfterEach
    void stop() {
        ende.countDown();
        server.stop(0);
        faeden.shutdownNow();
    }

    @Test
    void aPortalThatIsDownIsNamedAndNothingIsThrown() throws Exception {
        int frei;
        try (ServerSocket port = new ServerSocket(0)) {
            frei = port.getLocalPort();
        }
        Bericht bericht = Konformitaetspruefung.pruefe(pruefling("http://127.0.0.1:" + frei + "/ozg", 20));

        assertThat(bericht.eintraege())
                .hasSameSizeAs(Konformitaetspruefung.regeln())
                .allSatisfy(e -> assertThat(e.ergebnis()).isInstanceOfSatisfying(NichtPruefbar.class, n -> {
                    assertThat(n.code()).isEqualTo("nicht-erreichbar");
                    assertThat(n.grund()).contains("127.0.0.1:" + frei).doesNotContain("Exception");
                }));
        assertThat(bericht.konform()).isFalse();
    }

    @Test
    void aRuleThatCouldNotBeCheckedFailsInJunit() throws Exception {
        antworte(tausch -> schreibe(tausch, 503, "Wartung"));
        Pruefling alles = Musterportal.pruefling(URI.create(basis()), URI.create(basis()), "hund-anmelden");
        PortalConformance test = new Portalpruefung(alles, ordner);
        List<DynamicTest> tests = test.konformitaet().toList();

        assertThat(tests).hasSameSizeAs(Konformitaetspruefung.regeln()).allSatisfy(t -> assertThatThrownBy(
                        () -> t.getExecutable().execute())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("kein-katalog")
                .hasMessageContaining("Status 503"));
        assertThat(ordner).isDirectoryContaining("glob:**/konformitaet.json");
    }

    @Test
    void aPortalThatNeverAnswersIsLeftInTime() {
        antworte(tausch -> warte());

        verlangeGrundInZeit("zeitgrenze");
    }

    @Test
    void aBodyThatTricklesIsLeftInTime() {
        antworte(tausch -> {
            tausch.getResponseHeaders().set("Content-Type", "text/html");
            tausch.sendResponseHeaders(200, 1_000_000);
            tausch.getResponseBody().write('<');
            tausch.getResponseBody().flush();
            warte();
        });

        verlangeGrundInZeit("zeitgrenze");
    }

    @Test
    void anEndlessBodyIsCut() {
        antworte(tausch -> {
            tausch.getResponseHeaders().set("Content-Type", "text/html");
            tausch.sendResponseHeaders(200, 0);
            try (OutputStream ziel = tausch.getResponseBody()) {
                byte[] stueck = new byte[1 << 16];
                for (int n = 0; n < 10_000; n++) {
                    ziel.write(stueck);
                }
            }
        });

        assertThat(grund(20)).isEqualTo("antwort-zu-gross");
    }

    @Test
    void aRedirectAwayFromThePortalIsNotFollowed() {
        antworte(tausch -> {
            tausch.getResponseHeaders().set("Location", "https://anderswo.example/ozg");
            schreibe(tausch, 302, "");
        });

        assertThat(grund(20)).isEqualTo("fremde-adresse");
    }

    @Test
    void aRedirectInACircleIsLeft() {
        antworte(tausch -> {
            tausch.getResponseHeaders().set("Location", tausch.getRequestURI().toString());
            schreibe(tausch, 302, "");
        });

        assertThat(grund(20)).isEqualTo("weiterleitung");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://localhost/ozg",
                "/ozg",
                "http://a@localhost/ozg",
                "http://localhost/ozg?x=1",
                "http:///ozg"
            })
    void anAddressThatIsNoneIsRefused(String basis) {
        assertThatThrownBy(() -> Pruefling.von(basis, "hund-anmelden")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 3_601})
    void aTimeLimitOutOfBoundsIsRefused(long sekunden) {
        assertThatThrownBy(() -> pruefling("http://localhost/ozg", sekunden))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void idsOfRulesAreStable() {
        assertThat(Konformitaetspruefung.regeln().stream().map(Regel::id))
                .containsExactly(
                        "EP01_Strukturdaten",
                        "EP01_Nutzerkonto",
                        "EP03_OhneJavaScript",
                        "EP03_KleineAnzeige",
                        "EP04_Vordruck",
                        "EP04_Eingangsdokument",
                        "EP05_Unterbrechen",
                        "EP05_ZweiterTab",
                        "EP06_Einwilligung",
                        "EP08_Hilfe",
                        "EP09_Beschriftung",
                        "EP09_Erklaerung",
                        "EP09_Sprache",
                        "EP12_Fehlerseite",
                        "EP13_Sicherheitskopfzeilen",
                        "EP13_FremderEntwurf",
                        "EP13_Anmeldung",
                        "EP15_Anmeldeseiten",
                        "EP17_Kontodaten",
                        "EP19_Mandanten",
                        "EP23_Fassung",
                        "EP29_ZustaendigeStelle",
                        "EP30_Anmeldung",
                        "EP31_Datenabfrage",
                        "EP34_Wappen");
    }

    private void verlangeGrundInZeit(String code) {
        Instant anfang = Instant.now();

        assertThat(grund(1)).isEqualTo(code);
        assertThat(Duration.between(anfang, Instant.now())).isLessThan(Duration.ofSeconds(4));
    }

    private String grund(long sekunden) {
        Bericht bericht = Konformitaetspruefung.pruefe(pruefling(basis(), sekunden));
        List<String> codes = bericht.eintraege().stream()
                .map(e -> ((NichtPruefbar) e.ergebnis()).code())
                .distinct()
                .toList();
        assertThat(codes).hasSize(1);
        return codes.get(0);
    }

    private static Pruefling pruefling(String basis, long sekunden) {
        return new Pruefling(URI.create(basis), new DienstId("hund-anmelden"), Duration.ofSeconds(sekunden));
    }

    private String basis() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/ozg";
    }

    private void antworte(HttpHandler antwort) {
        server.createContext("/", antwort);
    }

    private void warte() {
        try {
            ende.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void schreibe(HttpExchange tausch, int status, String text) throws IOException {
        try (tausch) {
            tausch.sendResponseHeaders(status, text.isEmpty() ? -1 : text.length());
            tausch.getResponseBody().write(text.getBytes());
        }
    }
}
