/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import static de.kommunalsdk.forms.probe.Probequellen.EMAIL;
import static de.kommunalsdk.forms.probe.Probequellen.GEBOREN;
import static de.kommunalsdk.forms.probe.Probequellen.GEBUEHR;
import static de.kommunalsdk.forms.probe.Probequellen.HALTER;
import static de.kommunalsdk.forms.probe.Probequellen.HINWEIS;
import static de.kommunalsdk.forms.probe.Probequellen.HUBRAUM;
import static de.kommunalsdk.forms.probe.Probequellen.NAME;
import static de.kommunalsdk.forms.probe.Probequellen.PLZ;
import static de.kommunalsdk.forms.probe.Probequellen.STAND;
import static de.kommunalsdk.forms.servlet.Quellenportal.KFZ;
import static de.kommunalsdk.forms.servlet.Quellenportal.KONTO;
import static de.kommunalsdk.forms.servlet.Quellenportal.MELDEREGISTER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.forms.antworten.AntwortenFormat;
import de.kommunalsdk.forms.probe.Probeantrag;
import de.kommunalsdk.forms.probe.Probequellen;
import de.kommunalsdk.forms.probe.Probequellen.Probeabfrage;
import de.kommunalsdk.forms.probe.Probequellen.Proberegister;
import de.kommunalsdk.forms.servlet.Testbrowser.Seite;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.uebermittlung.Paket;
import de.kommunalsdk.uebermittlung.Paket.Rolle;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** A citizen agrees, is spared the typing, corrects, looks up a fee and submits; the receiver sees where all came from. */
class QuellenIT {

    private final Proberegister melderegister =
            Proberegister.melderegister(a -> Probequellen.gefunden(Probequellen.ERIKA));
    private final Proberegister kfz = Proberegister.kfz();
    private final Probeabfrage rechner = Probeabfrage.rechner();

    private volatile boolean angemeldet = true;

    private Testportal portal() {
        return Testportal.starte(
                Quellenportal.mit(
                        Probequellen.OVERLAY,
                        b -> b.register(melderegister).register(kfz).datenabfrage(rechner)),
                anfrage -> Optional.of(Probequellen.nutzer(Vertrauensniveau.SUBSTANZIELL))
                        .filter(nutzer -> angemeldet && anfrage.getServletPath().equals("/ozg")));
    }

    private static Element eingabe(Seite seite, String ort) {
        return seite.html().select("input[name=" + ort + "]").first();
    }

    private static String herkunft(Seite seite, String ort) {
        return seite.html().select("[id=" + ort + "_herkunft]").text();
    }

    /** Not only once a page is sent: conditions of other pages read it. */
    @Test
    void whatIsCalculatedFromAFetchedValueIsStoredWithIt() {
        String overlay =
                """
                vorbelegung:
                  - quelle: melderegister
                    zweck: Wir müssen wissen, wer den Antrag stellt.
                    rechtsgrundlage: § 5 EGovG
                    felder:
                      F05999000911: {attribut: familienname}
                berechnungen: {F05999000931: F05999000911}
                """;
        try (Testportal portal = Testportal.starte(
                Quellenportal.mit(overlay, b -> b.register(melderegister)), anfrage -> Optional.empty())) {
            Seite seite = Quellenportal.willigeEin(portal.browser(), MELDEREGISTER);

            byte[] gespeichert = portal.sdk()
                    .datenhaltung()
                    .antraege()
                    .entwurf(
                            new MandantId("musterstadt"),
                            new AntragId(seite.url().getPath().split("/")[4]))
                    .orElseThrow()
                    .inhalt();
            assertThat(AntwortenFormat.lies(gespeichert).werte())
                    .containsEntry(NAME, "Mustermann")
                    .containsEntry(HALTER, "Mustermann");
        }
    }

    @Test
    void theWholeStory() throws Exception {
        try (Testportal portal = portal()) {
            assertThat(portal.sdk().probleme()).isEmpty();
            Testbrowser b = portal.browser();

            // the page of consents: what, from where, what for; nothing is ticked, nothing is fetched
            Seite seite = Quellenportal.starte(b);
            assertThat(seite.h1()).isEqualTo("Angaben abrufen statt eintippen");
            assertThat(seite.text())
                    .contains("Melderegister", "Familienname", "Wir müssen wissen, wer den Antrag stellt.", "§ 5 EGovG")
                    .contains("Testkonto", "E-Mail")
                    .contains("Kfz-Register", "Dafür wird an die Quelle gesendet: Hubraum");
            assertThat(seite.html().select("input[type=checkbox]")).hasSize(3);
            assertThat(seite.html().select("input[type=checkbox][checked]")).isEmpty();
            assertThat(melderegister.anfragen()).isEmpty();

            // prefilled: fixed ones cannot be typed, others can, each with its source
            seite = b.druecke(seite, "weiter", Map.of(MELDEREGISTER, "ja", KFZ, "ja", KONTO, "ja"));
            assertThat(seite.h1()).isEqualTo("Person");
            assertThat(melderegister.anfragen()).hasSize(1);
            assertThat(kfz.anfragen()).as("waits for the answer that it needs").isEmpty();
            assertThat(eingabe(seite, NAME)).isNull();
            assertThat(eingabe(seite, GEBOREN + ".tag")).isNull();
            assertThat(seite.text()).contains("Familienname Mustermann", "Geburtsdatum 03.02.1985");
            assertThat(herkunft(seite, NAME)).isEqualTo("aus: Melderegister, 23.11.2026");
            assertThat(eingabe(seite, PLZ).attr("value")).isEqualTo("52062");
            assertThat(eingabe(seite, PLZ).attr("aria-describedby")).contains(PLZ + "_herkunft");
            assertThat(eingabe(seite, EMAIL).attr("value")).isEqualTo("erika@example.org");
            assertThat(herkunft(seite, EMAIL)).isEqualTo("aus: Testkonto, 23.11.2026");
            assertThat(seite.html().select("[name=" + STAND + "][checked]").attr("value"))
                    .isEqualTo("LD");

            // corrected, and forged
            seite = b.druecke(seite, "weiter", Map.of(PLZ, "10115", NAME, "Kaiser", GEBOREN + ".tag", "1"));
            assertThat(seite.h1()).isEqualTo("Fahrzeug");
            Seite person = b.hole(Quellenportal.antrag(seite) + "/seite/person");
            assertThat(person.text())
                    .contains("Familienname Mustermann", "03.02.1985")
                    .doesNotContain("Kaiser");
            assertThat(herkunft(person, PLZ)).isEqualTo("vom Antragsteller geändert (vorher aus: Melderegister)");

            // looked up when the page is sent, shown once, then on
            seite = b.druecke(seite, "weiter", Map.of(HUBRAUM, "1.390"));
            assertThat(seite.h1()).isEqualTo("Fahrzeug");
            assertThat(seite.html().select("section [role=status]").text()).isEqualTo("Die Gebühr ist berechnet.");
            assertThat(eingabe(seite, GEBUEHR)).isNull();
            assertThat(seite.text()).contains("Gebühr 13,90 €");
            assertThat(herkunft(seite, HINWEIS)).isEqualTo("aus: Gebühr berechnen, 23.11.2026");
            seite = b.druecke(seite, "weiter", Map.of(GEBUEHR, "0,01"));
            assertThat(rechner.fragen()).hasSize(1);

            // the register that waited has been asked, with what was agreed to be sent
            assertThat(seite.h1()).isEqualTo("Halter");
            assertThat(kfz.anfragen()).hasSize(1);
            assertThat(kfz.anfragen().get(0).eingaben()).isEqualTo(Map.of("hubraum", "1390"));
            assertThat(eingabe(seite, HALTER).attr("value")).isEqualTo("Halter mit 1390");

            seite = b.druecke(seite, "weiter", Map.of());
            assertThat(seite.h1()).isEqualTo("Angaben prüfen und absenden");
            assertThat(seite.text())
                    .contains("aus: Melderegister, 23.11.2026", "vom Antragsteller geändert", "13,90 €");
            assertThat(seite.html().select("a[href$=/einwilligung]")).hasSize(1);
            seite = b.druecke(seite, "Verbindlich absenden", Map.of());
            assertThat(seite.url().getPath()).endsWith("/quittung");

            Paket paket = portal.pakete().get(0);
            assertThat(Probeantrag.text(paket, Rolle.FACHDATEN_XML)).contains("Mustermann", "10115", "13.90");
            JsonNode json = new ObjectMapper()
                    .readTree(Probeantrag.text(paket, Rolle.HERKUNFT_JSON))
                    .path("herkunft");
            assertThat(json.fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder(NAME, GEBOREN, PLZ, STAND, EMAIL, GEBUEHR, HINWEIS, HALTER);
            assertThat(json.path(NAME).path("niveau").asText()).isEqualTo("hoch");
            assertThat(json.path(PLZ).path("geaendert").asBoolean()).isTrue();
            assertThat(json.path(EMAIL).path("niveau").asText()).isEqualTo("substanziell");
            assertThat(melderegister.anfragen()).hasSize(1);
        }
    }

    @Test
    void refusingCostsNothing() {
        try (Testportal portal = portal()) {
            Testbrowser b = portal.browser();
            Seite seite = b.druecke(Quellenportal.starte(b), "weiter", Map.of());
            assertThat(seite.h1()).isEqualTo("Person");
            assertThat(eingabe(seite, NAME).attr("value")).isEmpty();
            seite = b.druecke(
                    seite,
                    "weiter",
                    Map.of(NAME, "Kaiser", GEBOREN + ".tag", "1", GEBOREN + ".monat", "2", GEBOREN + ".jahr", "1980"));
            seite = b.druecke(b.druecke(seite, "weiter", Map.of(HUBRAUM, "50")), "weiter", Map.of());
            seite = b.druecke(seite, "weiter", Map.of(HALTER, "ich"));
            assertThat(seite.h1()).isEqualTo("Angaben prüfen und absenden");
            assertThat(melderegister.anfragen()).isEmpty();
            assertThat(kfz.anfragen()).isEmpty();
        }
    }

    @Test
    void aConsentCanBeWithdrawnOnEachPageAndGivenAgain() {
        try (Testportal portal = portal()) {
            Testbrowser b = portal.browser();
            Seite seite = Quellenportal.willigeEin(b, MELDEREGISTER);
            seite = b.druecke(seite, "einwilligung", Map.of(EMAIL, "neu@example.org", PLZ, "10115"));
            assertThat(seite.text()).contains("Sie haben am 23.11.2026, 10:00 Uhr eingewilligt.");
            assertThat(seite.html().select("input[type=checkbox]")).hasSize(2);

            seite = b.druecke(seite, "widerrufen:melderegister", Map.of());
            assertThat(seite.html().select("input[type=checkbox]")).hasSize(3);
            seite = b.druecke(seite, "weiter", Map.of());
            assertThat(eingabe(seite, NAME).attr("value")).isEmpty();
            assertThat(eingabe(seite, PLZ).attr("value"))
                    .as("the citizen's own")
                    .isEqualTo("10115");
            assertThat(eingabe(seite, EMAIL).attr("value"))
                    .as("nothing typed is lost")
                    .isEqualTo("neu@example.org");
            assertThat(seite.html().select(".ozg-herkunft")).isEmpty();

            seite = b.druecke(seite, "einwilligung", Map.of());
            seite = b.druecke(seite, "weiter", Map.of(MELDEREGISTER, "ja"));
            assertThat(seite.text()).contains("Familienname Mustermann");
            assertThat(melderegister.anfragen()).hasSize(2);
        }
    }

    @Test
    void aConsentOutlivesTheLoginAndCanStillBeWithdrawn() {
        try (Testportal portal = portal()) {
            Testbrowser b = portal.browser();
            Seite seite = Quellenportal.willigeEin(b, KONTO);
            angemeldet = false;
            seite = b.druecke(b.hole(seite.url().toString()), "einwilligung", Map.of());
            seite = b.druecke(seite, "widerrufen:nutzerkonto", Map.of());
            assertThat(seite.text()).doesNotContain("Nutzerkonto");
            assertThat(eingabe(b.druecke(seite, "weiter", Map.of()), EMAIL).attr("value"))
                    .isEmpty();
        }
    }

    @Test
    void theLookUpButtonAsksAgainAndSaysWhatIsMissing() {
        try (Testportal portal = portal()) {
            Testbrowser b = portal.browser();
            Seite seite = b.druecke(Quellenportal.willigeEin(b, MELDEREGISTER), "weiter", Map.of());
            seite = b.druecke(seite, "abfragen:gebuehr", Map.of(HUBRAUM, "viel"));
            assertThat(seite.code()).isEqualTo("OZG-QUELLE-0017");
            assertThat(rechner.fragen()).isEmpty();

            seite = b.druecke(seite, "abfragen:gebuehr", Map.of(HUBRAUM, "50"));
            assertThat(seite.text()).contains("Gebühr 0,50 €");
            seite = b.druecke(seite, "zurueck", Map.of(HUBRAUM, "51"));
            seite = b.hole(Quellenportal.antrag(seite) + "/seite/fahrzeug");
            assertThat(seite.text()).as("another number, no fee").doesNotContain("0,50");
            assertThat(eingabe(seite, GEBUEHR)).isNotNull();
        }
    }

    @Test
    void thePageOfConsentsSpeaksEnglish() {
        try (Testportal portal = portal()) {
            Testbrowser b = portal.browser();
            Seite seite = b.hole(Quellenportal.starte(b).url() + "?sprache=en");
            assertThat(seite.h1()).isEqualTo("Retrieve details instead of typing them");
            assertThat(seite.html().select("legend[lang=de]")).hasSize(3);
            assertThat(b.druecke(seite, "weiter", Map.of(MELDEREGISTER, "ja")).text())
                    .contains("from: Melderegister, 23.11.2026");
        }
    }
}
