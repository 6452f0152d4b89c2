/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Logins as in the field: portal and accounts on https hosts of their own, so that cookies, SameSite and the post from another
 * site work as they do there; with scripts on and off.
 */
class FeldanmeldungIT {

    private static final Path ORDNER = Path.of("target/feldanmeldung").toAbsolutePath();
    private static final int LAEUFE = Boolean.getBoolean("lang") ? 200 : 20;

    private static Browserlauf lauf;
    private static Netz netz;
    private static Konten konten;
    private static Musterstadt portal;

    @BeforeAll
    static void startTheHosts() throws Exception {
        lauf = Browserlauf.bereite(ORDNER);
        Umgebung.leere(ORDNER.resolve("daten"));
        netz = Netz.starte(ORDNER.resolve("netz"));
        konten = Konten.starte(netz, ORDNER.resolve("konten"));
        int port = Umgebung.freierPort();
        portal = Musterstadt.starte(new Einstellungen(
                port,
                ORDNER.resolve("daten"),
                Optional.of(Dienstordner.mitAnmeldung(ORDNER.resolve("dienste"))),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Netz.PORTAL),
                Optional.of(konten.ordner())));
        netz.fuehre(Netz.PORTAL, List.of(port));
        konten.registrierePortal();
    }

    @AfterAll
    static void stop() {
        if (portal != null) {
            portal.close();
            konten.close();
            netz.close();
        }
    }

    private static JsonNode fuehreAus(String was) throws Exception {
        return lauf.fuehreAus(
                "feld.mjs",
                Map.of(
                        "WAS",
                        was,
                        "PORT",
                        String.valueOf(netz.port()),
                        "SPKI",
                        netz.spki(),
                        "LAEUFE",
                        String.valueOf(LAEUFE),
                        "BILDER",
                        ORDNER.resolve("bilder").toString()));
    }

    @Test
    void everyWayOfALoginEndsWhereItShould() throws Exception {
        JsonNode ergebnis = fuehreAus("wege");
        SoftAssertions alle = new SoftAssertions();
        Map<String, String> erwartet = Map.ofEntries(
                Map.entry("wahl", "BundID, Mein Unternehmenskonto"),
                Map.entry("cookies", "__Host-ozg-bindung None, __Host-ozg-konto-musterstadt Lax"),
                Map.entry("vorname", "ERIKA"),
                Map.entry("stufe", "Anmelden, substanziell"),
                Map.entry(
                        "stufeAbgebrochen",
                        "Sie haben die Anmeldung abgebrochen, Was Sie schon eingegeben haben, ist gespeichert"),
                Map.entry("nachStufe", "Ihre Anschrift, 51147, KÖLN"),
                Map.entry("entwurf", "ERIKA, MUSTERMANN, 3.4.1990"),
                Map.entry("nachZurueck", "Ihre Anschrift"),
                Map.entry("firma", "Beispiel AG, Erika, Beispiel"),
                Map.entry("abbruch", "Sie haben die Anmeldung abgebrochen"),
                Map.entry("angabeFehlt", "In Ihrem Konto fehlt eine Angabe"),
                Map.entry("danach", "Meine Anträge"),
                Map.entry("zweiTabs", "Angaben abrufen statt eintippen, Angaben abrufen statt eintippen, verschieden"),
                Map.entry("abgelaufen", "Ihre Sitzung ist abgelaufen, Anmelden, Meine Anträge"),
                Map.entry("ohneVorgang", "400, Die Anmeldung hat nicht geklappt, 0"),
                Map.entry("ohneCookie", "400, Lassen Sie Cookies für diese Seite zu, 0"));
        assertThat(ergebnis.path("laeufe")).hasSize(2);
        for (JsonNode gang : ergebnis.path("laeufe")) {
            erwartet.forEach((was, soll) -> alle.assertThat(gang.path(was).asText())
                    .as(was + " javascript=" + gang.path("javascript"))
                    .isEqualTo(soll));
        }
        assertThat(ergebnis.path("seiten")).hasSizeGreaterThanOrEqualTo(20);
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

    @Test
    void noLoginIsLost() throws Exception {
        JsonNode ergebnis = fuehreAus("viele");
        assertThat(ergebnis.path("verloren")).isEmpty();
        assertThat(ergebnis.path("angemeldet").asInt()).isEqualTo(LAEUFE);
    }
}
