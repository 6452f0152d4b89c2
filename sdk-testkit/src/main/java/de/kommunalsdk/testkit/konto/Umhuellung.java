/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import java.util.function.Consumer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Signature wrapping: the signed element stays in the document so that its signature is right, and another one, with the
 * user {@link #ANGREIFER}, stands where it is read. The eight classic ways and the one with a second SignedInfo, on a
 * document that is signed already; each takes the Response where that is what it wraps, otherwise the Assertion.
 */
public enum Umhuellung implements Consumer<Document> {
    /** A clone of the Response without signature inside the signature of the evil Response. */
    XSW1 {
        @Override
        public void accept(Document dokument) {
            Element wurzel = dokument.getDocumentElement();
            Element original = ohneSignatur(wurzel);
            boese(wurzel);
            signatur(wurzel).appendChild(original);
        }
    },
    /** A clone of the Response without signature before the signature. */
    XSW2 {
        @Override
        public void accept(Document dokument) {
            Element wurzel = dokument.getDocumentElement();
            Element original = ohneSignatur(wurzel);
            boese(wurzel);
            Element signatur = signatur(wurzel);
            signatur.getParentNode().insertBefore(original, signatur);
        }
    },
    /** An evil Assertion before the signed one. */
    XSW3 {
        @Override
        public void accept(Document dokument) {
            Element original = assertion(dokument);
            original.getParentNode().insertBefore(boese(ohneSignatur(original)), original);
        }
    },
    /** The signed Assertion inside an evil one. */
    XSW4 {
        @Override
        public void accept(Document dokument) {
            Element original = assertion(dokument);
            Element boese = boese(ohneSignatur(original));
            original.getParentNode().replaceChild(boese, original);
            boese.appendChild(original);
        }
    },
    /** The evil Assertion keeps the signature; the original is appended without. */
    XSW5 {
        @Override
        public void accept(Document dokument) {
            Element erste = assertion(dokument);
            erste.getParentNode().appendChild(ohneSignatur(erste));
            boese(erste);
        }
    },
    /** The original inside the signature of the evil Assertion. */
    XSW6 {
        @Override
        public void accept(Document dokument) {
            Element erste = assertion(dokument);
            signatur(dokument.getDocumentElement()).appendChild(ohneSignatur(erste));
            boese(erste);
        }
    },
    /** An evil Assertion in Extensions. */
    XSW7 {
        @Override
        public void accept(Document dokument) {
            Element original = assertion(dokument);
            Element erweiterung = dokument.createElementNS(PROTOKOLL, "saml2p:Extensions");
            erweiterung.appendChild(boese(ohneSignatur(original)));
            Element wurzel = dokument.getDocumentElement();
            wurzel.insertBefore(erweiterung, Antwortbauer.kind(wurzel, "Status"));
        }
    },
    /** The original in an Object of the evil Assertion's signature. */
    XSW8 {
        @Override
        public void accept(Document dokument) {
            Element erste = assertion(dokument);
            Element objekt = dokument.createElementNS(DS, "ds:Object");
            objekt.appendChild(ohneSignatur(erste));
            signatur(dokument.getDocumentElement()).appendChild(objekt);
            boese(erste);
        }
    },
    /** A second SignedInfo, of which a careless reader takes the wrong one. */
    XSW9 {
        @Override
        public void accept(Document dokument) {
            Element signatur = signatur(dokument.getDocumentElement());
            Node info = Antwortbauer.kind(signatur, "SignedInfo");
            signatur.insertBefore(info.cloneNode(true), info);
        }
    };

    /** NameID of the evil assertion. */
    public static final String ANGREIFER = "angreifer";

    private static final String PROTOKOLL = "urn:oasis:names:tc:SAML:2.0:protocol";
    private static final String DS = "http://www.w3.org/2000/09/xmldsig#";

    private static Element assertion(Document dokument) {
        return Antwortbauer.kind(dokument.getDocumentElement(), "Assertion");
    }

    /** The first signature of the document. */
    private static Element signatur(Element wurzel) {
        return (Element) wurzel.getElementsByTagNameNS(DS, "Signature").item(0);
    }

    private static Element ohneSignatur(Element element) {
        Element kopie = (Element) element.cloneNode(true);
        for (Node n = kopie.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e && "Signature".equals(e.getLocalName())) {
                kopie.removeChild(e);
                break;
            }
        }
        return kopie;
    }

    /** Another user and other IDs, so that nothing but the structure gives it away. */
    private static Element boese(Element element) {
        element.setAttribute("ID", "_boese");
        NodeList innen = element.getElementsByTagNameNS("*", "Assertion");
        for (int i = 0; i < innen.getLength(); i++) {
            ((Element) innen.item(i)).setAttribute("ID", "_boese" + i);
        }
        Node nameId = element.getElementsByTagNameNS("*", "NameID").item(0);
        if (nameId != null) { // otherwise it is encrypted
            nameId.setTextContent(ANGREIFER);
        }
        return element;
    }
}
