/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xfall;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xfall.internal.Instanz;
import de.kommunalsdk.xfall.internal.Instanzbauer;
import de.kommunalsdk.xml.SecureXml;
import de.kommunalsdk.xml.XmlFehler;
import java.io.OutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes an instance as XFall XML, with the names of a {@link Namensgebung}. Thread-safe.
 *
 * <p>Children stand in the order of the schema. Labels, empty fields and empty groups are not written; only a group that
 * the schema demands and in which it demands nothing is written empty, since an instance without it is not valid. A field
 * of type file carries the name of the delivered file as text: the XSD of the FIM-XSLT has {@code xs:anyType} there and
 * FIM does not say more. The same values give the same bytes.
 */
public final class XfallXml {

    private XfallXml() {}

    /** Like {@link #schreibe(Stammdatenschema, Namensgebung, Gruppenwert, OutputStream)} with {@link Namensgebung#FIM_XSLT}. */
    public static void schreibe(Stammdatenschema schema, Gruppenwert werte, OutputStream ziel) {
        schreibe(schema, Namensgebung.FIM_XSLT, werte, ziel);
    }

    /**
     * Writes the document in UTF-8 and flushes; the stream stays the caller's to close. Nothing is written when the
     * values are refused.
     *
     * @throws InvalidInput with a code of {@link XfallFehler} when a value has no place in the schema, is of the wrong
     *     kind, has the wrong form for its data type or comes too often; whether all that is demanded is there is not
     *     checked
     * @throws ServiceUnavailable {@link XmlFehler#SCHREIBFEHLER} when the stream fails
     */
    public static void schreibe(Stammdatenschema schema, Namensgebung namen, Gruppenwert werte, OutputStream ziel) {
        Instanz.Gruppe instanz = Instanzbauer.baue(schema, werte);
        String namensraum = namen.namensraum(schema);
        String wurzel = namen.wurzel(schema);
        try {
            XMLStreamWriter xml = SecureXml.schreiber(ziel);
            xml.writeStartDocument();
            xml.writeStartElement("", wurzel, namensraum);
            xml.writeDefaultNamespace(namensraum);
            gruppe(xml, namensraum, instanz);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
            xml.close();
        } catch (XMLStreamException e) {
            throw new ServiceUnavailable(XmlFehler.SCHREIBFEHLER, "", e);
        }
    }

    private static void gruppe(XMLStreamWriter xml, String namensraum, Instanz.Gruppe gruppe)
            throws XMLStreamException {
        for (Instanz.Eintrag eintrag : gruppe.eintraege()) {
            for (Instanz wert : eintrag.werte()) {
                xml.writeStartElement("", eintrag.name(), namensraum);
                if (wert instanceof Instanz.Gruppe kind) {
                    gruppe(xml, namensraum, kind);
                } else if (wert instanceof Instanz.Text text) {
                    xml.writeCharacters(text.text());
                }
                xml.writeEndElement();
            }
        }
    }
}
