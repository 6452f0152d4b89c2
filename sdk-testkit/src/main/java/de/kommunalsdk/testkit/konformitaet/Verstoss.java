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

    /** Texts that quote a page lose control characters and what is longer than 400 characters. */
    public Verstoss {
        wo = Klartext.von(wo);
        was = Klartext.von(was);
    }

    @Override
    public String toString() {
        return wo + ": " + was + " [" + code + "] " + abhilfe;
    }
}
