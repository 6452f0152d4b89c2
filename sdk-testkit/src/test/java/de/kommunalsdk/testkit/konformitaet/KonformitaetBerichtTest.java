/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kommunalsdk.testkit.konformitaet.Bericht.Eintrag;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class KonformitaetBerichtTest {

    private static final String BOESE = "<script>alert('1')</script> & \u0000\u0007\uD800]]>";

    private static final int REGELN = Konformitaetspruefung.regeln().size();

    @TempDir
    private Path ordner;

    @Test
    void allThreeFilesNameEveryRule() throws Exception {
        bericht().schreibe(ordner.resolve("neu/hier"));

        JsonNode json = new ObjectMapper()
                .readTree(ordner.resolve("neu/hier/konformitaet.json").toFile());
        Document html = Jsoup.parse(ordner.resolve("neu/hier/konformitaet.html").toFile());
        Element junit = xml(ordner.resolve("neu/hier/TEST-konformitaet.xml"));
        assertThat(json.get("regeln")).hasSize(REGELN);
        assertThat(html.select("tbody tr")).hasSize(REGELN);
        assertThat(junit.getElementsByTagName("testcase").getLength()).isEqualTo(REGELN);
        for (Regel regel : Konformitaetspruefung.regeln()) {
            assertThat(json.get("regeln").findValuesAsText("id")).contains(regel.id());
            assertThat(html.getElementById(regel.id())).as(regel.id()).isNotNull();
        }
    }

    @Test
    void jsonSaysWhatWhereAndTheRemedy() throws Exception {
        bericht().schreibe(ordner);

        JsonNode json = new ObjectMapper().readTree(ordner.resolve(Bericht.JSON).toFile());
        assertThat(json.get("konform").asBoolean()).isFalse();
        assertThat(json.at("/regeln/0/ergebnis").asText()).isEqualTo("verletzt");
        assertThat(json.at("/regeln/0/verstoesse/0/code").asText()).isEqualTo("probe");
        assertThat(json.at("/regeln/0/verstoesse/0/abhilfe").asText()).isEqualTo("Reparieren.");
        assertThat(json.at("/regeln/1/ergebnis").asText()).isEqualTo("nicht-pruefbar");
        assertThat(json.at("/regeln/1/code").asText()).isEqualTo("zeitgrenze");
        assertThat(json.at("/regeln/2/ergebnis").asText()).isEqualTo("nicht-geprueft");
        assertThat(json.at("/regeln/2/code").asText()).isEqualTo("kein-register");
        assertThat(json.at("/regeln/2/grund").asText()).isEqualTo("Es gibt keines.");
        assertThat(json.at("/regeln/3/ergebnis").asText()).isEqualTo("erfuellt");
    }

    @Test
    void junitCountsBrokenAsFailureBlockedAsErrorAndTheRestAsSkipped() throws Exception {
        bericht().schreibe(ordner);

        Element junit = xml(ordner.resolve(Bericht.JUNIT));
        assertThat(junit.getAttribute("tests")).isEqualTo(String.valueOf(REGELN));
        assertThat(junit.getAttribute("failures")).isEqualTo("1");
        assertThat(junit.getAttribute("errors")).isEqualTo("1");
        assertThat(junit.getAttribute("skipped")).isEqualTo("1");
        assertThat(((Element) junit.getElementsByTagName("skipped").item(0)).getAttribute("message"))
                .isEqualTo("Es gibt keines. [kein-register]");
        assertThat(junit.getElementsByTagName("failure").item(0).getTextContent())
                .contains("<script>alert('1')</script> &");
    }

    @Test
    void htmlIsAccessibleSelfContainedAndHarmless() throws Exception {
        bericht().schreibe(ordner);

        Document html = Jsoup.parse(Files.readString(ordner.resolve(Bericht.HTML), StandardCharsets.UTF_8));
        assertThat(html.select("html").attr("lang")).isEqualTo("de");
        assertThat(html.title()).isEqualTo("Nicht konform: hund-anmelden");
        assertThat(html.select("h1")).hasSize(1);
        assertThat(html.select("table caption, th[scope=col], th[scope=row]")).hasSize(1 + 3 + REGELN);
        assertThat(html.select("script, link, img, [src], [onclick]")).isEmpty();
        assertThat(html.body().text())
                .contains(
                        "<script>alert('1')</script>",
                        "Nicht geprüft: Es gibt keines. [kein-register]",
                        (REGELN - 3) + " von " + REGELN + " Regeln sind erfüllt, 1 nicht geprüft.");
        assertThat(Files.readString(ordner.resolve(Bericht.HTML))).startsWith("<!doctype html>");
    }

    @Test
    void anUnknownRuleIsRefused() {
        assertThatThrownBy(() -> bericht().ergebnis("EP99_Nichts")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Bericht bericht() {
        List<Eintrag> eintraege = new ArrayList<>();
        for (Regel regel : Konformitaetspruefung.regeln()) {
            Ergebnis ergebnis =
                    switch (eintraege.size()) {
                        case 0 ->
                            new Ergebnis.Verletzt(
                                    List.of(new Verstoss("probe", "Seite " + BOESE, BOESE.repeat(50), "Reparieren.")));
                        case 1 -> new Ergebnis.NichtPruefbar("zeitgrenze", "Zu spät " + BOESE);
                        case 2 -> new Ergebnis.NichtGeprueft("kein-register", "Es gibt keines.");
                        default -> new Ergebnis.Erfuellt();
                    };
            eintraege.add(new Eintrag(regel, ergebnis, Duration.ofMillis(5)));
        }
        return new Bericht(
                Pruefling.von("http://localhost:8080/ozg", "hund-anmelden"),
                Instant.parse("2026-11-23T10:00:00Z"),
                eintraege);
    }

    private static Element xml(Path datei) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(datei.toFile())
                .getDocumentElement();
    }
}
