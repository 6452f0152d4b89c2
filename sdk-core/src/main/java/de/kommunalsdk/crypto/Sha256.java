/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, which every Java runtime has. Thread-safe. */
public final class Sha256 {

    private Sha256() {}

    /** The hash as 64 lower case hex digits. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(neu().digest(bytes));
    }

    /** A digest for bytes that come piece by piece; not thread-safe. */
    public static MessageDigest neu() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Jede Java-Laufzeit kennt SHA-256", e);
        }
    }
}
