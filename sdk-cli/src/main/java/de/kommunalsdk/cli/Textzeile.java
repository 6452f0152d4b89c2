/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One line of UTF-8.
 *
 * @param text its text; a byte that is no UTF-8 stands as the lone surrogate U+DC80 to U+DCFF, which UTF-8 cannot hold
 * @param istUtf8 whether there is no such byte
 * @param zuLang whether it goes on beyond {@link #MAX_BYTES}; then the text is empty
 */
record Textzeile(String text, boolean istUtf8, boolean zuLang) {

    /** Longest line, without its end. */
    static final int MAX_BYTES = 10_000_000;

    private static final int ERSATZ = 0xDC00;

    /** The next line, without LF or CRLF; nothing at the end. */
    static Optional<Textzeile> lies(InputStream quelle) throws IOException {
        int gelesen = quelle.read();
        if (gelesen < 0) {
            return Optional.empty();
        }
        ByteArrayOutputStream zeile = new ByteArrayOutputStream();
        boolean zuLang = false;
        for (; gelesen >= 0 && gelesen != '\n'; gelesen = quelle.read()) {
            if (zeile.size() < MAX_BYTES) {
                zeile.write(gelesen);
            } else {
                zuLang = true;
            }
        }
        if (zuLang) {
            return Optional.of(new Textzeile("", true, true));
        }
        byte[] bytes = zeile.toByteArray();
        boolean cr = gelesen == '\n' && bytes.length > 0 && bytes[bytes.length - 1] == '\r';
        return Optional.of(von(bytes, bytes.length - (cr ? 1 : 0)));
    }

    private static Textzeile von(byte[] bytes, int laenge) {
        CharsetDecoder leser = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer quelle = ByteBuffer.wrap(bytes, 0, laenge);
        CharBuffer ziel = CharBuffer.allocate(laenge);
        boolean istUtf8 = true;
        for (CoderResult stand = leser.decode(quelle, ziel, true);
                stand.isError();
                stand = leser.decode(quelle, ziel, true)) {
            istUtf8 = false;
            for (int i = 0; i < stand.length(); i++) {
                ziel.put((char) (ERSATZ | quelle.get() & 0xFF));
            }
        }
        return new Textzeile(ziel.flip().toString(), istUtf8, false);
    }

    /** The byte that stands here instead of a character, as {@code 0xFF}. */
    static Optional<String> byteVon(int zeichen) {
        return zeichen >= (ERSATZ | 0x80) && zeichen <= (ERSATZ | 0xFF)
                ? Optional.of(String.format("0x%02X", zeichen & 0xFF))
                : Optional.empty();
    }
}
