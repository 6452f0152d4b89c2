/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store.internal;

import de.kommunalsdk.store.StoreFehler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** Reads an attachment piece by piece; a missing piece is a fault, never an early end. Not thread-safe. */
final class Stueckstrom extends InputStream {

    private final IntFunction<Optional<byte[]>> quelle;
    private byte[] stueck = new byte[0];
    private int stelle;
    private int naechstes;
    private boolean letztes;

    Stueckstrom(IntFunction<Optional<byte[]>> quelle) {
        this.quelle = quelle;
    }

    @Override
    public int read() throws IOException {
        return bereit() ? stueck[stelle++] & 0xff : -1;
    }

    @Override
    public int read(byte[] ziel, int ab, int laenge) throws IOException {
        if (laenge == 0) {
            return 0;
        }
        if (!bereit()) {
            return -1;
        }
        int anzahl = Math.min(laenge, stueck.length - stelle);
        System.arraycopy(stueck, stelle, ziel, ab, anzahl);
        stelle += anzahl;
        return anzahl;
    }

    private boolean bereit() throws IOException {
        if (stelle == stueck.length && !letztes) {
            stueck = quelle.apply(naechstes)
                    .orElseThrow(() -> new IOException(StoreFehler.ANLAGE_UNVOLLSTAENDIG.code()));
            stelle = 0;
            naechstes++;
            letztes = stueck.length < JdbiAnlagenspeicher.STUECK;
        }
        return stelle < stueck.length;
    }
}
