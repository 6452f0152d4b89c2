/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** A citizen logs in at the simulated BundID in a browser, with and without scripts, and finds the Antrag again later. */
class AnmeldungIT {

    private static final Path ORDNER = Path.of("target/anmeldung").toAbsolutePath();

    private static final String VORBELEGUNG =
            """

            vorbelegung:
              - quelle: nutzerkonto
                zweck: Damit Sie weniger eintippen.
                rechtsgrundlage: Art. 6 Abs. 1 Buchstabe a DSGVO
                felder:
                  G07000002577.F60000000228: {attribut: vorname}
                  G07000002577.F60000000227: {attribut: familienname}
            """;

    @Test
    void theLoginComesBackIntoTheFormAndTheAntragIsFoundAgain() throws Exception {
        Browserlauf lauf = Browserlauf.bereite(ORDNER);
        Path dienste = Dienstordner.mitJaegerpruefung(ORDNER.resolve("dienste"));
        Path yaml = dienste.resolve("zulassung-jaegerpruefung/dienst.yaml");
        Files.writeString(
                yaml,
                Files.readString(yaml).replace("vertrauensniveau: ohne", "vertrauensniveau: substanziell")
                        + VORBELEGUNG);
        JsonNode ergebnis;
        try (Musterstadt portal = Musterstadt.starte(
                new Einstellungen(0, ORDNER.resolve("daten"), Optional.of(dienste), Optional.empty()))) {
            ergebnis = lauf.fuehreAus(
                    "anmeldung.mjs",
                    Map.of(
                            "BASIS",
                            portal.adresse().toString(),
                            "BILDER",
                            ORDNER.resolve("bilder").toString()));
        }
        assertThat(ergebnis.path("laeufe")).hasSize(2);
        SoftAssertions alle = new SoftAssertions();
        for (JsonNode gang : ergebnis.path("laeufe")) {
            String ort = "javascript=" + gang.path("javascript");
            alle.assertThat(gang.path("wahl").asText()).as(ort).isEqualTo("Anmelden");
            alle.assertThat(gang.path("zurueck").asText("Anmelden")).as(ort).isEqualTo("Anmelden");
            alle.assertThat(gang.path("abbruch").asText()).as(ort).isEqualTo("Sie haben die Anmeldung abgebrochen");
            alle.assertThat(gang.path("zuSchwach").asText()).as(ort).isEqualTo("Die Anmeldung hat nicht geklappt");
            alle.assertThat(gang.path("einwilligung").asText()).as(ort).isEqualTo("Angaben abrufen statt eintippen");
            alle.assertThat(gang.path("vorname").asText()).as(ort).isEqualTo("ERIKA");
            alle.assertThat(gang.path("herkunft").asInt()).as(ort).isEqualTo(2);
            alle.assertThat(gang.path("meine").asText()).as(ort).isEqualTo("Meine Anträge");
            alle.assertThat(gang.path("gefunden").asInt()).as(ort).isEqualTo(1);
            alle.assertThat(gang.path("abgemeldet").asText()).as(ort).isEqualTo("Anmelden");
        }
        for (JsonNode seite : ergebnis.path("seiten")) {
            String ort = seite.path("schritt").asText() + " javascript=" + seite.path("javascript");
            alle.assertThat(seite.path("axe")).as("axe: " + ort).isEmpty();
            alle.assertThat(seite.path("konsole")).as("console: " + ort).isEmpty();
            alle.assertThat(seite.path("inhaltsbreite").asInt())
                    .as("horizontal scroll: " + ort)
                    .isLessThanOrEqualTo(seite.path("breite").asInt());
            alle.assertThat(seite.path("h1").asInt()).as("h1: " + ort).isEqualTo(1);
            alle.assertThat(seite.path("titel").asText()).as("title: " + ort).contains("Musterstadt");
        }
        alle.assertAll();
    }
}
