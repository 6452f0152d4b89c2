/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.zeichen.internal;

import de.kommunalsdk.zeichen.Ausgabe;
import de.kommunalsdk.zeichen.Zeichensatz;

/** One pass over a text by one data type and edition. A text that it passes is in NFC, because every glyph is. */
public final class Scan {

    private final Zeichensatz zeichensatz;
    private final Ausgabe ausgabe;
    private final short bit;

    /** For one data type and edition. */
    public Scan(Zeichensatz zeichensatz, Ausgabe ausgabe) {
        this.zeichensatz = zeichensatz;
        this.ausgabe = ausgabe;
        this.bit = Tabelle.bit(zeichensatz, ausgabe);
    }

    Zeichensatz zeichensatz() {
        return zeichensatz;
    }

    Ausgabe ausgabe() {
        return ausgabe;
    }

    /**
     * Where the first wrong character stands, from {@code von}; the length of the text when there is none.
     *
     * <p>The mark of a sequence is never allowed alone. So single characters are passed without a look ahead, and only a
     * mark asks whether it makes a sequence with the letter before it.
     */
    public int sauberBis(CharSequence text, int von) {
        int ende = text.length();
        int frei = von; // before it, all is used up by sequences
        int i = von;
        while (i < ende) {
            if ((Tabelle.bits(text.charAt(i)) & bit) != 0) {
                i++;
                continue;
            }
            int folge = i > frei ? Tabelle.folge(text, i - 1, bit) : -1;
            if (folge < 0) {
                return i;
            }
            i += Tabelle.laenge(folge) - 1;
            frei = i;
        }
        return ende;
    }

    /** Whether a letter is the third character of a sequence. */
    boolean beendetFolge(CharSequence text, int buchstabe) {
        int folge = buchstabe < 2 ? -1 : Tabelle.folge(text, buchstabe - 2, bit);
        return folge >= 0 && Tabelle.laenge(folge) == 3 && !Normalform.istMarke(text.charAt(buchstabe));
    }

    boolean istSauber(CharSequence text) {
        return sauberBis(text, 0) == text.length();
    }
}
