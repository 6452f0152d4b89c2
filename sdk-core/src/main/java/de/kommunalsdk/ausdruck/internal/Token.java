/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ausdruck.internal;

/**
 * A word, sign or constant of a text.
 *
 * @param text of a text constant its value, else as it stands
 * @param von number of its first character
 * @param bis number of the character behind it
 */
record Token(Art art, String text, int von, int bis) {

    /** The kind. */
    enum Art {
        WORT,
        ZAHL,
        TEXT,
        ZEICHEN,
        ENDE
    }

    boolean ist(String zeichenOderWort) {
        return (art == Art.WORT || art == Art.ZEICHEN) && text.equals(zeichenOderWort);
    }
}
