/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ablage.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Tries out, until it succeeds once, what a delivery needs of the file system. Thread-safe. */
public final class Dateisystemprobe {

    private final Path arbeit;
    private final Dateien dateien;
    private volatile boolean bestanden;

    /** Leaves nothing in {@code arbeit}; what a killed process leaves there is removed like an orphaned packet. */
    public Dateisystemprobe(Path arbeit, Dateien dateien) {
        this.arbeit = arbeit;
        this.dateien = dateien;
    }

    /**
     * Links, syncs and renames once.
     *
     * @throws UngeeignetesDateisystem a step failed although files can be written
     * @throws IOException files cannot be written either
     */
    public void bestehe() throws IOException {
        if (bestanden) {
            return;
        }
        String name = ".probe-" + UUID.randomUUID();
        Path ordner = arbeit.resolve(name);
        Path umbenannt = arbeit.resolve(name + "-neu");
        dateien.verzeichnis(arbeit);
        try {
            dateien.verzeichnis(ordner);
            Path datei = ordner.resolve("datei");
            schreibe(datei);
            versuche("feste Verknuepfung", ordner, () -> dateien.verknuepfe(ordner.resolve("verknuepfung"), datei));
            versuche("Sichern eines Verzeichnisses", ordner, () -> dateien.sichere(ordner));
            versuche("unteilbares Umbenennen", ordner, () -> dateien.verschiebe(ordner, umbenannt));
            bestanden = true;
        } finally {
            Dateien.loesche(ordner);
            Dateien.loesche(umbenannt);
        }
    }

    private static void versuche(String name, Path ordner, Schritt schritt) throws IOException {
        try {
            schritt.tue();
        } catch (IOException | UnsupportedOperationException e) {
            // Error texts depend on system and language. A full disk or a lost right fails here, too; a missing ability
            // does not.
            schreibe(ordner.resolve("gegenprobe"));
            throw new UngeeignetesDateisystem(name, e);
        }
    }

    private static void schreibe(Path datei) throws IOException {
        try (FileChannel kanal = FileChannel.open(datei, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            kanal.force(true);
        }
    }

    private interface Schritt {
        void tue() throws IOException;
    }
}
