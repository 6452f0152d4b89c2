/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet;

/**
 * One thing that breaks a rule.
 *
 * @param code stable within its rule, for example {@code csp-fehlt}
 * @param wo page and place on it; the id of a draft is left out
 * @param was what was found
 * @param abhilfe what to do
 */
public record Verstoss(String code, String wo, String was, String abhilfe) {

    private static final int LANG = 400;

    /** Texts that quote a page lose control characters and what is longer than 400 characters. */
    public Verstoss {
        wo = sauber(wo);
        was = sauber(was);
    }

    private static String sauber(String text) {
        String eineZeile =
                text.replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Cn}\\s]+", " ").strip();
        if (eineZeile.length() <= LANG) {
            return eineZeile;
        }
        int ende = Character.isHighSurrogate(eineZeile.charAt(LANG - 1)) ? LANG - 1 : LANG;
        return eineZeile.substring(0, ende) + "…";
    }

    @Override
    public String toString() {
        return wo + ": " + was + " [" + code + "] " + abhilfe;
    }
}
