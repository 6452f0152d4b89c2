/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.dienst;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The files of a Dienst beside its dienst.yaml, in a jar or a directory. Thread-safe. */
public interface Dienstdateien {

    /** Where they are, for messages. */
    String ort();

    /** Plain names of all files that can be opened, in any order. */
    default Collection<String> namen() throws IOException {
        return List.of();
    }

    /**
     * Opens a file by its plain name (no path); empty when there is none. The caller closes it.
     *
     * @throws IOException when it cannot be read, or a folder has its name
     */
    Optional<InputStream> oeffnen(String name) throws IOException;
}
