/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.mandant;

import java.util.regex.Pattern;

/**
 * Id of a Mandant: 1 to 40 characters, lower case letters, digits and hyphen, beginning with a letter. It stands in
 * URLs and in every table, so it never changes.
 */
public record MandantId(String wert) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public MandantId {
        if (!FORM.matcher(wert).matches()) {
            throw new IllegalArgumentException(
                    "MandantId: 1 bis 40 Zeichen aus a-z, 0-9 und -, beginnend mit einem Buchstaben");
        }
    }

    @Override
    public String toString() {
        return wert;
    }
}
