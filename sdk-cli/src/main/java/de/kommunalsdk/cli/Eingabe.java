/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.error.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that the caller names. */
final class Eingabe {

    private Eingabe() {}

    /**
     * Opens a file; the caller closes it.
     *
     * @throws InvalidInput OZG-CLI-0001, naming the file as the caller did and what is wrong with it
     */
    static InputStream oeffne(Path datei) {
        if (Files.isDirectory(datei)) {
            throw new InvalidInput(CliFehler.DATEI, datei + " ist ein Verzeichnis");
        }
        try {
            return Files.newInputStream(datei);
        } catch (IOException e) {
            throw nichtLesbar(datei, e);
        }
    }

    /** A directory that is there; otherwise OZG-CLI-0001. */
    static Path verzeichnis(Path ordner) {
        if (!Files.isDirectory(ordner)) {
            throw new InvalidInput(CliFehler.DATEI, ordner + " ist kein Verzeichnis");
        }
        return ordner;
    }

    /** Reads a whole file; faults as in {@link #oeffne}. */
    static byte[] lies(Path datei) {
        try (InputStream quelle = oeffne(datei)) {
            return quelle.readAllBytes();
        } catch (IOException e) {
            throw nichtLesbar(datei, e);
        }
    }

    static InvalidInput nichtLesbar(Path datei, IOException e) {
        String grund = e instanceof NoSuchFileException
                ? " gibt es nicht"
                : e instanceof AccessDeniedException
                        ? ": keine Leserechte"
                        : ": " + e.getClass().getSimpleName();
        return new InvalidInput(CliFehler.DATEI, datei + grund, e);
    }
}
