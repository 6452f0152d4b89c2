/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xfall;

import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xfall.internal.JsonInstanzleser;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.InputStream;

/**
 * Reads an instance in JSON, as {@link XfallJson} writes it. Thread-safe.
 *
 * <p>It reports what has no place in the schema or not the kind of its type: unknown or doubled names, an array where the
 * schema has one value and the reverse, a string for a number, empty texts, {@code null}. Numbers keep all their digits;
 * {@code 7.0} and {@code 7e0} are whole numbers, as JSON Schema has it. What is left to others is the same as in
 * {@link XfallXmlLeser}.
 */
public final class XfallJsonLeser {

    private XfallJsonLeser() {}

    /** Like the other with {@link XmlGrenzen#STANDARD}. */
    public static XfallErgebnis lies(Stammdatenschema schema, String datei, InputStream quelle) {
        return lies(schema, datei, quelle, XmlGrenzen.STANDARD);
    }

    /**
     * Reads a document. Blocks as the stream does; the stream stays the caller's to close. What is wrong is in the
     * result with a code of {@link XfallFehler}, line and column.
     *
     * @param datei name of the document for the problems
     * @param grenzen the limits of the same instance in XML; every token counts as an element
     */
    public static XfallErgebnis lies(Stammdatenschema schema, String datei, InputStream quelle, XmlGrenzen grenzen) {
        return JsonInstanzleser.lies(schema, datei, quelle, grenzen);
    }
}
