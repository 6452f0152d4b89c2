/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import static de.kommunalsdk.forms.servlet.Sondernutzung.EIGENTUEMER;
import static de.kommunalsdk.forms.servlet.Sondernutzung.FLURSTUECK;
import static de.kommunalsdk.forms.servlet.Sondernutzung.GEMARKUNG;
import static de.kommunalsdk.forms.servlet.Sondernutzung.ORT;
import static de.kommunalsdk.forms.servlet.Sondernutzung.WEITERES;
import static de.kommunalsdk.forms.servlet.Sondernutzung.bisPruefen;
import static de.kommunalsdk.forms.servlet.Sondernutzung.gibWeiter;
import static de.kommunalsdk.forms.servlet.Sondernutzung.nachbar;
import static de.kommunalsdk.forms.servlet.Sondernutzung.oeffne;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.audit.Protokoll;
import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.forms.servlet.Testbrowser.Seite;
import de.kommunalsdk.mandant.MandantFinder;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.uebermittlung.Paket;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Others agree, or do not, before an Antrag is submitted: the story of two and more browsers, and what may go wrong. */
class BeteiligteIT {

    private static final String ERIKA = "erika@beispiel.example";
    private static final String OLAF = "olaf@beispiel.example";
    private static final String NORA = "nora@beispiel.example";

    private Sondernutzung dienst = Sondernutzung.mitPost();
    private Testbrowser erika = dienst.portal().browser();

    @AfterEach
    void stop() {
        dienst.portal().close();
    }

    private void statt(Sondernutzung anderer) {
        dienst.portal().close();
        dienst = anderer;
        erika = dienst.portal().browser();
    }

    private Testbrowser browser() {
        return dienst.portal().browser();
    }

    /** Passes on to Olaf alone. */
    private Seite weitergegeben() {
        return gibWeiter(erika, bisPruefen(erika, "", Map.of()));
    }

    /** Olaf, who has opened his link and filled in his page. */
    private Seite olafLiest(Testbrowser olaf) {
        Seite seite = oeffne(olaf, dienst.letzte(OLAF).link());
        return seite.h1().equals("Auskunft") ? olaf.druecke(seite, "weiter", Map.of(FLURSTUECK, "Flur 3")) : seite;
    }

    private static AntragId antrag(Seite seite) {
        return new AntragId(seite.url().getPath().split("/")[4]);
    }

    private List<String> ereignisse(Seite seite) {
        return dienst
                .portal()
                .sdk()
                .datenhaltung()
                .protokoll()
                .eintraege(new MandantId("musterstadt"), antrag(seite))
                .stream()
                .map(Protokoll.Eintrag::ereignis)
                .toList();
    }

    @Test
    void everybodyAgreesAndTheLastConsentSubmits() throws Exception {
        Seite pruefen = bisPruefen(erika, "", nachbar("Nora Nebenan", NORA));
        assertThat(pruefen.text()).doesNotContain("Verbindlich absenden", "Flurstück");
        Seite frage = erika.druecke(pruefen, "Zur Zustimmung weitergeben", Map.of());
        assertThat(frage.text()).contains("Olaf Eigner", OLAF, "Nora Nebenan", NORA, "9 Tage");
        Seite status = erika.druecke(frage, "Zur Zustimmung weitergeben", Map.of("email", ERIKA));
        assertThat(status.h1()).isEqualTo("Ihr Antrag liegt zur Zustimmung vor");
        assertThat(status.text()).contains("Hat noch nicht entschieden", "02.12.2026, 10:00");
        assertThat(dienst.portal().pakete()).isEmpty();

        Testbrowser olaf = browser();
        Seite einladung = olaf.hole(dienst.letzte(OLAF).link());
        assertThat(einladung.text()).contains("Eigentümerin oder Eigentümer").doesNotContain("Olaf", "Marktplatz");
        Seite eigene = olaf.druecke(einladung, "Weiter", Map.of());
        assertThat(eigene.h1()).isEqualTo("Auskunft");
        eigene = olaf.druecke(eigene, "weiter", Map.of());
        assertThat(eigene.text()).contains("Füllen Sie „Flurstück“ aus.");
        Seite lesen = olaf.druecke(eigene, "weiter", Map.of(FLURSTUECK, "Flur 3"));
        assertThat(lesen.text())
                .contains("Marktplatz", "Erika Mustermann", "Flur 3", "Ich bin mit der Nutzung einverstanden.")
                .doesNotContain("streng geheim", "Einkommen", "Nora");
        Seite plan = olaf.hole("http://localhost:" + dienst.portal().basis().getPort()
                + lesen.html().select("a[download]").attr("href"));
        assertThat(plan.status()).isEqualTo(200);
        assertThat(plan.kopf().firstValue("Content-Disposition").orElse("")).startsWith("attachment;");
        assertThat(plan.kopf().firstValue("Content-Security-Policy").orElse("")).contains("sandbox");
        assertThat(plan.kopf().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        Seite fertig = olaf.druecke(lesen, "zustimmen", Map.of());
        assertThat(fertig.h1()).isEqualTo("Sie haben zugestimmt");
        assertThat(dienst.portal().pakete()).isEmpty();
        assertThat(dienst.letzte(ERIKA).text()).contains("Nachbarin oder Nachbar");

        Testbrowser nora = browser();
        Seite noraLiest = oeffne(nora, dienst.letzte(NORA).link());
        assertThat(noraLiest.text())
                .contains("Marktplatz", "Ich habe keine Einwände.")
                .doesNotContain("Erika", "Flur 3", "streng geheim", "Nachweis größer");
        assertThat(noraLiest.html().select("a[download]")).isEmpty();
        assertThat(nora.druecke(noraLiest, "zustimmen", Map.of()).text()).contains("Der Antrag ist eingegangen");

        Seite quittung = erika.hole(erikasPfad(status));
        assertThat(quittung.h1()).isEqualTo("Ihr Antrag ist eingegangen");
        assertThat(dienst.letzte(ERIKA).text()).contains("alle haben Ihrem Antrag");
        assertThat(ereignisse(status))
                .containsSubsequence(
                        "WEITERGEGEBEN", "BETEILIGUNG_ZUGESTIMMT", "BETEILIGUNG_ZUGESTIMMT", "EINGEREICHT");
        Paket paket = einziges();
        assertThat(inhalt(paket, Paket.Rolle.FACHDATEN_JSON)).contains("Flur 3", "Marktplatz", "streng geheim");
        JsonNode zustimmungen = new ObjectMapper().readTree(inhalt(paket, Paket.Rolle.BETEILIGTE));
        assertThat(zustimmungen).hasSize(2);
        assertThat(zustimmungen.get(0).path("rolle").asText()).isEqualTo("eigentuemer");
        assertThat(zustimmungen.get(0).path("name").asText()).isEqualTo("Olaf Eigner");
        assertThat(zustimmungen.get(0).path("entscheidung").asText()).isEqualTo("zugestimmt");
        assertThat(zustimmungen.get(0).path("vertrauensniveau").asText()).isEqualTo("ohne");
        assertThat(zustimmungen.get(0).path("zeit").asText()).isEqualTo("2026-11-23T09:00:00Z");
        assertThat(zustimmungen.get(0).path("gesehenSha256").asText())
                .isEqualTo(lesen.felder("zustimmen").get("gesehen"));
    }

    private static String erikasPfad(Seite status) {
        return "http://localhost:" + status.url().getPort()
                + status.url().getPath().replaceAll("/(weitergabe|weitergeben)$", "");
    }

    private Paket einziges() {
        assertThat(dienst.portal().pakete()).hasSize(1);
        return dienst.portal().pakete().get(0);
    }

    private static String inhalt(Paket paket, Paket.Rolle rolle) throws Exception {
        Paket.Teil teil = paket.teile().stream()
                .filter(t -> t.rolle() == rolle)
                .findFirst()
                .orElseThrow();
        try (InputStream strom = teil.inhalt().oeffnen()) {
            return new String(strom.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    @Test
    void aRefusalGivesTheAntragBackAndSomebodyElseMayBeAsked() {
        Seite status = weitergegeben();
        Testbrowser olaf = browser();
        Seite lesen = olafLiest(olaf);
        Seite abgelehnt = olaf.druecke(lesen, "ablehnen", Map.of("grund", "Zu laut <b>"));
        assertThat(abgelehnt.h1()).isEqualTo("Sie haben abgelehnt");

        assertThat(dienst.letzte(ERIKA).text()).contains("abgelehnt von: Eigentümerin oder Eigentümer");
        Seite zurueck = erika.hole(erikasPfad(status));
        assertThat(zurueck.h1()).isEqualTo("Jemand hat abgelehnt");
        assertThat(zurueck.text()).contains("Zu laut <b>");
        Seite eigentum = erika.hole(erikasPfad(status) + "/seite/eigentum");
        Seite weiter = erika.druecke(
                eigentum,
                "weiter",
                Map.of(EIGENTUEMER, "Paula", Sondernutzung.EIGENTUEMER_MAIL, "paula@beispiel.example"));
        Seite pruefen = erika.druecke(weiter, "weiter", Map.of());
        gibWeiter(erika, pruefen);

        // Olaf may not agree any more, and Paula sees nothing of what Olaf wrote.
        assertThat(olaf.hole(pfad(lesen)).code()).isEqualTo("OZG-BETEILIGT-0005");
        Testbrowser paula = browser();
        Seite eigene = oeffne(paula, dienst.letzte("paula@beispiel.example").link());
        assertThat(eigene.h1()).isEqualTo("Auskunft");
        assertThat(eigene.felder("weiter").get(FLURSTUECK)).isEmpty();
        paula.druecke(paula.druecke(eigene, "weiter", Map.of(FLURSTUECK, "9")), "zustimmen", Map.of());
        assertThat(einziges().vorgangsnummer().wert()).isNotEmpty();
    }

    private static String pfad(Seite seite) {
        return seite.url().toString();
    }

    @Test
    void aChangeOfTheApplicantTakesConsentsBackAndTellsEverybody() {
        Seite pruefen = bisPruefen(erika, "", nachbar("Nora Nebenan", NORA));
        Seite offenesFenster = erika.hole(erikasPfadVon(pruefen) + "/seite/vorhaben");
        Seite status = gibWeiter(erika, pruefen);
        Testbrowser olaf = browser();
        Seite lesen = olafLiest(olaf);
        olaf.druecke(lesen, "zustimmen", Map.of());
        Testbrowser nora = browser();
        Seite noraLiest = oeffne(nora, dienst.letzte(NORA).link());

        assertThat(erika.hole(erikasPfad(status) + "/seite/vorhaben").h1())
                .as("reading changes nothing")
                .isEqualTo("Ihr Antrag liegt zur Zustimmung vor");
        Seite frage = erika.druecke(offenesFenster, "weiter", Map.of(ORT, "Rathausplatz"));
        erika.druecke(frage, "Meine Eingaben dieser Seite übernehmen", Map.of());

        assertThat(nora.druecke(noraLiest, "zustimmen", Map.of()).code()).isEqualTo("OZG-BETEILIGT-0005");
        assertThat(olaf.hole(pfad(lesen)).code()).isEqualTo("OZG-BETEILIGT-0005");
        assertThat(dienst.letzte(OLAF).text()).contains("gilt das nicht mehr");
        assertThat(dienst.letzte(NORA).text()).contains("nicht mehr gebraucht");
        assertThat(dienst.portal().pakete()).isEmpty();

        gibWeiter(erika, erika.hole(erikasPfad(status) + "/pruefen"));
        Seite neu = olafLiest(browser());
        assertThat(neu.text()).contains("Rathausplatz", "Flur 3").doesNotContain("Marktplatz");
    }

    private static String erikasPfadVon(Seite pruefen) {
        return pfad(pruefen).replaceAll("/pruefen.*", "");
    }

    @Test
    void theApplicantTakesItBack() {
        Seite status = weitergegeben();
        Seite pruefen = erika.druecke(status, "zurueckziehen", Map.of());
        assertThat(pruefen.html().select("button").eachText()).contains("Zur Zustimmung weitergeben");
        assertThat(browser().hole(dienst.post(OLAF).get(0).link()).code()).isEqualTo("OZG-BETEILIGT-0005");
    }

    @Test
    void aLinkBelongsToOnePersonInOneBrowser() {
        Seite status = weitergegeben();
        String link = dienst.letzte(OLAF).link();
        Testbrowser olaf = browser();
        Seite eigene = oeffne(olaf, link);

        assertThat(olaf.hole(link).h1()).as("leads back in the same browser").isEqualTo("Auskunft");
        assertThat(browser().hole(link).code()).as("used").isEqualTo("OZG-BETEILIGT-0002");
        assertThat(erika.hole(link).code()).as("the applicant").isEqualTo("OZG-BETEILIGT-0002");
        assertThat(erika.hole(pfad(eigene)).code()).isEqualTo("OZG-BETEILIGT-0003");
        assertThat(olaf.hole(erikasPfad(status)).code()).as("the draft").isEqualTo("OZG-WEB-0004");
        assertThat(olaf.hole(pfad(eigene).replace("auskunft", "person")).code()).isEqualTo("OZG-WEB-0001");
        assertThat(erika.hole(erikasPfad(status) + "/seite/auskunft").h1())
                .as("not the applicant's page")
                .isEqualTo("Ihr Antrag liegt zur Zustimmung vor");
        assertThat(browser().hole(link.substring(0, link.length() - 1) + "_").code())
                .as("forged")
                .isEqualTo("OZG-BETEILIGT-0001");
        assertThat(browser().hole("/sondernutzung/beteiligt/link/kurz").code()).isEqualTo("OZG-BETEILIGT-0001");
        assertThat(browser().hole("/sondernutzung/beteiligt/quatsch").code()).isEqualTo("OZG-WEB-0001");

        // A new link shuts out whoever has the old one.
        erika.druecke(erika.hole(erikasPfad(status)), "Neuen Link senden", Map.of());
        assertThat(olaf.hole(pfad(eigene)).code()).isEqualTo("OZG-BETEILIGT-0003");
        assertThat(browser().hole(link).code()).as("replaced").isEqualTo("OZG-BETEILIGT-0001");
        assertThat(oeffne(browser(), dienst.letzte(OLAF).link()).h1()).isEqualTo("Auskunft");
        assertThat(dienst.portal().pakete()).isEmpty();
    }

    @Test
    void aLinkOfAnotherMandantIsUnknown() {
        statt(Sondernutzung.fuer("musterstadt", "nachbarstadt"));
        gibWeiter(erika, bisPruefen(erika, "/musterstadt", Map.of()));
        String link = dienst.letzte(OLAF).text().replaceAll("(?s).*(/sondernutzung/beteiligt/link/\\S{43}).*", "$1");

        assertThat(browser().hole("/nachbarstadt" + link).code()).isEqualTo("OZG-BETEILIGT-0001");
        assertThat(oeffne(browser(), "/musterstadt" + link).h1()).isEqualTo("Auskunft");
    }

    @Test
    void guessingEndsAfterTwentyTries() {
        weitergegeben();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            codes.add(browser()
                    .hole("/sondernutzung/beteiligt/link/" + "%043d".formatted(i))
                    .code());
        }
        assertThat(codes.subList(0, 20)).containsOnly("OZG-BETEILIGT-0001");
        assertThat(codes.subList(20, 100)).containsOnly("OZG-BETEILIGT-0009");
        dienst.portal().spaeter(Duration.ofMinutes(11));
        assertThat(oeffne(browser(), dienst.letzte(OLAF).link()).h1()).isEqualTo("Auskunft");
    }

    @Test
    void newLinksAreLimited() {
        Seite status = weitergegeben();
        for (int i = 0; i < 10; i++) {
            assertThat(erika.druecke(status, "Neuen Link senden", Map.of()).status())
                    .isEqualTo(200);
        }
        assertThat(erika.druecke(status, "Neuen Link senden", Map.of()).code()).isEqualTo("OZG-BETEILIGT-0009");
        assertThat(dienst.post(OLAF)).hasSize(11);
    }

    @Test
    void twoClicksAgreeOnce() {
        weitergegeben();
        Testbrowser olaf = browser();
        Seite lesen = olafLiest(olaf);

        assertThat(olaf.druecke(lesen, "zustimmen", Map.of()).h1()).isEqualTo("Sie haben zugestimmt");
        assertThat(olaf.druecke(lesen, "zustimmen", Map.of()).h1()).isEqualTo("Sie haben zugestimmt");
        assertThat(olaf.druecke(lesen, "ablehnen", Map.of()).code()).isEqualTo("OZG-BETEILIGT-0006");
        assertThat(dienst.portal().pakete()).hasSize(1);
        assertThat(dienst.post(ERIKA)).hasSize(1);
    }

    @Test
    void nobodyAgreesToSomethingElseThanWasShown() {
        weitergegeben();
        Testbrowser olaf = browser();
        Seite lesen = olafLiest(olaf);
        olaf.druecke(olaf.hole(pfad(lesen) + "/seite/auskunft"), "weiter", Map.of(FLURSTUECK, "Flur 4"));

        Seite nochmal = olaf.druecke(lesen, "zustimmen", Map.of());
        assertThat(nochmal.code()).isEqualTo("OZG-BETEILIGT-0007");
        assertThat(nochmal.text()).contains("Flur 4");
        assertThat(olaf.druecke(lesen, "zustimmen", Map.of("csrf", "x")).code()).isEqualTo("OZG-WEB-0002");
        assertThat(olaf.druecke(lesen, "zustimmen", Map.of("aktion", "x")).code())
                .isEqualTo("OZG-WEB-0003");
        assertThat(dienst.portal().pakete()).isEmpty();
        olaf.druecke(nochmal, "zustimmen", Map.of());
        assertThat(dienst.portal().pakete()).hasSize(1);
    }

    @Test
    void anAnswerOfTwoWindowsIsNotLost() {
        weitergegeben();
        Testbrowser olaf = browser();
        Seite eigene = oeffne(olaf, dienst.letzte(OLAF).link());
        olaf.druecke(eigene, "weiter", Map.of(FLURSTUECK, "eins"));

        Seite konflikt = olaf.druecke(eigene, "weiter", Map.of(FLURSTUECK, "zwei", ORT, "untergeschoben"));
        assertThat(konflikt.code()).isEqualTo("OZG-WEB-0013");
        assertThat(konflikt.text()).contains("eins", "zwei");
        Seite nochOffen = olaf.druecke(konflikt, "Auswahl übernehmen", Map.of());
        assertThat(nochOffen.status()).isEqualTo(422);
        Seite lesen = olaf.druecke(nochOffen, "Alle meine Eingaben übernehmen", Map.of());
        assertThat(lesen.text()).contains("zwei", "Marktplatz").doesNotContain("untergeschoben");
    }

    @Test
    void anEntryThatAnotherWindowMovedIsNotWrittenOver() {
        weitergegeben();
        Testbrowser olaf = browser();
        Seite eigene = oeffne(olaf, dienst.letzte(OLAF).link());
        Seite mitZweien =
                olaf.druecke(eigene, "hinzufuegen:" + WEITERES, Map.of(FLURSTUECK, "eins", WEITERES + "-1", "Acker"));
        Seite voll = olaf.druecke(mitZweien, "suche:" + GEMARKUNG, Map.of(WEITERES + "-2", "Bach"));
        assertThat(voll.felder("weiter"))
                .containsEntry(WEITERES + "-1", "Acker")
                .containsEntry(WEITERES + "-2", "Bach");
        Seite jetzt = olaf.druecke(voll, "entfernen:" + WEITERES + "-1", Map.of());
        assertThat(jetzt.felder("weiter")).containsEntry(WEITERES + "-1", "Bach");

        assertThat(olaf.druecke(voll, "entfernen:" + WEITERES + "-1", Map.of()).code())
                .as("another entry stands there by now")
                .isEqualTo("OZG-WEB-0013");
        Seite konflikt = olaf.druecke(voll, "weiter", Map.of());
        assertThat(konflikt.text()).contains("Acker", "Bach");
        Seite lesen = olaf.druecke(konflikt, "Alle meine Eingaben übernehmen", Map.of());

        assertThat(lesen.text()).contains("Acker", "Bach");
    }

    @Test
    void aDeletedDraftEndsAllLinks() {
        Seite status = weitergegeben();
        Testbrowser olaf = browser();
        Seite lesen = olafLiest(olaf);
        String link = dienst.letzte(OLAF).link();
        Seite unterbrochen =
                erika.druecke(erika.hole(erikasPfad(status)), "Unterbrechen und später fortsetzen", Map.of());
        erika.druecke(unterbrochen, "Entwurf löschen", Map.of());

        assertThat(olaf.druecke(lesen, "zustimmen", Map.of()).code()).isEqualTo("OZG-BETEILIGT-0003");
        assertThat(browser().hole(link).code()).isEqualTo("OZG-BETEILIGT-0001");
        assertThat(dienst.portal().pakete()).isEmpty();
    }

    @Test
    void timeIsOverWithNotice() {
        Seite status = weitergegeben();
        String erster = dienst.letzte(OLAF).link();
        dienst.portal().spaeter(Duration.ofDays(6));
        dienst.portal().sdk().raeumeAuf();
        dienst.portal().sdk().raeumeAuf();
        assertThat(dienst.post(OLAF)).as("reminded once").hasSize(2);
        assertThat(dienst.letzte(OLAF).text()).contains("fehlt noch Ihre Zustimmung", "02.12.2026");
        assertThat(browser().hole(erster).code())
                .as("replaced by the reminder's")
                .isEqualTo("OZG-BETEILIGT-0001");
        Testbrowser olaf = browser();
        Seite lesen = olafLiest(olaf);

        dienst.portal().spaeter(Duration.ofDays(3));
        assertThat(olaf.druecke(lesen, "zustimmen", Map.of()).code())
                .as("before the job")
                .isEqualTo("OZG-BETEILIGT-0004");
        dienst.portal().sdk().raeumeAuf();
        assertThat(olaf.hole(pfad(lesen)).code()).isEqualTo("OZG-BETEILIGT-0004");
        assertThat(browser().hole(dienst.post(OLAF).get(1).link()).code()).isEqualTo("OZG-BETEILIGT-0004");
        assertThat(dienst.letzte(ERIKA).text()).contains("nicht alle rechtzeitig zugestimmt");
        Seite zurueck = erika.hole(erikasPfad(status));
        assertThat(zurueck.h1()).isEqualTo("Die Frist für die Zustimmung ist vorbei");
        assertThat(dienst.portal().pakete()).isEmpty();

        dienst.portal().spaeter(Duration.ofDays(4)); // the draft lives its whole life from the end of the round on
        Seite wieder = gibWeiter(erika, erika.hole(erikasPfad(status) + "/pruefen"));
        assertThat(wieder.h1()).isEqualTo("Ihr Antrag liegt zur Zustimmung vor");
        olaf = browser();
        olaf.druecke(olafLiest(olaf), "zustimmen", Map.of());
        assertThat(dienst.portal().pakete()).hasSize(1);
    }

    @Test
    void deadMailLosesNothing() {
        dienst.postIstTot(true);
        Seite status = weitergegeben();
        assertThat(status.h1()).isEqualTo("Ihr Antrag liegt zur Zustimmung vor");
        assertThat(dienst.post(OLAF)).isEmpty();

        dienst.postIstTot(false);
        dienst.portal().spaeter(Duration.ofMinutes(1));
        Testbrowser olaf = browser();
        Seite lesen = olafLiest(olaf);
        dienst.postIstTot(true);
        olaf.druecke(lesen, "zustimmen", Map.of());
        assertThat(dienst.portal().pakete()).hasSize(1);
    }

    @Test
    void withoutMailTheApplicantPassesLinksOn() {
        statt(Sondernutzung.ohnePost());
        Seite status = weitergegeben();
        String link = status.html().select(".ozg-link").text();
        assertThat(link).startsWith("http://localhost/ozg/sondernutzung/beteiligt/link/");
        assertThat(erika.hole(erikasPfad(status)).html().select(".ozg-link"))
                .as("shown once")
                .isEmpty();

        Testbrowser olaf = browser();
        Seite lesen = olaf.druecke(
                oeffne(olaf, link.substring("http://localhost/ozg".length())), "weiter", Map.of(FLURSTUECK, "1"));
        olaf.druecke(lesen, "zustimmen", Map.of());
        assertThat(dienst.portal().pakete()).hasSize(1);
    }

    @Test
    void whoeverNeedsNobodySubmitsAsEver() {
        Seite pruefen = bisPruefen(erika, "", Map.of());
        Seite vorhaben = erika.hole(erikasPfadVon(pruefen) + "/seite/vorhaben");
        erika.druecke(vorhaben, "weiter", Map.of(Sondernutzung.FREMD, "false"));
        Seite allein = erika.hole(erikasPfadVon(pruefen) + "/pruefen");

        assertThat(erika.druecke(allein, "Verbindlich absenden", Map.of()).h1())
                .isEqualTo("Ihr Antrag ist eingegangen");
        assertThat(einziges().teile()).extracting(Paket.Teil::rolle).doesNotContain(Paket.Rolle.BETEILIGTE);
    }

    @Test
    void aWrongAddressOfTheApplicantIsExplained() {
        Seite frage = erika.druecke(bisPruefen(erika, "", Map.of()), "Zur Zustimmung weitergeben", Map.of());
        Seite falsch = erika.druecke(frage, "Zur Zustimmung weitergeben", Map.of("email", "erika@@"));
        assertThat(falsch.status()).isEqualTo(422);
        assertThat(falsch.html().select("#email").attr("aria-invalid")).isEqualTo("true");
        assertThat(dienst.post(OLAF)).isEmpty();
    }

    @Test
    void aLoginThatThePortalDoesNotHaveKeepsTheDienstAway() {
        String streng =
                Sondernutzung.BETEILIGTE.replaceFirst("vertrauensniveau: ohne", "vertrauensniveau: substanziell");
        try (Testportal portal = Testportal.starte(b -> b.mandanten(
                        MandantFinder.fest(Testportal.mandant("musterstadt", "dienste:\n  sondernutzung: {}\n")))
                .dienste(Dienstbibliothek.builder()
                        .verzeichnis(Sondernutzung.ordner(streng))
                        .lade()))) {
            assertThat(portal.sdk().probleme()).extracting(p -> p.code().code()).containsExactly("OZG-FORM-0052");
            assertThat(portal.browser().hole("/sondernutzung").code()).isEqualTo("OZG-DIENST-0006");
        }
    }
}
