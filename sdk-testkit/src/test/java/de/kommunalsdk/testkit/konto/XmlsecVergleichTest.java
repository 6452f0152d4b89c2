/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import static de.kommunalsdk.testkit.konto.Pruefstelle.SP;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.Base64;
import java.util.stream.Stream;
import javax.crypto.KeyGenerator;
import org.apache.xml.security.Init;
import org.apache.xml.security.encryption.EncryptedData;
import org.apache.xml.security.encryption.EncryptedKey;
import org.apache.xml.security.encryption.XMLCipher;
import org.apache.xml.security.keys.KeyInfo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What Apache Santuario encrypts, as Shibboleth and others do, is opened here: by all allowed pairs of methods. */
class XmlsecVergleichTest {

    private static final String XENC11 = "http://www.w3.org/2009/xmlenc11#";

    @BeforeAll
    static void beginne() {
        Init.init();
    }

    static Stream<String> verfahren() {
        return Stream.of(128, 192, 256).flatMap(bits -> Stream.of("", "mgf1sha256", "mgf1sha384", "mgf1sha512")
                .map(maske -> bits + " " + maske));
    }

    @ParameterizedTest
    @MethodSource("verfahren")
    void anotherLibrarysEncryptionIsOpened(String fall) {
        int bits = Integer.parseInt(fall.substring(0, 3));
        String maske = fall.substring(4);
        Pruefstelle stelle = Pruefstelle.bundId();
        Document dokument = Antwortbauer.dokument(stelle.antwort()
                .attribut("urn:oid:2.5.4.4", "HOCH", "Ä")
                .verschluesselt(null)
                .xml());
        verschluessele(dokument, bits, maske);
        String xml = Antwortbauer.geschrieben(dokument);
        assertThat(xml).contains("EncryptedAssertion").doesNotContain("NameID");
        assertThat(stelle.angenommen(Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8)))
                        .aussage()
                        .text("urn:oid:2.5.4.4"))
                .contains("Ä");
    }

    private static void verschluessele(Document dokument, int bits, String maske) {
        try {
            KeyGenerator generator = KeyGenerator.getInstance("AES");
            generator.init(bits);
            Key schluessel = generator.generateKey();
            XMLCipher huelle = maske.isEmpty()
                    ? XMLCipher.getInstance(XMLCipher.RSA_OAEP)
                    : XMLCipher.getInstance(XMLCipher.RSA_OAEP_11, null, "http://www.w3.org/2001/04/xmlenc#sha256");
            huelle.init(XMLCipher.WRAP_MODE, SP.zertifikat().getPublicKey());
            EncryptedKey verpackt = maske.isEmpty()
                    ? huelle.encryptKey(dokument, schluessel)
                    : huelle.encryptKey(dokument, schluessel, XENC11 + maske, null);
            XMLCipher cipher = XMLCipher.getInstance(XENC11 + "aes" + bits + "-gcm");
            cipher.init(XMLCipher.ENCRYPT_MODE, schluessel);
            EncryptedData daten = cipher.getEncryptedData();
            KeyInfo info = new KeyInfo(dokument);
            info.add(verpackt);
            daten.setKeyInfo(info);
            Element assertion = Antwortbauer.kind(dokument.getDocumentElement(), "Assertion");
            Element neu = dokument.createElementNS(assertion.getNamespaceURI(), "saml2:EncryptedAssertion");
            assertion.getParentNode().replaceChild(neu, assertion);
            neu.appendChild(assertion);
            cipher.doFinal(dokument, assertion);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
