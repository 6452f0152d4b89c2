/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.crypto;

import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.error.OzgException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM for data at rest. Form: version byte 1, length and ASCII name of the key, 12 random bytes nonce, cipher
 * text with tag. The header and the place ({@code ort}, for example table and row id) are authenticated, so that a
 * stored value cannot be moved to another row. Thread-safe.
 */
public final class Verschluesselung {

    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom ZUFALL = new SecureRandom();

    private final Schluesselbund bund;
    private final String zweck;

    /** Encrypts with the keys that {@code bund} derives for {@code zweck}. */
    public Verschluesselung(Schluesselbund bund, String zweck) {
        this.bund = bund;
        this.zweck = zweck;
    }

    /** Encrypts under the active key. */
    public byte[] verschluessle(byte[] klar, String ort) {
        byte[] name = bund.aktiv().getBytes(StandardCharsets.US_ASCII);
        byte[] kopf = ByteBuffer.allocate(2 + name.length)
                .put(VERSION)
                .put((byte) name.length)
                .put(name)
                .array();
        byte[] nonce = new byte[NONCE];
        ZUFALL.nextBytes(nonce);
        SecretKeySpec schluessel = bund.schluessel(bund.aktiv(), zweck, "AES").orElseThrow();
        try {
            byte[] geheim =
                    cipher(Cipher.ENCRYPT_MODE, schluessel, nonce, kopf, ort).doFinal(klar);
            return ByteBuffer.allocate(kopf.length + NONCE + geheim.length)
                    .put(kopf)
                    .put(nonce)
                    .put(geheim)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM ist nicht verfuegbar", e);
        }
    }

    /**
     * Decrypts.
     *
     * @throws OzgException OZG-CRYPTO-0004 without the key, OZG-CRYPTO-0005 when a bit or the place differs
     */
    public byte[] entschluessle(byte[] geheim, String ort) {
        String name = schluesselname(geheim);
        int kopf = 2 + name.length();
        if (geheim.length < kopf + NONCE + TAG_BITS / 8) {
            throw new Entschluesselungsfehler(CryptoFehler.VERAENDERT);
        }
        SecretKeySpec schluessel = bund.schluessel(name, zweck, "AES")
                .orElseThrow(() -> new Entschluesselungsfehler(CryptoFehler.UNBEKANNTER_SCHLUESSEL));
        byte[] nonce = Arrays.copyOfRange(geheim, kopf, kopf + NONCE);
        try {
            return cipher(Cipher.DECRYPT_MODE, schluessel, nonce, Arrays.copyOf(geheim, kopf), ort)
                    .doFinal(geheim, kopf + NONCE, geheim.length - kopf - NONCE);
        } catch (AEADBadTagException e) {
            throw new Entschluesselungsfehler(CryptoFehler.VERAENDERT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM ist nicht verfuegbar", e);
        }
    }

    /** Whether a value was encrypted under another key than the active one. */
    public boolean istVeraltet(byte[] geheim) {
        return !schluesselname(geheim).equals(bund.aktiv());
    }

    private static String schluesselname(byte[] geheim) {
        if (geheim.length < 2 || geheim[0] != VERSION || geheim[1] < 1 || geheim.length < 2 + geheim[1]) {
            throw new Entschluesselungsfehler(CryptoFehler.VERAENDERT);
        }
        return new String(geheim, 2, geheim[1], StandardCharsets.US_ASCII);
    }

    private static Cipher cipher(int art, SecretKeySpec schluessel, byte[] nonce, byte[] kopf, String ort)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(art, schluessel, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(kopf);
        cipher.updateAAD(ort.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** Stored data cannot be read. */
    private static final class Entschluesselungsfehler extends OzgException {
        private static final long serialVersionUID = 1L;

        Entschluesselungsfehler(Fehlercode code) {
            super(code, "", false, null);
        }
    }
}
