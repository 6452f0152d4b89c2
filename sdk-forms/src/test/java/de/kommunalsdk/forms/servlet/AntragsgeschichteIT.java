/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import static de.kommunalsdk.forms.servlet.Hundeanmeldung.NACHWEIS;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.PDF;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.PERSON;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.VORNAME;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.bisHund;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.bisPruefen;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.hund;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.pdf;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.starte;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kommunalsdk.forms.servlet.Testbrowser.Seite;
import de.kommunalsdk.uebermittlung.Paket;
import de.kommunalsdk.uebermittlung.Paket.Rolle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AntragsgeschichteIT {

    private final Testportal portal = Testportal.starte();
    private final Testbrowser b = portal.browser();

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void aCitizenCompletesTheAntragAndItArrivesWhole() throws Exception {
        Seite seite = b.druecke(bisHund(b), "weiter", hund(1, "Waldi", true));
        assertThat(seite.text()).contains("Laden Sie bei „Nachweis der Haftpflichtversicherung“ eine Datei hoch.");

        seite = b.druecke(seite, "weiter", hund(1, "Waldi", true), Map.of(NACHWEIS + ".datei", pdf()));
        assertThat(seite.h1()).isEqualTo("Bisherige Haltung");
        seite = b.druecke(seite, "weiter", Map.of());
        assertThat(seite.text())
                .contains("Erika", "Mustermann", "Waldi", "Dackel", "Nachweis größer.pdf", "03.04.2024");

        Seite quittung = b.druecke(seite, "Verbindlich absenden", Map.of());
        assertThat(quittung.h1()).isEqualTo("Ihr Antrag ist eingegangen");
        assertThat(quittung.text()).contains("23.11.2026, 10:00:00 (Europe/Berlin)");

        Paket paket = portal.pakete().get(0);
        assertThat(portal.pakete()).hasSize(1);
        assertThat(quittung.text()).contains(paket.vorgangsnummer().wert());
        assertThat(paket.eingegangenAm()).isEqualTo(Testportal.JETZT);
        assertThat(paket.ars()).isEqualTo("051110000000");
        assertThat(paket.leistungsschluessel()).isEqualTo("99102013104000");
        assertThat(paket.teile())
                .extracting(Paket.Teil::rolle)
                .containsExactlyInAnyOrder(Rolle.FACHDATEN_XML, Rolle.FACHDATEN_JSON, Rolle.ANLAGE);
        for (Paket.Teil teil : paket.teile()) {
            byte[] inhalt = inhalt(teil);
            assertThat(teil.groesse()).isEqualTo(inhalt.length);
            assertThat(teil.sha256())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(inhalt)));
        }
        assertThat(inhalt(teil(paket, Rolle.ANLAGE))).isEqualTo(PDF);
        assertThat(teil(paket, Rolle.ANLAGE).anzeigename()).isEqualTo("Nachweis größer.pdf");
        assertThat(text(teil(paket, Rolle.FACHDATEN_XML)))
                .contains(
                        "Mustermann",
                        "Waldi",
                        "2024-04-03",
                        teil(paket, Rolle.ANLAGE).dateiname());
        JsonNode json = new ObjectMapper().readTree(text(teil(paket, Rolle.FACHDATEN_JSON)));
        assertThat(json.findValuesAsText("F05999000002")).containsExactly("Waldi");
        assertThat(json.findValuesAsText("F60000000228")).containsExactly("Erika");
    }

    @Test
    void everyErrorOfAnEmptyPageIsExplainedAndLeadsToItsControl() {
        Seite seite = b.druecke(starte(b), "weiter", Map.of());

        assertThat(seite.html().title()).startsWith("Fehler: Ihre Angaben");
        assertThat(seite.html().select(".ozg-fehlerliste a")).hasSize(3).allSatisfy(link -> {
            String ziel = link.attr("href").substring(1);
            assertThat(seite.html().getElementById(ziel)).as(ziel).isNotNull();
            assertThat(seite.html().getElementById(ziel).attr("aria-invalid")).isEqualTo("true");
        });
    }

    @Test
    void whatWasTypedStaysWhenItIsWrong() {
        Seite seite = b.druecke(starte(b), "weiter", anders(PERSON, "G05999000001.F05999000001.monat", "13"));

        assertThat(seite.text()).contains("Geben Sie bei „Geburtsdatum“ ein Datum aus Tag, Monat und Jahr ein");
        assertThat(seite.felder("weiter"))
                .containsEntry(VORNAME, "Erika")
                .containsEntry("G05999000001.F05999000001.monat", "13");
    }

    @Test
    void aDraftGoesOnInAnotherBrowserByItsCodeOnce() {
        Seite seite = b.druecke(bisHund(b), "unterbrechen", hund(1, "Waldi", false));
        String code = seite.html().select("#code").text();
        assertThat(code).matches("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}");
        assertThat(seite.text()).contains("23.12.2026");

        Testbrowser zuhause = portal.browser();
        Seite fortgesetzt = zuhause.druecke(
                zuhause.hole("/hund-anmelden/fortsetzen"),
                "Begonnenen Antrag fortsetzen",
                Map.of("code", code.toLowerCase(java.util.Locale.ROOT).replace("-", " ")));
        assertThat(fortgesetzt.h1()).isEqualTo("Ihr Hund");
        assertThat(fortgesetzt.felder("weiter")).containsEntry("G05999000003-1.F05999000002", "Waldi");

        Testbrowser dritter = portal.browser();
        Seite zweimal = dritter.druecke(
                dritter.hole("/hund-anmelden/fortsetzen"), "Begonnenen Antrag fortsetzen", Map.of("code", code));
        assertThat(zweimal.status()).isEqualTo(422);
        assertThat(zweimal.code()).isEqualTo("OZG-WEB-0006");
    }

    @Test
    void aRemovedDogTakesOnlyItsOwnAnswersAndFileAway() {
        Seite seite = b.druecke(
                bisHund(b), "hinzufuegen:G05999000003", hund(1, "Waldi", true), Map.of(NACHWEIS + ".datei", pdf()));
        assertThat(seite.url().getPath()).endsWith("/seite/hund/G05999000003-2");
        seite = b.druecke(seite, "weiter", hund(2, "Bello", false));
        assertThat(seite.text()).contains("Waldi, Dackel", "Bello, Dackel");
        Seite waldi = b.druecke(seite, "bearbeiten:G05999000003-1", Map.of());
        assertThat(waldi.text()).contains("Nachweis größer.pdf");
        seite = b.druecke(waldi, "zurueck", Map.of());

        seite = b.druecke(seite, "entfernen:G05999000003-1", Map.of());

        assertThat(seite.felder("weiter"))
                .containsEntry("G05999000003-1.F05999000002", "Bello")
                .doesNotContainKey("G05999000003-2.F05999000002");
        assertThat(seite.text()).doesNotContain("Nachweis größer.pdf");
    }

    @Test
    void anUploadedFileIsRemovedAgain() {
        Seite seite = b.druecke(
                bisHund(b), "hochladen:" + NACHWEIS, hund(1, "Waldi", true), Map.of(NACHWEIS + ".datei", pdf()));
        String knopf = seite.html().select("button[value^=loeschen]").attr("value");

        seite = b.druecke(seite, knopf, Map.of());

        assertThat(seite.text()).doesNotContain("Nachweis größer.pdf");
        assertThat(seite.felder("weiter")).containsEntry("G05999000003-1.F05999000002", "Waldi");
    }

    @Test
    void aDiscardedDraftIsGone() {
        Seite seite = b.druecke(bisHund(b), "unterbrechen", Map.of());
        String antrag = seite.html().select("a.ozg-knopf").attr("abs:href");
        Map<String, String> cookies = Map.copyOf(b.cookies());

        b.druecke(seite, "Entwurf löschen", Map.of());
        b.cookies().putAll(cookies);

        Seite weg = b.hole(antrag);
        assertThat(weg.status()).isEqualTo(410);
        assertThat(weg.code()).isEqualTo("OZG-WEB-0005");
    }

    @Test
    void everyPageNamesTheResponsibleUnitAndIsNotStored() {
        for (Seite seite : List.of(b.hole("/"), b.hole("/hund-anmelden"), starte(b), bisPruefen(b), b.hole("/nein"))) {
            assertThat(seite.text()).contains("Bürgerbüro", "+49 30 23125 000", "Stadt musterstadt");
            assertThat(seite.html().select("img[alt=Wappen]")).hasSize(1);
            assertThat(seite.kopf().firstValue("Cache-Control")).contains("no-store");
            assertThat(seite.kopf().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'");
        }
    }

    @Test
    void theEnterKeyGoesOn() {
        Seite seite = b.druecke(
                bisHund(b), "hochladen:" + NACHWEIS, hund(1, "Waldi", true), Map.of(NACHWEIS + ".datei", pdf()));

        assertThat(seite.html().select("form button").get(0).attr("value")).isEqualTo("weiter");
    }

    @Test
    void thePagesSpeakEnglishAndMarkWhatIsGerman() {
        Seite seite = b.hole(starte(b).url() + "?sprache=en");

        assertThat(seite.html().select("html").attr("lang")).isEqualTo("en");
        assertThat(seite.text()).contains("Step 1 of 5");
        assertThat(seite.html().select("label span[lang=de]")).isNotEmpty();
        assertThat(b.hole("/hund-anmelden").html().select("html").attr("lang")).isEqualTo("en");
    }

    static Map<String, String> anders(Map<String, String> felder, String name, String wert) {
        Map<String, String> neu = new java.util.LinkedHashMap<>(felder);
        neu.put(name, wert);
        return neu;
    }

    private static Paket.Teil teil(Paket paket, Rolle rolle) {
        return paket.teile().stream()
                .filter(t -> t.rolle() == rolle)
                .findFirst()
                .orElseThrow();
    }

    private static byte[] inhalt(Paket.Teil teil) throws IOException {
        try (InputStream quelle = teil.inhalt().oeffnen()) {
            return quelle.readAllBytes();
        }
    }

    private static String text(Paket.Teil teil) throws IOException {
        return new String(inhalt(teil), StandardCharsets.UTF_8);
    }
}
