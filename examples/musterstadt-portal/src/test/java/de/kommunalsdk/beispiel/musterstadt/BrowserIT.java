/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whole stories in Debian's Chromium, with scripts on and off, at 1280 and 320 CSS pixels. */
class BrowserIT {

    private static final Path ORDNER = Path.of("target/browser").toAbsolutePath();

    private static Musterstadt portal;
    private static JsonNode ergebnis;

    @BeforeAll
    static void walkThePortal() throws Exception {
        Browserlauf lauf = Browserlauf.bereite(ORDNER);
        portal = Musterstadt.starte(new Einstellungen(
                0,
                ORDNER.resolve("daten"),
                Optional.of(Dienstordner.mitJaegerpruefung(ORDNER.resolve("dienste"))),
                Optional.empty()));
        ergebnis = lauf.fuehreAus(
                "geschichte.mjs",
                Map.of(
                        "BASIS",
                        portal.adresse().toString(),
                        "BILDER",
                        bilder().toString(),
                        "GANZ",
                        Browserlauf.ganz()));
    }

    @AfterAll
    static void stop() {
        if (portal != null) {
            portal.close();
        }
    }

    @Test
    void everyPageIsAccessibleReflowsAndNamesTheTown() {
        assertThat(ergebnis.path("seiten")).hasSizeGreaterThanOrEqualTo(60);
        SoftAssertions alle = new SoftAssertions();
        for (JsonNode seite : ergebnis.path("seiten")) {
            String ort = seite.path("geschichte").asText() + " "
                    + seite.path("schritt").asText() + " "
                    + seite.path("pfad").asText() + " fenster="
                    + seite.path("fenster").asInt() + " javascript="
                    + seite.path("javascript").asBoolean();
            alle.assertThat(seite.path("axe")).as("axe: " + ort).isEmpty();
            alle.assertThat(seite.path("konsole")).as("console: " + ort).isEmpty();
            alle.assertThat(seite.path("fremde")).as("third parties: " + ort).isEmpty();
            alle.assertThat(seite.path("inhaltsbreite").asInt())
                    .as("horizontal scroll: " + ort)
                    .isLessThanOrEqualTo(seite.path("breite").asInt());
            alle.assertThat(seite.path("wappen").asBoolean())
                    .as("Wappen: " + ort)
                    .isTrue();
            alle.assertThat(seite.path("stelle").asBoolean())
                    .as("responsible unit: " + ort)
                    .isTrue();
            alle.assertThat(seite.path("h1").asInt()).as("h1: " + ort).isEqualTo(1);
            alle.assertThat(seite.path("titel").asText()).as("title: " + ort).contains("Musterstadt");
        }
        alle.assertAll();
    }

    @Test
    void everyStoryEndsWithAReceiptAndAWholeDelivery() throws Exception {
        assertThat(ergebnis.path("quittungen")).hasSize(Boolean.getBoolean("lang") ? 8 : 4);
        List<String> nummern = ergebnis.path("quittungen").findValuesAsText("nummer");
        assertThat(nummern).doesNotHaveDuplicates();
        Path ablage = ORDNER.resolve("daten/ablage");
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(Lieferungen.in(ablage))
                .extracting(Lieferungen.Lieferung::vorgangsnummer)
                .containsAll(nummern));
        for (Lieferungen.Lieferung lieferung : Lieferungen.in(ablage)) {
            lieferung.pruefe();
        }
    }

    /** With {@code -Dscreenshots=docs} the pictures of the documentation are made anew. */
    private static Path bilder() {
        return "docs".equals(System.getProperty("screenshots"))
                ? Path.of(System.getProperty("project.root", "../..")).resolve("docs/screenshots")
                : ORDNER.resolve("bilder");
    }
}
