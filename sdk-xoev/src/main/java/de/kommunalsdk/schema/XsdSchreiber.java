/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schema;

import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.schema.internal.XsdAusgabe;
import de.kommunalsdk.xml.XmlFehler;
import java.io.OutputStream;
import javax.xml.stream.XMLStreamException;

/**
 * Writes the XSD (1.0) of the instances of a schema: one file without includes, all types nested in the elements, as the
 * FIM-XSLT has it. The same plan gives the same bytes. Thread-safe.
 */
public final class XsdSchreiber {

    private XsdSchreiber() {}

    /**
     * Writes the document in UTF-8 and flushes; the stream stays the caller's to close.
     *
     * @throws ServiceUnavailable {@link XmlFehler#SCHREIBFEHLER} when the stream fails
     */
    public static void schreibe(Bauplan plan, OutputStream ziel) {
        try {
            XsdAusgabe.schreibe(plan.schema(), plan.namen(), plan.wurzel(), ziel);
        } catch (XMLStreamException e) {
            throw new ServiceUnavailable(XmlFehler.SCHREIBFEHLER, "", e);
        }
    }
}
