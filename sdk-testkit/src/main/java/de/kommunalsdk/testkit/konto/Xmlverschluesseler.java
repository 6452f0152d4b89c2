/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/**
 * Encrypts a text as EncryptedData for one or several recipients.
 *
 * @param bits of the AES key
 * @param oaep11 {@code xmlenc11#rsa-oaep} with SHA-256 and MGF1-SHA256; otherwise {@code rsa-oaep-mgf1p}, as identity
 *     providers send it by default
 * @param daneben whether EncryptedKey stands beside EncryptedData instead of in its KeyInfo
 */
public record Xmlverschluesseler(int bits, boolean oaep11, boolean daneben) {

    /** AES-256, RSA-OAEP with SHA-256, key inside. */
    public static final Xmlverschluesseler STANDARD = new Xmlverschluesseler(256, true, false);

    private static final String XENC = "http://www.w3.org/2001/04/xmlenc#";
    private static final String XENC11 = "http://www.w3.org/2009/xmlenc11#";
    private static final SecureRandom ZUFALL = new SecureRandom();

    /** EncryptedData, and the keys beside it, as XML without declaration. */
    public String verschluessele(String klartext, List<X509Certificate> empfaenger) {
        try {
            KeyGenerator generator = KeyGenerator.getInstance("AES");
            generator.init(bits);
            SecretKey schluessel = generator.generateKey();
            StringBuilder schluesselXml = new StringBuilder();
            for (X509Certificate einer : empfaenger) {
                schluesselXml.append(verpackt(schluessel, einer));
            }
            byte[] iv = new byte[12];
            ZUFALL.nextBytes(iv);
            Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
            aes.init(Cipher.ENCRYPT_MODE, schluessel, new GCMParameterSpec(128, iv));
            byte[] klar = klartext.getBytes(StandardCharsets.UTF_8);
            byte[] geheim = new byte[iv.length + aes.getOutputSize(klar.length)];
            System.arraycopy(iv, 0, geheim, 0, iv.length);
            aes.doFinal(klar, 0, klar.length, geheim, iv.length);
            return "<xenc:EncryptedData xmlns:xenc=\"" + XENC + "\" Type=\"" + XENC + "Element\">"
                    + "<xenc:EncryptionMethod Algorithm=\"" + XENC11 + "aes" + bits + "-gcm\"/>"
                    + (daneben
                            ? ""
                            : "<ds:KeyInfo xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">" + schluesselXml
                                    + "</ds:KeyInfo>")
                    + wert(geheim) + "</xenc:EncryptedData>" + (daneben ? schluesselXml : "");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String verpackt(SecretKey schluessel, X509Certificate empfaenger) throws GeneralSecurityException {
        Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPPadding");
        rsa.init(
                Cipher.ENCRYPT_MODE,
                empfaenger.getPublicKey(),
                new OAEPParameterSpec(
                        oaep11 ? "SHA-256" : "SHA-1",
                        "MGF1",
                        oaep11 ? MGF1ParameterSpec.SHA256 : MGF1ParameterSpec.SHA1,
                        PSource.PSpecified.DEFAULT));
        return "<xenc:EncryptedKey xmlns:xenc=\"" + XENC + "\">" + methode()
                + wert(rsa.doFinal(schluessel.getEncoded())) + "</xenc:EncryptedKey>";
    }

    private String methode() {
        return oaep11
                ? "<xenc:EncryptionMethod Algorithm=\"" + XENC11 + "rsa-oaep\">"
                        + "<ds:DigestMethod xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" Algorithm=\"" + XENC
                        + "sha256\"/><xenc11:MGF xmlns:xenc11=\"" + XENC11 + "\" Algorithm=\"" + XENC11
                        + "mgf1sha256\"/></xenc:EncryptionMethod>"
                : "<xenc:EncryptionMethod Algorithm=\"" + XENC + "rsa-oaep-mgf1p\"/>";
    }

    private static String wert(byte[] geheim) {
        return "<xenc:CipherData><xenc:CipherValue>" + Base64.getEncoder().encodeToString(geheim)
                + "</xenc:CipherValue></xenc:CipherData>";
    }
}
