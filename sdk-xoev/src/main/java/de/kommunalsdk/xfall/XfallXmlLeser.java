/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xfall;

import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xfall.internal.XmlInstanzleser;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.InputStream;

/**
 * Reads an instance in XML, as {@link XfallXml} writes it. Thread-safe.
 *
 * <p>It reports what has no place in the schema or not the form of its type: wrong root or namespace, unknown elements,
 * wrong order, attributes, text between elements, empty fields. Numbers keep all their digits. How often an element must
 * come, lengths, ranges, patterns and lists are left to the check of the answers. What is read has empty hash and media
 * type for a file: an instance carries only its name.
 */
public final class XfallXmlLeser {

    private XfallXmlLeser() {}

    /** Like the other with {@link Namensgebung#FIM_XSLT} and {@link XmlGrenzen#STANDARD}. */
    public static XfallErgebnis lies(Stammdatenschema schema, String datei, InputStream quelle) {
        return lies(schema, Namensgebung.FIM_XSLT, datei, quelle, XmlGrenzen.STANDARD);
    }

    /**
     * Reads a document. Blocks as the stream does; the stream stays the caller's to close. What is wrong is in the
     * result, with line and column: codes of {@link XfallFehler} and, for what is no XML or beyond the limits, of
     * {@link de.kommunalsdk.xml.XmlFehler}.
     *
     * @param datei name of the document for the problems
     */
    public static XfallErgebnis lies(
            Stammdatenschema schema, Namensgebung namen, String datei, InputStream quelle, XmlGrenzen grenzen) {
        return XmlInstanzleser.lies(schema, namen, datei, quelle, grenzen);
    }
}
