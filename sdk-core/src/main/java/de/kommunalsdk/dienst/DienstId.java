/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.dienst;

import java.util.regex.Pattern;

/** Id of an OZG-Dienst: 1 to 60 characters, lower case letters, digits and hyphen, beginning with a letter. */
public record DienstId(String wert) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,59}");

    public DienstId {
        if (!istGueltig(wert)) {
            throw new IllegalArgumentException(
                    "DienstId: 1 bis 60 Zeichen aus a-z, 0-9 und -, beginnend mit einem Buchstaben");
        }
    }

    /** Whether a text has the form of an id; for input that comes from a URL. */
    public static boolean istGueltig(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return wert;
    }
}
