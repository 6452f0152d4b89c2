/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.dateityp.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;

/** The clear bytes of one entry of a ZIP, counted against the limits while they come. Not thread-safe. */
final class Eintragsstrom extends InputStream {

    private final Quelle quelle;
    private final Archivpruefer grenzen;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 pruefsumme = new CRC32();
    private final long anfang;
    private long rest; // of a stored entry; -1: deflated
    private long groesse;

    Eintragsstrom(Quelle quelle, long gespeichert, Archivpruefer grenzen) {
        this.quelle = quelle;
        this.rest = gespeichert;
        this.grenzen = grenzen;
        this.anfang = quelle.stelle();
    }

    long pruefsumme() {
        return pruefsumme.getValue();
    }

    /** Bytes read so far; after the end of the stream all of them. */
    long gepackt() {
        return quelle.stelle() - anfang;
    }

    long groesse() {
        return groesse;
    }

    @Override
    public int read() throws IOException {
        byte[] eines = new byte[1];
        return read(eines, 0, 1) < 0 ? -1 : eines[0] & 0xff;
    }

    @Override
    public int read(byte[] ziel, int ab, int laenge) throws IOException {
        if (laenge == 0) {
            return 0;
        }
        int n;
        if (rest < 0) {
            n = quelle.entpacke(inflater, ziel, ab, laenge);
        } else {
            n = rest == 0 ? 0 : quelle.lies(ziel, ab, (int) Math.min(laenge, rest));
            rest -= n;
        }
        if (n == 0) {
            return -1;
        }
        pruefsumme.update(ziel, ab, n);
        groesse += n;
        grenzen.zaehle(n, gepackt(), groesse);
        return n;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
