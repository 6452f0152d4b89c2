/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schluessel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Key of an authority in the Deutsches Verwaltungsdiensteverzeichnis: {@code bab:05913000}. Which number stands behind
 * the colon (AGS, ARS, one of its own) is up to each service.
 *
 * @param praefix letters, as {@link DvdvPraefixe} lists them; a standard may ask for less (XBau: three small ones)
 * @param ziffern at least one digit
 */
public record DvdvSchluessel(String praefix, String ziffern) {

    private static final Pattern FORM = Pattern.compile("(\\p{L}{2,10}):([0-9]{1,30})");

    public DvdvSchluessel {
        if (!FORM.matcher(praefix + ":" + ziffern).matches()) {
            throw new IllegalArgumentException("DVDV-Schluessel: Buchstaben, Doppelpunkt, Ziffern");
        }
    }

    /** Reads a key; empty when the text has another form. */
    public static Optional<DvdvSchluessel> lies(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(new DvdvSchluessel(form.group(1), form.group(2))) : Optional.empty();
    }

    @Override
    public String toString() {
        return praefix + ":" + ziffern;
    }
}
