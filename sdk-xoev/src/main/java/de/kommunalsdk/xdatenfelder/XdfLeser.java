/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

import de.kommunalsdk.xdatenfelder.internal.XdfLauf;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.InputStream;

/**
 * Reads XDatenfelder 2 and 3.0.0 in one pass, independent of the order of the children, and skips relations. Thread-safe.
 */
public final class XdfLeser {

    /** After so many problems one says that there are more; a schema that cannot be used is read no further. */
    public static final int MAX_PROBLEME = 500;

    private XdfLeser() {}

    /**
     * Reads a file within {@link XmlGrenzen#STANDARD}. Blocks as the stream does; the stream stays the caller's to
     * close. What is wrong with the file is in the result, with line and column; nothing is thrown for it.
     *
     * @param datei name of the file for the problems
     */
    public static XdfErgebnis lies(String datei, InputStream quelle) {
        return lies(datei, quelle, XmlGrenzen.STANDARD);
    }

    /** Like {@link #lies(String, InputStream)} with other limits. */
    public static XdfErgebnis lies(String datei, InputStream quelle, XmlGrenzen grenzen) {
        return XdfLauf.lies(datei, quelle, grenzen);
    }
}
