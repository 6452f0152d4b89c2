/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml.internal;

import de.kommunalsdk.saml.Schluesselpaar;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.List;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.DigestMethodParameterSpec;
import javax.xml.crypto.dsig.spec.SignatureMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Signs our own requests with SHA-256: ECDSA with an EC key, RSA-PSS or RSA of PKCS#1 with an RSA key. */
final class Unterschrift {

    private static final String MEHR = "http://www.w3.org/2001/04/xmldsig-more#";

    private final Schluesselpaar paar;
    private final boolean ec;
    private final boolean pss; // of an RSA key

    Unterschrift(Schluesselpaar paar, boolean pss) {
        this.paar = paar;
        this.ec = paar.schluessel() instanceof ECKey;
        this.pss = pss;
    }

    /** The URI of the method. */
    String verfahren() {
        if (ec) {
            return MEHR + "ecdsa-sha256";
        }
        return pss ? "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1" : MEHR + "rsa-sha256";
    }

    /** Puts a signature after the Issuer. */
    void unterschreibe(Element wurzel) {
        try {
            XMLSignatureFactory fabrik = XMLSignatureFactory.getInstance("DOM", "XMLDSig");
            Reference verweis = fabrik.newReference(
                    "#" + wurzel.getAttribute("ID"),
                    fabrik.newDigestMethod(Xml.XENC + "sha256", (DigestMethodParameterSpec) null),
                    List.of(
                            fabrik.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                            fabrik.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
                    null,
                    null);
            SignedInfo info = fabrik.newSignedInfo(
                    fabrik.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                    fabrik.newSignatureMethod(verfahren(), (SignatureMethodParameterSpec) null),
                    List.of(verweis));
            @Nullable Node danach = Xml.kinder(wurzel).get(0).getNextSibling();
            DOMSignContext ort = new DOMSignContext(paar.schluessel(), wurzel, danach);
            ort.setDefaultNamespacePrefix("ds");
            ort.setIdAttributeNS(wurzel, null, "ID");
            fabrik.newXMLSignature(info, null).sign(ort);
            // the JDK breaks lines with CR LF, which would be written as character references
            Element wert = (Element)
                    wurzel.getElementsByTagNameNS(Xml.DS, "SignatureValue").item(0);
            wert.setTextContent(wert.getTextContent().replaceAll("\\s", ""));
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
            throw new IllegalStateException("Der eigene Schlüssel unterschreibt nicht", e);
        }
    }

    /** The value over bytes, for the redirect binding: with ECDSA as r and s of the same length. */
    byte[] unterschreibe(byte[] bytes) {
        try {
            Signature signatur;
            if (ec) {
                signatur = Signature.getInstance("SHA256withECDSAinP1363Format");
            } else if (pss) {
                signatur = Signature.getInstance("RSASSA-PSS");
                signatur.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
            } else {
                signatur = Signature.getInstance("SHA256withRSA");
            }
            signatur.initSign(paar.schluessel());
            signatur.update(bytes);
            return signatur.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Der eigene Schlüssel unterschreibt nicht", e);
        }
    }
}
