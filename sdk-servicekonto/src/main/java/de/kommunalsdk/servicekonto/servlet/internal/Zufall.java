/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto.servlet.internal;

import java.security.SecureRandom;
import java.util.Base64;

/** Tokens that nobody guesses. */
final class Zufall {

    private static final SecureRandom QUELLE = new SecureRandom();

    private Zufall() {}

    /** 192 bits as 32 characters {@code A-Za-z0-9_-}. */
    static String marke() {
        byte[] bytes = new byte[24];
        QUELLE.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
