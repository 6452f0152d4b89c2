/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import static de.kommunalsdk.forms.servlet.Hundeanmeldung.PERSON;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.bisPruefen;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.starte;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.forms.servlet.Testbrowser.Seite;
import de.kommunalsdk.hilfe.Hilfeangebot;
import de.kommunalsdk.hilfe.Hilfeangebot.Frage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pages do beside the story: back to the review, time limit, help. */
class SeitenIT {

    private static final String VORNAME = "G05999000001.F60000000228";

    @Test
    void aChangeLeadsBackToTheReview() {
        try (Testportal portal = Testportal.starte()) {
            Testbrowser b = portal.browser();
            Seite pruefen = bisPruefen(b);
            Element link = pruefen.html().select(".ozg-abschnitt a").first();
            assertThat(link).isNotNull();
            assertThat(link.text()).isEqualTo("Ändern: Ihre Angaben");

            Seite person = b.hole(link.attr("abs:href"));
            assertThat(person.html().select("form .ozg-haupt").text()).isEqualTo("Speichern und zurück zur Prüfung");
            // an error does not lose the way back
            Seite fehler = b.druecke(person, "weiter", Map.of(VORNAME, ""));
            assertThat(fehler.html().select(".ozg-fehlerliste a")).hasSize(1);
            Seite zurueck = b.druecke(fehler, "weiter", Map.of(VORNAME, "Erna"));

            assertThat(zurueck.h1()).isEqualTo("Angaben prüfen und absenden");
            assertThat(zurueck.text()).contains("Erna");
            Seite doch = b.druecke(b.hole(link.attr("abs:href")), "zurueck", Map.of());
            assertThat(doch.h1()).isEqualTo("Angaben prüfen und absenden");
        }
    }

    @Test
    void aHeadOfAPageOfADraftAnswersLikeItsGet() throws Exception {
        try (Testportal portal = Testportal.starte()) {
            Testbrowser b = portal.browser();
            Seite person = starte(b);
            String cookies = b.cookies().entrySet().stream()
                    .map(c -> c.getKey() + "=" + c.getValue())
                    .collect(Collectors.joining("; "));
            HttpResponse<String> kopf = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(person.url())
                                    .method("HEAD", HttpRequest.BodyPublishers.noBody())
                                    .header("Cookie", cookies)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(kopf.statusCode()).isEqualTo(200);
            assertThat(kopf.body()).isEmpty();
        }
    }

    @Test
    void noOtherAddressCanBeGivenAsTheWayBack() {
        try (Testportal portal = Testportal.starte()) {
            Testbrowser b = portal.browser();
            Seite person = starte(b);
            Seite fremd = b.hole(person.url() + "?danach=https://anderswo.example");

            assertThat(fremd.html().select("[name=danach]")).isEmpty();
            assertThat(b.druecke(fremd, "weiter", PERSON).h1()).isEqualTo("Ihre Anschrift");
        }
    }

    @Test
    void aPageNamesItsTimeAndCanExtendIt() throws Exception {
        try (Testportal portal = Testportal.starte()) {
            Testbrowser b = portal.browser();
            Seite person = starte(b);
            // 10 o'clock in Berlin, twelve hours
            assertThat(person.html().select(".ozg-frist").text()).contains("bis 22:00 Uhr");
            Element dialog = person.html().select("dialog").first();
            assertThat(dialog).isNotNull();
            assertThat(dialog.attr("data-ozg-frist")).isEqualTo("43200");

            portal.spaeter(Duration.ofHours(11));
            JsonNode neu = hole(b, person.url().resolve(dialog.attr("data-ozg-verlaengern")));
            assertThat(neu.path("sekunden").asLong()).isEqualTo(43_200);
            assertThat(neu.path("text").asText()).contains("bis 24.11., 09:00 Uhr");

            portal.spaeter(Duration.ofHours(2));
            assertThat(b.druecke(person, "weiter", PERSON).code()).isEqualTo("OZG-WEB-0002");
            Map<String, String> felder = new java.util.HashMap<>(PERSON);
            felder.put("csrf", neu.path("csrf").asText());
            assertThat(b.druecke(person, "weiter", felder).h1()).isEqualTo("Ihre Anschrift");
        }
    }

    @Test
    void theHostsSessionIsTheLimitWhenItIsShorter() {
        try (Testportal portal = Testportal.starte(b -> b.sitzungsdauer(Duration.ofMinutes(30)))) {
            Seite person = starte(portal.browser());

            assertThat(person.html().select(".ozg-frist").text()).contains("bis 10:30 Uhr");
            assertThat(person.html().select("dialog").attr("data-ozg-frist")).isEqualTo("1800");
        }
    }

    @Test
    void nobodyElseExtendsADraft() throws Exception {
        try (Testportal portal = Testportal.starte()) {
            Seite person = starte(portal.browser());
            URI url = person.url().resolve(person.html().select("dialog").attr("data-ozg-verlaengern"));

            assertThat(antwort(portal.browser(), url).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void helpStandsAtItsFieldAndInTheSamePlaceOnEveryPage() {
        Hilfeangebot angebot = new Hilfeangebot(
                "de",
                List.of(
                        new Frage("F60000000228", "Was ist mit <Künstlernamen>?", "Nur wenn er im Ausweis steht."),
                        new Frage("", "Wie lange dauert es?", "Fünf Minuten.")),
                Optional.of(URI.create("https://hilfe.musterstadt.example/chat")));
        try (Testportal portal = Testportal.starte(b -> b.hilfe((mandant, dienst, sprache) -> angebot))) {
            Testbrowser b = portal.browser();
            Seite person = starte(b);
            assertThat(person.html().select(".ozg-feld summary").text()).isEqualTo("Was ist mit <Künstlernamen>?");
            for (Seite seite : List.of(b.hole("/hund-anmelden"), person, bisPruefen(portal.browser()))) {
                Element fuss = seite.html().select(".ozg > .ozg-fuss").last();
                assertThat(fuss).isNotNull();
                assertThat(fuss.nextElementSibling()).isNull();
                assertThat(fuss.select("summary").text()).isEqualTo("Wie lange dauert es?");
                assertThat(fuss.select("a[href^=https]").attr("href"))
                        .isEqualTo("https://hilfe.musterstadt.example/chat");
                assertThat(fuss.select("address a[href^=tel]").attr("href")).isEqualTo("tel:+493023125000");
            }
            assertThat(b.hole("/").html().select(".ozg-fuss summary")).isEmpty();
        }
    }

    @Test
    void aDienstWithTasksLeadsThroughItsListOfTasks(@TempDir Path ordner) throws IOException {
        for (Path datei : List.of("dienst.yaml", "regeln.json", "S05999000001.xdf3.xml").stream()
                .map(Testportal.hund()::resolve)
                .toList()) {
            String text = Files.readString(datei);
            Files.writeString(
                    ordner.resolve(datei.getFileName()),
                    text.replace("  - id: person\n", "  - id: person\n    aufgabe: Über Sie\n")
                            .replace("  - id: anschrift\n", "  - id: anschrift\n    aufgabe: Über Sie\n")
                            .replace("  - id: hund\n", "  - id: hund\n    aufgabe: Ihre Hunde\n")
                            .replace("  - id: bisher\n", "  - id: bisher\n    aufgabe: Bisher\n"));
        }
        try (Testportal portal = Testportal.starte(
                b -> b.dienste(Dienstbibliothek.builder().verzeichnis(ordner).lade()))) {
            Testbrowser b = portal.browser();
            Seite aufgaben = starte(b);
            assertThat(aufgaben.h1()).isEqualTo("Ihre Aufgaben");
            assertThat(aufgaben.html().select(".ozg-aufgaben li").eachText())
                    .containsExactly("Über Sie Offen", "Ihre Hunde Offen", "Bisher Offen");
            assertThat(aufgaben.html().select("a[href$=pruefen]")).isEmpty();

            // a later task first: its last page leads back to the list
            Seite hund = b.hole(aufgaben.html().select(".ozg-aufgaben a").get(1).attr("abs:href"));
            assertThat(hund.h1()).isEqualTo("Ihr Hund");
            aufgaben = b.druecke(hund, "weiter", Hundeanmeldung.hund(1, "Waldi", false));
            assertThat(aufgaben.html().select(".ozg-stand").eachText()).containsExactly("Offen", "Erledigt", "Offen");
            Seite person =
                    b.hole(aufgaben.html().select(".ozg-aufgaben a").get(0).attr("abs:href"));
            Seite anschrift = b.druecke(person, "weiter", PERSON);
            assertThat(anschrift.h1()).isEqualTo("Ihre Anschrift");
            aufgaben = b.hole(anschrift.html().select(".ozg-schritt a").attr("abs:href"));
            assertThat(aufgaben.html().select(".ozg-stand").eachText())
                    .containsExactly("Begonnen", "Erledigt", "Offen");
            assertThat(b.druecke(person, "zurueck", Map.of()).status()).isEqualTo(409);
            b.druecke(anschrift, "weiter", Hundeanmeldung.ANSCHRIFT);
            Seite bisher =
                    b.hole(aufgaben.html().select(".ozg-aufgaben a").get(2).attr("abs:href"));
            aufgaben = b.druecke(bisher, "weiter", Map.of());
            assertThat(b.hole(aufgaben.html().select("a[href$=pruefen]").attr("abs:href"))
                            .h1())
                    .isEqualTo("Angaben prüfen und absenden");
        }
    }

    private static JsonNode hole(Testbrowser b, URI url) throws IOException, InterruptedException {
        return new ObjectMapper().readTree(antwort(b, url).body());
    }

    private static HttpResponse<String> antwort(Testbrowser b, URI url) throws IOException, InterruptedException {
        String cookies = b.cookies().entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining("; "));
        HttpRequest.Builder anfrage = HttpRequest.newBuilder(url);
        if (!cookies.isEmpty()) {
            anfrage.header("Cookie", cookies);
        }
        return HttpClient.newHttpClient().send(anfrage.build(), HttpResponse.BodyHandlers.ofString());
    }
}
