/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.virenscan;

import java.io.IOException;
import java.io.InputStream;

/** Port to a virus scanner. Thread-safe, blocking. Anything but SAUBER keeps a file out (fail closed). */
public interface Virenscanner {

    /** Reads the stream to its end, unless it already knows the answer. */
    Befund pruefe(InputStream inhalt) throws IOException;

    /** What the scanner says. */
    enum Befund {
        SAUBER,
        BEFALLEN,
        UNBEKANNT
    }
}
