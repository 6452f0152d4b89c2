/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Clean folders and free ports. */
final class Umgebung {

    private Umgebung() {}

    /** Removes a folder with all that is in it. */
    static void leere(Path ordner) throws IOException {
        if (Files.exists(ordner)) {
            try (Stream<Path> alle = Files.walk(ordner)) {
                for (Path p : alle.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(p);
                }
            }
        }
    }

    static int freierPort() throws IOException {
        try (ServerSocket frei = new ServerSocket(0)) {
            return frei.getLocalPort();
        }
    }
}
