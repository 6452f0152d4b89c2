/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.dienst;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The files of a Dienst beside its dienst.yaml, in a jar or a directory. Thread-safe. */
public interface Dienstdateien {

    /** Where they are, for messages. */
    String ort();

    /** Opens a file by its plain name (no path); empty when there is none. The caller closes it. */
    Optional<InputStream> oeffnen(String name) throws IOException;
}
