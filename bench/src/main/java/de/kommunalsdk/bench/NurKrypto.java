/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.bench;

import de.kommunalsdk.saml.Schluesselpaar;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

/** Opens a key by RSA-OAEP, with it 8 kB by AES-GCM, and verifies a signature over them: no XML, no check. */
final class NurKrypto {

    private static final int IV = 12;
    private static final int MARKE = 128;
    private static final OAEPParameterSpec OAEP =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);
    private static final PSSParameterSpec PSS =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

    private final PrivateKey eigener;
    private final PublicKey fremder;
    private final byte[] verpackt;
    private final byte[] geheim;
    private final byte[] rsa;
    private final byte[] pss;

    NurKrypto(Schluesselpaar eigenes, Schluesselpaar konto, int bytes) {
        try {
            eigener = eigenes.schluessel();
            fremder = konto.zertifikat().getPublicKey();
            byte[] schluessel = new byte[32];
            Cipher oaep = Cipher.getInstance("RSA/ECB/OAEPPadding");
            oaep.init(Cipher.ENCRYPT_MODE, eigenes.zertifikat().getPublicKey(), OAEP);
            verpackt = oaep.doFinal(schluessel);
            byte[] klar = new byte[bytes];
            geheim = aes(Cipher.ENCRYPT_MODE, schluessel).doFinal(klar);
            rsa = unterschrift(konto.schluessel(), false, klar);
            pss = unterschrift(konto.schluessel(), true, klar);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Cipher aes(int richtung, byte[] schluessel) throws GeneralSecurityException {
        Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
        aes.init(richtung, new SecretKeySpec(schluessel, "AES"), new GCMParameterSpec(MARKE, new byte[IV]));
        return aes;
    }

    private static Signature signatur(boolean mitPss) throws GeneralSecurityException {
        Signature signatur = Signature.getInstance(mitPss ? "RSASSA-PSS" : "SHA256withRSA");
        if (mitPss) {
            signatur.setParameter(PSS);
        }
        return signatur;
    }

    private static byte[] unterschrift(PrivateKey schluessel, boolean mitPss, byte[] klar)
            throws GeneralSecurityException {
        Signature signatur = signatur(mitPss);
        signatur.initSign(schluessel);
        signatur.update(klar);
        return signatur.sign();
    }

    byte[] anmeldung(boolean mitPss) throws GeneralSecurityException {
        Cipher oaep = Cipher.getInstance("RSA/ECB/OAEPPadding");
        oaep.init(Cipher.DECRYPT_MODE, eigener, OAEP);
        byte[] klar = aes(Cipher.DECRYPT_MODE, oaep.doFinal(verpackt)).doFinal(geheim);
        Signature signatur = signatur(mitPss);
        signatur.initVerify(fremder);
        signatur.update(klar);
        if (!signatur.verify(mitPss ? pss : rsa)) {
            throw new IllegalStateException("Die Signatur muss stimmen");
        }
        return klar;
    }
}
