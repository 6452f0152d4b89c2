/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

import java.util.Locale;

/** How a Dienst meets the written form that the law asks for. */
public enum Schriftform {
    /** No written form is asked for. */
    KEINE,
    /** A Nutzerkonto replaces the signature. */
    NUTZERKONTO,
    /** The citizen prints, signs and sends the Antrag. */
    PAPIER;

    /**
     * The value of dienst.yaml.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Schriftform lies(String text) {
        for (Schriftform schriftform : values()) {
            if (schriftform.name().toLowerCase(Locale.ROOT).equals(text)) {
                return schriftform;
            }
        }
        throw new IllegalArgumentException("keine, nutzerkonto oder papier");
    }
}
