/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.benachrichtigung;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One mail address (RFC 5321, 4.1.2, without quoted local parts): ASCII, at most 254 characters, nothing that could end
 * a header or begin another address.
 */
public record Mailadresse(String wert) {

    private static final int MAX_ZEICHEN = 254;
    private static final Pattern FORM = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}"
                    + "(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}){0,20}@(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\\.){1,10}[A-Za-z][A-Za-z0-9-]{1,62}");

    public Mailadresse {
        if (wert.length() > MAX_ZEICHEN || !FORM.matcher(wert).matches()) {
            throw new IllegalArgumentException("Mailadresse: name@beispiel.de");
        }
    }

    /** What somebody typed: blanks around it do not count, a domain with umlauts is taken in its ASCII form. */
    public static Optional<Mailadresse> lies(String getippt) {
        String text = getippt.strip();
        int at = text.lastIndexOf('@');
        if (at < 1 || text.length() > MAX_ZEICHEN) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Mailadresse(text.substring(0, at + 1) + IDN.toASCII(text.substring(at + 1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Leaves the address out: it is personal data. */
    @Override
    public String toString() {
        return "Mailadresse";
    }
}
