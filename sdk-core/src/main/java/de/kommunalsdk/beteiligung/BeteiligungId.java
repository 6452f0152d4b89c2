/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beteiligung;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** Id of one person's part in one round: 128 random bits as 22 characters base64url. No credential. */
public record BeteiligungId(String wert) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final SecureRandom ZUFALL = new SecureRandom();

    public BeteiligungId {
        if (!istGueltig(wert)) {
            throw new IllegalArgumentException("BeteiligungId: 22 Zeichen base64url");
        }
    }

    /** A new random id. Thread-safe. */
    public static BeteiligungId neu() {
        return new BeteiligungId(zufall(16));
    }

    /** A new token for a link: 256 random bits as 43 characters base64url. Thread-safe. */
    public static String neuerLink() {
        return zufall(32);
    }

    private static String zufall(int anzahl) {
        byte[] bytes = new byte[anzahl];
        ZUFALL.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
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
