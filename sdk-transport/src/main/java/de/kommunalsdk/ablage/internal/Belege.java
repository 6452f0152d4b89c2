/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ablage.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Announcements of complete packets, one small file per key. Whoever announces first wins, also between nodes. */
public final class Belege {

    private static final Pattern ARBEITSNAME = Pattern.compile("[A-Za-z0-9_-]{1,80}~[0-9a-f-]{36}");
    private static final Duration AUFBEWAHRUNG = Duration.ofDays(180);

    private final Path verzeichnis;
    private final Clock clock;
    private final Dateien dateien;

    /** Announcements in {@code verzeichnis}. */
    public Belege(Path verzeichnis, Clock clock, Dateien dateien) {
        this.verzeichnis = verzeichnis;
        this.clock = clock;
        this.dateien = dateien;
    }

    /** The announcement of a key. */
    public Optional<Beleg> finde(String schluessel) throws IOException {
        try {
            return Optional.of(Beleg.lies(Files.readString(verzeichnis.resolve(schluessel))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Announces a packet durably; gives the announcement that counts, which may be an earlier one. */
    public Beleg kuendigeAn(String schluessel, String arbeitsname) throws IOException {
        dateien.verzeichnis(verzeichnis);
        Beleg beleg = new Beleg(arbeitsname, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        Path entwurf = verzeichnis.resolve("." + UUID.randomUUID());
        try {
            try (FileChannel kanal =
                    FileChannel.open(entwurf, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                kanal.write(StandardCharsets.US_ASCII.encode(beleg.text()));
                kanal.force(true);
            }
            // A hard link appears whole or not at all and never replaces another one; a rename would replace.
            dateien.verknuepfe(verzeichnis.resolve(schluessel), entwurf);
            dateien.sichere(verzeichnis);
            return beleg;
        } catch (FileAlreadyExistsException e) {
            return finde(schluessel).orElseThrow(() -> e);
        } finally {
            Files.deleteIfExists(entwurf);
        }
    }

    /** Whether the announcement of a key names this packet. */
    boolean nennt(String schluessel, String arbeitsname) throws IOException {
        return !schluessel.isEmpty()
                && finde(schluessel)
                        .filter(beleg -> beleg.arbeitsname().equals(arbeitsname))
                        .isPresent();
    }

    /** Deletes announcements that no attempt can ask for any more: those older than half a year. */
    public void raeumeAuf() throws IOException {
        if (!Files.isDirectory(verzeichnis)) {
            return;
        }
        Instant grenze = clock.instant().minus(AUFBEWAHRUNG);
        try (DirectoryStream<Path> alle = Files.newDirectoryStream(verzeichnis)) {
            for (Path datei : alle) {
                if (Dateien.aelterAls(datei, grenze)) {
                    Files.deleteIfExists(datei);
                }
            }
        }
    }

    /**
     * An announcement.
     *
     * @param arbeitsname name of the complete packet in the working directory
     * @param zeitpunkt when it was announced
     */
    public record Beleg(String arbeitsname, Instant zeitpunkt) {

        private String text() {
            return arbeitsname + "\n" + zeitpunkt + "\n";
        }

        private static Beleg lies(String text) throws IOException {
            String[] zeilen = text.split("\n", -1);
            try {
                if (zeilen.length == 3 && ARBEITSNAME.matcher(zeilen[0]).matches()) {
                    return new Beleg(zeilen[0], Instant.parse(zeilen[1]));
                }
            } catch (DateTimeParseException e) {
                throw new IOException("Beleg unlesbar", e);
            }
            throw new IOException("Beleg unlesbar");
        }
    }
}
