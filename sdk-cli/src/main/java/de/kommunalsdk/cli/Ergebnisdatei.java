/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.ServiceUnavailable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that a command makes in a directory of the caller's choice. */
final class Ergebnisdatei {

    private Ergebnisdatei() {}

    /**
     * Writes a new file and makes the directory if it is not there.
     *
     * @throws InvalidInput OZG-CLI-0011 when there is such a file, or a file in the place of the directory
     * @throws ServiceUnavailable OZG-CLI-0012 when it cannot be written
     */
    static Path schreibe(Path ordner, String name, byte[] inhalt) {
        Path neu = ordner.resolve(name);
        try {
            Files.createDirectories(ordner);
            return Files.write(neu, inhalt, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new InvalidInput(
                    CliFehler.GIBT_ES_SCHON,
                    Files.isDirectory(ordner) ? neu.toString() : ordner + " ist kein Ordner",
                    e);
        } catch (IOException e) {
            throw new ServiceUnavailable(
                    CliFehler.AUSGABE, neu + ": " + e.getClass().getSimpleName(), e);
        }
    }
}
