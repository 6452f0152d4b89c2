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
    private static final long MAX_TAG = 1 << 20;

    private int zeile = 1;
    private long zeilenanfang;
    private long fortsetzungen;
    private boolean imTag;
    private long tagBeginn;
    private boolean imKommentar;
    private int tagZeile;
    private long tagSpalte;

    ZaehlenderStrom(InputStream quelle, long maxBytes) {
        super(quelle);
        this.maxBytes = maxBytes;
    }

    boolean ueberschritten() {
        return ueberschritten;
    }

    /** Whether the document has been read to its last byte and the place is there, or in a tag that is still open. */
    boolean istEnde(int zeileDerStelle, int spalteDerStelle) {
        boolean hinterAllem = zeileDerStelle >= zeile && spalteDerStelle > zeichenInZeile(bytes);
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
        if (bytes + n > maxBytes) {
            ueberschritten = true;
            throw new IOException("document larger than allowed");
        }
        zaehle(ziel, ab, n);
        bytes += n;
        if (imTag && !imKommentar && bytes - tagBeginn > MAX_TAG) {
            // Nobody writes such a tag; the parser would need minutes for its namespaces.
            ueberschritten = true;
            throw new IOException("tag longer than allowed");
        }
        return n;
    }

    private void zaehle(byte[] gelesen, int ab, int anzahl) {
        for (int i = 0; i < anzahl; i++) {
            byte zeichen = gelesen[ab + i];
            if (zeichen > '>') {
                // letters: nearly every byte of a document ends here
                continue;
            }
            if (zeichen == '<') {
                imTag = true;
                tagBeginn = bytes + i;
                imKommentar = false;
                tagZeile = zeile;
                tagSpalte = zeichenInZeile(bytes + i + 1);
            } else if (zeichen == '!' && bytes + i == tagBeginn + 1) {
                imKommentar = true; // or CDATA, which may be long
            } else if (zeichen == '>') {
                imTag = false;
            } else if (zeichen == '\n') {
                zeile++;
                zeilenanfang = bytes + i + 1;
                fortsetzungen = 0;
            } else if ((zeichen & 0xc0) == 0x80) {
                // a continuation byte of UTF-8 is no character of its own
                fortsetzungen++;
            }
        }
    }

    private long zeichenInZeile(long bisByte) {
        return bisByte - zeilenanfang - fortsetzungen;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
