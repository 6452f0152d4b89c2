/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.dateityp.internal;

import de.kommunalsdk.dateityp.DateiFehler;
import de.kommunalsdk.error.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Bytes in their order, little-endian numbers, and a look ahead. An early end is OZG-DATEI-0004. Not thread-safe. */
public final class Quelle {

    private final InputStream strom;
    private final byte[] puffer = new byte[16 << 10];
    private int von;
    private int bis;
    private long stelle;

    /** Reads {@code strom}, which the caller closes. */
    public Quelle(InputStream strom) {
        this.strom = strom;
    }

    /** How many bytes were read. */
    long stelle() {
        return stelle;
    }

    /** Whether at least {@code anzahl} bytes are left, at most a few. */
    boolean hat(int anzahl) throws IOException {
        if (bis - von < anzahl) {
            System.arraycopy(puffer, von, puffer, 0, bis - von);
            bis -= von;
            von = 0;
            bis += strom.readNBytes(puffer, bis, puffer.length - bis);
        }
        return bis - von >= anzahl;
    }

    /** The next four bytes as a number, which stay there; -1 when there are fewer. */
    long voraus() throws IOException {
        return hat(4) ? zahl(4, von) : -1;
    }

    long zahl(int bytes) throws IOException {
        verlange(bytes);
        long wert = zahl(bytes, von);
        weiter(bytes);
        return wert;
    }

    private long zahl(int bytes, int ab) {
        long wert = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            wert = wert << 8 | (puffer[ab + i] & 0xff);
        }
        return wert;
    }

    byte[] bytes(int anzahl) throws IOException {
        byte[] ziel = new byte[anzahl];
        for (int da = 0; da < anzahl; ) {
            verlange(1);
            int n = Math.min(anzahl - da, bis - von);
            System.arraycopy(puffer, von, ziel, da, n);
            weiter(n);
            da += n;
        }
        return ziel;
    }

    /** At most {@code laenge} bytes of a stored entry; at least one. */
    int lies(byte[] ziel, int ab, int laenge) throws IOException {
        verlange(1);
        int n = Math.min(laenge, bis - von);
        System.arraycopy(puffer, von, ziel, ab, n);
        weiter(n);
        return n;
    }

    /** The next bytes that the inflater makes of these; 0 at its end. */
    int entpacke(Inflater inflater, byte[] ziel, int ab, int laenge) throws IOException {
        try {
            while (true) {
                if (inflater.finished()) {
                    return 0;
                }
                if (inflater.needsDictionary()) {
                    throw kaputt();
                }
                if (inflater.needsInput()) {
                    verlange(1);
                    inflater.setInput(puffer, von, bis - von);
                }
                long vorher = inflater.getBytesRead();
                int n = inflater.inflate(ziel, ab, laenge);
                weiter((int) (inflater.getBytesRead() - vorher));
                if (n > 0) {
                    return n;
                }
            }
        } catch (DataFormatException e) {
            throw kaputt();
        }
    }

    private void verlange(int anzahl) throws IOException {
        if (!hat(anzahl)) {
            throw kaputt();
        }
    }

    private void weiter(int anzahl) {
        von += anzahl;
        stelle += anzahl;
    }

    static InvalidInput kaputt() {
        return new InvalidInput(DateiFehler.KAPUTT, "");
    }
}
