/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.nutzerkonto;

/**
 * Level of assurance, lowest first. Reading an unknown word never gives a level: the caller gets an error, not a
 * default (fail closed).
 *
 * @see "eIDAS Art. 8, BSI TR-03107; XZuFi codes 10, 20, 30, 40"
 */
public enum Vertrauensniveau {
    /** No login: the citizen is anonymous. */
    OHNE,
    /** User name and password. */
    BASISREGISTRIERUNG,
    NIEDRIG,
    SUBSTANZIELL,
    HOCH;

    /** Whether this level is at least {@code gefordert}. */
    public boolean erfuellt(Vertrauensniveau gefordert) {
        return compareTo(gefordert) >= 0;
    }

    /**
     * Reads the word of a configuration, exactly as the constants are written in lower case.
     *
     * @throws IllegalArgumentException for any other word; there is no default
     */
    public static Vertrauensniveau lies(String wort) {
        for (Vertrauensniveau niveau : values()) {
            // never the upper case of the word: a dotless i and a long s have ASCII letters as theirs
            if (niveau.name().toLowerCase(java.util.Locale.ROOT).equals(wort)) {
                return niveau;
            }
        }
        throw new IllegalArgumentException(
                "Vertrauensniveau: ohne, basisregistrierung, niedrig, substanziell oder hoch");
    }
}
