/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet;

/** Text that quotes a page, fit for every report: one line, characters that XML allows, at most 400 of them. */
final class Klartext {

    private static final int LANG = 400;

    private Klartext() {}

    static String von(String text) {
        String eineZeile =
                text.replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Cn}\\s]+", " ").strip();
        if (eineZeile.length() <= LANG) {
            return eineZeile;
        }
        int ende = Character.isHighSurrogate(eineZeile.charAt(LANG - 1)) ? LANG - 1 : LANG;
        return eineZeile.substring(0, ende) + "…";
    }
}
