/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml.internal;

import de.kommunalsdk.saml.SamlFehler;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * Step 4: the parts of an answer, each at its only place.
 *
 * @param wurzel the Response
 * @param aussteller its Issuer
 * @param signatur its Signature
 * @param status its Status
 * @param assertion its Assertion or EncryptedAssertion
 */
record Antwortbau(
        Element wurzel, String aussteller, Optional<Element> signatur, Element status, Optional<Element> assertion) {

    static Antwortbau lies(Element wurzel) {
        if (!Xml.ist(wurzel, Xml.PROTOKOLL, "Response")) {
            throw new Ablehnung(SamlFehler.WURZEL, "");
        }
        SamlFehler fehler = SamlFehler.AUFBAU_ANTWORT;
        Kinderfolge.nurAttribute(
                wurzel, fehler, List.of("ID", "Version", "IssueInstant", "Destination", "InResponseTo", "Consent"));
        if (!Xml.attribut(wurzel, "Version").filter("2.0"::equals).isPresent()) {
            throw new Ablehnung(SamlFehler.WURZEL, "Version");
        }
        if (Xml.attribut(wurzel, "ID").isEmpty()) {
            throw new Ablehnung(fehler, "ID fehlt");
        }
        einzigeAssertion(wurzel);
        signaturenAmOrt(wurzel);
        Kinderfolge kinder = new Kinderfolge(wurzel, fehler);
        String aussteller = aussteller(kinder.muss(Xml.SAML, "Issuer"), fehler);
        Optional<Element> signatur = kinder.darf(Xml.DS, "Signature");
        kinder.darf(Xml.PROTOKOLL, "Extensions");
        Element status = kinder.muss(Xml.PROTOKOLL, "Status");
        Optional<Element> assertion =
                kinder.darf(Xml.SAML, "Assertion").or(() -> kinder.darf(Xml.SAML, "EncryptedAssertion"));
        kinder.ende();
        return new Antwortbau(wurzel, aussteller, signatur, status, assertion);
    }

    /** An Issuer, which is an entityID and nothing else. */
    static String aussteller(Element issuer, SamlFehler fehler) {
        Kinderfolge.nurAttribute(issuer, fehler, List.of("Format"));
        if (!Xml.attribut(issuer, "Format")
                .orElse("urn:oasis:names:tc:SAML:2.0:nameid-format:entity")
                .equals("urn:oasis:names:tc:SAML:2.0:nameid-format:entity")) {
            throw new Ablehnung(SamlFehler.AUSSTELLER, "Format");
        }
        return Xml.wort(issuer, SamlFehler.AUSSTELLER);
    }

    /** At most one, directly in the Response or, once decrypted, in its EncryptedAssertion; in no other namespace either. */
    private static void einzigeAssertion(Element wurzel) {
        int anzahl = 0;
        for (Element element : Xml.alle(wurzel)) {
            boolean verschluesselt = "EncryptedAssertion".equals(element.getLocalName());
            if (!verschluesselt && !"Assertion".equals(element.getLocalName())) {
                if (element != wurzel && "Response".equals(element.getLocalName())) {
                    throw new Ablehnung(SamlFehler.ASSERTION_ANZAHL, "Response in Response");
                }
                continue;
            }
            boolean entschluesselt =
                    !verschluesselt && Xml.ist(element.getParentNode(), Xml.SAML, "EncryptedAssertion");
            if (!Xml.SAML.equals(element.getNamespaceURI())
                    || (!entschluesselt && element.getParentNode() != wurzel)
                    || (!entschluesselt && ++anzahl > 1)) {
                throw new Ablehnung(SamlFehler.ASSERTION_ANZAHL, "");
            }
        }
    }

    /** No signature anywhere but directly in the Response and in the Assertion. */
    private static void signaturenAmOrt(Element wurzel) {
        for (Element element : Xml.alle(wurzel)) {
            if (!"Signature".equals(element.getLocalName())) {
                continue;
            }
            boolean amOrt = Xml.DS.equals(element.getNamespaceURI())
                    && (element.getParentNode() == wurzel || Xml.ist(element.getParentNode(), Xml.SAML, "Assertion"));
            Element davor = vorheriges(element);
            if (!amOrt || davor == null || !Xml.ist(davor, Xml.SAML, "Issuer") || vorheriges(davor) != null) {
                throw new Ablehnung(SamlFehler.SIGNATUR_ORT, "");
            }
        }
    }

    private static @org.jspecify.annotations.Nullable Element vorheriges(Element element) {
        org.w3c.dom.Node n = element.getPreviousSibling();
        while (n != null && !(n instanceof Element)) {
            n = n.getPreviousSibling();
        }
        return (Element) n;
    }
}
