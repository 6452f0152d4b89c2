/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import static de.kommunalsdk.forms.servlet.Sondernutzung.FLURSTUECK;
import static de.kommunalsdk.forms.servlet.Sondernutzung.bisPruefen;
import static de.kommunalsdk.forms.servlet.Sondernutzung.gibWeiter;
import static de.kommunalsdk.forms.servlet.Sondernutzung.oeffne;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.forms.KommunalSdkBuilder;
import de.kommunalsdk.forms.antworten.AntwortenFormat;
import de.kommunalsdk.forms.haken.NachSpeichern;
import de.kommunalsdk.forms.haken.VorEinreichen;
import de.kommunalsdk.forms.probe.Probeantrag;
import de.kommunalsdk.forms.probe.Probequellen;
import de.kommunalsdk.forms.probe.Probequellen.Proberegister;
import de.kommunalsdk.forms.servlet.Testbrowser.Seite;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.uebermittlung.Paket;
import de.kommunalsdk.virenscan.Virenscanner;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an Antrag has when nobody else is asked, it has when somebody is: sources, sums, hooks, scans, limits. */
class MitwirkungIT {

    private static final String OLAF = "olaf@beispiel.example";

    private Sondernutzung dienst;
    private Testbrowser erika;
    private Testbrowser olaf;

    private void starte(String zusatz, UnaryOperator<KommunalSdkBuilder> ports) {
        starteMitScanner(zusatz, b -> ports.apply(b.ohneVirenscanner()));
    }

    private void starteMitScanner(String zusatz, UnaryOperator<KommunalSdkBuilder> ports) {
        dienst = Sondernutzung.mit(zusatz, ports);
        erika = dienst.portal().browser();
        olaf = dienst.portal().browser();
    }

    @AfterEach
    void stop() {
        dienst.portal().close();
    }

    /** Olaf opens his link, answers his page and agrees. */
    private Seite olafStimmtZu() {
        Seite auskunft = oeffne(olaf, dienst.letzte(OLAF).link());
        return olaf.druecke(olaf.druecke(auskunft, "weiter", Map.of(FLURSTUECK, "Flur 3")), "zustimmen", Map.of());
    }

    private static AntragId antrag(Seite seite) {
        return new AntragId(seite.url().getPath().split("/")[4]);
    }

    private String teil(Paket.Rolle rolle) throws Exception {
        assertThat(dienst.portal().pakete()).hasSize(1);
        return Probeantrag.text(dienst.portal().pakete().get(0), rolle);
    }

    @Test
    void sourcesAndConsentsToThemAreDelivered() throws Exception {
        starte(
                """
                vorbelegung:
                  - quelle: melderegister
                    zweck: Wir müssen wissen, wer den Antrag stellt.
                    rechtsgrundlage: § 5 EGovG
                    felder:
                      F05999000811: {attribut: familienname}
                """,
                b -> b.register(Proberegister.melderegister(a -> Probequellen.gefunden(Probequellen.ERIKA))));
        Seite einwilligung = erika.druecke(erika.hole("/sondernutzung"), "Jetzt online beantragen", Map.of());
        Seite person = erika.druecke(einwilligung, "weiter", Map.of(Quellenportal.MELDEREGISTER, "ja"));
        gibWeiter(erika, bisPruefen(erika, person, Map.of()));
        olafStimmtZu();

        assertThat(teil(Paket.Rolle.HERKUNFT_JSON)).contains(Sondernutzung.NAME, "melderegister");
        byte[] eingereicht = dienst.portal()
                .sdk()
                .datenhaltung()
                .antraege()
                .antrag(new MandantId("musterstadt"), antrag(person))
                .orElseThrow()
                .inhalt();
        assertThat(AntwortenFormat.lies(eingereicht).nachweise().einwilligungen())
                .hasSize(1);
    }

    @Test
    void whatIsCalculatedFromTheAnswersOfOthersIsDelivered() throws Exception {
        starte(
                """
                berechnungen:
                  F05999000852: F05999000851
                  F05999000812: F05999000851
                """,
                b -> b);
        gibWeiter(erika, bisPruefen(erika, "", Map.of()));
        Seite auskunft = oeffne(olaf, dienst.letzte(OLAF).link());
        Seite lesen = olaf.druecke(auskunft, "weiter", Map.of(FLURSTUECK, "Flur 3"));
        assertThat(lesen.text()).containsSubsequence("Flur 3", "Auflage", "Flur 3");
        olaf.druecke(lesen, "zustimmen", Map.of());

        JsonNode werte = new ObjectMapper().readTree(teil(Paket.Rolle.FACHDATEN_JSON));
        assertThat(werte.findValuesAsText("F05999000852")).containsExactly("Flur 3");
        assertThat(werte.findValuesAsText("F05999000812")).containsExactly("Flur 3");
    }

    /** The page of another shows what follows from the applicant's answers, before anything is typed there. */
    @Test
    void whatIsCalculatedForThePageOfAnotherIsThere() {
        starte("berechnungen: {F05999000852: F05999000821}\n", b -> b);
        gibWeiter(erika, bisPruefen(erika, "", Map.of()));

        Seite auskunft = oeffne(olaf, dienst.letzte(OLAF).link());
        assertThat(auskunft.text()).contains("Auflage", "Marktplatz");
    }

    @Test
    void theHookBeforeSubmissionIsAskedBeforeOthersAre() {
        AtomicInteger versuche = new AtomicInteger();
        starte(
                "",
                b -> b.haken((VorEinreichen) kontext -> versuche.incrementAndGet() == 1
                        ? Optional.of("Das Kontingent ist erschöpft.")
                        : Optional.empty()));
        Seite abgelehnt = gibWeiter(erika, bisPruefen(erika, "", Map.of()));

        assertThat(abgelehnt.status()).isEqualTo(422);
        assertThat(abgelehnt.code()).isEqualTo("OZG-FORM-0026");
        assertThat(abgelehnt.text()).contains("Das Kontingent ist erschöpft.");
        assertThat(dienst.post(OLAF)).isEmpty();
        gibWeiter(erika, abgelehnt);
        olafStimmtZu();
        assertThat(dienst.portal().pakete()).hasSize(1);
        assertThat(versuche).as("not by who can change nothing").hasValue(2);
    }

    @Test
    void nobodyIsAskedAboutFilesThatAreNotScannedYet() throws Exception {
        AtomicBoolean aus = new AtomicBoolean(true);
        starteMitScanner(
                "",
                b -> b.virenscanner(inhalt -> {
                    if (aus.get()) {
                        throw new IOException("Scanner aus");
                    }
                    return Virenscanner.Befund.SAUBER;
                }));
        Seite pruefen = bisPruefen(erika, "", Map.of());
        Seite zurueck = gibWeiter(erika, pruefen);
        assertThat(zurueck.url().getPath()).endsWith("/pruefen");
        assertThat(dienst.post(OLAF)).isEmpty();

        aus.set(false);
        dienst.portal().spaeter(Duration.ofHours(1));
        dienst.portal().sdk().nachpruefung().orElseThrow().runOnce();
        gibWeiter(erika, zurueck);
        olafStimmtZu();
        assertThat(dienst.portal().pakete()).hasSize(1);
    }

    private Seite offenesFenster(String seite) {
        Seite pruefen = bisPruefen(erika, "", Map.of());
        Seite fenster = erika.hole(pruefen.url().toString().replaceAll("/pruefen.*", "/seite/" + seite));
        gibWeiter(erika, pruefen);
        return fenster;
    }

    @Test
    void anOldWindowEndsNoRoundUnlessTheApplicantSaysSo() {
        starte("", b -> b);
        Seite fenster = offenesFenster("vorhaben");

        Seite frage = erika.druecke(fenster, "weiter", Map.of(Sondernutzung.ORT, "Rathausplatz"));
        assertThat(frage.status()).isEqualTo(409);
        assertThat(frage.code()).isEqualTo("OZG-BETEILIGT-0010");
        assertThat(frage.text()).contains("müssen alle neu zustimmen");
        assertThat(dienst.post(OLAF)).hasSize(1);
        assertThat(oeffne(olaf, dienst.letzte(OLAF).link()).h1()).isEqualTo("Auskunft");

        erika.druecke(frage, "Meine Eingaben dieser Seite übernehmen", Map.of());
        assertThat(dienst.letzte(OLAF).text()).contains("nicht mehr gebraucht");
        assertThat(erika.hole(fenster.url().toString()).felder("weiter").get(Sondernutzung.ORT))
                .isEqualTo("Rathausplatz");
    }

    @Test
    void nothingThatWritesEndsARoundSilently() {
        starte("", b -> b);
        Seite fenster = offenesFenster("vorhaben");
        String antrag = fenster.url().toString().replaceAll("/seite/.*", "");
        for (String wohin : List.of("einwilligung", "umgestellt", "weitergeben", "einreichen")) {
            Seite seite = erika.sende(URI.create(antrag + "/" + wohin), fenster.felder("weiter"));
            assertThat(seite.h1()).as(wohin).isEqualTo("Ihr Antrag liegt zur Zustimmung vor");
        }
        assertThat(erika.sende(URI.create(antrag + "/konflikt"), fenster.felder("weiter"))
                        .code())
                .isEqualTo("OZG-BETEILIGT-0010");
        assertThat(dienst.post(OLAF)).hasSize(1);
        olafStimmtZu();
        assertThat(dienst.portal().pakete()).hasSize(1);
    }

    @Test
    void theHookAfterASaveIsCalledWhenAConflictIsResolved() {
        List<String> namen = new CopyOnWriteArrayList<>();
        starte(
                "",
                b -> b.haken(
                        (NachSpeichern) kontext -> namen.add(kontext.antworten().wert(Sondernutzung.NAME))));
        Seite fenster = erika.druecke(erika.hole("/sondernutzung"), "Jetzt online beantragen", Map.of());
        erika.druecke(fenster, "weiter", Map.of(Sondernutzung.NAME, "Erika"));
        Seite konflikt = erika.druecke(fenster, "weiter", Map.of(Sondernutzung.NAME, "Erna"));
        assertThat(namen).containsExactly("Erika");
        erika.druecke(konflikt, "Auswahl übernehmen", Map.of("wahl." + Sondernutzung.NAME, "EIGEN"));
        assertThat(namen).containsExactly("Erika", "Erna");
    }

    @Test
    void nobodysMailboxIsFilled() {
        starte("", b -> b);
        Seite pruefen = bisPruefen(erika, "", Map.of());
        for (int i = 0; i < 10; i++) {
            pruefen = erika.druecke(gibWeiter(erika, pruefen), "zurueckziehen", Map.of());
        }
        Seite zuviel = gibWeiter(erika, pruefen);
        assertThat(zuviel.status()).isEqualTo(429);
        assertThat(zuviel.code()).isEqualTo("OZG-BETEILIGT-0009");
        long einladungen = dienst.post(OLAF).stream()
                .filter(post -> post.text().contains("/beteiligt/link/"))
                .count();
        assertThat(einladungen).isEqualTo(10);
    }

    @Test
    void nobodysMailboxIsFilledFromManyDrafts() {
        starte("", b -> b);
        for (int i = 0; i < 10; i++) {
            assertThat(neuerAntragFragtOlafZweimal().status()).isEqualTo(200);
        }
        Seite danach = neuerAntragFragtOlafZweimal();
        assertThat(danach.html().select(".ozg-link"))
                .as("nobody is kept from asking: the applicant passes the links on")
                .hasSize(2);
        assertThat(dienst.post(OLAF)).hasSize(20);
    }

    private Seite neuerAntragFragtOlafZweimal() {
        Testbrowser anderer = dienst.portal().browser();
        return gibWeiter(anderer, bisPruefen(anderer, "", Sondernutzung.nachbar("Nora", OLAF)));
    }

    private Seite auskunft() {
        starte("", b -> b);
        gibWeiter(erika, bisPruefen(erika, "", Map.of()));
        return oeffne(olaf, dienst.letzte(OLAF).link());
    }

    @Test
    void aLongListOfAnotherCanBeSearched() {
        String ort = Sondernutzung.GEMARKUNG;
        Seite auskunft = auskunft();
        assertThat(auskunft.html().select("button[value=unterbrechen]")).isEmpty();
        Seite gesucht =
                olaf.druecke(auskunft, "suche:" + ort, Map.of(ort + ".suche", "Name 277", FLURSTUECK, "Flur 3"));
        assertThat(gesucht.html().select("[name=" + ort + "]").toString()).contains("277");

        Seite lesen = olaf.druecke(gesucht, "weiter", Map.of(ort, "277"));
        assertThat(lesen.text()).contains("Flur 3", "Name 277");
    }

    @Test
    void aPageOfAnotherRefusesWhatItDoesNotHave() {
        Seite auskunft = auskunft();
        assertThat(olaf.druecke(auskunft, "weiter", Map.of("F05999009999", "x")).code())
                .isEqualTo("OZG-FORM-0021");
        String mehr = "hinzufuegen:" + Sondernutzung.WEITERES;
        Seite zuviel = auskunft;
        for (int i = 0; i < 3; i++) {
            Map<String, String> felder = new HashMap<>(zuviel.felder("weiter"));
            felder.put("aktion", mehr);
            zuviel = olaf.sende(auskunft.url(), felder);
        }
        assertThat(zuviel.status()).isEqualTo(422);
        assertThat(zuviel.text()).contains("sind höchstens 2 Einträge möglich");
    }
}
