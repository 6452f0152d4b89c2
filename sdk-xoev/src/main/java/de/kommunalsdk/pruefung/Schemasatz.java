/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung;

import de.kommunalsdk.error.Problem;
import de.kommunalsdk.pruefung.internal.Schemaordner;
import de.kommunalsdk.pruefung.internal.Schemaverzeichnis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The XML Schema files of one or more standards, given by the operator; none comes with the SDK and none is fetched. An
 * {@code xs:import} or {@code xs:include} is resolved by the last part of its address, then by its namespace, from these
 * files only. A schema is compiled when its first message comes and kept. Thread-safe.
 */
public final class Schemasatz {

    private final Schemaverzeichnis verzeichnis;

    private Schemasatz(Schemaverzeichnis verzeichnis) {
        this.verzeichnis = verzeichnis;
    }

    /**
     * All {@code *.xsd} below the folders, five levels deep. A file that is no XML Schema, or has a DOCTYPE, is left out
     * and named by {@link #probleme()}.
     *
     * @throws IOException when a folder cannot be read
     */
    public static Schemasatz aus(List<Path> ordner, Herkunft herkunft) throws IOException {
        return aus(Schemaordner.lies(ordner), herkunft);
    }

    /** Files by name without folders. */
    public static Schemasatz aus(Map<String, byte[]> dateien, Herkunft herkunft) {
        return new Schemasatz(Schemaverzeichnis.aus(dateien, herkunft));
    }

    /** The target namespaces of all usable files. */
    public Set<String> namensraeume() {
        return verzeichnis.namensraeume();
    }

    /** Files that cannot be used, and why. */
    public List<Problem> probleme() {
        return verzeichnis.probleme();
    }

    /** For the chain. */
    Schemaverzeichnis verzeichnis() {
        return verzeichnis;
    }
}
