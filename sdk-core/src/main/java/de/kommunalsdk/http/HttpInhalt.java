/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The body of a request.
 *
 * @param medientyp value of {@code Content-Type}
 * @param laenge bytes that are sent, or -1 when unknown; a shorter source fails, of a longer one the rest is ignored
 * @param quelle opened once for each attempt, closed by the client
 */
public record HttpInhalt(String medientyp, long laenge, Quelle quelle) {

    public HttpInhalt {
        if (laenge < -1) {
            throw new IllegalArgumentException("HttpInhalt: Laenge ab 0, oder -1");
        }
    }

    /** Opens the bytes from their beginning. */
    public interface Quelle {
        /** A new stream; an exception gives OZG-HTTP-0010, an {@code OzgException} goes through as it is. */
        InputStream oeffne() throws IOException;
    }

    /** A body in memory; the bytes are copied. */
    public static HttpInhalt bytes(String medientyp, byte[] bytes) {
        byte[] kopie = bytes.clone();
        return new HttpInhalt(medientyp, kopie.length, () -> new ByteArrayInputStream(kopie));
    }
}
