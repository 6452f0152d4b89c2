/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.antrag;

import java.util.regex.Pattern;

/** The number a citizen quotes: upper case letters, digits and hyphen, 8 to 40 characters. */
public record Vorgangsnummer(String wert) {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9-]{6,38}[A-Z0-9]");

    public Vorgangsnummer {
        if (!FORM.matcher(wert).matches()) {
            throw new IllegalArgumentException("Vorgangsnummer: 8 bis 40 Zeichen aus A-Z, 0-9 und -");
        }
    }

    @Override
    public String toString() {
        return wert;
    }
}
