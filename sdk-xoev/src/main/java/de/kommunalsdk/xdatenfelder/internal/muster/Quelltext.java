/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal.muster;

/** A pattern and the position where the parser stands. */
final class Quelltext {

    /** What {@link #hier} gives behind the end. */
    static final int ENDE = -1;

    private final String text;
    private int index;

    Quelltext(String text) {
        this.text = text;
    }

    int index() {
        return index;
    }

    /** The code point at the position, or {@link #ENDE}. */
    int hier() {
        return index < text.length() ? text.codePointAt(index) : ENDE;
    }

    boolean beginntMit(String teil) {
        return text.startsWith(teil, index);
    }

    /** Takes the part if it stands here. */
    boolean nimm(String teil) {
        boolean steht = beginntMit(teil);
        index += steht ? teil.length() : 0;
        return steht;
    }

    /** Takes one whole code point; half ones match nothing that XML or JSON can hold. */
    int nimm() {
        int zeichen = hier();
        if (zeichen == ENDE) {
            throw Abgelehnt.ungueltig("Muster endet mitten im Ausdruck", index);
        }
        if (Character.getType(zeichen) == Character.SURROGATE) {
            throw Abgelehnt.ungueltig("halbes Zeichen (surrogate)", index);
        }
        index += Character.charCount(zeichen);
        return zeichen;
    }

    /** Takes all digits of the radix that stand here, at most {@code hoechstens}; may be empty. */
    String nimmZiffern(int basis, int hoechstens) {
        int ab = index;
        while (index < text.length()
                && index - ab < hoechstens
                && text.charAt(index) < 128
                && Character.digit(text.charAt(index), basis) >= 0) {
            index++;
        }
        return text.substring(ab, index);
    }

    /** Takes everything before the sign, and the sign. */
    String nimmBis(char zeichen) {
        int ende = text.indexOf(zeichen, index);
        if (ende < 0) {
            throw Abgelehnt.ungueltig("'" + zeichen + "' fehlt", index);
        }
        String davor = text.substring(index, ende);
        index = ende + 1;
        return davor;
    }
}
