/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.mandant.MandantFinder;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.servicekonto.KontoFehler;
import de.kommunalsdk.servicekonto.Kontobeobachter.Art;
import de.kommunalsdk.servicekonto.Kontobeobachter.Ereignis;
import de.kommunalsdk.servicekonto.servlet.KontoServlet;
import de.kommunalsdk.servicekonto.servlet.Kontoumgebung;
import de.kommunalsdk.testkit.konto.Formularbrowser.Seite;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the form to the account and back: what goes well, what goes wrong, and that neither loses the draft. */
class AnmeldegangTest {

    private static final String VORNAME = "G05999000001.F60000000228";
    private static final Map<String, String> JA = Map.of("ja.nutzerkonto", "ja");

    @TempDir
    static Path ordner;

    private static Kontoportal portal;
    private final Formularbrowser b = new Formularbrowser();

    @BeforeAll
    static void starte() throws Exception {
        portal = Kontoportal.starte(Vertrauensniveau.SUBSTANZIELL, ordner);
        assertThat(portal.sdk().probleme()).isEmpty();
    }

    @AfterAll
    static void halte() throws Exception {
        portal.close();
    }

    /** The page of choice, after the start of the Antrag. */
    private Seite beginne(Formularbrowser browser) {
        Seite seite = browser.hole(portal.basis() + "/ozg/hund-anmelden");
        return browser.druecke(seite, "Jetzt online beantragen", Map.of());
    }

    /** From the choice to the page of the account with its persons. */
    private static Seite zumKonto(Formularbrowser browser, Seite wahl) {
        return browser.druecke(browser.druecke(wahl, "Anmelden mit BundID", Map.of()), "Weiter zu BundID", Map.of());
    }

    private static Seite meldeAn(Formularbrowser browser, Seite wahl, String person) {
        return browser.druecke(browser.druecke(zumKonto(browser, wahl), person, Map.of()), "Weiter", Map.of());
    }

    @Test
    void theWholeStory() {
        Seite wahl = beginne(b);
        assertThat(wahl.h1()).isEqualTo("Anmelden");
        assertThat(wahl.html().text())
                .contains("Hund anmelden", "mindestens das Vertrauensniveau „substanziell", "nicht verschlüsselt");
        Seite weiter = b.druecke(wahl, "Anmelden mit BundID", Map.of());
        assertThat(weiter.html().select("form[data-ozg-weiter] input").eachAttr("name"))
                .containsExactlyInAnyOrder("SAMLRequest", "RelayState");
        Seite personen = b.druecke(weiter, "Weiter zu BundID", Map.of());
        assertThat(personen.html().text()).contains("Stadt Musterstadt fragt");
        Seite zurueck = b.druecke(personen, "Erika Mustermann (Personalausweis)", Map.of());
        assertThat(zurueck.html().select("form").attr("action")).isEqualTo(portal.basis() + "/konto/acs/bundid");

        Seite einwilligung = b.druecke(zurueck, "Weiter", Map.of());
        assertThat(einwilligung.h1()).isEqualTo("Angaben abrufen statt eintippen");
        Seite person = b.druecke(einwilligung, "Weiter", JA);
        assertThat(person.wert(VORNAME)).isEqualTo("ERIKA");
        assertThat(person.html().text()).contains("aus: eID");

        // the account's page of the portal, the next day in another browser
        portal.uhr.spaeter(Duration.ofDays(1));
        Formularbrowser anderer = new Formularbrowser();
        Seite meine =
                meldeAn(anderer, anderer.hole(portal.basis() + "/ozg/_konto"), "Erika Mustermann (Personalausweis)");
        assertThat(meine.h1()).isEqualTo("Meine Anträge");
        assertThat(meine.html().text()).contains("Angemeldet mit BundID", "Begonnen am 23.11.2026");
        Seite fortgesetzt = anderer.druecke(meine, "Fortsetzen: Hund anmelden", Map.of("antrag", antrag(person)));
        assertThat(fortgesetzt.wert(VORNAME)).isEqualTo("ERIKA");
    }

    @Test
    void anotherPersonDoesNotSeeTheDraft() {
        meldeAn(b, beginne(b), "Erika Mustermann (Personalausweis)");
        Formularbrowser anderer = new Formularbrowser();
        Seite meine = meldeAn(anderer, anderer.hole(portal.basis() + "/ozg/_konto"), "Max Beispiel");
        assertThat(meine.html().text()).contains("noch keine Anträge");
    }

    @Test
    void breakingOffLeadsToAPageAndFromThereOn() {
        Seite seite = meldeAn(b, beginne(b), "Abbrechen");
        assertThat(seite.h1()).isEqualTo("Sie haben die Anmeldung abgebrochen");
        assertThat(seite.html().text()).contains("Was Sie schon eingegeben haben, ist gespeichert");
        String nochmal = seite.html().select("a:contains(Noch einmal anmelden)").attr("href");
        Seite wahl = b.hole(portal.basis() + nochmal);
        assertThat(meldeAn(b, wahl, "Erika Mustermann (Personalausweis)").h1())
                .isEqualTo("Angaben abrufen statt eintippen");
    }

    @Test
    void aLoginThatIsTooWeakSaysSo() {
        Seite seite = meldeAn(b, beginne(b), "Erika Mustermann (Passwort)");
        assertThat(seite.h1()).isEqualTo("Die Anmeldung hat nicht geklappt");
        assertThat(seite.html().text()).contains("sichereres Verfahren").doesNotContain("OZG-");
        assertThat(seite.html().select(".ozg-kennung").text()).hasSize(36);
    }

    @Test
    void theSameAnswerAgainJustGoesOn() {
        Seite antwort = b.druecke(zumKonto(b, beginne(b)), "Erika Mustermann (Personalausweis)", Map.of());
        Seite erste = b.druecke(antwort, "Weiter", Map.of());
        Seite zweite = b.druecke(antwort, "Weiter", Map.of());
        assertThat(zweite.status()).isEqualTo(200);
        assertThat(antrag(zweite)).isEqualTo(antrag(erste));
    }

    @Test
    void anAnswerOfAnotherBrowserIsRefusedAndDoesNotEndTheLogin() {
        Seite antwort = b.druecke(zumKonto(b, beginne(b)), "Erika Mustermann (Personalausweis)", Map.of());
        Seite fremd = new Formularbrowser().druecke(antwort, "Weiter", Map.of());
        assertThat(fremd.status()).isEqualTo(400);
        assertThat(fremd.html().text()).contains("Lassen Sie Cookies für diese Seite zu");
        assertThat(fremd.h1()).isEqualTo("Die Anmeldung hat nicht geklappt");
        assertThat(b.druecke(antwort, "Weiter", Map.of()).h1()).isEqualTo("Angaben abrufen statt eintippen");
    }

    @Test
    void twoTabsLogInSideBySide() {
        Seite erste = beginne(b);
        Seite antwort = b.druecke(zumKonto(b, erste), "Erika Mustermann (Personalausweis)", Map.of());
        Seite zweite = meldeAn(b, b.hole(erste.url().toString()), "Erika Mustermann (Personalausweis)");
        assertThat(zweite.status()).isEqualTo(200);
        assertThat(b.druecke(antwort, "Weiter", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void anAnswerAfterAQuarterOfAnHourIsTooLateAndNothingGoesInCircles() {
        Seite antwort = b.druecke(zumKonto(b, beginne(b)), "Erika Mustermann (Personalausweis)", Map.of());
        portal.uhr.spaeter(Duration.ofMinutes(16));
        Seite seite = b.druecke(antwort, "Weiter", Map.of());
        assertThat(seite.status()).isEqualTo(400);
        assertThat(seite.url().getPath()).isEqualTo("/konto/acs/bundid");
        assertThat(seite.html().text()).contains("Was Sie schon eingegeben haben, ist gespeichert");
        Seite wahl = b.hole(portal.basis()
                + seite.html().select("a:contains(Noch einmal anmelden)").attr("href"));
        assertThat(meldeAn(b, wahl, "Erika Mustermann (Personalausweis)").h1())
                .isEqualTo("Angaben abrufen statt eintippen");
    }

    @Test
    void aSessionEndsByRestAndTheLevelSaysWhen() {
        Seite seite = meldeAn(b, beginne(b), "Erika Mustermann (Personalausweis)"); // level high: 5 minutes, 30 in all
        String adresse = seite.url().toString();
        for (int i = 0; i < 7; i++) {
            portal.uhr.spaeter(Duration.ofMinutes(4));
            assertThat(b.hole(adresse).h1()).isEqualTo("Angaben abrufen statt eintippen");
        }
        portal.uhr.spaeter(Duration.ofMinutes(4));
        assertThat(b.hole(adresse).h1()).isEqualTo("Anmelden");
        meldeAn(b, b.hole(adresse), "Erika Mustermann (Personalausweis)");
        portal.uhr.spaeter(Duration.ofMinutes(6));
        assertThat(b.hole(adresse).h1()).isEqualTo("Anmelden");
    }

    @Test
    void eachLoginMakesANewTokenAndEndsTheOld() {
        Seite seite = meldeAn(b, beginne(b), "Erika Mustermann (Personalausweis)");
        String alter = marke(b);
        b.hole(seite.url().toString());
        meldeAn(b, b.hole(portal.basis() + wahladresse()), "Erika Mustermann (Personalausweis)");
        assertThat(marke(b)).isNotEqualTo(alter);

        Formularbrowser dieb = new Formularbrowser();
        HttpCookie gestohlen = new HttpCookie("ozg-konto-musterstadt", alter);
        gestohlen.setPath("/");
        gestohlen.setVersion(0);
        dieb.cookies().getCookieStore().add(URI.create(portal.basis()), gestohlen);
        assertThat(dieb.hole(portal.basis() + "/ozg/_konto").h1()).isEqualTo("Anmelden");
    }

    @Test
    void aLogoutOfAnotherSiteIsAskedForFirst() throws Exception {
        meldeAn(b, beginne(b), "Erika Mustermann (Personalausweis)");
        Seite fragt = b.folge(b.hole(portal.basis() + "/ozg/_konto"), "Abmelden");
        HttpResponse<Void> antwort = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(portal.basis() + "/konto/abmelden"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("w=" + fragt.wert("w")))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        assertThat(antwort.statusCode()).isEqualTo(303);
        assertThat(antwort.headers().allValues("Set-Cookie")).isEmpty();
        String wohin = antwort.headers().firstValue("Location").orElseThrow();
        assertThat(b.hole(portal.basis() + wohin).html().select("form button").text())
                .as("with its cookie")
                .isEqualTo("Abmelden");
        assertThat(b.hole(portal.basis() + "/ozg/_konto").h1()).isEqualTo("Meine Anträge");
    }

    @Test
    void loggingOutEndsTheSessionOnTheServer() {
        meldeAn(b, beginne(b), "Erika Mustermann (Personalausweis)");
        Seite meine = b.hole(portal.basis() + "/ozg/_konto");
        String abmelden = meine.html().select("a:contains(Abmelden)").attr("href");
        Seite seite = b.druecke(b.hole(portal.basis() + abmelden), "Abmelden", Map.of());
        assertThat(seite.url().getPath()).isEqualTo("/ozg/");
        assertThat(b.hole(portal.basis() + "/ozg/_konto").h1()).isEqualTo("Anmelden");
    }

    /** Behind nginx without X-Forwarded-Proto and Host every request looks as if it came from this machine. */
    @Test
    void aProxyThatHidesHttpsGetsNoLaxCookies() throws Exception {
        KontoServlet servlet = new KontoServlet(
                portal.konto,
                new Kontoumgebung(
                        MandantFinder.fest(Kontoportal.mandant("https://portal.musterstadt.example/ozg")),
                        portal.sdk().huelle(),
                        portal.sdk().datenhaltung().kurzablage(),
                        portal.sdk().datenhaltung().grenze()));
        Server server = new Server(0);
        ServletContextHandler anwendung = new ServletContextHandler("/");
        anwendung.addServlet(new ServletHolder(servlet), "/konto/*");
        server.setHandler(anwendung);
        server.start();
        try {
            Seite seite = b.hole("http://localhost:" + server.getURI().getPort() + "/konto/anmelden?w=x");
            assertThat(seite.status()).isEqualTo(403);
            assertThat(seite.html().text()).contains("OZG-KONTO-0005");
        } finally {
            server.stop();
        }
    }

    @Test
    void anAccountWhoseAnswersWouldGetLostIsNotUsedInProduction(@TempDir Path anderer) throws Exception {
        try (Kontoportal gesperrtes = Kontoportal.gesperrt(anderer)) {
            assertThat(gesperrtes.login.zustaende().get("bundid").befunde())
                    .extracting(p -> p.code())
                    .containsExactly(KontoFehler.RECHNER);
            Seite katalog = b.hole(gesperrtes.basis() + "/ozg/hund-anmelden");
            Seite seite = b.druecke(katalog, "Jetzt online beantragen", Map.of());
            assertThat(seite.status()).isEqualTo(503);
            assertThat(seite.h1()).isEqualTo("Die Anmeldung ist gerade nicht möglich");
            assertThat(seite.html().text())
                    .contains("Was Sie schon eingegeben haben, ist gespeichert")
                    .doesNotContain("OZG-");
            assertThat(seite.html().select(".ozg-kennung").text()).hasSize(36);
        }
    }

    @Test
    void whoListensHearsOfEachLoginAndHurtsNone() {
        portal.ereignisse.clear();
        meldeAn(b, beginne(b), "Abbrechen");
        meldeAn(b, beginne(b), "Erika Mustermann (Passwort)");
        Seite antwort = b.druecke(zumKonto(b, beginne(b)), "Erika Mustermann (Personalausweis)", Map.of());
        portal.uhr.spaeter(Duration.ofSeconds(42));
        new Formularbrowser().druecke(antwort, "Weiter", Map.of());
        b.druecke(antwort, "Weiter", Map.of());
        Ereignis begonnen = Ereignis.begonnen("bundid");
        assertThat(portal.ereignisse)
                .containsExactly(
                        begonnen,
                        Ereignis.zurueck("bundid", Art.ABGEBROCHEN, Duration.ZERO),
                        begonnen,
                        Ereignis.abgewiesen("bundid", KontoFehler.KONTO_MELDET),
                        begonnen,
                        Ereignis.abgewiesen("bundid", KontoFehler.BROWSER),
                        Ereignis.zurueck("bundid", Art.ANGEMELDET, Duration.ofSeconds(42)));
        assertThat(portal.login.zustaende().get("bundid").befunde()).isEmpty();

        SimpleMeterRegistry register = new SimpleMeterRegistry();
        portal.ereignisse.forEach(Kontometriken.zaehler(register)::geschah);
        Kontometriken.pegel(register, portal.login, portal.uhr);
        assertThat(register.get("konto.anmeldung")
                        .tag("art", "BEGONNEN")
                        .counter()
                        .count())
                .isEqualTo(3);
        assertThat(register.get("konto.anmeldung")
                        .tag("grund", "OZG-KONTO-0003")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(register.get("konto.unterwegs").timer().totalTime(TimeUnit.SECONDS))
                .isEqualTo(42);
        assertThat(register.get("konto.fehler").tag("konto", "bundid").gauge().value())
                .isZero();
        assertThat(register.get("konto.zertifikat.tage")
                        .tag("konto", "bundid")
                        .gauge()
                        .value())
                .isBetween(8000.0, 9000.0); // the certificates of the test end in 2049
    }

    @Test
    void theDocumentShowsTheCodeThatIsTestedHere() throws IOException {
        Path wurzel = Path.of(System.getProperty("project.root", ".."));
        String quelle = Files.readString(
                wurzel.resolve("sdk-testkit/src/test/java/de/kommunalsdk/testkit/konto/Kontometriken.java"));
        String stueck = quelle.replaceAll("(?s).*// begin of the snippet[^\n]*\n(.*)    // end of the snippet.*", "$1")
                .stripTrailing()
                .stripIndent();
        assertThat(stueck).startsWith("static Kontobeobachter zaehler");
        assertThat(Files.readString(wurzel.resolve("docs/anmeldung.md"))).contains(stueck);
    }

    @Test
    void anAccountThatIsRedirectedToIsReachedByALink() {
        Seite seite = b.druecke(beginne(b), "Anmelden mit Umleiter", Map.of());
        assertThat(seite.html().select("a[data-ozg-weiter]").attr("href"))
                .startsWith("https://umleiter.example/sso?RelayState=");
    }

    @Test
    void whatIsNoAnswerIsRefusedWithItsCode() {
        URI acs = URI.create(portal.basis() + "/konto/acs/bundid");
        abgewiesen(b.poste(acs, Map.of()), 400, "OZG-SAML-0001");
        Map<String, String> felder = new LinkedHashMap<>(Map.of("SAMLResponse", "x"));
        abgewiesen(b.poste(acs, felder), 400, "OZG-SAML-0002");
        felder.put("RelayState", "https://boese.example/");
        abgewiesen(b.poste(acs, felder), 400, "OZG-SAML-0002");
        felder.put("RelayState", "A".repeat(32) + "_woanders");
        abgewiesen(b.poste(acs, felder), 400, "OZG-KONTO-0002");
        abgewiesen(b.hole(acs.toString()), 400, "OZG-SAML-0001");
        abgewiesen(b.poste(URI.create(portal.basis() + "/konto/acs/anderer"), felder), 400, "OZG-KONTO-0002");
        abgewiesen(b.poste(acs, Map.of("SAMLResponse", "A".repeat(600_000))), 413, "OZG-KONTO-0008");
    }

    /** The page says nothing of a code; who listens is told. */
    private static void abgewiesen(Seite seite, int status, String code) {
        assertThat(seite.status()).isEqualTo(status);
        assertThat(seite.html().text()).doesNotContain("OZG-");
        Ereignis letztes = portal.ereignisse.get(portal.ereignisse.size() - 1);
        assertThat(letztes.grund().orElseThrow().code()).isEqualTo(code);
    }

    @Test
    void aChoiceLeftOpenOverNightDoesNotLoseTheDraft() {
        Seite person = b.druecke(meldeAn(b, beginne(b), "Erika Mustermann (Personalausweis)"), "Weiter", JA);
        portal.uhr.spaeter(Duration.ofHours(3)); // the login has ended
        Seite wahl = b.hole(person.url().toString());
        assertThat(wahl.h1()).isEqualTo("Anmelden");
        portal.uhr.spaeter(Duration.ofHours(12));
        Seite zuSpaet = b.druecke(wahl, "Anmelden mit BundID", Map.of());
        abgewiesen(zuSpaet, 400, "OZG-KONTO-0001");
        Seite meine = meldeAn(b, b.folge(zuSpaet, "Meine Anträge"), "Erika Mustermann (Personalausweis)");
        Seite fortgesetzt = b.druecke(meine, "Fortsetzen: Hund anmelden", Map.of("antrag", antrag(person)));
        assertThat(antrag(fortgesetzt)).isEqualTo(antrag(person));
    }

    @Test
    void aForgedAddressOfTheLoginIsRefused() {
        abgewiesen(b.hole(portal.basis() + "/konto/anmelden?w=1.2.3.4"), 400, "OZG-KONTO-0001");
        abgewiesen(b.hole(portal.basis() + "/konto/anmelden"), 400, "OZG-KONTO-0001");
        abgewiesen(
                b.hole(portal.basis() + "/konto/abmelden?w=" + wahladresse().replaceAll(".*w=", "")),
                400,
                "OZG-KONTO-0001");
    }

    /** Part of the path with the id of the Antrag. */
    private static String antrag(Seite seite) {
        return seite.url().getPath().split("/")[4];
    }

    private String wahladresse() {
        return portal.konto.anmeldeadresse(new de.kommunalsdk.anmeldung.Anmeldewunsch(
                new de.kommunalsdk.mandant.MandantId("musterstadt"),
                "Probe",
                Vertrauensniveau.SUBSTANZIELL,
                java.util.Set.of(),
                "/ozg/"));
    }

    private static String marke(Formularbrowser browser) {
        return browser.cookies().getCookieStore().getCookies().stream()
                .filter(c -> c.getName().equals("ozg-konto-musterstadt"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }
}
