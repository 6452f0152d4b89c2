/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml.internal;

import de.kommunalsdk.saml.SamlFehler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Names of the namespaces, and the few ways in which elements are read here. */
final class Xml {

    static final String PROTOKOLL = "urn:oasis:names:tc:SAML:2.0:protocol";
    static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
    static final String METADATEN = "urn:oasis:names:tc:SAML:2.0:metadata";
    static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    static final String XENC = "http://www.w3.org/2001/04/xmlenc#";
    static final String XENC11 = "http://www.w3.org/2009/xmlenc11#";
    static final String AKDB = "https://www.akdb.de/request/2018/09";
    static final String XMLNS = "http://www.w3.org/2000/xmlns/";

    private Xml() {}

    static boolean ist(@Nullable Node knoten, String namensraum, String name) {
        return knoten instanceof Element e && namensraum.equals(e.getNamespaceURI()) && name.equals(e.getLocalName());
    }

    /** The child elements. */
    static List<Element> kinder(Element element) {
        List<Element> kinder = new ArrayList<>();
        for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e) {
                kinder.add(e);
            }
        }
        return kinder;
    }

    /** The element and all below it, in the order of the document. */
    static List<Element> alle(Element wurzel) {
        List<Element> alle = new ArrayList<>();
        Node n = wurzel;
        while (n != null) {
            if (n instanceof Element e) {
                alle.add(e);
            }
            Node naechster = n.getFirstChild();
            while (naechster == null && n != null && n != wurzel) {
                naechster = n.getNextSibling();
                if (naechster == null) {
                    n = n.getParentNode();
                }
            }
            n = naechster;
        }
        return alle;
    }

    static List<Attr> attribute(Element element) {
        NamedNodeMap map = element.getAttributes();
        List<Attr> alle = new ArrayList<>();
        for (int i = 0; i < map.getLength(); i++) {
            alle.add((Attr) map.item(i));
        }
        return alle;
    }

    /** Value of an attribute without namespace. */
    static Optional<String> attribut(Element element, String name) {
        Attr attribut = element.getAttributeNodeNS(null, name);
        return attribut == null ? Optional.empty() : Optional.of(attribut.getValue());
    }

    /** All text of an element that has nothing but text. */
    static String text(Element element, SamlFehler fehler) {
        for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n.getNodeType() != Node.TEXT_NODE) {
                throw new Ablehnung(fehler, element.getLocalName() + ": nur Text erlaubt");
            }
        }
        return element.getTextContent();
    }

    /** A name or address: its text without the spaces around it, not empty. */
    static String wort(Element element, SamlFehler fehler) {
        String text = text(element, fehler).strip();
        if (text.isEmpty()) {
            throw new Ablehnung(fehler, element.getLocalName() + " ist leer");
        }
        return text;
    }
}
