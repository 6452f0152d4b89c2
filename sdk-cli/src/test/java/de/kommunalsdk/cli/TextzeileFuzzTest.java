/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Any bytes as lines: none is lost, and each comes back from the text. */
class TextzeileFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void anyBytes(byte[] bytes) throws IOException {
        InputStream quelle = new ByteArrayInputStream(bytes);
        int anfang = 0;
        for (Optional<Textzeile> z = Textzeile.lies(quelle); z.isPresent(); z = Textzeile.lies(quelle)) {
            int ende = anfang;
            while (ende < bytes.length && bytes[ende] != '\n') {
                ende++;
            }
            boolean cr = ende < bytes.length && ende > anfang && bytes[ende - 1] == '\r';
            byte[] zeile = Arrays.copyOfRange(bytes, anfang, cr ? ende - 1 : ende);

            assertThat(z.get().zuLang()).isFalse();
            assertThat(zurueck(z.get().text())).isEqualTo(zeile);
            assertThat(z.get().istUtf8())
                    .isEqualTo(Arrays.equals(
                            new String(zeile, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), zeile));
            anfang = ende + 1;
        }
        assertThat(anfang).isGreaterThanOrEqualTo(bytes.length);
    }

    private static byte[] zurueck(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text.codePoints().forEach(c -> {
            if (Textzeile.byteVon(c).isPresent()) {
                bytes.write(c & 0xFF);
            } else {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toByteArray();
    }
}
