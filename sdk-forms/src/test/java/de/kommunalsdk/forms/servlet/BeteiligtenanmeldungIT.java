/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import static de.kommunalsdk.forms.servlet.Sondernutzung.FLURSTUECK;
import static de.kommunalsdk.forms.servlet.Sondernutzung.bisPruefen;
import static de.kommunalsdk.forms.servlet.Sondernutzung.gibWeiter;
import static de.kommunalsdk.forms.servlet.Sondernutzung.nachbar;
import static de.kommunalsdk.forms.servlet.Sondernutzung.oeffne;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.beteiligung.Beteiligung;
import de.kommunalsdk.beteiligung.Beteiligungen;
import de.kommunalsdk.forms.beteiligung.Personeninhalt;
import de.kommunalsdk.forms.servlet.Testbrowser.Seite;
import de.kommunalsdk.kurzablage.Kurzablage;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.nutzerkonto.Nutzer;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.uebermittlung.Paket;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Those who have to agree log in with the level of their role, each with an account of their own. */
class BeteiligtenanmeldungIT {

    private static final String OLAF = "olaf@beispiel.example";
    private static final String NORA = "nora@beispiel.example";
    private static final MandantId STADT = new MandantId("musterstadt");

    private final Probekonto konto = new Probekonto(Vertrauensniveau.HOCH);
    private Sondernutzung dienst = Sondernutzung.mitAnmeldung(konto, "ohne", "substanziell");
    private Testbrowser erika = dienst.portal().browser();

    @AfterEach
    void stop() {
        dienst.portal().close();
    }

    private static Nutzer substanziell(String subjekt) {
        return Probekonto.nutzer("Testkonto", subjekt, Vertrauensniveau.SUBSTANZIELL);
    }

    private Seite kommeZurueck(Testbrowser b, Nutzer nutzer) {
        konto.meldeAn(nutzer);
        return b.hole(dienst.portal().basis().resolve(konto.wunsch().zurueck()).toString());
    }

    /** Opens the link, and comes back from the login. */
    private Seite melde(Testbrowser b, String an, Nutzer nutzer) {
        konto.meldeAb();
        Seite davor = oeffne(b, dienst.letzte(an).link());
        assertThat(davor.url().getPath()).isEqualTo(Probekonto.ADRESSE);
        return kommeZurueck(b, nutzer);
    }

    private AntragId weitergegeben(Map<String, String> nachbarn) {
        Seite status = gibWeiter(erika, bisPruefen(erika, "", nachbarn));
        return new AntragId(status.url().getPath().split("/")[4]);
    }

    private JsonNode zustimmungen() throws Exception {
        Paket paket = dienst.portal().pakete().get(0);
        Paket.Teil teil = paket.teile().stream()
                .filter(t -> t.rolle() == Paket.Rolle.BETEILIGTE)
                .findFirst()
                .orElseThrow();
        try (InputStream strom = teil.inhalt().oeffnen()) {
            return new ObjectMapper().readTree(strom);
        }
    }

    @Test
    void theLevelAndTheAccountAreDelivered() throws Exception {
        weitergegeben(nachbar("Nora Nebenan", NORA));
        Testbrowser olaf = dienst.portal().browser();
        Seite einladung = olaf.hole(dienst.letzte(OLAF).link());
        assertThat(einladung.text()).contains("Danach melden Sie sich mit Ihrem eigenen Konto an", "substanziell");
        assertThat(konto.wuensche).isEmpty();

        Seite auskunft = melde(olaf, OLAF, substanziell("olaf"));
        assertThat(konto.wunsch().niveau()).isEqualTo(Vertrauensniveau.SUBSTANZIELL);
        assertThat(konto.wunsch().attribute()).isEmpty();
        assertThat(auskunft.h1()).isEqualTo("Auskunft");
        Seite lesen = olaf.druecke(auskunft, "weiter", Map.of(FLURSTUECK, "Flur 3"));
        assertThat(olaf.druecke(lesen, "zustimmen", Map.of()).h1()).isEqualTo("Sie haben zugestimmt");

        Testbrowser nora = dienst.portal().browser();
        Seite noraLiest = melde(nora, NORA, Probekonto.nutzer("Testkonto", "nora", Vertrauensniveau.HOCH));
        assertThat(nora.druecke(noraLiest, "zustimmen", Map.of()).text()).contains("Der Antrag ist eingegangen");

        JsonNode zustimmungen = zustimmungen();
        assertThat(zustimmungen.findValuesAsText("vertrauensniveau")).containsExactly("substanziell", "hoch");
        assertThat(zustimmungen.findValuesAsText("konto")).containsExactly("Testkonto", "Testkonto");
        assertThat(zustimmungen.toString()).doesNotContain("olaf\"", "nora\"");
    }

    @Test
    void withoutTheLevelNothingIsShownOrDecided() {
        weitergegeben(Map.of());
        Testbrowser olaf = dienst.portal().browser();
        konto.meldeAn(Probekonto.nutzer("Testkonto", "olaf", Vertrauensniveau.NIEDRIG));
        Seite seite = oeffne(olaf, dienst.letzte(OLAF).link());
        assertThat(seite.url().getPath()).isEqualTo(Probekonto.ADRESSE);

        Seite auskunft = kommeZurueck(olaf, substanziell("olaf"));
        Seite lesen = olaf.druecke(auskunft, "weiter", Map.of(FLURSTUECK, "Flur 3"));
        konto.meldeAn(Probekonto.nutzer("Testkonto", "olaf", Vertrauensniveau.NIEDRIG));
        assertThat(olaf.druecke(lesen, "zustimmen", Map.of()).url().getPath()).isEqualTo(Probekonto.ADRESSE);
        assertThat(dienst.portal().pakete()).isEmpty();

        // a consent is given by its own button only: it is not kept for later
        Seite wieder = kommeZurueck(olaf, substanziell("olaf"));
        assertThat(wieder.html().select("button[value=zustimmen]")).hasSize(1);
        olaf.druecke(wieder, "zustimmen", Map.of());
        assertThat(dienst.portal().pakete()).hasSize(1);
    }

    @Test
    void theAccountThatBeganIsTheOnlyOneThatGoesOn() {
        weitergegeben(Map.of());
        Testbrowser olaf = dienst.portal().browser();
        Seite auskunft = melde(olaf, OLAF, substanziell("olaf"));
        Seite lesen = olaf.druecke(auskunft, "weiter", Map.of(FLURSTUECK, "Flur 3"));

        for (Nutzer fremd : new Nutzer[] {
            substanziell("paula"),
            Probekonto.nutzer("Anderes Konto", "olaf", Vertrauensniveau.HOCH),
            Probekonto.nutzer("Testkonto", "", Vertrauensniveau.HOCH)
        }) {
            konto.meldeAn(fremd);
            Seite abgewiesen = olaf.hole(lesen.url().toString());
            assertThat(abgewiesen.status()).isEqualTo(403);
            assertThat(abgewiesen.code()).isEqualTo("OZG-WEB-0014");
            assertThat(abgewiesen.text()).doesNotContain("Flur 3", "Marktplatz");
            assertThat(olaf.druecke(lesen, "zustimmen", Map.of()).status()).isEqualTo(403);
        }
        konto.meldeAn(substanziell("olaf"));
        assertThat(olaf.hole(lesen.url().toString()).text()).contains("Flur 3");
    }

    @Test
    void nobodyAgreesForSomebodyElseWithTheSameAccount() {
        dienst.portal().close();
        dienst = Sondernutzung.mitAnmeldung(konto, "niedrig", "niedrig");
        erika = dienst.portal().browser();
        konto.meldeAn(substanziell("erika"));
        weitergegeben(nachbar("Nora Nebenan", NORA));

        Testbrowser olaf = dienst.portal().browser();
        Seite alsErika = melde(olaf, OLAF, substanziell("erika"));
        assertThat(alsErika.code()).isEqualTo("OZG-BETEILIGT-0012");
        assertThat(alsErika.text()).doesNotContain("Marktplatz");
        assertThat(alsErika.html().select("a[href^=/abmelden]").attr("href"))
                .endsWith(alsErika.url().getPath());
        assertThat(kommeZurueck(olaf, substanziell("olaf")).h1()).isEqualTo("Auskunft");

        Testbrowser nora = dienst.portal().browser();
        assertThat(melde(nora, NORA, substanziell("olaf")).code()).isEqualTo("OZG-BETEILIGT-0012");
        assertThat(kommeZurueck(nora, substanziell("nora")).h1()).isEqualTo("Lesen und entscheiden");
    }

    /** Two links that were opened with one account at the same moment, as if neither had seen the other. */
    @Test
    void oneAccountForTwoIsNobodys() {
        AntragId antrag = weitergegeben(nachbar("Nora Nebenan", NORA));
        Beteiligungen beteiligungen = dienst.portal().sdk().datenhaltung().beteiligungen();
        for (Beteiligung b : beteiligungen.alle(STADT, antrag)) {
            Personeninhalt inhalt = Personeninhalt.lies(b.inhalt());
            assertThat(beteiligungen.speichere(
                            b, inhalt.mitKonto(substanziell("olaf")).schreibe()))
                    .isTrue();
        }
        Testbrowser olaf = dienst.portal().browser();
        assertThat(melde(olaf, OLAF, substanziell("olaf")).code()).isEqualTo("OZG-BETEILIGT-0012");
        assertThat(dienst.portal().pakete()).isEmpty();
    }

    @Test
    void aGuestIsKnownByTheBrowserAlone() throws Exception {
        weitergegeben(Map.of());
        Testbrowser olaf = dienst.portal().browser();
        Seite auskunft = melde(olaf, OLAF, substanziell(""));
        Seite lesen = olaf.druecke(auskunft, "weiter", Map.of(FLURSTUECK, "Flur 3"));
        olaf.druecke(lesen, "zustimmen", Map.of());
        assertThat(zustimmungen().get(0).path("konto").asText()).isEqualTo("Testkonto");
        assertThat(zustimmungen().get(0).path("vertrauensniveau").asText()).isEqualTo("substanziell");
    }

    @Test
    void whatWasTypedWhenTheLoginEndedIsKeptAndGoesWithTheAntrag() {
        AntragId antrag = weitergegeben(Map.of());
        Testbrowser olaf = dienst.portal().browser();
        Seite auskunft = melde(olaf, OLAF, substanziell("olaf"));
        konto.meldeAb();
        assertThat(olaf.druecke(auskunft, "weiter", Map.of(FLURSTUECK, "Flur 3"))
                        .url()
                        .getPath())
                .isEqualTo(Probekonto.ADRESSE);

        Beteiligung person = dienst.portal()
                .sdk()
                .datenhaltung()
                .beteiligungen()
                .alle(STADT, antrag)
                .get(0);
        Kurzablage ablage = dienst.portal().sdk().datenhaltung().kurzablage();
        assertThat(ablage.lies(STADT, Kurzablage.SENDUNG, person.id().wert())).isPresent();
        assertThat(kommeZurueck(olaf, substanziell("paula")).text()).doesNotContain("Flur 3");
        Seite wieder = kommeZurueck(olaf, substanziell("olaf"));
        assertThat(wieder.h1()).isEqualTo("Willkommen zurück");
        Seite lesen = olaf.druecke(wieder, "Weiter", Map.of());
        assertThat(lesen.text()).contains("Flur 3");

        olaf.druecke(lesen, "zustimmen", Map.of());
        assertThat(dienst.portal().pakete()).hasSize(1);
        assertThat(ablage.lies(STADT, Kurzablage.SENDUNG, person.id().wert()))
                .as("gone when the Antrag was submitted")
                .isEmpty();
    }

    @Test
    void theNextRoundKnowsTheAccountOfWhoAnsweredBefore() {
        Seite status = gibWeiter(erika, bisPruefen(erika, "", Map.of()));
        Testbrowser olaf = dienst.portal().browser();
        Seite auskunft = melde(olaf, OLAF, substanziell("olaf"));
        Seite lesen = olaf.druecke(auskunft, "weiter", Map.of(FLURSTUECK, "Flur 3"));
        olaf.druecke(lesen, "ablehnen", Map.of("grund", "noch nicht"));

        String entwurf = "http://localhost:" + status.url().getPort()
                + status.url().getPath().replaceAll("/weitergabe$", "");
        gibWeiter(erika, erika.hole(entwurf + "/pruefen"));
        Testbrowser anderer = dienst.portal().browser();
        assertThat(melde(anderer, OLAF, substanziell("paula")).code()).isEqualTo("OZG-WEB-0014");
        assertThat(kommeZurueck(anderer, substanziell("olaf")).text()).contains("Flur 3");
    }

    @Test
    void aLoginThatDoesNotReachTheRoleKeepsTheDienstAway() {
        Sondernutzung schwach =
                Sondernutzung.mitAnmeldung(new Probekonto(Vertrauensniveau.NIEDRIG), "niedrig", "substanziell");
        try (Testportal portal = schwach.portal()) {
            assertThat(portal.sdk().probleme())
                    .extracting(p -> p.code().code())
                    .containsExactly("OZG-FORM-0052", "OZG-FORM-0052");
            assertThat(portal.browser().hole("/sondernutzung").html().select("form"))
                    .isEmpty();
        }
    }
}
