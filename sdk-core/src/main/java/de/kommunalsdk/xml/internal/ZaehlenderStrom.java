/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xml.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts and limits the bytes of a document, and knows where its last line ends. */
final class ZaehlenderStrom extends FilterInputStream {

    private final long maxBytes;
    private long bytes;
    private boolean ueberschritten;
    private boolean amEnde;
    private int zeile = 1;
    private int zeichenInZeile;
    private boolean imTag;
    private int tagZeile;
    private int tagSpalte;

    ZaehlenderStrom(InputStream quelle, long maxBytes) {
        super(quelle);
        this.maxBytes = maxBytes;
    }

    boolean ueberschritten() {
        return ueberschritten;
    }

    /** Whether the document has been read to its last byte and the place is there, or in a tag that is still open. */
    boolean istEnde(int zeileDerStelle, int spalteDerStelle) {
        boolean hinterAllem = zeileDerStelle >= zeile && spalteDerStelle > zeichenInZeile;
        // the parser blames the beginning of a name for what is missing behind it
        boolean imLetztenTag =
                imTag && (zeileDerStelle > tagZeile || (zeileDerStelle == tagZeile && spalteDerStelle >= tagSpalte));
        return amEnde && (hinterAllem || imLetztenTag);
    }

    @Override
    public int read() throws IOException {
        byte[] eines = new byte[1];
        int n = read(eines, 0, 1);
        return n < 0 ? -1 : eines[0] & 0xff;
    }

    @Override
    public int read(byte[] ziel, int ab, int laenge) throws IOException {
        int n = super.read(ziel, ab, laenge);
        if (n < 0) {
            amEnde = true;
            return n;
        }
        bytes += n;
        if (bytes > maxBytes) {
            ueberschritten = true;
            throw new IOException("document larger than allowed");
        }
        for (int i = ab; i < ab + n; i++) {
            if (ziel[i] == '\n') {
                zeile++;
                zeichenInZeile = 0;
            } else if ((ziel[i] & 0xc0) != 0x80) {
                // a continuation byte of UTF-8 is no character of its own
                zeichenInZeile++;
            }
            if (ziel[i] == '<') {
                imTag = true;
                tagZeile = zeile;
                tagSpalte = zeichenInZeile;
            } else if (ziel[i] == '>') {
                imTag = false;
            }
        }
        return n;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
