/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.dienst.internal;

import de.kommunalsdk.dienst.DienstLeser;
import de.kommunalsdk.dienst.Dienstdateien;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds folders of Dienste. */
public final class Quellen {

    private static final String ORDNER = "META-INF/ozg-dienst";
    private static final Pattern EINTRAG = Pattern.compile("META-INF/ozg-dienst/([a-z][a-z0-9-]{0,59})/dienst\\.yaml");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");

    private static final int MAX_BYTES = 64 << 20; // as much as an XML file may have

    private Quellen() {}

    /** The Dienste of a class path, in jars and directories. */
    public static List<Dienstdateien> klassenpfad(ClassLoader lader) throws IOException {
        List<Dienstdateien> gefunden = new ArrayList<>();
        for (URL url : Collections.list(lader.getResources(ORDNER))) {
            if ("file".equals(url.getProtocol())) {
                try {
                    gefunden.addAll(verzeichnis(Path.of(url.toURI())));
                } catch (URISyntaxException e) {
                    throw new IOException("Unlesbare Stelle im Klassenpfad", e);
                }
            } else if (url.openConnection() instanceof JarURLConnection jar) {
                jar.setUseCaches(false);
                try (JarFile datei = jar.getJarFile()) {
                    gefunden.addAll(jar(Path.of(datei.getName()), datei));
                }
            }
        }
        return gefunden;
    }

    /** The Dienste of a directory: itself, or each folder below it that has a dienst.yaml. */
    public static List<Dienstdateien> verzeichnis(Path verzeichnis) throws IOException {
        if (Files.isRegularFile(verzeichnis.resolve(DienstLeser.DATEI))) {
            return List.of(new Ordner(verzeichnis));
        }
        List<Dienstdateien> gefunden = new ArrayList<>();
        try (DirectoryStream<Path> kinder = Files.newDirectoryStream(verzeichnis)) {
            for (Path kind : kinder) {
                if (Files.isRegularFile(kind.resolve(DienstLeser.DATEI))) {
                    gefunden.add(new Ordner(kind));
                }
            }
        }
        gefunden.sort((a, b) -> a.ort().compareTo(b.ort()));
        return gefunden;
    }

    /** The Dienste of a jar. */
    public static List<Dienstdateien> jar(Path pfad) throws IOException {
        try (JarFile datei = new JarFile(pfad.toFile())) {
            return jar(pfad, datei);
        }
    }

    private static List<Dienstdateien> jar(Path pfad, JarFile datei) {
        TreeSet<String> ids = new TreeSet<>();
        for (JarEntry eintrag : Collections.list(datei.entries())) {
            Matcher treffer = EINTRAG.matcher(eintrag.getName());
            if (treffer.matches()) {
                ids.add(treffer.group(1));
            }
        }
        return ids.stream().<Dienstdateien>map(id -> new Jar(pfad, id)).toList();
    }

    private record Ordner(Path pfad) implements Dienstdateien {

        @Override
        public String ort() {
            return String.valueOf(pfad.getFileName());
        }

        @Override
        public List<String> namen() throws IOException {
            List<String> namen = new ArrayList<>();
            try (DirectoryStream<Path> dateien = Files.newDirectoryStream(pfad, Files::isRegularFile)) {
                dateien.forEach(datei -> namen.add(String.valueOf(datei.getFileName())));
            }
            return namen;
        }

        @Override
        public Optional<InputStream> oeffnen(String name) throws IOException {
            if (!NAME.matcher(name).matches() || !Files.exists(pfad.resolve(name))) {
                return Optional.empty();
            }
            Path datei = pfad.resolve(name);
            if (!Files.isRegularFile(datei)) {
                throw new IOException("keine Datei"); // a folder in its place is a mistake, not an absence
            }
            return Optional.of(Files.newInputStream(datei));
        }
    }

    private record Jar(Path pfad, String id) implements Dienstdateien {

        @Override
        public String ort() {
            return pfad.getFileName() + "!/" + id;
        }

        @Override
        public List<String> namen() throws IOException {
            String ordner = ORDNER + "/" + id + "/";
            try (JarFile datei = new JarFile(pfad.toFile())) {
                return datei.stream()
                        .filter(eintrag ->
                                !eintrag.isDirectory() && eintrag.getName().startsWith(ordner))
                        .map(eintrag -> eintrag.getName().substring(ordner.length()))
                        .filter(name -> NAME.matcher(name).matches())
                        .toList();
            }
        }

        @Override
        public Optional<InputStream> oeffnen(String name) throws IOException {
            if (!NAME.matcher(name).matches()) {
                return Optional.empty();
            }
            try (JarFile datei = new JarFile(pfad.toFile())) {
                JarEntry eintrag = datei.getJarEntry(ORDNER + "/" + id + "/" + name);
                if (eintrag == null) {
                    return Optional.empty();
                }
                try (InputStream quelle = datei.getInputStream(eintrag)) {
                    // Wholly read: a Dienst has small files, and the jar must not stay open.
                    byte[] bytes = quelle.readNBytes(MAX_BYTES + 1);
                    if (bytes.length > MAX_BYTES) {
                        throw new IOException("Datei im Jar groesser als 64 MiB");
                    }
                    return Optional.of(new java.io.ByteArrayInputStream(bytes));
                }
            }
        }
    }
}
