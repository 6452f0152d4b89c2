/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schema.internal;

import de.kommunalsdk.xdatenfelder.Muster;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xfall.Namensgebung;
import de.kommunalsdk.xfall.Wertart;
import de.kommunalsdk.xml.SecureXml;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a plan as XSD. Not thread-safe. */
public final class XsdAusgabe {

    private final XMLStreamWriter xml;
    private int tiefe;

    private XsdAusgabe(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Writes and flushes; the stream stays the caller's to close. */
    public static void schreibe(Stammdatenschema schema, Namensgebung namen, Plan.Gruppe wurzel, OutputStream ziel)
            throws XMLStreamException {
        XMLStreamWriter xml = SecureXml.schreiber(ziel);
        xml.writeStartDocument();
        XsdAusgabe ausgabe = new XsdAusgabe(xml);
        ausgabe.zeile();
        ausgabe.tiefe++;
        xml.writeStartElement("xs", "schema", XMLConstants.W3C_XML_SCHEMA_NS_URI);
        xml.writeNamespace("xs", XMLConstants.W3C_XML_SCHEMA_NS_URI);
        xml.writeNamespace("xfall", namen.namensraum(schema));
        ausgabe.attribute(
                "targetNamespace",
                namen.namensraum(schema),
                "elementFormDefault",
                "qualified",
                "version",
                schema.version());
        ausgabe.beginn("element", "name", namen.wurzel(schema));
        ausgabe.dokumentation(schema.name() + "; Version " + schema.version());
        ausgabe.gruppe(wurzel);
        ausgabe.ende();
        ausgabe.ende();
        ausgabe.zeile();
        xml.writeEndDocument();
        xml.flush();
        xml.close();
    }

    private void gruppe(Plan.Gruppe gruppe) throws XMLStreamException {
        beginn("complexType");
        beginn(gruppe.auswahl() ? "choice" : "sequence");
        for (Plan.Kind kind : gruppe.kinder()) {
            beginn("element", "name", kind.name());
            if (kind.min() != 1) {
                attribute("minOccurs", String.valueOf(kind.min()));
            }
            if (kind.max() != 1) {
                attribute("maxOccurs", kind.unbegrenzt() ? "unbounded" : String.valueOf(kind.max()));
            }
            dokumentation(kind.titel() + "; " + kind.beschreibung());
            if (kind.plan() instanceof Plan.Gruppe inhalt) {
                gruppe(inhalt);
            } else if (kind.plan() instanceof Plan.Feld feld) {
                feld(feld);
            }
            ende();
        }
        ende();
        ende();
    }

    private void feld(Plan.Feld feld) throws XMLStreamException {
        beginn("simpleType");
        beginn("restriction", "base", "xs:" + typ(feld.art()));
        switch (feld.art()) {
            case TEXT, ANLAGE -> {
                facette("minLength", feld.minLaenge());
                facette("maxLength", feld.maxLaenge());
                facette("pattern", feld.muster().map(Muster::alsXsd));
            }
            case CODE -> codes(feld);
            case DATUM, ZEIT, ZEITPUNKT -> {
                facette("pattern", feld.art().form());
                facette("minInclusive", feld.ab());
                facette("maxInclusive", feld.bis());
            }
            case GANZZAHL, ZAHL -> {
                facette("minInclusive", feld.min().map(BigDecimal::toPlainString));
                facette("maxInclusive", feld.max().map(BigDecimal::toPlainString));
            }
            case WAHRHEITSWERT -> {
                // xs:boolean needs no facet
            }
        }
        ende();
        ende();
    }

    private static String typ(Wertart art) {
        return switch (art) {
            case TEXT, ANLAGE -> "string";
            case CODE -> "token";
            case DATUM -> "date";
            case ZEIT -> "time";
            case ZEITPUNKT -> "dateTime";
            case WAHRHEITSWERT -> "boolean";
            case GANZZAHL -> "integer";
            case ZAHL -> "decimal";
        };
    }

    private void codes(Plan.Feld feld) throws XMLStreamException {
        if (feld.codes().isEmpty()) {
            facette("minLength", feld.minLaenge());
        }
        for (var code : feld.codes().entrySet()) {
            beginn("enumeration", "value", code.getKey());
            dokumentation(code.getValue());
            ende();
        }
    }

    private void facette(String name, Optional<?> wert) throws XMLStreamException {
        if (wert.isPresent()) {
            facette(name, wert.get());
        }
    }

    private void facette(String name, Object wert) throws XMLStreamException {
        zeile();
        xml.writeEmptyElement("xs", name, XMLConstants.W3C_XML_SCHEMA_NS_URI);
        attribute("value", wert.toString());
    }

    private void dokumentation(String text) throws XMLStreamException {
        beginn("annotation");
        zeile();
        xml.writeStartElement("xs", "documentation", XMLConstants.W3C_XML_SCHEMA_NS_URI);
        xml.writeCharacters(text);
        xml.writeEndElement();
        ende();
    }

    private void beginn(String name, String... attribute) throws XMLStreamException {
        zeile();
        tiefe++;
        xml.writeStartElement("xs", name, XMLConstants.W3C_XML_SCHEMA_NS_URI);
        attribute(attribute);
    }

    private void attribute(String... paare) throws XMLStreamException {
        for (int i = 0; i < paare.length; i += 2) {
            xml.writeAttribute(paare[i], paare[i + 1]);
        }
    }

    private void ende() throws XMLStreamException {
        tiefe--;
        zeile();
        xml.writeEndElement();
    }

    private void zeile() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(tiefe));
    }
}
