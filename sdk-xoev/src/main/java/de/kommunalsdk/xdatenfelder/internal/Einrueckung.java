/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal;

import de.kommunalsdk.xdatenfelder.Codiert;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements of XDatenfelder 3.0.0, each on a line of its own. */
final class Einrueckung {

    static final String NAMENSRAUM = "urn:xoev-de:fim:standard:xdatenfelder_3.0.0";

    private static final String PREFIX = "xdf3";
    private static final String STUFE = "  ";

    private final XMLStreamWriter xml;
    private int tiefe;

    Einrueckung(XMLStreamWriter xml) {
        this.xml = xml;
    }

    void wurzel(String name) throws XMLStreamException {
        xml.writeStartDocument();
        auf(name);
        xml.writeNamespace(PREFIX, NAMENSRAUM);
    }

    void ende() throws XMLStreamException {
        zu();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
        xml.flush();
        xml.close();
    }

    void auf(String name) throws XMLStreamException {
        zeile();
        xml.writeStartElement(PREFIX, name, NAMENSRAUM);
        tiefe++;
    }

    void zu() throws XMLStreamException {
        tiefe--;
        zeile();
        xml.writeEndElement();
    }

    private void zeile() throws XMLStreamException {
        xml.writeCharacters("\n" + STUFE.repeat(tiefe));
    }

    /** An element with a text; nothing when the text is empty. */
    void text(String name, String text) throws XMLStreamException {
        if (!text.isEmpty()) {
            text(name, text, "", "");
        }
    }

    /** An element with a text, also an empty one, and an attribute unless it is empty. */
    void text(String name, String text, String attribut, String wert) throws XMLStreamException {
        zeile();
        xml.writeStartElement(PREFIX, name, NAMENSRAUM);
        if (!wert.isEmpty()) {
            xml.writeAttribute(attribut, wert);
        }
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    /** An element with attributes only. */
    void attribute(String name, Map<String, String> werte) throws XMLStreamException {
        zeile();
        xml.writeEmptyElement(PREFIX, name, NAMENSRAUM);
        for (Map.Entry<String, String> wert : werte.entrySet()) {
            xml.writeAttribute(wert.getKey(), wert.getValue());
        }
    }

    /** A coded element; its child {@code code} is in no namespace. Nothing when the code is absent. */
    void code(String name, Optional<? extends Codiert> code, String liste, String version) throws XMLStreamException {
        if (code.isEmpty()) {
            return;
        }
        auf(name);
        xml.writeAttribute("listURI", liste);
        xml.writeAttribute("listVersionID", version);
        zeile();
        xml.writeStartElement("code");
        xml.writeCharacters(code.get().code());
        xml.writeEndElement();
        zu();
    }
}
