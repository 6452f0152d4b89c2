/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import de.kommunalsdk.saml.Dienstanbieter;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A portal as its account knows it.
 *
 * @param entityId its name
 * @param acs where answers go
 * @param signatur certificates that requests are checked with
 * @param verschluesselung certificates that answers are encrypted for
 */
public record Testdienst(
        String entityId, URI acs, List<X509Certificate> signatur, List<X509Certificate> verschluesselung) {

    private static final String MD = "urn:oasis:names:tc:SAML:2.0:metadata";

    public Testdienst {
        signatur = List.copyOf(signatur);
        verschluesselung = List.copyOf(verschluesselung);
    }

    /** As registered with the first of its keys. */
    public static Testdienst aus(Dienstanbieter dienst) {
        return new Testdienst(
                dienst.entityId(),
                dienst.acs(),
                List.of(dienst.signatur().zertifikat()),
                List.of(dienst.entschluesselung().get(0).zertifikat()));
    }

    /** As its metadata say. */
    public static Testdienst lies(byte[] metadaten) {
        Document dokument = Antwortbauer.dokument(new String(metadaten, java.nio.charset.StandardCharsets.UTF_8));
        Element acs = (Element)
                dokument.getElementsByTagNameNS(MD, "AssertionConsumerService").item(0);
        return new Testdienst(
                dokument.getDocumentElement().getAttribute("entityID"),
                URI.create(acs.getAttribute("Location")),
                zertifikate(dokument, "signing"),
                zertifikate(dokument, "encryption"));
    }

    private static List<X509Certificate> zertifikate(Document dokument, String zweck) {
        List<X509Certificate> zertifikate = new ArrayList<>();
        NodeList angaben = dokument.getElementsByTagNameNS(MD, "KeyDescriptor");
        for (int i = 0; i < angaben.getLength(); i++) {
            Element angabe = (Element) angaben.item(i);
            if (angabe.getAttribute("use").equals(zweck)) {
                byte[] bytes =
                        Base64.getMimeDecoder().decode(angabe.getTextContent().strip());
                try {
                    zertifikate.add((X509Certificate) CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(bytes)));
                } catch (CertificateException e) {
                    throw new IllegalArgumentException(e);
                }
            }
        }
        return zertifikate;
    }
}
