/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml.internal;

import de.kommunalsdk.saml.SamlFehler;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.List;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Steps 6, 8 and 9: verifies a signature with pinned keys by the JDK's own XMLDSig. */
final class Signaturpruefer {

    private static final int EC_BITS = 256;

    private final Algorithmenregel regel;

    Signaturpruefer(Algorithmenregel regel) {
        this.regel = regel;
    }

    /** The signature covers its parent element and was made by one of the keys. */
    void pruefe(Element signatur, List<PublicKey> schluessel) {
        Signaturbau bau = Signaturbau.lies(signatur, regel);
        Element ziel = (Element) signatur.getParentNode();
        // no parser of keys and certificates shall touch what the sender chose; a signature does not cover its own
        // KeyInfo
        bau.schluesselinfo().ifPresent(signatur::removeChild);
        boolean passend = false;
        for (PublicKey einer : schluessel) {
            if (brauchbar(einer, regel.rsaBits()) && art(einer).equals(bau.schluesselart())) {
                passend = true;
                if (stimmt(signatur, ziel, einer)) {
                    return;
                }
            }
        }
        throw new Ablehnung(SamlFehler.SIGNATUR_FALSCH, passend ? "" : "kein Schlüssel dieser Art");
    }

    /** Whether a key is long enough. */
    static boolean brauchbar(PublicKey schluessel, int rsaBits) {
        return schluessel instanceof RSAKey rsa && rsa.getModulus().bitLength() >= rsaBits
                || schluessel instanceof ECKey ec && ec.getParams().getOrder().bitLength() >= EC_BITS;
    }

    private static String art(PublicKey schluessel) {
        return schluessel instanceof RSAKey ? "RSA" : "EC";
    }

    private boolean stimmt(Element signatur, Element ziel, PublicKey schluessel) {
        DOMValidateContext kontext = new DOMValidateContext(KeySelector.singletonKeySelector(schluessel), signatur);
        kontext.setProperty("org.jcp.xml.dsig.secureValidation", regel.sichereValidierung());
        kontext.setProperty("javax.xml.crypto.dsig.cacheReference", true);
        kontext.setIdAttributeNS(ziel, null, "ID"); // the only ID of the document that can be found
        try {
            XMLSignature xml = XMLSignatureFactory.getInstance("DOM", "XMLDSig").unmarshalXMLSignature(kontext);
            if (!xml.getSignatureValue().validate(kontext)) {
                return false;
            }
            Reference verweis = xml.getSignedInfo().getReferences().get(0);
            // S43: no canonicalizer is known that gives nothing for what came so far; should one come, nothing is
            // signed
            if (!verweis.validate(kontext)
                    || !beginntMitElement(verweis.getDigestInputStream())
                    || !beginntMitElement(xml.getSignedInfo().getCanonicalizedData())) {
                throw new Ablehnung(SamlFehler.PRUEFSUMME_FALSCH, "");
            }
            return true;
        } catch (XMLSignatureException e) {
            // wrong length of the value for this key, or a key that the method cannot take
            if (e.getCause() instanceof GeneralSecurityException) {
                return false;
            }
            throw new Ablehnung(SamlFehler.SIGNATUR_AUFBAU, e.getClass().getSimpleName());
        } catch (MarshalException | IOException | java.security.NoSuchProviderException e) {
            throw new Ablehnung(SamlFehler.SIGNATUR_AUFBAU, e.getClass().getSimpleName());
        } catch (ClassCastException | NullPointerException | IllegalArgumentException e) {
            // the JDK's reader of signatures throws these for shapes that it does not expect
            throw new Ablehnung(SamlFehler.SIGNATUR_AUFBAU, "");
        }
    }

    private static boolean beginntMitElement(@Nullable InputStream kanonisch) throws IOException {
        return kanonisch != null && kanonisch.read() == '<';
    }
}
