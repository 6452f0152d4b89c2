/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.http;

import java.time.Duration;

/**
 * Limits of one request.
 *
 * @param verbinden for the connection, TLS not included
 * @param lesen for one read or write on the connection
 * @param gesamt for the whole call with all repetitions and pauses
 * @param antwortBytes of the answer's body after decompression, held in memory; at most 1 GiB
 */
public record HttpGrenzen(Duration verbinden, Duration lesen, Duration gesamt, int antwortBytes) {

    /** 5 s, 20 s, 60 s, 10 MB. */
    public static final HttpGrenzen STANDARD =
            new HttpGrenzen(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(60), 10 * 1024 * 1024);

    public HttpGrenzen {
        if (!gueltig(verbinden) || !gueltig(lesen) || !gueltig(gesamt) || antwortBytes < 0 || antwortBytes > 1 << 30) {
            throw new IllegalArgumentException("HttpGrenzen: Zeiten von 1 ms bis 1 Tag, hoechstens 1 GiB");
        }
    }

    private static boolean gueltig(Duration zeit) {
        return zeit.toMillis() >= 1 && zeit.compareTo(Duration.ofDays(1)) <= 0;
    }
}
