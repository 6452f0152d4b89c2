/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.codeliste.Listeninstallation;
import de.kommunalsdk.listenablage.Listenablage;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where code lists are kept: a directory, or the database of an installation. */
final class Listenziel {

    @Option(names = "--dir", paramLabel = "DIR", description = "Verzeichnis mit Codelisten.")
    private @Nullable Path ordner;

    @ArgGroup(exclusive = false)
    private @Nullable Datenbankzugang datenbank;

    /** Connects, as {@link Datenbankzugang#datenhaltung}. */
    Listenablage ablage() {
        return ordner != null
                ? Listeninstallation.ordner(ordner)
                : Objects.requireNonNull(datenbank).datenhaltung().codelisten();
    }
}
