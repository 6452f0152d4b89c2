/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Every real FIM schema as a Dienst: with nothing but what a dienst.yaml must say. */
public final class EchteDienste {

    private static final Path SCHEMATA = Path.of(System.getProperty("shared.data"), "xoev/fim");

    private EchteDienste() {}

    /** Names of the files, those of XDF2 first; skips the test where the shared data are missing, in CI fails. */
    public static List<String> schemata() {
        if (System.getenv("CI") != null) {
            assertThat(SCHEMATA).isDirectory();
        }
        Assumptions.assumeTrue(Files.isDirectory(SCHEMATA), SCHEMATA + " is missing");
        List<String> alle = new ArrayList<>();
        for (String fassung : List.of("xdf2", "xdf3")) {
            dateien(fassung).stream()
                    .map(p -> p.getFileName().toString())
                    .filter(n -> n.endsWith(".xdf3.xml") || n.endsWith("_xdf2.xml"))
                    .forEach(alle::add);
        }
        return alle;
    }

    /** Writes one Dienst below a folder, with the code lists that lie beside its schema; gives its id. */
    public static String schreibe(Path ordner, String schema, String overlay) {
        String id = id(schema);
        try {
            Path dienst = Files.createDirectories(ordner.resolve(id));
            Files.writeString(
                    dienst.resolve("dienst.yaml"),
                    """
                    id: %s
                    version: 1.0.0
                    titel: %s
                    leistungsschluessel: ["99000000000000"]
                    vertrauensniveau: ohne
                    schema: %s
                    beschreibung: {kurztext: Ein echtes Schema.}
                    wege: [ablage]
                    """
                                    .formatted(id, schema, schema)
                            + overlay);
            String verweise = Files.readString(SCHEMATA.resolve(fassung(schema)).resolve(schema));
            for (Path datei : dateien(fassung(schema))) {
                String name = datei.getFileName().toString();
                if (name.equals(schema)) {
                    Files.copy(datei, dienst.resolve(name));
                } else if (name.endsWith("_genericode.xml")) {
                    Files.writeString(dienst.resolve(name), mitUrnDesSchemas(Files.readString(datei), verweise));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return id;
    }

    /** The FIM-XSLT that made the lists leaves the name out of their URN, and puts it into the reference to them. */
    private static String mitUrnDesSchemas(String liste, String verweise) {
        Matcher eigene =
                Pattern.compile("urn:de:fim:codeliste:(_F[0-9]+V[0-9.]+)").matcher(liste);
        assertThat(eigene.find()).isTrue();
        Matcher verweis = Pattern.compile("urn:de:fim:codeliste:\\w+" + Pattern.quote(eigene.group(1)))
                .matcher(verweise);
        return verweis.find() ? liste.replace(eigene.group(), verweis.group()) : liste;
    }

    /** The part of mandant.yaml that offers these. */
    public static String angebot(List<String> ids) {
        return ids.stream().map(id -> "  " + id + ": {}\n").collect(Collectors.joining("", "dienste:\n", ""));
    }

    /** Id of the Dienst of a schema. */
    public static String id(String schema) {
        return schema.replaceAll("[._]xdf([23]).*", "-xdf$1").toLowerCase(Locale.ROOT);
    }

    private static String fassung(String schema) {
        return schema.endsWith("_xdf2.xml") ? "xdf2" : "xdf3";
    }

    private static List<Path> dateien(String fassung) {
        try (Stream<Path> dateien = Files.list(SCHEMATA.resolve(fassung))) {
            return dateien.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
