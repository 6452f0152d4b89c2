/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml.pruefstand;

import de.kommunalsdk.saml.internal.Algorithmenregel;
import de.kommunalsdk.saml.internal.StrengeAlgorithmen;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The product's algorithms and, besides, those of 2008: RSA with SHA-1, short keys, CBC, RSA of PKCS#1 for keys. */
enum AlteAlgorithmen implements Algorithmenregel {
    REGEL;

    private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    private static final String XENC = "http://www.w3.org/2001/04/xmlenc#";
    private static final Map<String, Integer> CBC =
            Map.of("aes128-cbc", 16, "aes192-cbc", 24, "aes256-cbc", 32, "tripledes-cbc", 24);

    @Override
    public Optional<String> signatur(String verfahren) {
        return verfahren.equals(DS + "rsa-sha1") ? Optional.of("RSA") : StrengeAlgorithmen.REGEL.signatur(verfahren);
    }

    @Override
    public boolean pruefsumme(String verfahren) {
        return verfahren.equals(DS + "sha1") || StrengeAlgorithmen.REGEL.pruefsumme(verfahren);
    }

    @Override
    public int rsaBits() {
        return 512;
    }

    @Override
    public boolean sichereValidierung() {
        return false;
    }

    @Override
    public Optional<Inhaltsverfahren> inhalt(String verfahren) {
        String name = verfahren.startsWith(XENC) ? verfahren.substring(XENC.length()) : "";
        return Optional.ofNullable(CBC.get(name))
                .<Inhaltsverfahren>map(bytes -> new Cbc(bytes, name.startsWith("aes") ? "AES" : "DESede"))
                .or(() -> StrengeAlgorithmen.REGEL.inhalt(verfahren));
    }

    @Override
    public Optional<Schluesselverfahren> schluessel(Schluesselangabe angabe) {
        return angabe.verfahren().equals(XENC + "rsa-1_5")
                ? Optional.of(AlteAlgorithmen::pkcs1)
                : StrengeAlgorithmen.REGEL.schluessel(angabe);
    }

    private static byte[] pkcs1(PrivateKey schluessel, byte[] geheim) throws GeneralSecurityException {
        Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        rsa.init(Cipher.DECRYPT_MODE, schluessel);
        return rsa.doFinal(geheim);
    }

    private record Cbc(int schluesselBytes, String art) implements Inhaltsverfahren {

        @Override
        public byte[] oeffne(byte[] schluessel, byte[] geheim) throws GeneralSecurityException {
            Cipher cbc = Cipher.getInstance(art + "/CBC/ISO10126Padding");
            int block = cbc.getBlockSize();
            if (geheim.length <= block) {
                throw new GeneralSecurityException("zu kurz");
            }
            cbc.init(Cipher.DECRYPT_MODE, new SecretKeySpec(schluessel, art), new IvParameterSpec(geheim, 0, block));
            return cbc.doFinal(geheim, block, geheim.length - block);
        }
    }
}
