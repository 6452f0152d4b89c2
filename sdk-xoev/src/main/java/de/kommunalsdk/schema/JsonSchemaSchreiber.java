/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schema;

import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.schema.internal.JsonSchemaAusgabe;
import de.kommunalsdk.xml.XmlFehler;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes the JSON Schema (2020-12) of the instances of a schema as strict JSON, objects without further members. Its
 * {@code format} is to be asserted, not only noted: days are checked by it. The same plan gives the same bytes.
 * Thread-safe.
 */
public final class JsonSchemaSchreiber {

    private JsonSchemaSchreiber() {}

    /**
     * Writes the document in UTF-8 and flushes; the stream stays the caller's to close.
     *
     * @throws ServiceUnavailable {@link XmlFehler#SCHREIBFEHLER} when the stream fails
     */
    public static void schreibe(Bauplan plan, OutputStream ziel) {
        try {
            JsonSchemaAusgabe.schreibe(plan.schema(), plan.namen(), plan.wurzel(), ziel);
        } catch (IOException e) {
            throw new ServiceUnavailable(XmlFehler.SCHREIBFEHLER, "", e);
        }
    }
}
