/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.virenscan;

import java.io.IOException;
import java.io.InputStream;

/**
 * Port to a virus scanner. Thread-safe, blocking. Anything but SAUBER keeps a file out (fail closed): BEFALLEN has it
 * deleted; UNBEKANNT or an exception keeps it in quarantine until a later scan says more. A page waits for the answer, so
 * it has to come within seconds or be UNBEKANNT.
 */
public interface Virenscanner {

    /** Reads the stream to its end, unless it already knows the answer. The caller closes the stream. */
    Befund pruefe(InputStream inhalt) throws IOException;

    /** What the scanner says. */
    enum Befund {
        SAUBER,
        BEFALLEN,
        UNBEKANNT
    }
}
