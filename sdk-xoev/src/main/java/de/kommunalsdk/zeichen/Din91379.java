/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.zeichen;

import de.kommunalsdk.zeichen.internal.Befunder;
import de.kommunalsdk.zeichen.internal.Normalform;
import de.kommunalsdk.zeichen.internal.Scan;
import de.kommunalsdk.zeichen.internal.Tabelle;

/**
 * Checks and normalises texts by DIN 91379. Immutable and thread-safe; one pass, without backtracking, whatever the text:
 * the pattern of the official XSD types overflows the stack of {@code java.util.regex} and is quadratic in the JDK's
 * schema validation. A clean text costs no allocation.
 *
 * @see <a href="https://www.xoev.de/de/standards/string-latin">KoSIT, String.Latin+ (DIN 91379)</a>
 */
public final class Din91379 {

    private static final Din91379[][] ALLE = alle();

    private final Scan scan;

    private Din91379(Zeichensatz zeichensatz, Ausgabe ausgabe) {
        this.scan = new Scan(zeichensatz, ausgabe);
    }

    private static Din91379[][] alle() {
        Din91379[][] alle = new Din91379[Zeichensatz.values().length][Ausgabe.values().length];
        for (Zeichensatz z : Zeichensatz.values()) {
            for (Ausgabe a : Ausgabe.values()) {
                alle[z.ordinal()][a.ordinal()] = new Din91379(z, a);
            }
        }
        return alle;
    }

    /** The check for a data type in edition 2022-08. */
    public static Din91379 fuer(Zeichensatz zeichensatz) {
        return fuer(zeichensatz, Ausgabe.DIN_2022_08);
    }

    /** The check for a data type in an edition; always the same object. */
    public static Din91379 fuer(Zeichensatz zeichensatz, Ausgabe ausgabe) {
        return ALLE[zeichensatz.ordinal()][ausgabe.ordinal()];
    }

    /** Checks a text as it is: what is not NFC is a finding, even when its normal form is allowed. */
    public Zeichenpruefung pruefe(CharSequence text) {
        int sauber = scan.sauberBis(text, 0);
        return sauber == text.length() ? Zeichenpruefung.SAUBER : Befunder.sammle(scan, text, sauber);
    }

    /** Whether {@link #pruefe} finds nothing; stops at the first finding. */
    public boolean istSauber(CharSequence text) {
        return scan.sauberBis(text, 0) == text.length();
    }

    /**
     * The text in NFC; the same object when it is clean. Nothing is replaced or left out. More than
     * {@value Normalform#MAX_MARKEN} combining marks in a row stay as they are (no script needs them, and their order
     * costs quadratic time), so such a text is never clean.
     */
    public String normalisiere(String text) {
        return istSauber(text) ? text : Normalform.nfc(text);
    }

    /**
     * The search form in basic letters, for comparing names: René and Rene are RENE, Strauß is STRAUSS, Müller is
     * MUELLER. Letters become capitals without diacritics; signs, Greek, Cyrillic and what is not in DIN 91379 stay.
     */
    public static String suchform(String text) {
        return Tabelle.suchform(Normalform.nfc(text));
    }
}
