/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml.internal;

import java.io.ByteArrayOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Builds what we send, element by element.
 *
 * @param element the element that is built
 */
record Xmlbau(Element element) {

    /** A root element. */
    static Xmlbau dokument(String namensraum, String name) {
        try {
            Document dokument = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
            return new Xmlbau(eingehaengt(dokument, dokument, namensraum, name));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Jede Java-Laufzeit hat einen DocumentBuilder", e);
        }
    }

    Xmlbau attribut(String name, String wert) {
        element.setAttributeNS(null, name, wert);
        return this;
    }

    Xmlbau kind(String namensraum, String name) {
        return new Xmlbau(eingehaengt(element.getOwnerDocument(), element, namensraum, name));
    }

    Xmlbau text(String text) {
        element.appendChild(element.getOwnerDocument().createTextNode(text));
        return this;
    }

    /** With its declaration where there is none yet, because a signature is computed on the tree before it is written. */
    private static Element eingehaengt(Document dokument, Node ort, String namensraum, String name) {
        String praefix = name.substring(0, name.indexOf(':'));
        Element neu = dokument.createElementNS(namensraum, name);
        if (!namensraum.equals(ort.lookupNamespaceURI(praefix))) {
            neu.setAttributeNS(Xml.XMLNS, "xmlns:" + praefix, namensraum);
        }
        return (Element) ort.appendChild(neu);
    }

    /** UTF-8 with declaration, not indented. */
    static byte[] bytes(Element wurzel) {
        try {
            Transformer schreiber = TransformerFactory.newDefaultInstance().newTransformer();
            schreiber.setOutputProperty(OutputKeys.STANDALONE, "yes");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            schreiber.transform(new DOMSource(wurzel), new StreamResult(bytes));
            return bytes.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException("Ein Baum im Speicher lässt sich schreiben", e);
        }
    }
}
