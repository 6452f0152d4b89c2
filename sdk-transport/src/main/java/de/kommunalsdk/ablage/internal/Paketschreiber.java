/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ablage.internal;

import de.kommunalsdk.ablage.AblageFehler;
import de.kommunalsdk.crypto.Sha256;
import de.kommunalsdk.uebermittlung.Paket;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Writes packets into a working directory and renames them to where they are read. Thread-safe. */
public final class Paketschreiber {

    private static final int VERSUCHE = 5;
    private static final Duration VERWAIST = Duration.ofDays(1);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,119}");
    private static final Pattern SCHLUESSEL = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    private final Path arbeit;
    private final Dateien dateien;

    /** Works in {@code arbeit}. */
    public Paketschreiber(Path arbeit, Dateien dateien) {
        this.arbeit = arbeit;
        this.dateien = dateien;
    }

    /** Writes a packet wholly and durably; on a fault nothing is left. Gives its name in the working directory. */
    public String schreibe(Paket paket) throws IOException {
        dateien.verzeichnis(arbeit);
        String name = paket.schluessel() + "~" + UUID.randomUUID();
        Path ordner = arbeit.resolve(name);
        boolean fertig = false;
        try {
            dateien.verzeichnis(ordner);
            for (Paket.Teil teil : paket.teile()) {
                schreibeTeil(teil, ordner.resolve(teil.dateiname()));
            }
            try (FileChannel kanal = neu(ordner.resolve(Manifest.DATEI));
                    OutputStream ziel = Channels.newOutputStream(kanal)) {
                Manifest.schreibe(paket, ziel);
                kanal.force(true);
            }
            dateien.sichere(ordner);
            dateien.sichere(arbeit);
            fertig = true;
            return name;
        } finally {
            if (!fertig) {
                Dateien.loesche(ordner);
            }
        }
    }

    /** Moves a complete packet to {@code ziel} by one rename. One that is no longer here has been moved before. */
    public void veroeffentliche(String name, Path ziel) throws IOException {
        Path eltern = Objects.requireNonNull(ziel.getParent());
        verschiebe(arbeit.resolve(name), ziel, eltern);
        try {
            dateien.sichere(eltern); // also when another node moved it: that one may have died before this step
        } catch (NoSuchFileException e) {
            // a reader has taken the packet and its empty parent away: nothing is left to be made durable
        }
    }

    private void verschiebe(Path paket, Path ziel, Path eltern) throws IOException {
        for (int versuch = 1; ; versuch++) {
            dateien.verzeichnis(eltern);
            try {
                dateien.verschiebe(paket, ziel);
                return;
            } catch (NoSuchFileException e) {
                // Either the packet is gone or, for a reader that tidies empty directories, its new parent.
                if (Files.notExists(paket)) {
                    return;
                }
                if (versuch == VERSUCHE) {
                    throw e;
                }
            }
        }
    }

    /** Deletes a packet that is not wanted. */
    public void verwirf(String name) throws IOException {
        Dateien.loesche(arbeit.resolve(name));
    }

    /** Deletes what a killed process left behind: packets older than a day that nobody has announced. */
    public void raeumeAuf(Instant jetzt, Belege belege) throws IOException {
        if (!Files.isDirectory(arbeit)) {
            return;
        }
        try (DirectoryStream<Path> ordner = Files.newDirectoryStream(arbeit)) {
            for (Path pfad : ordner) {
                String name = pfad.getFileName().toString();
                boolean alt = Dateien.aelterAls(pfad, jetzt.minus(VERWAIST));
                if (alt && !belege.nennt(name.substring(0, Math.max(0, name.indexOf('~'))), name)) {
                    Dateien.loesche(pfad);
                }
            }
        }
    }

    /** Refuses a packet whose key or file names could leave its directory or meet each other. */
    public static void pruefeNamen(Paket paket) throws Paketfehler {
        Set<String> namen = new HashSet<>(Set.of(Manifest.DATEI));
        for (Paket.Teil teil : paket.teile()) {
            boolean neuerName = namen.add(teil.dateiname().toLowerCase(Locale.ROOT));
            if (!neuerName || !NAME.matcher(teil.dateiname()).matches()) {
                throw new Paketfehler(AblageFehler.DATEINAME);
            }
        }
        if (!SCHLUESSEL.matcher(paket.schluessel()).matches()) {
            throw new Paketfehler(AblageFehler.DATEINAME);
        }
    }

    private static void schreibeTeil(Paket.Teil teil, Path ziel) throws IOException {
        MessageDigest sha256 = Sha256.neu();
        long groesse;
        try (FileChannel kanal = neu(ziel);
                OutputStream datei = new DigestOutputStream(Channels.newOutputStream(kanal), sha256);
                InputStream inhalt = teil.inhalt().oeffnen()) {
            groesse = inhalt.transferTo(datei);
            kanal.force(true);
        }
        if (groesse != teil.groesse()
                || !HexFormat.of().formatHex(sha256.digest()).equals(teil.sha256())) {
            throw new Paketfehler(AblageFehler.PRUEFSUMME);
        }
    }

    private static FileChannel neu(Path ziel) throws IOException {
        return FileChannel.open(
                ziel,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                Dateien.rechte(ziel, "rw-r-----"));
    }
}
