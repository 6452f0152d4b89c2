/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc.internal;

import java.math.BigInteger;

/**
 * Knows RSA keys that a broken chip made (CVE-2017-15361): modulo each small prime their modulus is a power of 65537, which
 * is true of other keys about once in 2^27.
 */
final class Roca {

    private static final int[] PRIMZAHLEN = {11, 13, 17, 19, 37, 53, 61, 71, 73, 79, 97, 103, 107, 109, 127, 151, 157};

    private Roca() {}

    static boolean betrifft(BigInteger modul) {
        for (int p : PRIMZAHLEN) {
            int rest = modul.mod(BigInteger.valueOf(p)).intValue();
            boolean potenz = false;
            int wert = 1;
            for (int i = 0; i < p && !potenz; i++) {
                potenz = wert == rest;
                wert = wert * (65537 % p) % p;
            }
            if (!potenz) {
                return false;
            }
        }
        return true;
    }
}
