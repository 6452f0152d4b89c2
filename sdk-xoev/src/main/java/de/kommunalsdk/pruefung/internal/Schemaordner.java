/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung.internal;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.pruefung.PruefungFehler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the XSD files of folders. */
public final class Schemaordner {

    private static final int TIEFE = 5;
    private static final int MAX_DATEIEN = 1_000;
    private static final long MAX_BYTES = 64L * 1024 * 1024;

    private Schemaordner() {}

    /**
     * All {@code *.xsd} by name without folders.
     *
     * @throws InvalidInput {@link PruefungFehler#SCHEMASATZ} for one name with two contents, or too much of it
     */
    public static Map<String, byte[]> lies(List<Path> ordner) throws IOException {
        Map<String, byte[]> dateien = new TreeMap<>();
        long bytes = 0;
        for (Path wurzel : ordner) {
            for (Path datei : xsd(wurzel)) {
                String name = String.valueOf(datei.getFileName());
                bytes += Files.size(datei);
                if (bytes > MAX_BYTES || dateien.size() >= MAX_DATEIEN) {
                    throw new InvalidInput(PruefungFehler.SCHEMASATZ, "zu viele oder zu grosse Dateien");
                }
                byte[] inhalt = Files.readAllBytes(datei);
                byte[] vorher = dateien.put(name, inhalt);
                if (vorher != null && !Arrays.equals(vorher, inhalt)) {
                    throw new InvalidInput(
                            PruefungFehler.SCHEMASATZ, name + " gibt es zweimal mit verschiedenem Inhalt");
                }
            }
        }
        return dateien;
    }

    private static List<Path> xsd(Path wurzel) throws IOException {
        try (Stream<Path> alle = Files.walk(wurzel, TIEFE)) {
            return alle.filter(p -> p.toString().endsWith(".xsd") && Files.isRegularFile(p))
                    .sorted()
                    .toList();
        }
    }
}
