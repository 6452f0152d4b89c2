/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import static de.kommunalsdk.forms.servlet.AntragsgeschichteIT.anders;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.NACHWEIS;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.PERSON;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.VORNAME;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.bisHund;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.hund;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.starte;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.forms.servlet.Testbrowser.Datei;
import de.kommunalsdk.forms.servlet.Testbrowser.Seite;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Drafts that meet themselves: two tabs, mail, expiry. */
class EntwurfIT {

    private static final String NACHNAME = "G05999000001.F60000000227";
    private static final String NAME1 = "G05999000003-1.F05999000002";
    private static final String GESCHLECHT1 = "G05999000003-1.F05999000004";
    private static final String NAME2 = "G05999000003-2.F05999000002";
    private static final String AUSWAHL = "Auswahl übernehmen";

    private final List<String> post = new ArrayList<>();
    private final Testportal portal = Testportal.starte(b -> b.benachrichtigung(
            (mandant, schluessel, an, betreff, text) -> post.add(an + "\n" + betreff + "\n" + text)));
    private final Testbrowser b = portal.browser();

    @AfterEach
    void stop() {
        portal.close();
    }

    /** What both tabs sent stands on the page; the citizen chooses field by field, or is asked to. */
    @Test
    void bothVersionsAreShownAndChosenFieldByField() {
        Seite links = starte(b);
        b.druecke(links, "weiter", PERSON);
        Map<String, String> andere = new LinkedHashMap<>(anders(PERSON, VORNAME, "Erna"));
        andere.put(NACHNAME, "Musterfrau");

        Seite konflikt = b.druecke(links, "weiter", andere);
        assertThat(konflikt.status()).isEqualTo(409);
        assertThat(konflikt.html().select("fieldset legend").eachText())
                .containsExactly("Halterin oder Halter: Vornamen", "Halterin oder Halter: Familienname");
        assertThat(konflikt.text())
                .contains(
                        "Ihre Eingabe in diesem Fenster: Erna",
                        "Gespeichert aus dem anderen Fenster: Erika",
                        "01.02.1980");

        Seite unentschieden = b.druecke(konflikt, AUSWAHL, Map.of("wahl." + VORNAME, "EIGEN"));
        assertThat(unentschieden.status()).isEqualTo(422);
        assertThat(unentschieden.code()).isEqualTo("OZG-ENTWURF-0007");
        assertThat(unentschieden.html().select(".ozg-fehlerliste a").attr("href"))
                .isEqualTo("#wahl." + NACHNAME + "_1");
        assertThat(unentschieden.felder(AUSWAHL)).containsEntry("wahl." + VORNAME, "EIGEN");

        Seite danach = b.druecke(unentschieden, AUSWAHL, Map.of("wahl." + NACHNAME, "GESPEICHERT"));
        assertThat(danach.url()).isEqualTo(links.url());
        assertThat(danach.felder("weiter")).containsEntry(VORNAME, "Erna").containsEntry(NACHNAME, "Mustermann");
    }

    @Test
    void aPageThatSaysTheSameAgainGoesOn() {
        Seite links = starte(b);
        b.druecke(links, "weiter", PERSON);

        assertThat(b.druecke(links, "weiter", PERSON).h1()).isEqualTo("Ihre Anschrift");
    }

    /** A radio button that is not chosen is not sent: the other tab's choice stays. */
    @Test
    void aPageThatDoesNotSayWhatTheOtherTabSaidTakesNothingBack() {
        Seite links = bisHund(b);
        b.druecke(links, "unterbrechen", Map.of(GESCHLECHT1, "m"));

        b.druecke(links, "weiter", Map.of());

        assertThat(b.hole(links.url().toString()).felder("weiter")).containsEntry(GESCHLECHT1, "m");
    }

    @Test
    void anEntryThatTheOtherTabRemovedIsNotLost() {
        Seite zweiter = b.druecke(bisHund(b), "hinzufuegen:G05999000003", hund(1, "Waldi", false));
        Seite uebersicht = b.hole(zweiter.url().toString().replaceAll("/G05999000003-2.*", ""));
        b.druecke(uebersicht, "entfernen:G05999000003-2", Map.of());

        Seite konflikt = b.druecke(zweiter, "weiter", hund(2, "Bello", false));
        assertThat(konflikt.status()).isEqualTo(409);
        assertThat(konflikt.text()).contains("Bello").contains("Waldi");

        Seite danach = b.druecke(konflikt, AUSWAHL, Map.of());
        assertThat(danach.felder("weiter")).containsEntry(NAME2, "Bello");
        assertThat(b.hole(uebersicht.url().toString()).text()).contains("Waldi", "Bello");
    }

    @Test
    void anOldPageRemovesNothing() {
        Seite zwei = b.druecke(bisHund(b), "hinzufuegen:G05999000003", hund(1, "Waldi", false));
        String uebersicht = zwei.url().toString().replaceAll("/G05999000003-2.*", "");
        Map<String, String> knopf =
                Map.of("csrf", zwei.felder("weiter").get("csrf"), "stand", "1", "aktion", "entfernen:G05999000003-1");

        Seite veraltet = b.sendeTeile(java.net.URI.create(uebersicht), knopf, Map.of());

        assertThat(veraltet.status()).isEqualTo(409);
        assertThat(veraltet.code()).isEqualTo("OZG-ENTWURF-0008");
        assertThat(b.hole(uebersicht).text()).contains("Waldi");
    }

    @Test
    void aFileOfTheSecondTabIsKeptUntilTheCitizenHasChosen() {
        Seite alt = bisHund(b);
        b.druecke(alt, "hochladen:" + NACHWEIS, hund(1, "Waldi", true));

        Seite konflikt = b.druecke(
                alt,
                "hochladen:" + NACHWEIS,
                hund(1, "Waldi", true),
                Map.of(NACHWEIS + ".datei", Hundeanmeldung.pdf()));
        assertThat(konflikt.status()).isEqualTo(409);
        assertThat(konflikt.text()).contains("Ihre Eingabe in diesem Fenster: Nachweis größer.pdf");
        assertThat(portal.anlagen(konflikt)).hasSize(1);

        Map<String, String> verzicht = Map.of("wahl." + NACHWEIS, "GESPEICHERT");
        Seite danach = b.druecke(konflikt, AUSWAHL, Map.of());
        assertThat(danach.text()).contains("Nachweis größer.pdf");
        assertThat(b.druecke(konflikt, AUSWAHL, verzicht).status()).isEqualTo(409);
        assertThat(portal.anlagen(konflikt)).hasSize(1);
    }

    @Test
    void aFileThatIsNotChosenGoes() {
        Seite alt = bisHund(b);
        b.druecke(alt, "hochladen:" + NACHWEIS, hund(1, "Waldi", true));
        Seite konflikt = b.druecke(
                alt,
                "hochladen:" + NACHWEIS,
                hund(1, "Waldi", true),
                Map.of(NACHWEIS + ".datei", Hundeanmeldung.pdf()));

        b.druecke(konflikt, AUSWAHL, Map.of("wahl." + NACHWEIS, "GESPEICHERT"));

        assertThat(portal.anlagen(konflikt)).isEmpty();
    }

    @Test
    void aForgedDecisionReachesOnlyWhatThePageMayChange() {
        Seite links = starte(b);
        Seite hund = bisHund(b);
        b.druecke(
                hund,
                "hochladen:" + NACHWEIS,
                hund(1, "Waldi", true),
                Map.of(NACHWEIS + ".datei", Hundeanmeldung.pdf()));
        String datei = portal.anlagen(hund).get(0).id().wert();
        Seite jetzt = b.hole(hund.url().toString());
        Map<String, String> felder = new LinkedHashMap<>();
        felder.put("csrf", jetzt.felder("weiter").get("csrf"));
        felder.put("stand", jetzt.felder("weiter").get("stand"));
        felder.put("entscheidung", "eigene");
        felder.put("seite", "../../../x");
        felder.put("neu.G05999000003-2.F05999000010", datei);
        felder.put("neu." + VORNAME, datei);
        felder.put("wahl.csrf", "EIGEN");
        felder.put("!umgestellt", "9.9.9");

        Seite danach = b.sendeTeile(hund.url().resolve("../konflikt"), felder, Map.of());

        assertThat(danach.status()).isEqualTo(200);
        assertThat(danach.h1()).isEqualTo("Ihr Hund");
        assertThat(portal.anlagen(hund)).hasSize(1);
        assertThat(danach.text()).contains("Nachweis größer.pdf");
        felder.remove("csrf");
        assertThat(b.sendeTeile(hund.url().resolve("../konflikt"), felder, Map.of())
                        .code())
                .isEqualTo("OZG-WEB-0002");
        assertThat(links.status()).isEqualTo(200);
    }

    @Test
    void theCodeComesByMailOnceAndResumesElsewhere() {
        Seite seite = b.druecke(bisHund(b), "unterbrechen", hund(1, "Waldi", false));
        String code = seite.html().select("#code").text();

        Seite gesendet = b.druecke(seite, "Code per E-Mail schicken", Map.of("email", " Erika@Example.org "));
        assertThat(gesendet.text()).contains("Wir schicken den Code an Erika@Example.org", code);
        b.druecke(gesendet, "Code per E-Mail schicken", Map.of("email", "Erika@Example.org"));
        portal.pakete();

        assertThat(post).hasSize(1);
        assertThat(post.get(0))
                .startsWith("Erika@Example.org\nFortsetzungscode für „Hund anmelden“\n")
                .contains(
                        "Stadt musterstadt",
                        "Bürgerbüro, Telefon +49 30 23125 000",
                        code,
                        "http://localhost/ozg/hund-anmelden/fortsetzen",
                        "23.12.2026")
                .doesNotContain("Waldi", "fortsetzen?", "antrag/");
        Testbrowser zuhause = portal.browser();
        assertThat(zuhause.druecke(
                                zuhause.hole("/hund-anmelden/fortsetzen"),
                                "Begonnenen Antrag fortsetzen",
                                Map.of("code", code))
                        .felder("weiter"))
                .containsEntry(NAME1, "Waldi");
    }

    @Test
    void aReloadShowsTheSameCodeUntilItIsRedeemed() {
        Seite seite = b.druecke(bisHund(b), "unterbrechen", Map.of());
        String hier = seite.url().toString();
        String code = seite.html().select("#code").text();
        Seite gesendet = b.druecke(seite, "Code per E-Mail schicken", Map.of("email", "erika@example.org"));
        assertThat(b.hole(hier).html().select("#code").text()).isEqualTo(code);
        assertThat(b.hole(gesendet.url().toString()).text()).contains("erika@example.org");
        portal.pakete();
        assertThat(post).hasSize(1);

        Testbrowser zuhause = portal.browser();
        zuhause.druecke(
                zuhause.hole("/hund-anmelden/fortsetzen"), "Begonnenen Antrag fortsetzen", Map.of("code", code));
        assertThat(b.hole(hier).text()).doesNotContain(code);
    }

    @Test
    void aCodeWhoseAnswerWasLostServesTheSameBrowserAgainAndNobodyElse() {
        String code = b.druecke(bisHund(b), "unterbrechen", hund(1, "Waldi", false))
                .html()
                .select("#code")
                .text();
        Testbrowser zuhause = portal.browser();
        Seite frage = zuhause.hole("/hund-anmelden/fortsetzen");
        Set<String> vorher = Set.copyOf(zuhause.cookies().keySet());
        zuhause.druecke(frage, "Begonnenen Antrag fortsetzen", Map.of("code", code));
        assertThat(zuhause.cookies().keySet()).hasSizeGreaterThan(vorher.size());
        zuhause.cookies().keySet().retainAll(vorher); // nothing of the answer came

        Seite nochmals = zuhause.druecke(frage, "Begonnenen Antrag fortsetzen", Map.of("code", code));

        assertThat(nochmals.felder("weiter")).containsEntry(NAME1, "Waldi");
        Testbrowser anderer = portal.browser();
        assertThat(anderer.druecke(
                                anderer.hole("/hund-anmelden/fortsetzen"),
                                "Begonnenen Antrag fortsetzen",
                                Map.of("code", code))
                        .code())
                .isEqualTo("OZG-WEB-0006");
    }

    @Test
    void aForgedCodeIsNeverMailed() {
        Seite seite = b.druecke(bisHund(b), "unterbrechen", Map.of());

        Seite gesendet = b.druecke(
                seite,
                "Code per E-Mail schicken",
                Map.of("email", "opfer@example.org", "code", "GEWINNSPIEL http://x"));
        portal.pakete();

        String neuer = gesendet.html().select("#code").text();
        assertThat(post).hasSize(1);
        assertThat(post.get(0)).contains(neuer).doesNotContain("GEWINNSPIEL");
    }

    @Test
    void aPageThatIsSentTwiceMailsOnce() {
        Seite hund = bisHund(b);
        Seite alte = b.druecke(hund, "unterbrechen", Map.of());
        b.druecke(b.hole(hund.url().toString()), "unterbrechen", Map.of());

        Map<String, String> an = Map.of("email", "erika@example.org");
        Seite eins = b.druecke(alte, "Code per E-Mail schicken", an);
        Seite zwei = b.druecke(alte, "Code per E-Mail schicken", an);
        portal.pakete();

        assertThat(post).hasSize(1);
        assertThat(zwei.html().select("#code").text())
                .isEqualTo(eins.html().select("#code").text())
                .isNotEqualTo(alte.html().select("#code").text());
    }

    @Test
    void anAddressThatIsNoneIsRefusedAndTheCodeStays() {
        Seite seite = b.druecke(bisHund(b), "unterbrechen", Map.of());
        String code = seite.html().select("#code").text();
        for (String adresse : List.of(
                "", "erika", "erika@example.org\r\nBcc: alle@example.org", "a".repeat(10_000) + "@example.org")) {
            Seite falsch = b.druecke(seite, "Code per E-Mail schicken", Map.of("email", adresse));
            assertThat(falsch.status()).isEqualTo(422);
            assertThat(falsch.code()).isEqualTo("OZG-ENTWURF-0005");
            assertThat(falsch.text()).contains("name@beispiel.de");
            assertThat(falsch.html().select("#code").text()).isEqualTo(code);
        }
        portal.pakete();
        assertThat(post).isEmpty();
    }

    @Test
    void noMailboxIsFilled() {
        Seite seite = b.druecke(bisHund(b), "unterbrechen", Map.of());
        for (int i = 0; i < 10; i++) {
            seite = b.druecke(seite, "Code per E-Mail schicken", Map.of("email", "erika" + i + "@example.org"));
        }
        Seite zuviel = b.druecke(seite, "Code per E-Mail schicken", Map.of("email", "erika@example.org"));

        assertThat(zuviel.status()).isEqualTo(422);
        assertThat(zuviel.code()).isEqualTo("OZG-ENTWURF-0006");
    }

    @Test
    void withoutAMailPortNoAddressIsAskedFor() {
        try (Testportal ohne = Testportal.starte()) {
            Testbrowser browser = ohne.browser();
            Seite seite = browser.druecke(bisHund(browser), "unterbrechen", Map.of());

            assertThat(seite.html().select("#email")).isEmpty();
            Map<String, String> felder = Map.of(
                    "csrf", seite.felder("Entwurf löschen").get("csrf"), "email", "erika@example.org", "code", "x");
            Seite trotzdem = browser.sende(seite.url().resolve("post"), felder);
            assertThat(trotzdem.h1()).isEqualTo("Antrag unterbrochen");
        }
    }

    @Test
    void aDraftIsRemindedOfBeforeItExpires() {
        Seite seite = b.druecke(bisHund(b), "unterbrechen", Map.of());
        b.druecke(seite, "Code per E-Mail schicken", Map.of("email", "erika@example.org"));
        portal.spaeter(Duration.ofDays(26));
        portal.sdk().raeumeAuf();
        portal.pakete();
        assertThat(post).hasSize(1);

        portal.spaeter(Duration.ofDays(1).plusMinutes(1));
        portal.sdk().raeumeAuf();
        portal.sdk().raeumeAuf();
        portal.pakete();

        assertThat(post).hasSize(2);
        assertThat(post.get(1))
                .contains("Ihr Entwurf „Hund anmelden“ wird am 23.12.2026 gelöscht", "den Sie schon haben")
                .doesNotContain("{");
    }

    @Test
    void expiryIsAnnouncedBeforeAndExplainedAfter() {
        assertThat(b.hole("/hund-anmelden").text()).contains("30 Tage nach der letzten Eingabe gelöscht");
        Seite seite = bisHund(b);
        assertThat(b.druecke(seite, "unterbrechen", Map.of()).text())
                .contains("bis zum 23.12.2026", "Jede neue Eingabe verlängert die Frist");
        portal.spaeter(Duration.ofDays(31));

        for (int i = 0; i < 2; i++) {
            Seite weg = b.hole(seite.url().toString());
            assertThat(weg.status()).isEqualTo(410);
            assertThat(weg.code()).isEqualTo("OZG-ENTWURF-0001");
            assertThat(weg.text()).contains("30 Tage nach der letzten Eingabe", "nicht abgesendet", "neu beginnen");
            portal.sdk().raeumeAuf();
        }
    }

    @Test
    void aDraftThatIsUsedEveryMonthStaysWithItsBrowser() {
        String adresse = bisHund(b).url().toString();
        for (int i = 0; i < 5; i++) {
            portal.spaeter(Duration.ofDays(20));
            Seite seite = b.hole(adresse);
            assertThat(seite.status()).as("after %d days", 20 * (i + 1)).isEqualTo(200);
            b.druecke(seite, "unterbrechen", hund(1, "Waldi" + i, false));
        }
    }

    @Test
    void whatIsSentToADraftThatIsGoneStandsOnThePage() {
        Seite seite = bisHund(b);
        Seite unterbrochen = b.druecke(seite, "unterbrechen", Map.of());
        Map<String, String> cookies = Map.copyOf(b.cookies());
        b.druecke(unterbrochen, "Entwurf löschen", Map.of());
        b.cookies().putAll(cookies);

        Seite weg = b.druecke(seite, "weiter", hund(1, "Waldi", false));
        assertThat(weg.status()).isEqualTo(410);
        assertThat(weg.code()).isEqualTo("OZG-WEB-0005");
        assertThat(weg.text()).contains("am 23.11.2026 auf Wunsch gelöscht", "Waldi", "Dackel", "03.04.2024");

        Map<String, String> fremd = new LinkedHashMap<>(seite.felder("weiter"));
        fremd.put("csrf", "gefaelscht");
        fremd.put(NAME1, "Untergeschoben");
        Seite ohne = b.sendeTeile(seite.url(), fremd, Map.of());
        assertThat(ohne.code()).isEqualTo("OZG-WEB-0002");
    }

    @Test
    void tenThousandCharactersAndMarkupAreShownAsTheyAre() {
        Seite links = starte(b);
        b.druecke(links, "weiter", PERSON);
        String lang = "<script>alert(1)</script>" + "x".repeat(10_000);

        Seite konflikt = b.druecke(links, "weiter", anders(PERSON, VORNAME, lang));

        assertThat(konflikt.html().select("fieldset label").get(0).text()).endsWith(lang);
        assertThat(konflikt.html().select("main script")).isEmpty();
        Seite danach = b.druecke(konflikt, "Alle meine Eingaben übernehmen", Map.of());
        assertThat(danach.felder("weiter")).containsEntry(VORNAME, lang);
    }

    @Test
    void theReceiptSaysHowLongAnswersAreKept() {
        Seite quittung = b.druecke(Hundeanmeldung.bisPruefen(b), "Verbindlich absenden", Map.of());

        assertThat(quittung.text()).contains("bleiben bis zum 21.02.2027");
    }

    static Datei pdf(String name) {
        return new Datei(name, "application/pdf", "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
    }
}
