/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml.internal;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

/**
 * The algorithms of the product: RSA-PSS, RSA and ECDSA with SHA-256 and higher, AES-GCM, RSA-OAEP.
 *
 * <p>OAEP in the form of 2001 ({@code rsa-oaep-mgf1p}) has SHA-1 in its mask by definition and mostly also as digest; that
 * is allowed, because it needs no resistance against collisions and is what identity providers send by default.
 *
 * @see "BundID interface 10.2.0.0, chapter 5.4; RFC 9231; XML Encryption 1.1, section 5.5"
 */
public enum StrengeAlgorithmen implements Algorithmenregel {
    REGEL;

    private static final String MEHR = "http://www.w3.org/2001/04/xmldsig-more#";
    private static final String NEU = "http://www.w3.org/2007/05/xmldsig-more#";
    private static final String OAEP_2001 = Xml.XENC + "rsa-oaep-mgf1p";
    private static final String OAEP_11 = Xml.XENC11 + "rsa-oaep";

    private static final Map<String, String> SIGNATUREN = Map.of(
            NEU + "sha256-rsa-MGF1", "RSA",
            NEU + "sha384-rsa-MGF1", "RSA",
            NEU + "sha512-rsa-MGF1", "RSA",
            NEU + "rsa-pss", "RSA",
            MEHR + "rsa-sha256", "RSA",
            MEHR + "rsa-sha384", "RSA",
            MEHR + "rsa-sha512", "RSA",
            MEHR + "ecdsa-sha256", "EC",
            MEHR + "ecdsa-sha384", "EC",
            MEHR + "ecdsa-sha512", "EC");
    private static final Map<String, String> PRUEFSUMMEN =
            Map.of(Xml.XENC + "sha256", "SHA-256", MEHR + "sha384", "SHA-384", Xml.XENC + "sha512", "SHA-512");
    private static final Map<String, MGF1ParameterSpec> MASKEN = Map.of(
            Xml.XENC11 + "mgf1sha256", MGF1ParameterSpec.SHA256,
            Xml.XENC11 + "mgf1sha384", MGF1ParameterSpec.SHA384,
            Xml.XENC11 + "mgf1sha512", MGF1ParameterSpec.SHA512);
    private static final Map<String, Integer> GCM =
            Map.of(Xml.XENC11 + "aes128-gcm", 16, Xml.XENC11 + "aes192-gcm", 24, Xml.XENC11 + "aes256-gcm", 32);
    private static final Set<String> SHA1 = Set.of("", Xml.DS + "sha1");
    private static final int IV = 12;
    private static final int MARKE = 16;

    @Override
    public Optional<String> signatur(String verfahren) {
        return Optional.ofNullable(SIGNATUREN.get(verfahren));
    }

    @Override
    public boolean pruefsumme(String verfahren) {
        return PRUEFSUMMEN.containsKey(verfahren);
    }

    @Override
    public int rsaBits() {
        return 2048;
    }

    @Override
    public boolean sichereValidierung() {
        return true;
    }

    @Override
    public Optional<Inhaltsverfahren> inhalt(String verfahren) {
        return Optional.ofNullable(GCM.get(verfahren)).map(Gcm::new);
    }

    @Override
    public Optional<Schluesselverfahren> schluessel(Schluesselangabe angabe) {
        Optional<String> pruefsumme = Optional.ofNullable(PRUEFSUMMEN.get(angabe.pruefsumme()));
        if (OAEP_2001.equals(angabe.verfahren()) && angabe.maske().isEmpty()) {
            return pruefsumme
                    .or(() -> SHA1.contains(angabe.pruefsumme()) ? Optional.of("SHA-1") : Optional.empty())
                    .map(summe -> oaep(summe, MGF1ParameterSpec.SHA1));
        }
        MGF1ParameterSpec maske = MASKEN.get(angabe.maske());
        return OAEP_11.equals(angabe.verfahren()) && maske != null
                ? pruefsumme.map(summe -> oaep(summe, maske))
                : Optional.empty();
    }

    private static Schluesselverfahren oaep(String pruefsumme, MGF1ParameterSpec maske) {
        OAEPParameterSpec parameter = new OAEPParameterSpec(pruefsumme, "MGF1", maske, PSource.PSpecified.DEFAULT);
        return (PrivateKey schluessel, byte[] geheim) -> {
            Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPPadding");
            rsa.init(Cipher.DECRYPT_MODE, schluessel, parameter);
            return rsa.doFinal(geheim);
        };
    }

    private record Gcm(int schluesselBytes) implements Inhaltsverfahren {

        @Override
        public byte[] oeffne(byte[] schluessel, byte[] geheim) throws GeneralSecurityException {
            if (geheim.length < IV + MARKE) {
                throw new GeneralSecurityException("zu kurz");
            }
            Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
            aes.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(schluessel, "AES"),
                    new GCMParameterSpec(8 * MARKE, geheim, 0, IV));
            return aes.doFinal(geheim, IV, geheim.length - IV);
        }
    }
}
