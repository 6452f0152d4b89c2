/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.zeichen.internal;

import de.kommunalsdk.zeichen.Ausgabe;
import de.kommunalsdk.zeichen.ZeichenFehler;
import de.kommunalsdk.zeichen.Zeichenbefund;
import de.kommunalsdk.zeichen.Zeichenpruefung;
import de.kommunalsdk.zeichen.Zeichensatz;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Describes what the scan stopped at: the passage, the reason, the nearest spelling. */
public final class Befunder {

    private final Scan scan;
    private final CharSequence text;

    private Befunder(Scan scan, CharSequence text) {
        this.scan = scan;
        this.text = text;
    }

    /** The findings of a text whose first wrong character stands at {@code erster}. */
    public static Zeichenpruefung sammle(Scan scan, CharSequence text, int erster) {
        return new Befunder(scan, text).sammle(erster);
    }

    private Zeichenpruefung sammle(int erster) {
        List<Zeichenbefund> befunde = new ArrayList<>();
        int anzahl = 0;
        int paare = 0; // characters of two units so far; none is allowed, so all of them lie in findings
        for (int i = erster; i < text.length(); ) {
            int ende = ende(i);
            if (befunde.size() < Zeichenpruefung.MAX_BEFUNDE) {
                befunde.add(befund(i, i - paare, ende));
            }
            anzahl++;
            paare += paare(i, ende);
            i = scan.sauberBis(text, ende);
        }
        return new Zeichenpruefung(befunde, anzahl);
    }

    private Zeichenbefund befund(int index, int zeichen, int ende) {
        int von = anfang(index);
        int codePoint = Character.codePointAt(text, index);
        // a passage may be as long as the text; what is done with it is bounded
        String stelle = text.subSequence(von, Math.min(ende, von + Vorschlaege.MAX_LAENGE))
                .toString();
        String nfc = Normalform.nfc(stelle);
        if (!nfc.equals(stelle) && ende - von == stelle.length() && scan.istSauber(nfc)) {
            return new Zeichenbefund(index, zeichen, codePoint, ZeichenFehler.NICHT_NFC, von, ende, Optional.of(nfc));
        }
        ZeichenFehler grund = grund(codePoint, stelle);
        return new Zeichenbefund(index, zeichen, codePoint, grund, von, ende, Vorschlaege.fuer(scan, grund, stelle));
    }

    /** A mark belongs to the letter before it, unless that one is the end of a sequence: H in K͟H. */
    private int anfang(int index) {
        int von = index;
        while (von > 0 && Normalform.istMarke(text.charAt(von))) {
            von--;
        }
        return scan.beendetFolge(text, von) ? index : von;
    }

    /** With the marks that follow; an emoji with all that is joined to it. */
    private int ende(int index) {
        boolean emoji = Unicode.istEmoji(Character.codePointAt(text, index));
        int ende = index;
        int zeichen;
        do {
            zeichen = Character.codePointAt(text, ende);
            ende = Normalform.endeDerMarken(text, ende + Character.charCount(zeichen));
        } while (emoji && ende < text.length() && Unicode.gehoertZumEmoji(zeichen, Character.codePointAt(text, ende)));
        return ende;
    }

    private int paare(int von, int ende) {
        int paare = 0;
        for (int i = von + 1; i < ende; i++) {
            if (Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i))) {
                paare++;
            }
        }
        return paare;
    }

    private ZeichenFehler grund(int zeichen, String stelle) {
        ZeichenFehler grund = Unicode.grund(zeichen);
        if (grund == ZeichenFehler.NICHT_IN_DIN_91379 || grund == ZeichenFehler.KOMBINATION) {
            for (Ausgabe ausgabe : Ausgabe.values()) {
                if (new Scan(scan.zeichensatz(), ausgabe).istSauber(stelle)) {
                    return ZeichenFehler.ANDERE_AUSGABE;
                }
            }
            for (Zeichensatz zeichensatz : Zeichensatz.values()) {
                if (new Scan(zeichensatz, scan.ausgabe()).istSauber(stelle)) {
                    return ZeichenFehler.ANDERER_ZEICHENSATZ;
                }
            }
        }
        return grund;
    }
}
