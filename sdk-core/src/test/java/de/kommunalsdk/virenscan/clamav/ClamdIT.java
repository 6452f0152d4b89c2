/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.virenscan.clamav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.kommunalsdk.virenscan.Virenscanner.Befund;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real clamd of the system, with one signature of our own, on a free port and on a Unix socket. */
class ClamdIT {

    private static final Path CLAMD = Path.of("/usr/sbin/clamd");
    private static final String ZEICHEN = "Kommunal-SDK-Testsignatur-kein-Virus";
    private static final int GRENZE = 2 << 20;

    @TempDir
    private static Path ordner;

    private static List<ClamavScanner> scanner = List.of();
    private static @Nullable Process clamd;

    @BeforeAll
    static void starte() throws Exception {
        boolean da = Files.isExecutable(CLAMD);
        if (!da && System.getenv("CI") != null) {
            fail(CLAMD + " fehlt: apt-get install clamav-daemon");
        }
        assumeTrue(da, CLAMD + " fehlt");
        Path signaturen = Files.createDirectory(ordner.resolve("db"));
        Files.writeString(
                signaturen.resolve("test.ndb"),
                "Test.Synthetisch:0:*:" + HexFormat.of().formatHex(ZEICHEN.getBytes(StandardCharsets.US_ASCII)) + "\n");
        int port;
        try (ServerSocket s = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = s.getLocalPort();
        }
        Path socket = ordner.resolve("clamd.sock");
        Path konfiguration = Files.writeString(
                ordner.resolve("clamd.conf"),
                """
                Foreground yes
                TCPAddr 127.0.0.1
                TCPSocket %d
                LocalSocket %s
                DatabaseDirectory %s
                TemporaryDirectory %s
                StreamMaxLength %d
                """
                        .formatted(port, socket, signaturen, ordner, GRENZE));
        clamd = new ProcessBuilder(CLAMD.toString(), "--config-file=" + konfiguration)
                .redirectErrorStream(true)
                .redirectOutput(ordner.resolve("clamd.log").toFile())
                .start();
        scanner = List.of(
                ClamavScanner.tcp("127.0.0.1", port).baue(),
                ClamavScanner.unix(socket).baue());
        long ende = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!scanner.stream().allMatch(ClamavScanner::istErreichbar)) {
            if (!clamd.isAlive() || System.nanoTime() > ende) {
                fail(Files.readString(ordner.resolve("clamd.log")));
            }
            clamd.waitFor(50, TimeUnit.MILLISECONDS);
        }
    }

    @AfterAll
    static void beende() throws InterruptedException {
        if (clamd != null) {
            clamd.destroy();
            clamd.waitFor(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void tellsCleanFromInfectedAtAnyPlaceOfAFile() throws IOException {
        for (ClamavScanner s : scanner) {
            assertThat(befund(s, "harmlos")).isEqualTo(Befund.SAUBER);
            assertThat(befund(s, "")).isEqualTo(Befund.SAUBER);
            assertThat(befund(s, ZEICHEN)).isEqualTo(Befund.BEFALLEN);
            assertThat(befund(s, "x".repeat(65_530) + ZEICHEN)).isEqualTo(Befund.BEFALLEN);
        }
    }

    @Test
    void aFileBeyondItsLimitIsUnknown() throws IOException {
        for (ClamavScanner s : scanner) {
            assertThat(befund(s, "x".repeat(GRENZE - 1000))).isEqualTo(Befund.SAUBER);
            assertThat(befund(s, "x".repeat(8 * GRENZE))).isEqualTo(Befund.UNBEKANNT);
            assertThat(befund(s, "danach")).isEqualTo(Befund.SAUBER);
        }
    }

    @Test
    void scansManyAtOnce() {
        List<Integer> nummern = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            nummern.add(i);
        }
        assertThat(nummern.parallelStream().map(i -> {
                    try {
                        return befund(scanner.get(i % 2), i % 4 == 0 ? i + ZEICHEN : "sauber " + i);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .filteredOn(Befund.BEFALLEN::equals)
                .hasSize(10);
    }

    private static Befund befund(ClamavScanner s, String inhalt) throws IOException {
        return s.pruefe(new ByteArrayInputStream(inhalt.getBytes(StandardCharsets.US_ASCII)));
    }
}
