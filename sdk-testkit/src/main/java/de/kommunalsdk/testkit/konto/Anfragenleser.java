/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads a request as an account does; refuses it with the codes of the BundID's error page. */
final class Anfragenleser {

    private static final String PROTOKOLL = "urn:oasis:names:tc:SAML:2.0:protocol";
    private static final String AKDB = "https://www.akdb.de/request/2018/09";
    private static final String UNSIGNIERT = "saml-request-not-signed";

    private final Testdienst dienst;
    private final boolean erweiterung;

    Anfragenleser(Testdienst dienst, boolean erweiterung) {
        this.dienst = dienst;
        this.erweiterung = erweiterung;
    }

    Kontoanfrage formular(String samlRequest) {
        Document dokument =
                Antwortbauer.dokument(new String(Base64.getMimeDecoder().decode(samlRequest), StandardCharsets.UTF_8));
        Element wurzel = dokument.getDocumentElement();
        NodeList signaturen = wurzel.getElementsByTagNameNS("http://www.w3.org/2000/09/xmldsig#", "Signature");
        if (signaturen.getLength() != 1
                || dienst.signatur().stream().noneMatch(z -> stimmt((Element) signaturen.item(0), wurzel, z))) {
            throw new IllegalArgumentException(UNSIGNIERT);
        }
        return lies(wurzel);
    }

    private static boolean stimmt(Element signatur, Element wurzel, X509Certificate zertifikat) {
        try {
            DOMValidateContext kontext =
                    new DOMValidateContext(KeySelector.singletonKeySelector(zertifikat.getPublicKey()), signatur);
            kontext.setIdAttributeNS(wurzel, null, "ID");
            return XMLSignatureFactory.getInstance("DOM")
                    .unmarshalXMLSignature(kontext)
                    .validate(kontext);
        } catch (MarshalException | XMLSignatureException e) {
            return false;
        }
    }

    Kontoanfrage weiterleitung(String abfrage) {
        Map<String, String> roh = new LinkedHashMap<>();
        for (String paar : abfrage.split("&")) {
            int gleich = paar.indexOf('=');
            roh.put(paar.substring(0, gleich), paar.substring(gleich + 1));
        }
        int ende = abfrage.indexOf("&Signature=");
        if (ende < 0 || dienst.signatur().stream().noneMatch(z -> stimmt(abfrage.substring(0, ende), roh, z))) {
            throw new IllegalArgumentException(UNSIGNIERT);
        }
        byte[] gepackt = Base64.getDecoder().decode(klar(roh.getOrDefault("SAMLRequest", "")));
        try (InflaterInputStream strom =
                new InflaterInputStream(new ByteArrayInputStream(gepackt), new Inflater(true))) {
            return lies(Antwortbauer.dokument(new String(strom.readNBytes(256 * 1024), StandardCharsets.UTF_8))
                    .getDocumentElement());
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static boolean stimmt(String signiert, Map<String, String> roh, X509Certificate zertifikat) {
        try {
            PublicKey schluessel = zertifikat.getPublicKey();
            Signature pruefer = pruefer(klar(roh.getOrDefault("SigAlg", "")));
            pruefer.initVerify(schluessel);
            pruefer.update(signiert.getBytes(StandardCharsets.US_ASCII));
            return pruefer.verify(Base64.getDecoder().decode(klar(roh.getOrDefault("Signature", ""))));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Signature pruefer(String verfahren) throws GeneralSecurityException {
        if (verfahren.equals(Xmlsignierer.ECDSA)) {
            return Signature.getInstance("SHA256withECDSAinP1363Format");
        } else if (verfahren.equals(Xmlsignierer.RSA)) {
            return Signature.getInstance("SHA256withRSA");
        }
        Signature pss = Signature.getInstance("RSASSA-PSS");
        pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        return pss;
    }

    private static String klar(String kodiert) {
        return URLDecoder.decode(kodiert, StandardCharsets.UTF_8);
    }

    private Kontoanfrage lies(Element wurzel) {
        if (!text(wurzel, "urn:oasis:names:tc:SAML:2.0:assertion", "Issuer").equals(dienst.entityId())
                || !wurzel.getAttribute("AssertionConsumerServiceURL")
                        .equals(dienst.acs().toString())) {
            throw new IllegalArgumentException("unknown-service-provider");
        }
        Map<String, Boolean> attribute = new LinkedHashMap<>();
        if (erweiterung) {
            erweiterung(wurzel, attribute);
        }
        String oberflaeche = AKDB + "/classic-ui/v1";
        return new Kontoanfrage(
                wurzel.getAttribute("ID"),
                text(wurzel, "urn:oasis:names:tc:SAML:2.0:assertion", "AuthnContextClassRef"),
                attribute,
                text(wurzel, oberflaeche, "OrganizationDisplayName"),
                text(wurzel, oberflaeche, "BackURL"));
    }

    private static void erweiterung(Element wurzel, Map<String, Boolean> attribute) {
        List<Element> anfragen = elemente(wurzel, AKDB, "AuthenticationRequest");
        if (anfragen.size() != 1 || elemente(wurzel, PROTOKOLL, "Extensions").size() != 1) {
            throw new IllegalArgumentException("akdb-extension-missing");
        }
        Element anfrage = anfragen.get(0);
        if (!anfrage.getAttribute("Version").equals("2")) {
            throw new IllegalArgumentException("akdb-extension-v1-deprecated");
        }
        if (elemente(anfrage, AKDB, "AuthnMethods").stream().anyMatch(e -> !e.hasChildNodes())) {
            throw new IllegalArgumentException("empty-authentication-methods");
        }
        for (Element attribut : elemente(anfrage, AKDB, "RequestedAttribute")) {
            if (attribut.getAttribute("Name").isEmpty()) {
                throw new IllegalArgumentException("requested-attributes-missing-name");
            }
            attribute.put(
                    attribut.getAttribute("Name"),
                    attribut.getAttribute("RequiredAttribute").equals("true"));
        }
        if (attribute.isEmpty()) {
            throw new IllegalArgumentException("requested-attributes-empty");
        }
        if (text(anfrage, AKDB + "/classic-ui/v1", "OrganizationDisplayName").isEmpty()) {
            throw new IllegalArgumentException("organization-display-name-missing");
        }
    }

    private static List<Element> elemente(Element wurzel, String namensraum, String name) {
        NodeList liste = wurzel.getElementsByTagNameNS(namensraum, name);
        return java.util.stream.IntStream.range(0, liste.getLength())
                .mapToObj(i -> (Element) liste.item(i))
                .toList();
    }

    private static String text(Element wurzel, String namensraum, String name) {
        return elemente(wurzel, namensraum, name).stream()
                .findFirst()
                .map(e -> e.getTextContent().strip())
                .orElse("");
    }
}
