/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.bench;

import de.kommunalsdk.crypto.Schluesselbund;
import de.kommunalsdk.crypto.Verschluesselung;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Encryption of a draft at rest, beside the JDK's AES-256-GCM with a ready key and a random nonce. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class KryptoBench {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String ORT = "entwurf/3f2b8f0e-0000-4000-8000-000000000000";

    private final SecureRandom zufall = new SecureRandom();
    private final SecretKeySpec schluessel = new SecretKeySpec(new byte[32], "AES");
    private final Verschluesselung verschluesselung = new Verschluesselung(
            Schluesselbund.builder().schluessel("k1", new byte[32]).aktiv("k1").baue(), "bench");
    private byte[] klar = {};
    private byte[] geheimSdk = {};
    private byte[] geheimPeer = {};

    /** Makes a draft of 4 kB. */
    @Setup
    public void lade() throws GeneralSecurityException {
        nimm(4096);
    }

    /** Makes a draft of another size. */
    void nimm(int bytes) throws GeneralSecurityException {
        klar = new byte[bytes];
        Arrays.fill(klar, (byte) 'x');
        geheimSdk = verschluesselnSdk();
        geheimPeer = verschluesselnPeer();
    }

    /** Derives the key, binds header and place. */
    @Benchmark
    public byte[] verschluesselnSdk() {
        return verschluesselung.verschluessle(klar, ORT);
    }

    /** Nonce and cipher text in one array. */
    @Benchmark
    public byte[] verschluesselnPeer() throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE];
        zufall.nextBytes(nonce);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, schluessel, new GCMParameterSpec(TAG_BITS, nonce));
        byte[] geheim = new byte[NONCE + klar.length + TAG_BITS / 8];
        System.arraycopy(nonce, 0, geheim, 0, NONCE);
        cipher.doFinal(klar, 0, klar.length, geheim, NONCE);
        return geheim;
    }

    /** Derives the key, checks header and place. */
    @Benchmark
    public byte[] entschluesselnSdk() {
        return verschluesselung.entschluessle(geheimSdk, ORT);
    }

    /** Nonce and cipher text from one array. */
    @Benchmark
    public byte[] entschluesselnPeer() throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, schluessel, new GCMParameterSpec(TAG_BITS, geheimPeer, 0, NONCE));
        return cipher.doFinal(geheimPeer, NONCE, geheimPeer.length - NONCE);
    }
}
