/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kommunalsdk.error.ConfigurationError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchluesselschutzTest {

    private static final byte[] GEHEIMNIS = "0123456789abcdef0123456789abcdef".getBytes();

    @TempDir
    private Path ordner;

    /** Adds a mark instead of encrypting; synthetic. */
    private static final class Marke implements Schluesselschutz {
        @Override
        public byte[] einwickeln(byte[] schluessel) {
            byte[] mitMarke = Arrays.copyOf(schluessel, schluessel.length + 1);
            mitMarke[schluessel.length] = 'M';
            return mitMarke;
        }

        @Override
        public byte[] auswickeln(byte[] eingewickelt) {
            if (eingewickelt[eingewickelt.length - 1] != 'M') {
                throw new IllegalArgumentException("ohne Marke");
            }
            return Arrays.copyOf(eingewickelt, eingewickelt.length - 1);
        }
    }

    private Path datei(byte[] geheimnis) throws IOException {
        Path datei = ordner.resolve("schluessel.yaml");
        Files.writeString(
                datei, "aktiv: k1\nschluessel:\n  k1: \"" + Base64.getEncoder().encodeToString(geheimnis) + "\"\n");
        if (datei.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(datei, PosixFilePermissions.fromString("rw-------"));
        }
        return datei;
    }

    @Test
    void readsAWrappedKeyAsTheSameKey() throws IOException {
        Schluesselschutz schutz = new Marke();
        Schluesselbund eingewickelt = Schluesselbund.ausDatei(datei(schutz.einwickeln(GEHEIMNIS)), schutz);
        Schluesselbund offen =
                Schluesselbund.builder().schluessel("k1", GEHEIMNIS).aktiv("k1").baue();
        byte[] geheim = new Verschluesselung(offen, "test").verschluessle(new byte[] {1, 2}, "ort");
        assertThat(new Verschluesselung(eingewickelt, "test").entschluessle(geheim, "ort"))
                .containsExactly(1, 2);
    }

    @Test
    void refusesAKeyThatWasNotWrapped() throws IOException {
        Path offen = datei(GEHEIMNIS);
        assertThat(catchThrowableOfType(ConfigurationError.class, () -> Schluesselbund.ausDatei(offen, new Marke()))
                        .code())
                .isEqualTo("OZG-CRYPTO-0002");
    }
}
