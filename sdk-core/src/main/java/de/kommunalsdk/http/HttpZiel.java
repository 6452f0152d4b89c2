/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.http;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A peer: where requests may go, and with which keys. Immutable; checked by {@link HttpClients#zugang}.
 *
 * @param name stands in messages and logs, for example {@code epaybl}
 * @param adressen base addresses; a request may go to them and to paths below them, nowhere else
 * @param schluessel key and certificate for TLS with client authentication, or null
 * @param vertrauen certificates that are trusted in addition to those of the Java runtime, or null
 * @param klartextAufLoopback whether {@code http} is allowed to this machine
 */
public record HttpZiel(
        String name,
        List<URI> adressen,
        @Nullable Schluesselspeicher schluessel,
        @Nullable Schluesselspeicher vertrauen,
        boolean klartextAufLoopback) {

    public HttpZiel {
        adressen = List.copyOf(adressen);
    }

    /** A peer with https and the certificates of the Java runtime. */
    public static HttpZiel von(String name, URI... adressen) {
        return new HttpZiel(name, List.of(adressen), null, null, false);
    }

    /** The same with client authentication. */
    public HttpZiel mitSchluessel(Schluesselspeicher speicher) {
        return new HttpZiel(name, adressen, speicher, vertrauen, klartextAufLoopback);
    }

    /** The same with further trusted certificates. */
    public HttpZiel mitVertrauen(Schluesselspeicher speicher) {
        return new HttpZiel(name, adressen, schluessel, speicher, klartextAufLoopback);
    }

    /** The same with {@code http} allowed to localhost, 127.0.0.0/8 and ::1. */
    public HttpZiel mitKlartextAufLoopback() {
        return new HttpZiel(name, adressen, schluessel, vertrauen, true);
    }
}
