/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.virenscan.clamav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kommunalsdk.virenscan.Virenscanner.Befund;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever clamd does: only its clear OK is clean. */
class ClamavScannerTest {

    private static final Duration KURZ = Duration.ofMillis(300);

    @TempDir
    private Path ordner;

    @Test
    void onlyAClearOkIsClean() throws IOException {
        assertThat(befund("stream: OK\0")).isEqualTo(Befund.SAUBER);
        assertThat(befund("stream: Test.Synthetisch FOUND\0")).isEqualTo(Befund.BEFALLEN);
        assertThat(befund("stream: Ein Name mit OK FOUND\0")).isEqualTo(Befund.BEFALLEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0",
                "OK\0",
                "stream: OK", // cut off
                "stream: O",
                "stream: OKAY\0",
                "stream: ok\0",
                "fremd: OK\0",
                "stream: Virus gefunden\0",
                "INSTREAM size limit exceeded. ERROR\0",
                "UNKNOWN COMMAND\0",
                "stream: Can't allocate memory ERROR\0"
            })
    void anythingElseIsUnknown(String antwort) throws IOException {
        assertThat(befund(antwort)).isEqualTo(Befund.UNBEKANNT);
    }

    @Test
    void anAnswerWithoutEndIsUnknown() throws IOException {
        assertThat(befund("x".repeat(100_000))).isEqualTo(Befund.UNBEKANNT);
    }

    @Test
    void theFileArrivesAsItIsWhateverThePieces() throws Exception {
        byte[] datei = new byte[200_001];
        new Random(1).nextBytes(datei);
        AtomicReference<byte[]> angekommen = new AtomicReference<>();
        try (Scheinclamd clamd = new Scheinclamd((verbindung, ende) -> {
            angekommen.set(Scheinclamd.lies(verbindung.getInputStream()));
            verbindung.getOutputStream().write("stream: OK\0".getBytes(StandardCharsets.US_ASCII));
        })) {
            for (int stueck : new int[] {1000, 64 << 10, 1 << 20}) {
                assertThat(scanner(clamd, stueck).pruefe(new ByteArrayInputStream(datei)))
                        .isEqualTo(Befund.SAUBER);
                assertThat(angekommen.get()).isEqualTo(datei);
            }
            assertThat(scanner(clamd, 10).pruefe(InputStream.nullInputStream())).isEqualTo(Befund.SAUBER);
            assertThat(angekommen.get()).isEmpty();
        }
    }

    @Test
    void aSizeLimitIsHeardWhileTheFileIsStillBeingSent() throws Exception {
        Endlos datei = new Endlos();
        try (Scheinclamd clamd = new Scheinclamd((verbindung, ende) -> {
            verbindung.getInputStream().readNBytes(100_000);
            verbindung
                    .getOutputStream()
                    .write("INSTREAM size limit exceeded. ERROR\0".getBytes(StandardCharsets.US_ASCII));
            ende.await(); // does not read on, and does not close
        })) {
            assertThat(scanner(clamd, 64 << 10).pruefe(datei)).isEqualTo(Befund.UNBEKANNT);
        }
        assertThat(datei.gelesen).isLessThan(50L << 20);
    }

    @Test
    void aScannerThatHangsHasATimeLimit() throws Exception {
        for (Scheinclamd.Verhalten stumm : new Scheinclamd.Verhalten[] {
            (verbindung, ende) -> ende.await(), // never reads
            (verbindung, ende) -> {
                Scheinclamd.lies(verbindung.getInputStream()); // reads and never answers
                ende.await();
            },
            (verbindung, ende) -> {
                Scheinclamd.lies(verbindung.getInputStream());
                verbindung.getOutputStream().write("stream: ".getBytes(StandardCharsets.US_ASCII));
                ende.await();
            },
            (verbindung, ende) -> verbindung.getInputStream().readNBytes(5) // closes in the middle
        }) {
            try (Scheinclamd clamd = new Scheinclamd(stumm)) {
                ClamavScanner scanner = ClamavScanner.tcp("127.0.0.1", clamd.port())
                        .insgesamt(KURZ)
                        .baue();
                assertThat(scanner.pruefe(new ByteArrayInputStream(new byte[20 << 20])))
                        .isEqualTo(Befund.UNBEKANNT);
            }
        }
    }

    @Test
    void aScannerThatIsNotThereIsUnknownAndNoException() throws IOException {
        int frei;
        try (ServerSocket s = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            frei = s.getLocalPort();
        }
        for (ClamavScanner scanner : new ClamavScanner[] {
            ClamavScanner.tcp("127.0.0.1", frei).baue(),
            ClamavScanner.tcp("gibt-es-nicht.invalid", 3310).baue(),
            ClamavScanner.unix(ordner.resolve("fehlt.sock")).baue()
        }) {
            assertThat(scanner.pruefe(new ByteArrayInputStream(new byte[1]))).isEqualTo(Befund.UNBEKANNT);
            assertThat(scanner.istErreichbar()).isFalse();
        }
    }

    @Test
    void whatBreaksInTheFileComesOut() throws IOException {
        try (Scheinclamd clamd = Scheinclamd.antwortet("stream: OK\0")) {
            InputStream bricht = new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("Datei weg");
                }
            };
            assertThatThrownBy(() -> scanner(clamd, 100).pruefe(bricht)).hasMessage("Datei weg");
        }
    }

    @Test
    void optionsHaveLimits() {
        assertThatThrownBy(() -> ClamavScanner.tcp("x", 70_000)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ClamavScanner.tcp("x", 1).stueck(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ClamavScanner.tcp("x", 1).stueck((16 << 20) + 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ClamavScanner.tcp("x", 1).insgesamt(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Befund befund(String antwort) throws IOException {
        try (Scheinclamd clamd = Scheinclamd.antwortet(antwort)) {
            return scanner(clamd, 1000).pruefe(new ByteArrayInputStream(new byte[2500]));
        }
    }

    private static ClamavScanner scanner(Scheinclamd clamd, int stueck) {
        return ClamavScanner.tcp("127.0.0.1", clamd.port()).stueck(stueck).baue();
    }

    private static final class Endlos extends InputStream {

        private long gelesen;

        @Override
        public int read() {
            gelesen++;
            return 0;
        }

        @Override
        public int read(byte[] ziel, int ab, int laenge) {
            gelesen += laenge;
            return laenge;
        }
    }
}
