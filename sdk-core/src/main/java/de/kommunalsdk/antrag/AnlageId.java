/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.antrag;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Id of an attachment: 128 random bits as 22 characters base64url. Never taken from
 * the citizen's file name.
 */
public record AnlageId(String wert) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final SecureRandom ZUFALL = new SecureRandom();

    public AnlageId {
        if (!istGueltig(wert)) {
            throw new IllegalArgumentException("AnlageId: 22 Zeichen base64url");
        }
    }

    /** A new random id. Thread-safe. */
    public static AnlageId neu() {
        byte[] bytes = new byte[16];
        ZUFALL.nextBytes(bytes);
        return new AnlageId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
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
