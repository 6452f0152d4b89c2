/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pdf.internal;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;

/** Right-to-left text with the JDK's own implementation of Unicode's bidirectional algorithm (UAX 9). */
final class Schreibrichtung implements BidiSplitter {

    /** Puts the characters of one run in the order in which they are drawn; brackets are mirrored. */
    static final BidiReorderer UMKEHRER = new BidiReorderer() {
        @Override
        public String reorderRTLTextToLTR(String text) {
            return umgekehrt(text);
        }

        @Override
        public String shapeText(String text) {
            return text; // the content comes joined, see Arabisch
        }

        @Override
        public String deshapeText(String text) {
            return text;
        }

        @Override
        public boolean isLiveImplementation() {
            return true;
        }
    };

    private static final String PAARE = "()[]{}<>«»‹›";

    private final List<BidiTextRun> laeufe = new ArrayList<>();

    @Override
    public void setParagraph(String absatz, byte richtung) {
        laeufe.clear();
        Bidi bidi = new Bidi(
                absatz,
                switch (richtung) {
                    case LTR -> Bidi.DIRECTION_LEFT_TO_RIGHT;
                    case RTL -> Bidi.DIRECTION_RIGHT_TO_LEFT;
                    default -> Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT;
                });
        for (int i = 0; i < bidi.getRunCount(); i++) {
            int anfang = bidi.getRunStart(i);
            laeufe.add(new BidiTextRun(anfang, bidi.getRunLimit(i) - anfang, bidi.getRunLevel(i) % 2 == 0 ? LTR : RTL));
        }
    }

    @Override
    public int countTextRuns() {
        return laeufe.size();
    }

    @Override
    public BidiTextRun getVisualRun(int nummer) {
        return laeufe.get(nummer);
    }

    @Override
    public byte getBaseDirection(String absatz) {
        return absatz.codePoints()
                .map(Character::getDirectionality)
                .filter(r -> r == Character.DIRECTIONALITY_LEFT_TO_RIGHT || istRechts(r))
                .mapToObj(r -> istRechts(r) ? RTL : LTR)
                .findFirst()
                .orElse(NEUTRAL);
    }

    private static boolean istRechts(int richtung) {
        return richtung == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || richtung == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private static String umgekehrt(String text) {
        StringBuilder ergebnis = new StringBuilder(text.length());
        for (int ende = text.length(); ende > 0; ) {
            int anfang = ende;
            do { // a mark stays behind its letter
                anfang -= Character.charCount(text.codePointBefore(anfang));
            } while (anfang > 0 && Character.getType(text.codePointAt(anfang)) == Character.NON_SPACING_MARK);
            int paar = PAARE.indexOf(text.charAt(anfang));
            if (paar >= 0) {
                ergebnis.append(PAARE.charAt(paar ^ 1));
            } else {
                ergebnis.append(text, anfang, ende);
            }
            ende = anfang;
        }
        return ergebnis.toString();
    }
}
