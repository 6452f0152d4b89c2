/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import de.kommunalsdk.forms.einbettung.Wirt;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A real server in a process of its own, with the portal of the tests as a web application. */
final class Webserver implements AutoCloseable {

    private static final Path ZIEL = Path.of(System.getProperty("project.root"), "sdk-forms", "target");

    private final Process prozess;
    private final URI adresse;

    private Webserver(Process prozess, URI adresse) {
        this.prozess = prozess;
        this.adresse = adresse;
    }

    /** Starts {@code programm} of {@code src/test/container} with the jars of {@code target/container/<server>}. */
    static Webserver starte(String server, String programm) throws IOException {
        Path arbeit = Files.createTempDirectory("webserver-" + server);
        Path anwendung = anwendung(arbeit.resolve("stadt"));
        String jars;
        try (Stream<Path> alle = Files.list(ZIEL.resolve("container").resolve(server))) {
            jars = alle.map(Path::toString).sorted().collect(Collectors.joining(java.io.File.pathSeparator));
        }
        Process prozess = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Dwirt.dienst=" + Testportal.hund(),
                        "-cp",
                        jars,
                        ZIEL.resolveSibling("src/test/container/" + programm + ".java")
                                .toString(),
                        anwendung.toString(),
                        "/stadt")
                .redirectErrorStream(true)
                .start();
        BufferedReader ausgabe = prozess.inputReader(StandardCharsets.UTF_8);
        StringBuilder bisher = new StringBuilder();
        for (String zeile = ausgabe.readLine(); zeile != null; zeile = ausgabe.readLine()) {
            if (zeile.startsWith("PORT ")) {
                Thread leser = new Thread(() -> ausgabe.lines().forEach(weitere -> {}), "webserver-" + server);
                leser.setDaemon(true);
                leser.start(); // what nobody reads would make the server wait
                return new Webserver(prozess, URI.create("http://127.0.0.1:" + zeile.substring(5) + "/stadt"));
            }
            bisher.append(zeile).append('\n');
        }
        throw new AssertionError(server + " startet nicht:\n" + bisher);
    }

    /** An exploded WAR, as a portal would have it: the jars of the SDK in WEB-INF/lib, fragments and all. */
    private static Path anwendung(Path wurzel) throws IOException {
        Path lib = Files.createDirectories(wurzel.resolve("WEB-INF/lib"));
        Path klassen = Files.createDirectories(wurzel.resolve("WEB-INF/classes"));
        for (String eintrag :
                Files.readString(ZIEL.resolve("laufzeit.classpath")).strip().split("\\|")) {
            nimm(Path.of(eintrag), lib, klassen);
        }
        try (Stream<Path> eigene = Files.list(ZIEL)) {
            for (Path jar : eigene.filter(Webserver::istEigenesJar).toList()) {
                nimm(jar, lib, klassen);
            }
        }
        for (Class<?> klasse : List.of(org.h2.Driver.class, org.slf4j.helpers.NOPLoggerFactory.class)) {
            nimm(ort(klasse), lib, klassen);
        }
        Path wirt = Path.of("de/kommunalsdk/forms/einbettung");
        kopiere(ort(Wirt.class).resolve(wirt), klassen.resolve(wirt));
        Files.copy(ZIEL.resolveSibling("src/test/container/web.xml"), wurzel.resolve("WEB-INF/web.xml"));
        return wurzel;
    }

    private static boolean istEigenesJar(Path datei) {
        String name = datei.getFileName().toString();
        return name.matches("sdk-forms-[0-9].*\\.jar")
                && Stream.of("sources", "javadoc", "tests").noneMatch(name::contains);
    }

    private static Path ort(Class<?> klasse) {
        return Path.of(URI.create(
                klasse.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    private static void nimm(Path eintrag, Path lib, Path klassen) throws IOException {
        if (Files.isDirectory(eintrag)) {
            kopiere(eintrag, klassen);
        } else {
            Files.copy(eintrag, lib.resolve(eintrag.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void kopiere(Path von, Path nach) throws IOException {
        try (Stream<Path> alle = Files.walk(von)) {
            for (Path datei : alle.toList()) {
                Path ziel = nach.resolve(von.relativize(datei).toString());
                if (Files.isDirectory(datei)) {
                    Files.createDirectories(ziel);
                } else {
                    Files.copy(datei, ziel, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    URI adresse() {
        return adresse;
    }

    @Override
    public void close() {
        prozess.destroyForcibly();
        prozess.onExit().join();
    }
}
