/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pdf.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The fonts in this jar, and which characters they all have. */
final class Schriften {

    /** The one family there is, under the name that CSS begins with: margins of a page know no other. */
    static final String FAMILIE = "serif";

    static final String NORMAL = "schriften/DejaVuSans.ttf";
    static final String FETT = "schriften/DejaVuSans-Bold.ttf";

    private static final BitSet VORHANDEN = gemeinsame();

    private Schriften() {}

    /** Whether each font can draw the code point. */
    static boolean hat(int zeichen) {
        return VORHANDEN.get(zeichen);
    }

    static InputStream oeffne(String name) {
        InputStream quelle = de.kommunalsdk.pdf.PdfSatz.class.getResourceAsStream(name);
        if (quelle == null) {
            throw new IllegalStateException("Im Klassenpfad fehlt " + name);
        }
        return quelle;
    }

    private static BitSet gemeinsame() {
        BitSet alle = zeichen(NORMAL);
        alle.and(zeichen(FETT));
        return alle;
    }

    private static BitSet zeichen(String name) {
        try (InputStream quelle = oeffne(name);
                TrueTypeFont schrift = new TTFParser().parse(new RandomAccessReadBuffer(quelle))) {
            CmapLookup tabelle = schrift.getUnicodeCmapLookup();
            BitSet zeichen = new BitSet(0x20000);
            for (int z = 0; z <= 0x1ffff; z++) {
                zeichen.set(z, tabelle.getGlyphId(z) > 0);
            }
            return zeichen;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
