/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import de.kommunalsdk.saml.Schluesselpaar;
import java.security.GeneralSecurityException;
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
import javax.xml.crypto.dsig.spec.ExcC14NParameterSpec;
import javax.xml.crypto.dsig.spec.RSAPSSParameterSpec;
import javax.xml.crypto.dsig.spec.SignatureMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Signs an element as accounts do: enveloped, exclusive canonicalisation, after its Issuer or as its first child. */
public final class Xmlsignierer {

    /** The method that the BundID asks for. */
    public static final String RSA_PSS = "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1";
    /** PSS with parameters of its own. */
    public static final String RSA_PSS_PARAMETER = "http://www.w3.org/2007/05/xmldsig-more#rsa-pss";
    /** ECDSA. */
    public static final String ECDSA = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
    /** RSA of PKCS#1. */
    public static final String RSA = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    /** SHA-256. */
    public static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";

    private Xmlsignierer() {}

    /** Signs with SHA-256. */
    public static void signiere(Element element, Schluesselpaar paar, String verfahren) {
        signiere(element, paar, verfahren, SHA256, List.of("xsd"));
    }

    /**
     * Signs with any method that the JDK has.
     *
     * @param praefixe PrefixList of the canonicalisation
     */
    public static void signiere(
            Element element, Schluesselpaar paar, String verfahren, String pruefsumme, List<String> praefixe) {
        try {
            XMLSignatureFactory fabrik = XMLSignatureFactory.getInstance("DOM");
            Transform huelle = fabrik.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null);
            Transform kanonisch =
                    fabrik.newTransform(CanonicalizationMethod.EXCLUSIVE, new ExcC14NParameterSpec(praefixe));
            Reference verweis = fabrik.newReference(
                    "#" + element.getAttribute("ID"),
                    fabrik.newDigestMethod(pruefsumme, null),
                    List.of(huelle, kanonisch),
                    null,
                    null);
            @Nullable
            SignatureMethodParameterSpec parameter = verfahren.equals(RSA_PSS_PARAMETER)
                    ? new RSAPSSParameterSpec(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1))
                    : null;
            SignedInfo info = fabrik.newSignedInfo(
                    fabrik.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                    fabrik.newSignatureMethod(verfahren, parameter),
                    List.of(verweis));
            @Nullable Node danach = element.getFirstChild();
            if (danach instanceof Element e && "Issuer".equals(e.getLocalName())) {
                danach = danach.getNextSibling();
            }
            DOMSignContext ort = danach == null
                    ? new DOMSignContext(paar.schluessel(), element)
                    : new DOMSignContext(paar.schluessel(), element, danach);
            ort.setDefaultNamespacePrefix("ds");
            ort.setIdAttributeNS(element, null, "ID");
            ort.setProperty("org.jcp.xml.dsig.secureValidation", false); // a test may sign with what nobody accepts
            fabrik.newXMLSignature(info, null).sign(ort);
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
            throw new IllegalStateException(e);
        }
    }
}
