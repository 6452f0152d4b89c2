/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ablage.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The steps of a delivery on the file system, and their durability. Not final: tests let single steps fail. Thread-safe. */
public class Dateien {

    /** Makes a directory that only the owner and the group can read, where the file system knows such rights. */
    public void verzeichnis(Path pfad) throws IOException {
        Files.createDirectories(pfad, rechte(pfad, "rwxr-x---"));
    }

    /** Gives a file a second name; fails when that name is taken. */
    public void verknuepfe(Path name, Path datei) throws IOException {
        Files.createLink(name, datei);
    }

    /** Renames a directory by one step that nobody sees the middle of. */
    public void verschiebe(Path von, Path nach) throws IOException {
        Files.move(von, nach, StandardCopyOption.ATOMIC_MOVE);
    }

    static FileAttribute<?>[] rechte(Path pfad, String rechte) {
        return pfad.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rechte))}
                : new FileAttribute<?>[0];
    }

    /** Writes the entries of a directory to disk, so that a rename outlives a loss of power. */
    public void sichere(Path verzeichnis) throws IOException {
        if (verzeichnis.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel kanal = FileChannel.open(verzeichnis, StandardOpenOption.READ)) {
                kanal.force(true);
            }
        }
    }

    /** Whether a path was last written before {@code grenze}; one that another node has just deleted was not. */
    static boolean aelterAls(Path pfad, Instant grenze) throws IOException {
        try {
            return Files.getLastModifiedTime(pfad).toInstant().isBefore(grenze);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Deletes a directory with all it holds; one that is gone is no error. */
    static void loesche(Path verzeichnis) throws IOException {
        try {
            Files.walkFileTree(verzeichnis, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path datei, BasicFileAttributes merkmale) throws IOException {
                    Files.deleteIfExists(datei);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path pfad, @Nullable IOException fehler) throws IOException {
                    if (fehler != null) {
                        throw fehler;
                    }
                    Files.deleteIfExists(pfad);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (NoSuchFileException e) {
            // somebody else has deleted it: that is what was wanted
        }
    }
}
