/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command on portals that do not conform; the example portal's tests run it on one that does. */
class ConformanceTest {

    private static final String LISTE = "<main class=ozg><a href=/ozg/hund-anmelden>Hund anmelden</a></main>";
    private static final String KATALOG =
            "<main class=ozg><form method=post action=/ozg/hund-anmelden/start><button>Los</button></form></main>";

    private HttpServer server;
    private String url;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", austausch -> {
            String pfad = austausch.getRequestURI().getPath();
            byte[] seite = (pfad.equals("/ozg/") ? LISTE : pfad.equals("/ozg/hund-anmelden") ? KATALOG : "")
                    .getBytes(StandardCharsets.UTF_8);
            austausch.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            austausch.sendResponseHeaders(seite.length == 0 ? 404 : 200, seite.length == 0 ? -1 : seite.length);
            austausch.getResponseBody().write(seite);
            austausch.close();
        });
        server.start();
        url = "http://localhost:" + server.getAddress().getPort() + "/ozg";
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void findsTheFirstDienstAndNamesWhatItBreaks(@TempDir Path ordner) {
        Lauf lauf = Lauf.mit("conformance", "--url", url + "/", "--bericht", ordner.toString());

        assertThat(lauf.code()).isEqualTo(1);
        assertThat(lauf.ergebnisse())
                .contains(
                        "EP01_Strukturdaten: verletzt", "json-ld-fehlt", "EP12_Fehlerseite: verletzt", "nicht konform");
        assertThat(ordner.resolve("konformitaet.json")).isNotEmptyFile();
        assertThat(ordner.resolve("konformitaet.html")).isNotEmptyFile();
        assertThat(ordner.resolve("TEST-konformitaet.xml")).isNotEmptyFile();
    }

    @Test
    void saysWhatWasNotCheckedWhyAndHowToHaveItChecked() {
        Lauf ohne = Lauf.mit("conformance", "--url", url);
        Lauf mit = Lauf.mit("conformance", "--url", url, "--einreichen", "--zweiter-mandant", url);

        assertThat(ohne.ergebnisse())
                .containsPattern("EP04_Eingangsdokument: nicht geprueft, .*--einreichen.* \\[ohne-einreichung]")
                .containsPattern("EP19_Mandanten: nicht geprueft, .*--zweiter-mandant.* \\[ein-mandant]")
                .containsPattern("EP31_Datenabfrage: nicht geprueft, .* \\[ohne-simulator]")
                .containsPattern(
                        "nicht konform \\(\\d+ erfuellt, \\d+ verletzt, \\d+ nicht pruefbar, \\d+ nicht geprueft\\)");
        assertThat(mit.ergebnisse())
                .contains("EP04_Vordruck: verletzt", "kein-vordruck")
                .doesNotContain("EP04_Eingangsdokument: nicht geprueft", "EP19_Mandanten: nicht geprueft");
    }

    @Test
    void aPortalWithoutDienstIsAFailure() {
        Lauf lauf = Lauf.mit("conformance", "--url", url + "/nirgends");

        assertThat(lauf.code()).isEqualTo(3);
        assertThat(lauf.fehler()).contains("OZG-CLI-0007", "--dienst");
    }

    @Test
    void aPortalThatIsDownIsAFailure() throws IOException {
        int frei;
        try (ServerSocket s = new ServerSocket(0)) {
            frei = s.getLocalPort();
        }

        Lauf lauf = Lauf.mit("conformance", "--url", "http://localhost:" + frei + "/ozg", "--dienst", "hund-anmelden");

        assertThat(lauf.code()).isEqualTo(3);
        assertThat(lauf.ergebnisse()).contains("EP01_Strukturdaten: nicht pruefbar", "nicht-erreichbar");
    }

    @Test
    void aWrongCallIsExplained() {
        assertThat(Lauf.mit("conformance").code()).isEqualTo(2);
        assertThat(Lauf.mit("conformance", "--url", "ftp://x").code()).isEqualTo(2);
        assertThat(Lauf.mit("conformance", "--url", url, "--dienst", "Kein Dienst")
                        .code())
                .isEqualTo(2);
        assertThat(Lauf.mit("conformance", "--url", url, "--sekunden", "0").fehler())
                .contains("zeitgrenze");
    }
}
