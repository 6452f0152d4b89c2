/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.forms.SdkFehler;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a browser still sends of a request that has its answer. A server that closes while bytes are under way resets the
 * connection, and the browser shows that instead of the answer (RFC 9112, 9.6). So the rest is read, and forgotten.
 */
final class Restkoerper {

    private static final Logger LOG = LoggerFactory.getLogger(Restkoerper.class);
    private static final long MAX_BYTES = 256L << 20;
    private static final Duration HOECHSTENS = Duration.ofSeconds(20);

    private Restkoerper() {}

    /** Reads to the end, or {@value #MAX_BYTES} bytes, or for 20 seconds; costs nothing when all has been read. */
    static void verwirf(HttpServletRequest http) {
        if (!http.getMethod().equals("POST") || http.getHeader("Expect") != null) {
            return; // who waits for "100 Continue" has sent nothing yet
        }
        long ende = System.nanoTime() + HOECHSTENS.toNanos();
        try {
            InputStream rest = http.getInputStream();
            if (rest.read() < 0) {
                return;
            }
            byte[] puffer = new byte[64 << 10];
            long gelesen = 1;
            for (int n = 0; n >= 0 && gelesen < MAX_BYTES && System.nanoTime() < ende; n = rest.read(puffer)) {
                gelesen += n;
            }
        } catch (IOException | IllegalStateException e) {
            LOG.debug("{} {}", SdkFehler.UEBERTRAGUNG.code(), e.getClass().getName());
        }
    }
}
