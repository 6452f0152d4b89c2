/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.http.HttpClients;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.oidc.OidcFehler;
import de.kommunalsdk.oidc.OidcKlient;
import de.kommunalsdk.saml.AkdbErweiterung.Verfahren;
import de.kommunalsdk.servicekonto.KontoFehler;
import de.kommunalsdk.servicekonto.Kontoanbieter;
import de.kommunalsdk.servicekonto.Kontoangaben;
import de.kommunalsdk.servicekonto.Kontobeobachter.Ereignis;
import de.kommunalsdk.servicekonto.OidcKonto;
import de.kommunalsdk.testkit.konto.Formularbrowser.Seite;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the form to an OpenID provider and back, and the two logouts. */
class OidcgangTest {

    private static final String VORNAME = "G05999000001.F60000000228";
    private static final String ERIKA = "Erika Mustermann (Personalausweis)";

    @TempDir
    static Path ordner;

    private static final HttpClients CLIENTS = HttpClients.builder().baue();
    private static Oidcserver server;
    private static Kontoportal portal;
    private final Formularbrowser b = new Formularbrowser();

    @BeforeAll
    static void starte() throws Exception {
        portal = Kontoportal.starte(Vertrauensniveau.SUBSTANZIELL, ordner, OidcgangTest::konten);
    }

    private static List<Kontoanbieter> konten(String basis, Clock uhr) {
        Testperson schwache = Testperson.erika().mit(Verfahren.BENUTZERNAME);
        server = Oidcserver.starte(
                Oidcstelle.PROFIL,
                uhr,
                List.of(
                        Testperson.erika(),
                        new Testperson("schwach", "Erika (Passwort)", schwache.mittel(), false, schwache.attribute())));
        OidcKlient klient = OidcKlient.mitSchluessel("portal", URI.create(basis + "/konto/acs/broker"), Pruefstelle.RSA)
                .mitAbmeldung(URI.create(basis + "/konto/abgemeldet"));
        server.registriere(klient);
        return List.of(OidcKonto.bei(
                server.anbieter(),
                new Kontoangaben("broker", "Landeskonto", false, Vertrauensniveau.HOCH),
                klient,
                Oidcstelle.PROFIL,
                CLIENTS,
                uhr,
                Runnable::run));
    }

    @AfterAll
    static void halte() throws Exception {
        portal.close();
        server.close();
        CLIENTS.close();
    }

    private Seite zumKonto(Formularbrowser browser, String beginn) {
        Seite seite = browser.hole(portal.basis() + beginn);
        if (beginn.contains("hund")) {
            seite = browser.druecke(seite, "Jetzt online beantragen", Map.of());
        }
        return browser.folge(browser.druecke(seite, "Anmelden mit Landeskonto", Map.of()), "Weiter zu Landeskonto");
    }

    private Seite meldeAn(Formularbrowser browser, String beginn, String person) {
        return browser.druecke(zumKonto(browser, beginn), person, Map.of());
    }

    private Seite konto(Formularbrowser browser) {
        return browser.hole(portal.basis() + "/ozg/_konto");
    }

    @Test
    void theWholeStory() {
        Seite personen = zumKonto(b, "/ozg/hund-anmelden");
        assertThat(personen.html().text()).contains("portal fragt");
        Seite einwilligung = b.druecke(personen, ERIKA, Map.of());
        assertThat(einwilligung.h1()).isEqualTo("Angaben abrufen statt eintippen");
        Seite person = b.druecke(einwilligung, "Weiter", Map.of("ja.nutzerkonto", "ja"));
        assertThat(person.wert(VORNAME)).isEqualTo("ERIKA");
        assertThat(konto(b).html().text()).contains("Angemeldet mit BundID");
    }

    @Test
    void breakingOffAndALoginThatIsTooWeak() {
        Seite ab = meldeAn(b, "/ozg/hund-anmelden", "Abbrechen");
        assertThat(ab.h1()).isEqualTo("Sie haben die Anmeldung abgebrochen");
        Seite schwach = meldeAn(b, "/ozg/hund-anmelden", "Erika (Passwort)");
        assertThat(schwach.html().text()).contains("sichereres Verfahren").doesNotContain("OZG-");
    }

    @Test
    void anAnswerInAnotherBrowserIsRefusedAndTheSameAgainRedeemsNothing() {
        Map<String, String> zurueck = new HashMap<>();
        server.skript().rueckkehr(p -> {
            zurueck.putAll(p);
            p.clear();
        });
        meldeAn(b, "/ozg/_konto", ERIKA);
        server.skript().rueckkehr(p -> {});
        String adresse = portal.basis() + "/konto/acs/broker?code=" + zurueck.get("code") + "&state="
                + zurueck.get("state") + "&iss=" + zurueck.get("iss");
        int eingeloest = server.aufrufe("/token");
        Seite fremd = new Formularbrowser().hole(adresse);
        assertThat(fremd.status()).isEqualTo(400);
        assertThat(server.aufrufe("/token")).as("and its code not redeemed").isEqualTo(eingeloest);
        assertThat(b.hole(adresse).h1()).isEqualTo("Meine Anträge");
        assertThat(b.hole(adresse).h1()).as("once more: just on").isEqualTo("Meine Anträge");
        assertThat(server.aufrufe("/token")).isEqualTo(eingeloest + 1);
    }

    @Test
    void o09StateThatIsMissingUnknownOrOld() {
        String acs = portal.basis() + "/konto/acs/broker?code=x&iss="
                + server.anbieter().aussteller();
        abgewiesen(b.hole(acs), "broker", OidcFehler.STATE);
        abgewiesen(b.hole(acs + "&state=kurz"), "broker", OidcFehler.STATE);
        assertThat(b.hole(acs + "&state=" + "A".repeat(32) + "_musterstadt").status())
                .isEqualTo(400);
        abgewiesen(
                b.poste(URI.create(portal.basis() + "/konto/acs/broker"), Map.of("state", "x")),
                "broker",
                OidcFehler.ANTWORT_FORM);
    }

    /** The page says nothing of a code; who listens is told. */
    private static void abgewiesen(Seite seite, String konto, Fehlercode grund) {
        assertThat(seite.status()).isEqualTo(400);
        assertThat(seite.html().text()).doesNotContain("OZG-");
        assertThat(portal.ereignisse.get(portal.ereignisse.size() - 1)).isEqualTo(Ereignis.abgewiesen(konto, grund));
    }

    @Test
    void anAccountThatIsAwayLosesNoDraft() {
        server.skript().tokenstatus(503);
        Seite seite = meldeAn(b, "/ozg/hund-anmelden", ERIKA);
        server.skript().tokenstatus(0);
        assertThat(seite.h1()).isEqualTo("Die Anmeldung hat nicht geklappt");
        assertThat(seite.html().text()).contains("Was Sie schon eingegeben haben, ist gespeichert");
        Seite wahl = b.folge(seite, "Noch einmal anmelden");
        Seite personen = b.folge(b.druecke(wahl, "Anmelden mit Landeskonto", Map.of()), "Weiter zu Landeskonto");
        assertThat(b.druecke(personen, ERIKA, Map.of()).h1()).isEqualTo("Angaben abrufen statt eintippen");
    }

    @Test
    void aLogoutGoesOnToTheAccountAndComesBack() {
        Seite meine = meldeAn(b, "/ozg/_konto", ERIKA);
        Seite fragt = b.folge(meine, "Abmelden");
        assertThat(fragt.html().text()).contains("wenn BundID das anbietet, auch dort");
        Seite weiter = b.druecke(fragt, "Abmelden", Map.of());
        assertThat(weiter.html().select("form input").eachAttr("name")).contains("id_token_hint", "state");
        assertThat(weiter.html().select("form").attr("action")).doesNotContain("id_token_hint");
        assertThat(konto(b).h1()).as("over here already").isEqualTo("Anmelden");
        Seite zurueck = b.druecke(weiter, "Weiter zu Landeskonto", Map.of());
        assertThat(zurueck.url().getPath()).isEqualTo("/ozg/");
    }

    @Test
    void o24AfterTheLogoutOnlyWhatWasSealedHereIsFollowed() {
        String danach = portal.basis() + "/konto/abgemeldet";
        for (String adresse : List.of(danach, danach + "?state=https://boese.example/")) {
            abgewiesen(b.hole(adresse), "", KontoFehler.WUNSCH);
        }
        Seite andere = b.poste(
                URI.create(server.anbieter().aussteller() + "/logout"),
                Map.of("post_logout_redirect_uri", "https://boese.example/", "state", "x"));
        assertThat(andere.html().text()).contains("post_logout_redirect_uri");
    }

    @Test
    void theAccountEndsASessionOrAllOfAPerson() {
        URI stelle = URI.create(portal.basis() + "/konto/abmeldung/broker");
        meldeAn(b, "/ozg/_konto", ERIKA);
        assertThat(b.poste(stelle, Map.of("logout_token", server.abmeldetoken(Map.of("sid", "s-andere"))))
                        .status())
                .isEqualTo(200);
        assertThat(konto(b).h1()).as("another session").isEqualTo("Meine Anträge");
        assertThat(b.poste(
                                stelle,
                                Map.of(
                                        "logout_token",
                                        server.abmeldetoken(Map.of("sub", server.subjekt(Testperson.erika())))))
                        .status())
                .isEqualTo(200);
        assertThat(konto(b).h1()).isEqualTo("Anmelden");

        portal.uhr.spaeter(Duration.ofSeconds(1));
        meldeAn(b, "/ozg/_konto", ERIKA);
        assertThat(konto(b).h1()).as("a login after that").isEqualTo("Meine Anträge");
        String token = server.abmeldetoken(Map.of("sid", server.letzteSitzung()));
        assertThat(b.poste(stelle, Map.of("logout_token", token)).status()).isEqualTo(200);
        assertThat(konto(b).h1()).isEqualTo("Anmelden");
        portal.uhr.spaeter(Duration.ofSeconds(1));
    }

    @Test
    void theSameLogoutOnceMoreIsTakenAndEndsNothing() {
        URI stelle = URI.create(portal.basis() + "/konto/abmeldung/broker");
        meldeAn(b, "/ozg/_konto", ERIKA);
        Map<String, String> token =
                Map.of("logout_token", server.abmeldetoken(Map.of("sub", server.subjekt(Testperson.erika()))));
        assertThat(b.poste(stelle, token).status()).isEqualTo(200);
        assertThat(konto(b).h1()).isEqualTo("Anmelden");
        portal.uhr.spaeter(Duration.ofSeconds(1));
        meldeAn(b, "/ozg/_konto", ERIKA);
        portal.uhr.spaeter(Duration.ofSeconds(1));
        assertThat(b.poste(stelle, token).status()).isEqualTo(200);
        assertThat(konto(b).h1()).isEqualTo("Meine Anträge");
    }

    @Test
    void aLogoutThatWasToldToFailMayBeSentAgain() {
        URI stelle = URI.create(portal.basis() + "/konto/abmeldung/broker");
        meldeAn(b, "/ozg/_konto", ERIKA);
        Map<String, String> token = Map.of("logout_token", server.abmeldetoken(Map.of("sid", server.letzteSitzung())));
        for (int verbindungen = 0; verbindungen < 2; verbindungen++) {
            portal.verbindungen.set(verbindungen);
            int status = b.poste(stelle, token).status();
            portal.verbindungen.set(Integer.MAX_VALUE);
            assertThat(status).isEqualTo(503);
        }
        assertThat(b.poste(stelle, token).status()).isEqualTo(200);
        assertThat(konto(b).h1()).isEqualTo("Anmelden");
        portal.uhr.spaeter(Duration.ofSeconds(1));
    }

    @Test
    void aSessionOfWhichTheAccountGaveNoNameEndsWithAnyOfThatPerson() {
        URI stelle = URI.create(portal.basis() + "/konto/abmeldung/broker");
        meldeAn(b, "/ozg/_konto", ERIKA);
        Formularbrowser namenlos = new Formularbrowser();
        server.skript().idToken(a -> a.remove("sid"));
        meldeAn(namenlos, "/ozg/_konto", ERIKA);
        server.skript().idToken(a -> {});
        assertThat(konto(namenlos).h1()).isEqualTo("Meine Anträge");

        String token = server.abmeldetoken(Map.of("sid", "s-dritte", "sub", server.subjekt(Testperson.erika())));
        assertThat(b.poste(stelle, Map.of("logout_token", token)).status()).isEqualTo(200);
        assertThat(konto(namenlos).h1()).isEqualTo("Anmelden");
        assertThat(konto(b).h1()).as("another session, by its name").isEqualTo("Meine Anträge");
        portal.uhr.spaeter(Duration.ofSeconds(1));
    }

    @Test
    void o19WhatIsNoLogoutIsAnswered400() {
        URI stelle = URI.create(portal.basis() + "/konto/abmeldung/broker");
        assertThat(b.poste(stelle, Map.of()).html().text()).contains(OidcFehler.ABMELDUNG_FORM.code());
        Seite nonce = b.poste(stelle, Map.of("logout_token", server.abmeldetoken(Map.of("sub", "x", "nonce", "n"))));
        assertThat(nonce.status()).isEqualTo(400);
        assertThat(nonce.html().text()).contains("invalid_request", OidcFehler.ABMELDUNG_NONCE.code());
        assertThat(b.poste(URI.create(portal.basis() + "/konto/abmeldung/bundid"), Map.of("logout_token", "x"))
                        .status())
                .as("an account that knows no logout")
                .isEqualTo(400);
        assertThat(b.hole(stelle.toString()).status()).isEqualTo(404);
    }
}
