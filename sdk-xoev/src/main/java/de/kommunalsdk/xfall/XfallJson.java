/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xfall;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xfall.internal.Instanz;
import de.kommunalsdk.xfall.internal.Instanzbauer;
import de.kommunalsdk.xml.XmlFehler;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes an instance as JSON: one object, members by id in the order of the schema, arrays where the schema allows more
 * than one; so it is the same for every {@link Namensgebung}. Thread-safe.
 *
 * <p>Fields of the types num, num_int and num_currency are JSON numbers with all their digits (no float in between), bool
 * is a JSON boolean, everything else is a string; the code of a list is always a string, a file is its delivered name.
 * What is left out is the same as in {@link XfallXml}. The same values give the same bytes.
 */
public final class XfallJson {

    private static final JsonFactory FABRIK =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private XfallJson() {}

    /**
     * Writes the document in UTF-8 and flushes; the stream stays the caller's to close. Nothing is written when the
     * values are refused.
     *
     * @throws InvalidInput as {@link XfallXml#schreibe}
     * @throws ServiceUnavailable {@link XmlFehler#SCHREIBFEHLER} when the stream fails
     */
    public static void schreibe(Stammdatenschema schema, Gruppenwert werte, OutputStream ziel) {
        Instanz.Gruppe instanz = Instanzbauer.baue(schema, werte);
        try (JsonGenerator json = FABRIK.createGenerator(ziel, JsonEncoding.UTF8)) {
            gruppe(json, instanz);
            json.flush();
        } catch (IOException e) {
            throw new ServiceUnavailable(XmlFehler.SCHREIBFEHLER, "", e);
        }
    }

    private static void gruppe(JsonGenerator json, Instanz.Gruppe gruppe) throws IOException {
        json.writeStartObject();
        for (Instanz.Eintrag eintrag : gruppe.eintraege()) {
            json.writeFieldName(eintrag.name());
            if (eintrag.mehrfach()) {
                json.writeStartArray();
            }
            for (Instanz wert : eintrag.werte()) {
                if (wert instanceof Instanz.Gruppe kind) {
                    gruppe(json, kind);
                } else if (wert instanceof Instanz.Text text) {
                    text(json, text);
                }
            }
            if (eintrag.mehrfach()) {
                json.writeEndArray();
            }
        }
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, Instanz.Text wert) throws IOException {
        switch (wert.art()) {
            case GANZZAHL, ZAHL -> json.writeNumber(wert.text());
            case WAHRHEITSWERT -> json.writeBoolean(wert.text().equals("true"));
            default -> json.writeString(wert.text());
        }
    }
}
