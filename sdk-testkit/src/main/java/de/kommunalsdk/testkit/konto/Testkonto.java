/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import de.kommunalsdk.saml.Schluesselpaar;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.List;

/**
 * An account as a SAML identity provider.
 *
 * @param entityId its name
 * @param anmeldung where requests go, by POST and by redirect
 * @param signatur its keys; the first signs, all are published
 */
public record Testkonto(String entityId, URI anmeldung, List<Schluesselpaar> signatur) {

    public Testkonto {
        signatur = List.copyOf(signatur);
    }

    /** Its metadata. */
    public byte[] metadaten() {
        StringBuilder schluessel = new StringBuilder();
        for (Schluesselpaar paar : signatur) {
            try {
                schluessel
                        .append("<md:KeyDescriptor use=\"signing\"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>")
                        .append(Base64.getEncoder()
                                .encodeToString(paar.zertifikat().getEncoded()))
                        .append("</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>");
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException(e);
            }
        }
        String bindung = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-";
        return ("<md:EntityDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\""
                        + " xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" entityID=\"" + entityId + "\">"
                        + "<md:IDPSSODescriptor WantAuthnRequestsSigned=\"true\""
                        + " protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:2.0:protocol\">" + schluessel
                        + "<md:SingleSignOnService Binding=\"" + bindung + "POST\" Location=\"" + anmeldung + "\"/>"
                        + "<md:SingleSignOnService Binding=\"" + bindung + "Redirect\" Location=\"" + anmeldung
                        + "\"/></md:IDPSSODescriptor></md:EntityDescriptor>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
