/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.dienst;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;

/** A full and valid dienst.yaml with its schema beside it; a test changes one place of it. */
record DienstDatei(String yaml) {

    static final String SCHEMA = "<synthetisch/>";

    static final DienstDatei GUELTIG = new DienstDatei(
            """
            id: hund-anmelden
            version: 1.0.0
            titel: Hund anmelden
            leistungsschluessel:
              - 99102013104000
            vertrauensniveau: ohne
            schema: hund.xdf3.xml
            beschreibung:
              kurztext: Hier melden Sie Ihren Hund an.
              volltext: Ein Absatz.
              voraussetzungen: [Wohnsitz in der Gemeinde]
              unterlagen: [Chipnummer]
              rechtsgrundlagen: [Hundesteuersatzung]
              gebuehr: Die Steuer kommt mit dem Bescheid.
              bearbeitungsdauer: eine Woche
            gebuehr: 12,50
            entwurf:
              tage: 14
            aufbewahrung:
              tage: 365
            wege: [ablage]
            seiten: []
            felder: {}
            """);

    /** The same with one text replaced; a place that does not occur exactly once is a fault of the test. */
    DienstDatei mit(String alt, String neu) {
        assertThat(yaml.split(Pattern.quote(alt), -1)).as(alt).hasSize(2);
        return new DienstDatei(yaml.replace(alt, neu));
    }

    /** Its files in memory, in a place called {@code probe}. */
    Dienstdateien dateien() {
        return new Dienstdateien() {
            @Override
            public String ort() {
                return "probe";
            }

            @Override
            public Optional<InputStream> oeffnen(String name) {
                return switch (name) {
                    case "dienst.yaml" -> Optional.of(strom(yaml));
                    case "hund.xdf3.xml" -> Optional.of(strom(SCHEMA));
                    default -> Optional.empty();
                };
            }
        };
    }

    private static InputStream strom(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes both files into a new folder. */
    Path inOrdner(Path ordner) throws IOException {
        Files.createDirectories(ordner);
        Files.writeString(ordner.resolve("dienst.yaml"), yaml);
        Files.writeString(ordner.resolve("hund.xdf3.xml"), SCHEMA);
        return ordner;
    }

    /** Writes both files into a new jar, with entries for the folders as Maven and the JDK make them. */
    Path inJar(Path jar, String id) throws IOException {
        try (OutputStream ziel = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(ziel)) {
            String ordner = "META-INF/ozg-dienst/" + id + "/";
            for (String name : new String[] {"META-INF/", "META-INF/ozg-dienst/", ordner}) {
                zip.putNextEntry(new JarEntry(name));
            }
            zip.putNextEntry(new JarEntry(ordner + "dienst.yaml"));
            zip.write(yaml.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new JarEntry(ordner + "hund.xdf3.xml"));
            zip.write(SCHEMA.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new JarEntry("META-INF/ozg-dienst/geheim.txt"));
            zip.write("GEHEIM".getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
