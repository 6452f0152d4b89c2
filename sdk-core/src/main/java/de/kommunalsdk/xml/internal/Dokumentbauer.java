/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xml.internal;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Builds a DOM from the events of a limited reader, so that a document is parsed once and by one parser. */
public final class Dokumentbauer {

    private Dokumentbauer() {}

    /** The whole document; comments and processing instructions stay in it, no attribute is an ID. */
    public static Document baue(XMLStreamReader leser) throws XMLStreamException {
        Document dokument = leeres();
        Node ort = dokument;
        while (leser.hasNext()) {
            switch (leser.next()) {
                case XMLStreamConstants.START_ELEMENT -> ort = ort.appendChild(element(dokument, leser));
                case XMLStreamConstants.END_ELEMENT -> ort = ort.getParentNode();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (ort != dokument) {
                        ort.appendChild(dokument.createTextNode(leser.getText()));
                    }
                }
                case XMLStreamConstants.COMMENT -> ort.appendChild(dokument.createComment(leser.getText()));
                case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                    ort.appendChild(dokument.createProcessingInstruction(leser.getPITarget(), leser.getPIData()));
                default -> {
                    // the end of the document
                }
            }
        }
        dokument.normalize();
        return dokument;
    }

    private static Document leeres() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Jede Java-Laufzeit hat einen DocumentBuilder", e);
        }
    }

    private static Element element(Document dokument, XMLStreamReader leser) {
        Element element =
                dokument.createElementNS(leer(leser.getNamespaceURI()), mit(leser.getPrefix(), leser.getLocalName()));
        for (int i = 0; i < leser.getNamespaceCount(); i++) {
            @Nullable String praefix = leser.getNamespacePrefix(i);
            @Nullable String uri = leser.getNamespaceURI(i);
            element.setAttributeNS(
                    XMLConstants.XMLNS_ATTRIBUTE_NS_URI,
                    praefix == null || praefix.isEmpty() ? "xmlns" : "xmlns:" + praefix,
                    uri == null ? "" : uri);
        }
        for (int i = 0; i < leser.getAttributeCount(); i++) {
            element.setAttributeNS(
                    leer(leser.getAttributeNamespace(i)),
                    mit(leser.getAttributePrefix(i), leser.getAttributeLocalName(i)),
                    leser.getAttributeValue(i));
        }
        return element;
    }

    private static @Nullable String leer(@Nullable String uri) {
        return uri == null || uri.isEmpty() ? null : uri;
    }

    private static String mit(@Nullable String praefix, String name) {
        return praefix == null || praefix.isEmpty() ? name : praefix + ":" + name;
    }
}
