/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The portal with the SDK, and what the SDK requires, as named modules; all other tests use the class path. */
class ModulpfadIT {

    private static final Path DATEN = Path.of("target/modulpfad").toAbsolutePath();
    private static final List<String> SDK = List.of(
            "de.kommunalsdk.forms", "de.kommunalsdk.pdf", "de.kommunalsdk.servicekonto", "de.kommunalsdk.transport");

    @Test
    void servesPagesAndTheirStyleSheet() throws Exception {
        Files.deleteIfExists(DATEN.resolve("portal.log"));
        Map<String, Path> module = module();
        assertThat(module)
                .containsKeys("de.kommunalsdk.core", "de.kommunalsdk.xoev")
                .containsKeys(SDK.toArray(String[]::new));
        List<String> klassenpfad = new ArrayList<>(eintraege());
        module.values().forEach(jar -> klassenpfad.remove(jar.toString()));
        int port = freierPort();
        try (Portalprozess portal = Portalprozess.starte(
                port,
                DATEN,
                "",
                List.of(
                        "-p",
                        String.join(
                                File.pathSeparator,
                                module.values().stream().map(Path::toString).toList()),
                        "--add-modules",
                        String.join(",", SDK),
                        "-cp",
                        String.join(File.pathSeparator, klassenpfad)))) {
            assertThat(hole(port, "/ozg/hund-anmelden")).contains("Jetzt online beantragen");
            assertThat(hole(port, "/ozg/_/ozg.css")).contains(".ozg");
            assertThat(hole(port, "/ozg/hund-anmelden/blanko.pdf")).startsWith("%PDF-");
            assertThat(hole(port, "/konto/_/weiter.js")).contains("replaceState");
            assertThat(portal.ausgabe()).doesNotContain("Exception", "ERROR", "WARN");
        }
    }

    /** The jars of the class path that the SDK needs as modules, by the name of the module. */
    private static Map<String, Path> module() {
        Map<String, ModuleReference> alle = new LinkedHashMap<>();
        for (String eintrag : eintraege()) {
            try {
                ModuleFinder.of(Path.of(eintrag))
                        .findAll()
                        .forEach(m -> alle.putIfAbsent(m.descriptor().name(), m));
            } catch (FindException e) {
                // a jar of a test that cannot be a module
            }
        }
        Map<String, Path> gebraucht = new LinkedHashMap<>();
        Set<String> gesehen = new HashSet<>();
        List<String> offen = new ArrayList<>(SDK);
        while (!offen.isEmpty()) {
            String name = offen.remove(0);
            ModuleReference modul = alle.get(name);
            if (modul != null && gesehen.add(name)) {
                gebraucht.put(name, Path.of(modul.location().orElseThrow()));
                modul.descriptor().requires().stream()
                        .filter(r -> !r.modifiers().contains(Requires.Modifier.STATIC))
                        .map(Requires::name)
                        .forEach(offen::add);
            }
        }
        return gebraucht;
    }

    private static List<String> eintraege() {
        return List.of(System.getProperty("java.class.path").split(File.pathSeparator));
    }

    private static String hole(int port, String pfad) throws Exception {
        HttpResponse<String> antwort = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + pfad))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(antwort.statusCode()).as(pfad).isEqualTo(200);
        return antwort.body();
    }

    private static int freierPort() throws Exception {
        try (ServerSocket frei = new ServerSocket(0)) {
            return frei.getLocalPort();
        }
    }
}
