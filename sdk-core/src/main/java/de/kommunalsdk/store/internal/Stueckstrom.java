/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store.internal;

import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.store.StoreFehler;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Reads an attachment piece by piece. A missing piece is OZG-BLOB-0002, never an early end, and no {@code IOException}:
 * whoever delivers takes those for something that passes, and a lost piece does not come back. Not thread-safe.
 */
final class Stueckstrom extends InputStream {

    private final IntFunction<Optional<byte[]>> quelle;
    private byte[] stueck = new byte[0];
    private int stelle;
    private int naechstes;
    private int ueberspringen; // in the first piece
    private boolean letztes;

    /** Begins at {@code ab}, which lies before the end. */
    Stueckstrom(IntFunction<Optional<byte[]>> quelle, long ab) {
        this.quelle = quelle;
        this.naechstes = (int) (ab / JdbiAnlagenspeicher.STUECK);
        this.ueberspringen = (int) (ab % JdbiAnlagenspeicher.STUECK);
    }

    @Override
    public int read() {
        return bereit() ? stueck[stelle++] & 0xff : -1;
    }

    @Override
    public int read(byte[] ziel, int ab, int laenge) {
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

    private boolean bereit() {
        if (stelle == stueck.length && !letztes) {
            stueck = quelle.apply(naechstes).orElseThrow(Unvollstaendig::new);
            stelle = Math.min(ueberspringen, stueck.length);
            ueberspringen = 0;
            naechstes++;
            letztes = stueck.length < JdbiAnlagenspeicher.STUECK;
        }
        return stelle < stueck.length;
    }

    /** A stored attachment that lacks a piece. */
    private static final class Unvollstaendig extends OzgException {
        private static final long serialVersionUID = 1L;

        Unvollstaendig() {
            super(StoreFehler.ANLAGE_UNVOLLSTAENDIG, "", false, null);
        }
    }
}
