/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.codeliste.internal;

import de.kommunalsdk.codeliste.CodelisteFehler;
import de.kommunalsdk.codeliste.CodelistenStore;
import de.kommunalsdk.codeliste.CodelistenStore.Quelle;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;

/** Finds the files of a directory or of a class path. */
public final class Fundorte {

    private static final String ORDNER = "META-INF/ozg-codelisten";

    private Fundorte() {}

    /** See {@link CodelistenStore#ordner}. */
    public static CodelistenStore ordner(Path ordner) {
        Map<String, Quelle> dateien = new TreeMap<>();
        try {
            dateien(ordner, dateien);
            return new Dateienstore(dateien, List.of());
        } catch (IOException e) {
            return new Dateienstore(Map.of(), List.of(nichtLesbar(String.valueOf(ordner.getFileName()))));
        }
    }

    /** See {@link CodelistenStore#klassenpfad}. */
    public static CodelistenStore klassenpfad(ClassLoader lader) {
        List<CodelistenStore> stellen = new ArrayList<>();
        try {
            for (URL url : Collections.list(lader.getResources(ORDNER))) {
                Map<String, Quelle> dateien = new TreeMap<>();
                if ("file".equals(url.getProtocol())) {
                    dateien(Path.of(url.toURI()), dateien);
                } else if (url.openConnection() instanceof JarURLConnection jar) {
                    jar.setUseCaches(false);
                    dateien(url, jar, dateien);
                }
                stellen.add(new Dateienstore(dateien, List.of()));
            }
        } catch (IOException | URISyntaxException e) {
            stellen.add(new Dateienstore(Map.of(), List.of(nichtLesbar(ORDNER))));
        }
        return new Kettenstore(stellen);
    }

    private static Problem nichtLesbar(String ort) {
        return Problem.fehler(CodelisteFehler.ABLAGE, Fundstelle.in(ort), CodelisteFehler.ABLAGE.abhilfe());
    }

    /** Adds the XML files of a directory under their names. */
    static void dateien(Path ordner, Map<String, Quelle> ziel) throws IOException {
        try (DirectoryStream<Path> alle = Files.newDirectoryStream(ordner, "*.xml")) {
            for (Path datei : alle) {
                if (Files.isRegularFile(datei)) {
                    ziel.put(String.valueOf(datei.getFileName()), () -> Files.newInputStream(datei));
                }
            }
        }
    }

    private static void dateien(URL ordner, JarURLConnection verbindung, Map<String, Quelle> ziel) throws IOException {
        try (JarFile jar = verbindung.getJarFile()) {
            String name = Path.of(jar.getName()).getFileName() + "!/";
            jar.stream()
                    .map(eintrag -> eintrag.getName())
                    .filter(eintrag -> eintrag.startsWith(ORDNER + "/") && eintrag.endsWith(".xml"))
                    .forEach(eintrag ->
                            ziel.put(name + eintrag.substring(ORDNER.length() + 1), () -> new URL(ordner, "/" + eintrag)
                                    .openStream()));
        }
    }
}
