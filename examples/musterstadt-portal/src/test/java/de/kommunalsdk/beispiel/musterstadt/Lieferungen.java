/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;

/** What lies in a drop directory, as a Fachverfahren finds it. */
final class Lieferungen {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Lieferungen() {}

    /** All packets, complete or not. */
    static List<Lieferung> in(Path ablage) throws IOException {
        Path mandant = ablage.resolve("musterstadt");
        if (!Files.isDirectory(mandant)) {
            return List.of();
        }
        List<Lieferung> alle = new ArrayList<>();
        try (Stream<Path> ordner = Files.list(mandant)) {
            for (Path p : ordner.toList()) {
                alle.add(new Lieferung(
                        p, JSON.readTree(p.resolve("manifest.json").toFile())));
            }
        }
        return alle;
    }

    record Lieferung(Path ordner, JsonNode manifest) {

        String vorgangsnummer() {
            return manifest.path("vorgangsnummer").asText();
        }

        String antrag() {
            return manifest.path("antrag").asText();
        }

        /** The files of the citizen, as text. */
        List<String> anlagen() throws IOException {
            List<String> anlagen = new ArrayList<>();
            for (JsonNode teil : manifest.path("teile")) {
                if (teil.path("rolle").asText().equals("ANLAGE")) {
                    anlagen.add(Files.readString(
                            ordner.resolve(teil.path("dateiname").asText())));
                }
            }
            return anlagen;
        }

        /** Nothing is missing, nothing is half, nothing is there that the manifest does not name. */
        void pruefe() throws Exception {
            Set<String> genannte = new TreeSet<>(Set.of("manifest.json"));
            for (JsonNode teil : manifest.path("teile")) {
                Path datei = ordner.resolve(teil.path("dateiname").asText());
                byte[] inhalt = Files.readAllBytes(datei);
                assertThat(inhalt.length).isEqualTo(teil.path("groesse").asInt());
                assertThat(HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(inhalt)))
                        .isEqualTo(teil.path("sha256").asText());
                genannte.add(datei.getFileName().toString());
                if (teil.path("rolle").asText().equals("FACHDATEN_XML")) {
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(datei.toFile());
                } else if (teil.path("rolle").asText().equals("FACHDATEN_JSON")) {
                    assertThat(JSON.readTree(inhalt)).isNotEmpty();
                }
            }
            assertThat(manifest.path("teile").findValuesAsText("rolle")).contains("FACHDATEN_XML", "FACHDATEN_JSON");
            try (Stream<Path> dateien = Files.list(ordner)) {
                assertThat(dateien.map(p -> p.getFileName().toString())).containsExactlyInAnyOrderElementsOf(genannte);
            }
        }
    }
}
