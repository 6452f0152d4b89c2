/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

/**
 * IBAN by ISO 13616: country, two check digits, account; the whole gives 1 modulo 97. Whether the account exists, and
 * the length of each country's numbers beside Germany's, is not checked.
 */
public final class Iban {

    private static final int KLEINSTE = 15;
    private static final int GROESSTE = 34;
    private static final int DEUTSCHE = 22;

    private Iban() {}

    /** As it is kept: without blanks, in capitals. */
    public static String normalisiert(String text) {
        StringBuilder neu = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char zeichen = text.charAt(i);
            if (!Character.isWhitespace(zeichen) && !Character.isSpaceChar(zeichen)) {
                neu.append(zeichen >= 'a' && zeichen <= 'z' ? (char) (zeichen - 'a' + 'A') : zeichen);
            }
        }
        return neu.toString();
    }

    /** Whether a text without blanks is an IBAN whose check digits fit. */
    public static boolean istGueltig(String text) {
        int laenge = text.length();
        if (laenge < KLEINSTE || laenge > GROESSTE || !beginntMitLand(text)) {
            return false;
        }
        if (text.startsWith("DE") && laenge != DEUTSCHE) {
            return false;
        }
        int rest = 0;
        for (int i = 0; i < laenge; i++) {
            char zeichen = text.charAt((i + 4) % laenge);
            int wert = zeichen >= '0' && zeichen <= '9' ? zeichen - '0' : zeichen - 'A' + 10;
            boolean buchstabe = zeichen >= 'A' && zeichen <= 'Z';
            if (!buchstabe && (zeichen < '0' || zeichen > '9')) {
                return false;
            }
            rest = (rest * (buchstabe ? 100 : 10) + wert) % 97;
        }
        return rest == 1;
    }

    private static boolean beginntMitLand(String text) {
        return istBuchstabe(text.charAt(0))
                && istBuchstabe(text.charAt(1))
                && istZiffer(text.charAt(2))
                && istZiffer(text.charAt(3));
    }

    private static boolean istBuchstabe(char zeichen) {
        return zeichen >= 'A' && zeichen <= 'Z';
    }

    private static boolean istZiffer(char zeichen) {
        return zeichen >= '0' && zeichen <= '9';
    }
}
