/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xml.internal;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.xml.SecureXml;
import de.kommunalsdk.xml.XmlFehler;
import javax.xml.namespace.NamespaceContext;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** StAX writer that refuses what is no XML 1.0 character and everything that could open a DTD. Not thread-safe. */
public final class PruefenderSchreiber implements XMLStreamWriter {

    private final XMLStreamWriter innen;

    /** Wraps a writer of the JDK. */
    public PruefenderSchreiber(XMLStreamWriter innen) {
        this.innen = innen;
    }

    private static String geprueft(String text) {
        for (int i = 0; i < text.length(); ) {
            int zeichen = text.codePointAt(i);
            if (!SecureXml.istZeichen(zeichen)) {
                throw new InvalidInput(
                        XmlFehler.VERBOTENES_ZEICHEN, String.format("U+%04X an Position %d", zeichen, i + 1));
            }
            i += Character.charCount(zeichen);
        }
        return text;
    }

    private static String attributwert(String wert) {
        if (wert.indexOf('\n') >= 0 || wert.indexOf('\r') >= 0 || wert.indexOf('\t') >= 0) {
            // a parser would turn them into blanks: the reader would not get what was written
            throw new InvalidInput(XmlFehler.VERBOTENES_ZEICHEN, "Zeilenumbruch oder Tabulator in einem Attribut");
        }
        return geprueft(wert);
    }

    private static UnsupportedOperationException verboten(String was) {
        return new UnsupportedOperationException(was + " is not written by this SDK");
    }

    @Override
    public void writeCharacters(String text) throws XMLStreamException {
        geprueft(text);
        int ab = 0;
        for (int cr = text.indexOf('\r'); cr >= 0; cr = text.indexOf('\r', ab)) {
            innen.writeCharacters(text.substring(ab, cr));
            // a bare CR would come back as LF (XML 1.0, section 2.11)
            innen.writeEntityRef("#13");
            ab = cr + 1;
        }
        innen.writeCharacters(ab == 0 ? text : text.substring(ab));
    }

    @Override
    public void writeCharacters(char[] text, int start, int laenge) throws XMLStreamException {
        writeCharacters(new String(text, start, laenge));
    }

    @Override
    public void writeStartElement(String name) throws XMLStreamException {
        innen.writeStartElement(name);
    }

    @Override
    public void writeStartElement(String namespace, String name) throws XMLStreamException {
        innen.writeStartElement(namespace, name);
    }

    @Override
    public void writeStartElement(String prefix, String name, String namespace) throws XMLStreamException {
        innen.writeStartElement(prefix, name, namespace);
    }

    @Override
    public void writeEmptyElement(String namespace, String name) throws XMLStreamException {
        innen.writeEmptyElement(namespace, name);
    }

    @Override
    public void writeEmptyElement(String prefix, String name, String namespace) throws XMLStreamException {
        innen.writeEmptyElement(prefix, name, namespace);
    }

    @Override
    public void writeEmptyElement(String name) throws XMLStreamException {
        innen.writeEmptyElement(name);
    }

    @Override
    public void writeEndElement() throws XMLStreamException {
        innen.writeEndElement();
    }

    @Override
    public void writeEndDocument() throws XMLStreamException {
        innen.writeEndDocument();
    }

    @Override
    public void close() throws XMLStreamException {
        innen.close();
    }

    @Override
    public void flush() throws XMLStreamException {
        innen.flush();
    }

    @Override
    public void writeAttribute(String name, String wert) throws XMLStreamException {
        innen.writeAttribute(name, attributwert(wert));
    }

    @Override
    public void writeAttribute(String prefix, String namespace, String name, String wert) throws XMLStreamException {
        innen.writeAttribute(prefix, namespace, name, attributwert(wert));
    }

    @Override
    public void writeAttribute(String namespace, String name, String wert) throws XMLStreamException {
        innen.writeAttribute(namespace, name, attributwert(wert));
    }

    @Override
    public void writeNamespace(String prefix, String namespace) throws XMLStreamException {
        innen.writeNamespace(prefix, attributwert(namespace));
    }

    @Override
    public void writeDefaultNamespace(String namespace) throws XMLStreamException {
        innen.writeDefaultNamespace(attributwert(namespace));
    }

    @Override
    public void writeComment(String text) {
        throw verboten("a comment");
    }

    @Override
    public void writeProcessingInstruction(String ziel) {
        throw verboten("a processing instruction");
    }

    @Override
    public void writeProcessingInstruction(String ziel, String daten) {
        throw verboten("a processing instruction");
    }

    @Override
    public void writeCData(String daten) throws XMLStreamException {
        writeCharacters(daten);
    }

    @Override
    public void writeDTD(String dtd) {
        throw verboten("a DTD");
    }

    @Override
    public void writeEntityRef(String name) {
        throw verboten("an entity reference");
    }

    @Override
    public void writeStartDocument() throws XMLStreamException {
        innen.writeStartDocument("UTF-8", "1.0");
    }

    @Override
    public void writeStartDocument(String version) throws XMLStreamException {
        innen.writeStartDocument("UTF-8", version);
    }

    @Override
    public void writeStartDocument(String encoding, String version) throws XMLStreamException {
        innen.writeStartDocument("UTF-8", version);
    }

    @Override
    public String getPrefix(String uri) throws XMLStreamException {
        return innen.getPrefix(uri);
    }

    @Override
    public void setPrefix(String prefix, String uri) throws XMLStreamException {
        innen.setPrefix(prefix, uri);
    }

    @Override
    public void setDefaultNamespace(String uri) throws XMLStreamException {
        innen.setDefaultNamespace(uri);
    }

    @Override
    public void setNamespaceContext(NamespaceContext context) throws XMLStreamException {
        innen.setNamespaceContext(context);
    }

    @Override
    public NamespaceContext getNamespaceContext() {
        return innen.getNamespaceContext();
    }

    @Override
    public Object getProperty(String name) {
        return innen.getProperty(name);
    }
}
