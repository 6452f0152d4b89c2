/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.antrag;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Id of an Antrag from its first draft on: 127 random bits as 22 characters base64url. Not guessable, but no
 * credential: a browser proves its draft by a signed cookie.
 */
public record AntragId(String wert) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final SecureRandom ZUFALL = new SecureRandom();

    public AntragId {
        if (!istGueltig(wert)) {
            throw new IllegalArgumentException("AntragId: 22 Zeichen base64url");
        }
    }

    /** A new random id. It begins with a letter: a command line would take a hyphen for an option. Thread-safe. */
    public static AntragId neu() {
        byte[] bytes = new byte[16];
        ZUFALL.nextBytes(bytes);
        bytes[0] &= 0x7f;
        return new AntragId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
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
