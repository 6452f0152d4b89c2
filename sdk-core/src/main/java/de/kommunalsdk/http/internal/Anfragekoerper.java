/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.http.internal;

import de.kommunalsdk.http.HttpAnfrage;
import de.kommunalsdk.http.HttpInhalt;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** A body from a stream that OkHttp may send once; tells a broken source from a broken connection. */
final class Anfragekoerper extends RequestBody implements AutoCloseable {

    // OkHttp wants a body for these, even an empty one
    private static final Set<String> MIT_INHALT = Set.of("POST", "PUT", "PATCH");

    private final InputStream quelle;
    private final long laenge;

    private Anfragekoerper(InputStream quelle, long laenge) {
        this.quelle = quelle;
        this.laenge = laenge;
    }

    /** Opens the body of a request; null when it is sent without one. */
    static @Nullable Anfragekoerper oeffne(HttpAnfrage anfrage) throws Quellfehler {
        HttpInhalt inhalt = anfrage.inhalt();
        if (inhalt == null) {
            return MIT_INHALT.contains(anfrage.methode()) ? new Anfragekoerper(InputStream.nullInputStream(), 0) : null;
        }
        try {
            return new Anfragekoerper(inhalt.quelle().oeffne(), inhalt.laenge());
        } catch (IOException | RuntimeException e) {
            throw new Quellfehler(e);
        }
    }

    /** The source of the body failed, not the connection. */
    static final class Quellfehler extends IOException {
        private static final long serialVersionUID = 1L;

        Quellfehler(Exception grund) {
            super(grund);
        }
    }

    @Override
    public @Nullable MediaType contentType() {
        return null; // stands in the headers as the caller wrote it
    }

    @Override
    public long contentLength() {
        return laenge;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink senke) throws IOException {
        byte[] puffer = new byte[8192];
        long rest = laenge < 0 ? Long.MAX_VALUE : laenge;
        while (rest > 0) {
            int gelesen = lies(puffer, (int) Math.min(puffer.length, rest));
            if (gelesen < 0) {
                return;
            }
            senke.write(puffer, 0, gelesen);
            rest -= gelesen;
        }
    }

    private int lies(byte[] puffer, int hoechstens) throws Quellfehler {
        try {
            int gelesen = quelle.read(puffer, 0, hoechstens);
            if (gelesen < 0 && laenge >= 0) {
                throw new EOFException();
            }
            return gelesen;
        } catch (IOException | RuntimeException e) {
            throw new Quellfehler(e);
        }
    }

    @Override
    public void close() {
        try {
            quelle.close();
        } catch (IOException | RuntimeException e) {
            // all that was needed is read; the answer counts
        }
    }
}
