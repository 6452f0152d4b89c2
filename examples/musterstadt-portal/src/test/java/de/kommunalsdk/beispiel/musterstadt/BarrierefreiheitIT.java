/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The gate: every kind of page (src/test/browser/seitenarten.mjs) x {valid, error} x {1280, 320, forced colours, 200 % text} x
 * {scripts on, off}, pairwise; with {@code -Plang} all of it.
 */
class BarrierefreiheitIT {

    private static final Path ORDNER = Path.of("target/barrierefreiheit").toAbsolutePath();

    private static Scheinscanner scanner;
    private static Musterstadt portal;
    private static Browserlauf lauf;

    @BeforeAll
    static void startThePortal() throws Exception {
        lauf = Browserlauf.bereite(ORDNER);
        scanner = new Scheinscanner();
        portal = Musterstadt.starte(new Einstellungen(
                0,
                ORDNER.resolve("daten"),
                Optional.of(Dienstordner.mitAllenBausteinen()),
                Optional.empty(),
                Optional.of(scanner.port())));
    }

    @AfterAll
    static void stop() throws IOException {
        if (portal != null) {
            portal.close();
            scanner.close();
        }
    }

    @Test
    void everyKindOfPageIsAccessibleHoweverItIsSeen() throws Exception {
        JsonNode faelle = fuehreAus("stufe.mjs").path("faelle");
        assertThat(faelle).hasSizeGreaterThanOrEqualTo(68);
        SoftAssertions alle = new SoftAssertions();
        for (JsonNode fall : faelle) {
            String ort = fall.path("seitenart").asText() + " "
                    + fall.path("zustand").asText() + " "
                    + fall.path("sicht").asText() + " script="
                    + fall.path("skript").asBoolean();
            for (String pruefung : List.of("axe", "regeln", "tasten", "konsole", "fremde")) {
                alle.assertThat(fall.path(pruefung)).as(pruefung + ": " + ort).isEmpty();
            }
            alle.assertThat(fall.path("inhaltsbreite").asInt())
                    .as("horizontal scroll: " + ort)
                    .isLessThanOrEqualTo(fall.path("breite").asInt());
            alle.assertThat(fall.path("schrift").asDouble())
                    .as("size of text: " + ort)
                    .isEqualTo(fall.path("sicht").asText().equals("schrift") ? 32.0 : 16.0);
        }
        for (JsonNode meldung : lauf.pruefeHtml(ORDNER.resolve("html"))) {
            alle.assertThat(meldung.path("type").asText()).as("Nu: " + meldung).isNotIn("error", "non-document-error");
        }
        alle.assertAll();
        try (Stream<Path> seiten = Files.list(ORDNER.resolve("html"))) {
            assertThat(seiten).hasSizeGreaterThanOrEqualTo(25);
        }
    }

    @Test
    void noHostChangesOurPagesAndWeChangeNoHost() throws Exception {
        JsonNode faelle = fuehreAus("wirt.mjs").path("faelle");
        assertThat(faelle).hasSizeGreaterThanOrEqualTo(15);
        SoftAssertions alle = new SoftAssertions();
        for (JsonNode fall : faelle) {
            String ort =
                    fall.path("seite").asText() + " in " + fall.path("wirt").asText();
            for (String pruefung : List.of("unsere", "ihre", "axe", "tasten")) {
                alle.assertThat(fall.path(pruefung)).as(pruefung + ": " + ort).isEmpty();
            }
            if (fall.path("wirt").asText().equals("feindlich")) {
                alle.assertThat(fall.path("bildGleich").asBoolean())
                        .as("picture: " + ort)
                        .isTrue();
            }
        }
        alle.assertAll();
    }

    @Test
    void scriptsHelpAndPagesAreMirrored() throws Exception {
        JsonNode ergebnis = fuehreAus("skript.mjs");
        SoftAssertions alle = new SoftAssertions();
        ergebnis.fields()
                .forEachRemaining(e ->
                        alle.assertThat(e.getValue().asText()).as(e.getKey()).isEqualTo("ja"));
        alle.assertAll();
        assertThat(ergebnis).hasSizeGreaterThanOrEqualTo(10);
    }

    private static JsonNode fuehreAus(String skript) throws Exception {
        return lauf.fuehreAus(
                skript,
                Map.of(
                        "BASIS",
                        portal.adresse().toString(),
                        "BILDER",
                        ORDNER.resolve("bilder").toString(),
                        "HTML",
                        ORDNER.resolve("html").toString(),
                        "BRIEFKASTEN",
                        ORDNER.resolve("daten/briefkasten").toString(),
                        "GANZ",
                        Browserlauf.ganz()));
    }
}
