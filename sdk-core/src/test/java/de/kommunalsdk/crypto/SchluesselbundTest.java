/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import de.kommunalsdk.error.Befunde;
import de.kommunalsdk.error.ConfigurationError;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchluesselbundTest {

    private static final byte[] KLAR = "SYNTHETISCH".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path ordner;

    private Path datei(String inhalt) throws IOException {
        Path datei = Files.writeString(ordner.resolve("schluessel.yaml"), inhalt);
        rechte(datei, "rw-------");
        return datei;
    }

    private static void rechte(Path datei, String rechte) throws IOException {
        if (posix(datei)) {
            Files.setPosixFilePermissions(datei, PosixFilePermissions.fromString(rechte));
        }
    }

    private static boolean posix(Path datei) {
        return datei.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static boolean gleich(Schluesselbund a, Schluesselbund b) {
        byte[] geheim = new Verschluesselung(a, "probe").verschluessle(KLAR, "ort");
        return java.util.Arrays.equals(new Verschluesselung(b, "probe").entschluessle(geheim, "ort"), KLAR);
    }

    @Test
    void readsAFileWithAnOldAndAnActiveKey() throws IOException {
        Path datei = datei("aktiv: k2\nschluessel:\n  k1: \"" + Testschluessel.base64(1) + "\"\n  k2: "
                + Testschluessel.base64(2) + "\n");
        Schluesselbund bund = Schluesselbund.ausDatei(datei);
        assertThat(bund.aktiv()).isEqualTo("k2");
        assertThat(gleich(Testschluessel.bund("k1", 1), bund)).isTrue();
        assertThat(gleich(bund, Testschluessel.bund("k2", 2))).isTrue();
    }

    @Test
    void makesAFileThatOnlyItsOwnerReads() throws IOException {
        Path datei = ordner.resolve("neu/unter/schluessel.yaml");
        Schluesselbund erster = Schluesselbund.ausDateiOderNeu(datei);
        if (posix(datei)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(datei)))
                    .isEqualTo("rw-------");
        }
        byte[] bytes = Files.readAllBytes(datei);
        Schluesselbund zweiter = Schluesselbund.ausDateiOderNeu(datei);
        assertThat(gleich(erster, zweiter)).isTrue();
        assertThat(Files.readAllBytes(datei)).isEqualTo(bytes);
        try (var dateien = Files.list(datei.getParent())) {
            assertThat(dateien).containsExactly(datei);
        }
    }

    @Test
    void makesADifferentKeyForEachInstallation() {
        Schluesselbund a = Schluesselbund.ausDateiOderNeu(ordner.resolve("a.yaml"));
        Schluesselbund b = Schluesselbund.ausDateiOderNeu(ordner.resolve("b.yaml"));
        assertThatThrownBy(() -> gleich(a, b)).hasMessageContaining("OZG-CRYPTO-0005");
    }

    @Test
    void givesAllNodesThatStartAtOnceTheSameKey() throws Exception {
        Path datei = ordner.resolve("schluessel.yaml");
        int knoten = 8;
        CyclicBarrier start = new CyclicBarrier(knoten);
        ExecutorService faeden = Executors.newFixedThreadPool(knoten);
        try {
            List<Future<Schluesselbund>> ergebnisse = new ArrayList<>();
            for (int i = 0; i < knoten; i++) {
                ergebnisse.add(faeden.submit(() -> {
                    start.await();
                    return Schluesselbund.ausDateiOderNeu(datei);
                }));
            }
            Schluesselbund erster = ergebnisse.get(0).get();
            for (Future<Schluesselbund> ergebnis : ergebnisse) {
                assertThat(gleich(erster, ergebnis.get())).isTrue();
            }
        } finally {
            faeden.shutdownNow();
        }
        try (var dateien = Files.list(ordner)) {
            assertThat(dateien).containsExactly(datei);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "aktiv",
                "aktiv: k1",
                "aktiv: k1\nschluessel:\n  k1: zukurz",
                "aktiv: k1\nschluessel: [a",
                "\u0000\u0001\u0002"
            })
    void neverOverwritesADamagedFile(String inhalt) throws IOException {
        Path datei = datei(inhalt);
        assertThatThrownBy(() -> Schluesselbund.ausDateiOderNeu(datei))
                .isInstanceOfSatisfying(ConfigurationError.class, e -> {
                    assertThat(e.fehlercode()).isEqualTo(CryptoFehler.FORM);
                    assertThat(e.problems())
                            .isNotEmpty()
                            .allSatisfy(p -> assertThat(p.code().abhilfe()).isNotBlank());
                });
        assertThat(Files.readString(datei)).isEqualTo(inhalt);
    }

    @Test
    void reportsAllProblemsWithTheirPlace() throws IOException {
        Path datei = datei("aktiv: k1\nschluessel:\n  k1: zukurz\n  k2: \"!!!\"\n  k3: [a]\nrest: x\n");
        Befunde.abgelehnt(
                () -> Schluesselbund.ausDatei(datei),
                CryptoFehler.FORM,
                "OZG-CRYPTO-0002 3 /schluessel/k1",
                "OZG-CRYPTO-0002 4 /schluessel/k2",
                "OZG-CRYPTO-0002 5 /schluessel/k3",
                "OZG-CONFIG-0003 6 /rest");
    }

    @Test
    void reportsAnActiveKeyThatIsMissing() throws IOException {
        Path datei = datei("aktiv: k2\nschluessel:\n  k1: " + Testschluessel.base64(1) + "\n");
        Befunde.abgelehnt(() -> Schluesselbund.ausDatei(datei), CryptoFehler.FORM, "OZG-CRYPTO-0002 1");
    }

    @Test
    void reportsMissingParts() throws IOException {
        Path leer = datei("# leer\n{}\n");
        Befunde.abgelehnt(() -> Schluesselbund.ausDatei(leer), CryptoFehler.FORM, "OZG-CONFIG-0002 2");
        Path ohne = datei("aktiv: k1\n");
        Befunde.abgelehnt(() -> Schluesselbund.ausDatei(ohne), CryptoFehler.FORM, "OZG-CRYPTO-0002 1");
    }

    @Test
    void tellsNoSecretOfADamagedFile() throws IOException {
        String geheimnis = Testschluessel.base64(7);
        String[] schaeden = {
            "aktiv: k1\nschluessel:\n  k1: \"" + geheimnis + "x\"\n",
            "aktiv: k1\nschluessel:\n  k1: " + geheimnis.substring(1) + "\n",
            "aktiv: k2\nschluessel:\n  k1: " + geheimnis + "\n",
            "aktiv: " + geheimnis + "\nschluessel:\n  k1: zukurz\n",
            "aktiv: k1\nschluessel: " + geheimnis + "\n",
            "aktiv: k1\nschluessel: [" + geheimnis + "]\n",
            "aktiv: k1\nschluessel:\n  \"" + geheimnis + "\": k1\n",
            "aktiv: k1\nschluessel:\n  k1: \"" + geheimnis + "\n",
            "aktiv: k1\nk1: " + geheimnis + "\n"
        };
        for (String schaden : schaeden) {
            Path datei = datei(schaden);
            assertThatThrownBy(() -> Schluesselbund.ausDatei(datei))
                    .as(schaden)
                    .isInstanceOfSatisfying(
                            ConfigurationError.class, e -> assertThat(e + " " + e.problems() + " " + e.getCause())
                                    .doesNotContain(geheimnis.substring(1, 40)));
        }
    }

    @Test
    void showsNoSecretAsText() {
        Schluesselbund bund = Testschluessel.bund("k1", 7);
        assertThat(bund.toString())
                .contains("k1")
                .doesNotContain(Testschluessel.base64(7))
                .doesNotContain(HexFormat.of().formatHex(Testschluessel.geheimnis(7)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw----r--", "rw-----w-", "rw-rw-rw-"})
    void refusesAFileThatOthersMayRead(String rechte) throws IOException {
        Path datei = datei("aktiv: k1\nschluessel:\n  k1: " + Testschluessel.base64(1) + "\n");
        assumeThat(posix(datei)).isTrue();
        rechte(datei, rechte);
        Befunde.abgelehnt(() -> Schluesselbund.ausDatei(datei), CryptoFehler.RECHTE, "OZG-CRYPTO-0003 0");
    }

    @Test
    void reportsAFileThatIsMissingOrCannotBeMade() throws IOException {
        Path fehlt = ordner.resolve("fehlt.yaml");
        Befunde.abgelehnt(() -> Schluesselbund.ausDatei(fehlt), CryptoFehler.DATEI, "OZG-CRYPTO-0001 0");
        Path unterDatei = datei("x").resolve("schluessel.yaml");
        Befunde.abgelehnt(() -> Schluesselbund.ausDateiOderNeu(unterDatei), CryptoFehler.DATEI, "OZG-CRYPTO-0001 0");
    }

    @Test
    void refusesAHugeFileWithoutReadingIt() throws IOException {
        Path datei = datei("aktiv: k1\n");
        try (RandomAccessFile loch = new RandomAccessFile(datei.toFile(), "rw")) {
            loch.setLength(3L << 30);
        }
        Befunde.abgelehnt(() -> Schluesselbund.ausDatei(datei), CryptoFehler.FORM, "OZG-CONFIG-0006 0");
    }

    @ParameterizedTest
    @CsvSource({"k1,31", "k1,33", "k1,0", "'',32", "mit.punkt,32", "mit leer,32", "schlüssel,32"})
    void builderRefusesWrongNamesAndLengths(String name, int laenge) {
        assertThatThrownBy(() -> Schluesselbund.builder().schluessel(name, new byte[laenge]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void builderNeedsItsActiveKeyAndCopiesTheSecret() {
        assertThatThrownBy(() -> Schluesselbund.builder().baue()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Schluesselbund.builder()
                        .schluessel("k1", Testschluessel.geheimnis(1))
                        .aktiv("k2")
                        .baue())
                .isInstanceOf(IllegalArgumentException.class);
        byte[] geheimnis = Testschluessel.geheimnis(1);
        Schluesselbund bund =
                Schluesselbund.builder().schluessel("k1", geheimnis).aktiv("k1").baue();
        geheimnis[0] = 99;
        assertThat(gleich(bund, Testschluessel.bund("k1", 1))).isTrue();
    }

    @Test
    void derivesByHkdf() {
        // RFC 5869 with salt "kommunal-sdk", info "probe", one block; computed with another implementation
        byte[] abgeleitet = Testschluessel.bund("k1", 1)
                .schluessel("k1", "probe", "AES")
                .orElseThrow()
                .getEncoded();
        assertThat(HexFormat.of().formatHex(abgeleitet))
                .isEqualTo("312a53800a49e9436f4377fa9a9f3d98504f6e4a515a3b6bb43657c0b4ba3622");
    }
}
