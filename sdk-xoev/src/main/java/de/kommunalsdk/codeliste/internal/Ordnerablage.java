/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.codeliste.internal;

import de.kommunalsdk.codeliste.CodelisteFehler;
import de.kommunalsdk.codeliste.GenericodeLeser;
import de.kommunalsdk.codeliste.Listenkennung;
import de.kommunalsdk.crypto.Sha256;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.listenablage.Listenablage;
import de.kommunalsdk.xml.XmlFehler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Code list files in a directory. Files that people put there under other names count too. Each file appears whole or
 * not at all; several are checked together and then appear one after the other. One process at a time.
 */
public final class Ordnerablage implements Listenablage {

    private static final int MAX_BYTES = (int) GenericodeLeser.GRENZEN.maxBytes();

    private final Path ordner;

    /** In this directory, which is made when the first file is put. */
    public Ordnerablage(Path ordner) {
        this.ordner = ordner;
    }

    @Override
    public List<Listendatei> liste() {
        List<Listendatei> dateien = new ArrayList<>();
        vorhandene().forEach((kennung, pfad) -> {
            byte[] inhalt = inhalt(pfad);
            try {
                dateien.add(new Listendatei(
                        kennung.urn(),
                        kennung.version(),
                        Sha256.hex(inhalt),
                        inhalt.length,
                        Files.getLastModifiedTime(pfad).toInstant(),
                        ""));
            } catch (IOException e) {
                throw fehler(e);
            }
        });
        dateien.sort(Comparator.comparing(Listendatei::urn).thenComparing(Listendatei::version));
        return dateien;
    }

    @Override
    public Optional<byte[]> lies(String urn, String version) {
        return Optional.ofNullable(vorhandene().get(new Listenkennung(urn, version)))
                .map(Ordnerablage::inhalt);
    }

    @Override
    public List<Ergebnis> lege(List<Eingang> eingaenge, boolean ersetzen, String handelnder) {
        Map<Listenkennung, Path> vorhandene = vorhandene();
        List<Ergebnis> ergebnisse = eingaenge.stream()
                .map(e -> ergebnis(vorhandene.get(kennung(e)), e, ersetzen))
                .toList();
        if (!ergebnisse.contains(Ergebnis.ABGELEHNT)) {
            for (int i = 0; i < eingaenge.size(); i++) {
                if (ergebnisse.get(i) != Ergebnis.UNVERAENDERT) {
                    Listenkennung kennung = kennung(eingaenge.get(i));
                    schreibe(
                            vorhandene.getOrDefault(kennung, ordner.resolve(dateiname(kennung))),
                            eingaenge.get(i).inhalt());
                }
            }
        }
        return ergebnisse;
    }

    private static Ergebnis ergebnis(@Nullable Path alt, Eingang neu, boolean ersetzen) {
        if (alt == null) {
            return Ergebnis.NEU;
        }
        if (Arrays.equals(inhalt(alt), neu.inhalt())) {
            return Ergebnis.UNVERAENDERT;
        }
        return ersetzen ? Ergebnis.ERSETZT : Ergebnis.ABGELEHNT;
    }

    private static Listenkennung kennung(Eingang eingang) {
        return new Listenkennung(eingang.urn(), eingang.version());
    }

    private Map<Listenkennung, Path> vorhandene() {
        Map<Listenkennung, Path> vorhandene = new LinkedHashMap<>();
        if (!Files.exists(ordner)) {
            return vorhandene;
        }
        List<Path> dateien = new ArrayList<>();
        try (DirectoryStream<Path> alle = Files.newDirectoryStream(ordner, "*.xml")) {
            alle.forEach(dateien::add);
        } catch (IOException e) {
            throw fehler(e);
        }
        dateien.sort(Comparator.naturalOrder());
        for (Path datei : dateien) {
            try (InputStream quelle = Files.newInputStream(datei)) {
                GenericodeLeser.lies(String.valueOf(datei.getFileName()), quelle)
                        .liste()
                        .ifPresent(liste -> vorhandene.putIfAbsent(liste.kennung(), datei));
            } catch (IOException e) {
                throw fehler(e);
            }
        }
        return vorhandene;
    }

    /** Readable, and unique by its hash: two URNs may differ only in what no file name can hold. */
    private static String dateiname(Listenkennung kennung) {
        String lesbar = kennung.versionUrn().replaceAll("[^A-Za-z0-9._-]", "-");
        String kurz = lesbar.length() <= 120 ? lesbar : lesbar.substring(lesbar.length() - 120);
        String hash = Sha256.hex(kennung.versionUrn().getBytes(StandardCharsets.UTF_8));
        return kurz + "." + hash.substring(0, 8) + ".xml";
    }

    /** A temporary file belongs to its maker alone; the portal, which reads the list, may be another user. */
    private static void oeffneFuerAlle(Path datei) throws IOException {
        if (Files.getFileStore(datei).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(datei, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    private void schreibe(Path ziel, byte[] inhalt) {
        try {
            Files.createDirectories(ordner);
            Path halb = Files.createTempFile(ordner, ".codeliste", ".neu");
            try {
                Files.write(halb, inhalt);
                oeffneFuerAlle(halb);
                Files.move(halb, ziel, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(halb);
            }
        } catch (IOException e) {
            throw fehler(e);
        }
    }

    private static byte[] inhalt(Path datei) {
        try (InputStream quelle = Files.newInputStream(datei)) {
            byte[] bytes = quelle.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new InvalidInput(XmlFehler.ZU_VIELE_BYTES, String.valueOf(datei.getFileName()));
            }
            return bytes;
        } catch (IOException e) {
            throw fehler(e);
        }
    }

    private static ServiceUnavailable fehler(IOException e) {
        return new ServiceUnavailable(CodelisteFehler.ABLAGE, e.getClass().getSimpleName(), e);
    }
}
