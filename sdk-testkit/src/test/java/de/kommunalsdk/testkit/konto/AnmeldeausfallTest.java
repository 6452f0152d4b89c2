/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kommunalsdk.anmeldung.Anmeldewunsch;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.mandant.MandantFinder;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.saml.BundId;
import de.kommunalsdk.saml.Dienstanbieter;
import de.kommunalsdk.saml.SamlFehler;
import de.kommunalsdk.saml.SpMetadaten;
import de.kommunalsdk.servicekonto.Kontoangaben;
import de.kommunalsdk.servicekonto.Kontobeobachter;
import de.kommunalsdk.servicekonto.SamlKonto;
import de.kommunalsdk.servicekonto.servlet.KontoServlet;
import de.kommunalsdk.servicekonto.servlet.Kontoumgebung;
import de.kommunalsdk.testkit.konto.Formularbrowser.Seite;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers of the portal get lost, its database is away: no login is. And what it says about itself. */
class AnmeldeausfallTest {

    private static final String ERIKA = "Erika Mustermann (Personalausweis)";
    private static final String COOKIE = "ozg-konto-musterstadt";

    @TempDir
    static Path ordner;

    private static final Wartekonto LANGSAM = new Wartekonto();

    private static Kontoportal portal;
    private final Formularbrowser b = new Formularbrowser();

    @BeforeAll
    static void starte() throws Exception {
        portal = Kontoportal.starte(
                Vertrauensniveau.SUBSTANZIELL, ordner, (basis, uhr) -> List.of(LANGSAM, falsch(uhr)));
    }

    /** An account whose own side is not configured well: an entityID has no port. */
    private static SamlKonto falsch(Clock uhr) {
        return new SamlKonto(
                        new Kontoangaben("falsch", "Falsch", false, Vertrauensniveau.HOCH),
                        new Dienstanbieter(
                                "https://portal.musterstadt.example:8443/sp",
                                URI.create("https://portal.musterstadt.example/konto/acs/falsch"),
                                Pruefstelle.RSA,
                                List.of(Pruefstelle.RSA),
                                true),
                        BundId.profil(),
                        () -> {
                            throw new ServiceUnavailable(SamlFehler.METADATEN_ABRUF, "");
                        },
                        Optional.empty(),
                        uhr)
                .mit(new SpMetadaten("Stadt", "Portal", URI.create("https://x.example"), "Technik", "t@x.example"));
    }

    @Test
    void anOwnSideThatIsNotConfiguredWellIsSaidToBe() {
        Seite seite = b.hole(portal.basis() + "/konto/metadata/falsch");
        assertThat(seite.status()).isEqualTo(500);
        assertThat(seite.html().text()).contains("OZG-SAML-0059");
        assertThat(wahl().html().text()).doesNotContain("Falsch");
    }

    @Test
    void aLogoutLeadsToThisHostOnly() {
        for (String anderswo : List.of("https://boese.example/", "//boese.example/", "/\\boese.example/", "")) {
            assertThatThrownBy(() -> portal.konto.abmeldeadresse(new MandantId("musterstadt"), anderswo))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(portal.konto.abmeldeadresse(new MandantId("musterstadt"), "/ozg/"))
                .startsWith("/konto/abmelden?w=");
    }

    @Test
    void theCookieThatTiesALoginToItsBrowserEndsWithIt() {
        b.druecke(wahl(), "Anmelden mit BundID", Map.of());
        assertThat(b.cookies().getCookieStore().getCookies())
                .filteredOn(c -> c.getName().equals("ozg-bindung"))
                .extracting(HttpCookie::getMaxAge)
                .containsExactly(-1L);
    }

    @AfterEach
    void flicke() {
        portal.datenbankWeg = false;
        LANGSAM.waehrenddessen = () -> {};
        LANGSAM.bereit = true;
    }

    @AfterAll
    static void halte() throws Exception {
        portal.close();
    }

    private Seite wahl() {
        return b.druecke(b.hole(portal.basis() + "/ozg/hund-anmelden"), "Jetzt online beantragen", Map.of());
    }

    /** The page of the account that sends the answer. */
    private Seite antwort() {
        Seite weiter = b.druecke(wahl(), "Anmelden mit BundID", Map.of());
        return b.druecke(b.druecke(weiter, "Weiter zu BundID", Map.of()), ERIKA, Map.of());
    }

    private List<String> sitzungen(Formularbrowser browser) {
        return browser.cookies().getCookieStore().getCookies().stream()
                .filter(c -> c.getName().equals(COOKIE))
                .map(HttpCookie::getValue)
                .toList();
    }

    private void vergissSitzung() {
        b.cookies().getCookieStore().getCookies().stream()
                .filter(c -> c.getName().equals(COOKIE))
                .toList()
                .forEach(c -> b.cookies().getCookieStore().remove(URI.create(portal.basis()), c));
    }

    @Test
    void aBrowserThatDidNotGetTheAnswerGetsTheSameSessionAgain() {
        Seite antwort = antwort();
        b.druecke(antwort, "Weiter", Map.of());
        List<String> erste = sitzungen(b);
        vergissSitzung();
        assertThat(sitzungen(b)).isEmpty();

        assertThat(b.druecke(antwort, "Weiter", Map.of()).h1()).isEqualTo("Ihre Angaben");
        assertThat(sitzungen(b)).isEqualTo(erste).hasSize(1);
    }

    @Test
    void afterALogoutTheSameAnswerOpensNothing() {
        Seite antwort = antwort();
        b.druecke(antwort, "Weiter", Map.of());
        String abmelden = b.hole(portal.basis() + "/ozg/_konto")
                .html()
                .select("a:contains(Abmelden)")
                .attr("href");
        b.druecke(b.hole(portal.basis() + abmelden), "Abmelden", Map.of());

        Seite seite = b.druecke(antwort, "Weiter", Map.of());
        assertThat(seite.status()).isEqualTo(400);
        assertThat(seite.h1()).isEqualTo("Die Anmeldung hat nicht geklappt");
        assertThat(seite.html().select("a:contains(Noch einmal anmelden)")).hasSize(1);
        assertThat(b.hole(portal.basis() + "/ozg/_konto").h1()).isEqualTo("Anmelden");
    }

    @Test
    void whileTheDatabaseIsAwayTheAnswerWaitsInThePage() {
        Seite antwort = antwort();
        portal.datenbankWeg = true;
        Seite stoerung = b.druecke(antwort, "Weiter", Map.of());
        assertThat(stoerung.status()).isEqualTo(503);
        assertThat(stoerung.html().text()).contains("Es ging nichts verloren").doesNotContain("OZG-");
        Seite nochmals = b.druecke(stoerung, "Erneut versuchen", Map.of());
        assertThat(nochmals.status()).isEqualTo(503);

        portal.datenbankWeg = false;
        assertThat(b.druecke(nochmals, "Erneut versuchen", Map.of()).h1()).isEqualTo("Angaben abrufen statt eintippen");
    }

    @Test
    void whileTheDatabaseIsAwayNoLoginBeginsButThePageGoesOnLater() {
        Seite wahl = wahl();
        portal.datenbankWeg = true;
        Seite stoerung = b.druecke(wahl, "Anmelden mit BundID", Map.of());
        assertThat(stoerung.status()).isEqualTo(503);

        portal.datenbankWeg = false;
        Seite weiter = b.druecke(stoerung, "Erneut versuchen", Map.of());
        assertThat(weiter.html().select("form[data-ozg-weiter]")).hasSize(1);
    }

    @Test
    void whoIsLoggedInIsNotSentToLogInWhileTheDatabaseIsAway() {
        String adresse = b.druecke(antwort(), "Weiter", Map.of()).url().toString();
        portal.datenbankWeg = true;
        assertThat(b.hole(portal.basis() + "/ozg/_konto").status()).isEqualTo(503);
        assertThat(b.hole(adresse).status()).isEqualTo(503);
    }

    /** Sends the answer of the slow account, as often as wanted. */
    private Supplier<Seite> langsameAntwort() {
        Seite weiter = b.druecke(wahl(), "Anmelden mit Wartekonto", Map.of());
        Map<String, String> felder = Map.of("SAMLResponse", "eA==", "RelayState", weiter.wert("RelayState"));
        return () -> b.poste(URI.create(portal.basis() + "/konto/acs/wartekonto"), felder);
    }

    @Test
    void anAnswerThatWasUsedUpIsNotOfferedAgainButALoginIs() {
        Supplier<Seite> antwort = langsameAntwort();
        portal.ereignisse.clear();
        LANGSAM.waehrenddessen = () -> portal.datenbankWeg = true;
        Seite seite = antwort.get();
        assertThat(seite.status()).isEqualTo(503);
        assertThat(seite.html().text()).contains("nur diese Anmeldung gilt nicht");
        assertThat(seite.html().select("input[name=SAMLResponse]")).isEmpty();
        assertThat(portal.ereignisse)
                .extracting(Kontobeobachter.Ereignis::art)
                .as("nobody is logged in")
                .containsExactly(Kontobeobachter.Art.ABGEWIESEN);
        assertThat(sitzungen(b)).isEmpty();

        flicke();
        Seite nochmal = b.folge(seite, "Noch einmal anmelden");
        assertThat(nochmal.html().text()).contains("Anmelden mit Wartekonto");
        assertThat(langsameAntwort().get().h1()).isEqualTo("Angaben abrufen statt eintippen");
    }

    @Test
    void anAnswerIsNotUsedUpWhileItCannotBeVerified() {
        Supplier<Seite> antwort = langsameAntwort();
        LANGSAM.bereit = false;
        Seite stoerung = antwort.get();
        assertThat(stoerung.status()).isEqualTo(503);

        LANGSAM.bereit = true;
        assertThat(b.druecke(stoerung, "Erneut versuchen", Map.of()).h1()).isEqualTo("Angaben abrufen statt eintippen");
    }

    @Test
    void whoHasASessionAlreadyGetsTheNewOneOfAnAnswerThatIsSentAgain() throws Exception {
        b.druecke(antwort(), "Weiter", Map.of());
        List<String> alte = sitzungen(b);
        portal.uhr.spaeter(Duration.ofSeconds(1));
        Seite weiter = b.druecke(b.hole(portal.basis() + wahladresse()), "Anmelden mit Wartekonto", Map.of());
        Map<String, String> felder = Map.of("SAMLResponse", "eA==", "RelayState", weiter.wert("RelayState"));
        Supplier<Seite> antwort = () -> b.poste(URI.create(portal.basis() + "/konto/acs/wartekonto"), felder);
        CountDownLatch angekommen = new CountDownLatch(1);
        CountDownLatch weg = new CountDownLatch(1);
        LANGSAM.waehrenddessen = () -> {
            angekommen.countDown();
            Wartekonto.warte(weg);
        };
        CompletableFuture<Seite> erste = CompletableFuture.supplyAsync(antwort);
        Wartekonto.warte(angekommen);
        Seite zweite = antwort.get();
        assertThat(zweite.status()).as("not back with the old session").isEqualTo(202);
        weg.countDown();
        erste.get(30, TimeUnit.SECONDS);
        List<String> neue = sitzungen(b);
        assertThat(neue).hasSize(1).isNotEqualTo(alte);
        b.cookies().getCookieStore().getCookies().stream()
                .filter(c -> c.getName().equals(COOKIE))
                .forEach(c -> c.setValue(alte.get(0))); // the browser dropped the first answer

        b.druecke(zweite, "Erneut versuchen", Map.of());
        assertThat(sitzungen(b)).isEqualTo(neue);
    }

    private String wahladresse() {
        return portal.konto.anmeldeadresse(new Anmeldewunsch(
                new MandantId("musterstadt"), "Probe", Vertrauensniveau.HOCH, Set.of(), "/ozg/_konto"));
    }

    @Test
    void theSessionOfBeforeEndsThoughTheAnswerOfAnotherSiteBringsNoLaxCookie() {
        b.druecke(antwort(), "Weiter", Map.of());
        String alte = sitzungen(b).get(0);
        Seite weiter = b.druecke(b.hole(portal.basis() + wahladresse()), "Anmelden mit Wartekonto", Map.of());
        vergissSitzung(); // SameSite=Lax: not sent with a form of another site

        b.poste(
                URI.create(portal.basis() + "/konto/acs/wartekonto"),
                Map.of("SAMLResponse", "eA==", "RelayState", weiter.wert("RelayState")));
        assertThat(sitzungen(b)).hasSize(1).doesNotContain(alte);
        b.cookies().getCookieStore().getCookies().stream()
                .filter(c -> c.getName().equals(COOKIE))
                .forEach(c -> c.setValue(alte));
        assertThat(b.hole(portal.basis() + "/ozg/_konto").h1()).isEqualTo("Anmelden");
    }

    @Test
    void thePortalsOwnSessionGetsANewIdInTheFirstRequestThatBringsIt() throws Exception {
        ServletContextHandler anwendung = new ServletContextHandler("/", ServletContextHandler.SESSIONS);
        anwendung.addServlet(
                new ServletHolder(new KontoServlet(
                        portal.konto,
                        new Kontoumgebung(
                                MandantFinder.fest(Kontoportal.mandant("http://localhost/ozg")),
                                portal.sdk().huelle(),
                                portal.sdk().datenhaltung().kurzablage(),
                                portal.sdk().datenhaltung().grenze()))),
                "/konto/*");
        anwendung.addServlet(
                new ServletHolder(new HttpServlet() {
                    @Override
                    protected void doGet(HttpServletRequest anfrage, HttpServletResponse antwort) throws IOException {
                        antwort.setContentType("text/html");
                        antwort.getWriter().write("<h1>" + anfrage.getSession().getId() + "</h1>");
                    }
                }),
                "/sitzung");
        Server server = new Server(0);
        server.setHandler(anwendung);
        server.start();
        try {
            String basis = "http://localhost:" + server.getURI().getPort();
            String vorher = b.hole(basis + "/sitzung").h1();
            assertThat(b.hole(basis + "/sitzung").h1()).isEqualTo(vorher);
            assertThat(b.hole(basis + portal.konto.ankunft("/sitzung")).h1()).isNotEqualTo(vorher);
            assertThat(b.hole(basis + "/konto/angekommen?w=x").status()).isEqualTo(400);
        } finally {
            server.stop();
        }
    }

    @Test
    void theSameAnswerBesideOneThatIsBeingVerifiedWaitsForIt() throws Exception {
        Supplier<Seite> antwort = langsameAntwort();
        CountDownLatch angekommen = new CountDownLatch(1);
        CountDownLatch weiter = new CountDownLatch(1);
        LANGSAM.waehrenddessen = () -> {
            angekommen.countDown();
            Wartekonto.warte(weiter);
        };
        CompletableFuture<Seite> erste = CompletableFuture.supplyAsync(antwort);
        Wartekonto.warte(angekommen);
        Seite zweite = antwort.get();
        assertThat(zweite.status()).isEqualTo(202);
        assertThat(zweite.h1()).isEqualTo("Die Anmeldung wird noch geprüft");
        weiter.countDown();
        assertThat(erste.get(30, TimeUnit.SECONDS).h1()).isEqualTo("Angaben abrufen statt eintippen");
        List<String> sitzung = sitzungen(b);
        vergissSitzung(); // the browser dropped the first answer

        assertThat(b.druecke(zweite, "Erneut versuchen", Map.of()).h1()).isEqualTo("Ihre Angaben");
        assertThat(sitzungen(b)).isEqualTo(sitzung).hasSize(1);
    }

    @Test
    void thePortalSaysWhoItIs() throws Exception {
        HttpRequest.Builder anfrage = HttpRequest.newBuilder(URI.create(portal.basis() + "/konto/metadata/bundid"));
        HttpResponse<byte[]> antwort =
                HttpClient.newHttpClient().send(anfrage.build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(antwort.statusCode()).isEqualTo(200);
        assertThat(antwort.headers().firstValue("Content-Type")).hasValue("application/samlmetadata+xml");
        assertThat(antwort.headers().firstValue("Cache-Control")).hasValue("public, max-age=3600");
        assertThat(antwort.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(new String(antwort.body(), StandardCharsets.UTF_8)).contains("Stadt Musterstadt");
        Testdienst gelesen = Testdienst.lies(antwort.body());
        assertThat(gelesen.entityId()).isEqualTo("https://portal.musterstadt.example/sp");
        assertThat(gelesen.acs()).isEqualTo(URI.create(portal.basis() + "/konto/acs/bundid"));

        HttpRequest bedingt = anfrage.header(
                        "If-None-Match", antwort.headers().firstValue("ETag").orElseThrow())
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(bedingt, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(304);
        for (String anderer : List.of("umleiter", "gibtesnicht", "")) {
            Seite keine = b.hole(portal.basis() + "/konto/metadata/" + anderer);
            assertThat(keine.status()).as(anderer).isEqualTo(404);
            assertThat(keine.html().text()).contains("OZG-KONTO-0004");
        }
    }
}
