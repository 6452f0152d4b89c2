/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xml.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Counts and limits the bytes of a document, and knows where its last line ends. */
final class ZaehlenderStrom extends FilterInputStream {

    private static final long MAX_TAG = 1 << 20;
    private static final VarHandle ACHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EINSEN = 0x0101010101010101L;
    private static final long HOECHSTE_BITS = EINSEN << 7;
    private static final long UMBRUECHE = EINSEN * '\n';

    private final long maxBytes;
    private long bytes;
    private boolean ueberschritten;
    private boolean amEnde;
    private int letzteBytes;
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

    /** Whether the document has been read to its last byte and that one is in the middle of a character of UTF-8. */
    boolean endetImZeichen() {
        for (int zurueck = 1; zurueck < Integer.BYTES; zurueck++) {
            int zeichen = letzteBytes >>> Byte.SIZE * (zurueck - 1) & 0xff;
            if ((zeichen & 0xc0) != 0x80) {
                int laenge = zeichen >= 0xf0 ? 4 : zeichen >= 0xe0 ? 3 : zeichen >= 0xc0 ? 2 : 1;
                return amEnde && laenge > zurueck;
            }
        }
        return false;
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
        for (int i = Math.max(0, n - Integer.BYTES); i < n; i++) {
            letzteBytes = letzteBytes << Byte.SIZE | ziel[ab + i] & 0xff;
        }
        bytes += n;
        if (imTag && !imKommentar && bytes - tagBeginn > MAX_TAG) {
            // Nobody writes such a tag; the parser would need minutes for its namespaces.
            ueberschritten = true;
            throw new IOException("tag longer than allowed");
        }
        return n;
    }

    private void zaehle(byte[] gelesen, int ab, int anzahl) {
        int ende = ab + anzahl;
        if (imTag && tagBeginn == bytes - 1 && anzahl > 0) {
            imKommentar = gelesen[ab] == '!';
        }
        int klammer = ende - 1; // only the last one says whether a tag is open
        while (klammer >= ab && gelesen[klammer] != '<' && gelesen[klammer] != '>') {
            klammer--;
        }
        if (klammer < ab) {
            zaehleZeichen(gelesen, ab, ab, ende);
            return;
        }
        zaehleZeichen(gelesen, ab, ab, klammer + 1);
        imTag = gelesen[klammer] == '<';
        if (imTag) {
            tagBeginn = bytes + klammer - ab;
            imKommentar = klammer + 1 < ende && gelesen[klammer + 1] == '!'; // or CDATA, which may be long
            tagZeile = zeile;
            tagSpalte = zeichenInZeile(tagBeginn + 1);
        }
        zaehleZeichen(gelesen, ab, klammer + 1, ende);
    }

    /** Counts lines, and in the last one the bytes that are no character of their own, eight bytes at a time. */
    private void zaehleZeichen(byte[] gelesen, int ab, int von, int bis) {
        int i = von;
        while (i + Long.BYTES <= bis) {
            long acht = (long) ACHT_BYTES.get(gelesen, i);
            long ohneUmbruch = acht ^ UMBRUECHE;
            if (((ohneUmbruch - EINSEN) & ~ohneUmbruch & HOECHSTE_BITS) != 0) {
                zaehleEinzeln(gelesen, ab, i, i + Long.BYTES);
            } else if ((acht & HOECHSTE_BITS) != 0) {
                fortsetzungen += Long.bitCount(acht & ~acht << 1 & HOECHSTE_BITS);
            }
            i += Long.BYTES;
        }
        zaehleEinzeln(gelesen, ab, i, bis);
    }

    private void zaehleEinzeln(byte[] gelesen, int ab, int von, int bis) {
        for (int i = von; i < bis; i++) {
            if (gelesen[i] == '\n') {
                zeile++;
                zeilenanfang = bytes + i - ab + 1;
                fortsetzungen = 0;
            } else if ((gelesen[i] & 0xc0) == 0x80) {
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
