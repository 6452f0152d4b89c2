/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.crypto;

import java.util.Arrays;
import java.util.Base64;

/** Synthetic secrets: 32 times the same byte. */
final class Testschluessel {

    private Testschluessel() {}

    static byte[] geheimnis(int fuellung) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fuellung);
        return bytes;
    }

    static String base64(int fuellung) {
        return Base64.getEncoder().encodeToString(geheimnis(fuellung));
    }

    /** A key ring with one key. */
    static Schluesselbund bund(String name, int fuellung) {
        return Schluesselbund.builder()
                .schluessel(name, geheimnis(fuellung))
                .aktiv(name)
                .baue();
    }
}
