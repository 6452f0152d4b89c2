/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet;

import de.kommunalsdk.ablage.Ablageverzeichnis;
import de.kommunalsdk.crypto.Schluesselbund;
import de.kommunalsdk.datenabfrage.Eingabetyp;
import de.kommunalsdk.dienst.DienstId;
import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.servlet.Nutzererkennung;
import de.kommunalsdk.forms.servlet.OzgServlet;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.mandant.MandantConfig;
import de.kommunalsdk.mandant.MandantFinder;
import de.kommunalsdk.pdf.PdfSatz;
import de.kommunalsdk.saml.AkdbErweiterung;
import de.kommunalsdk.saml.Dienstanbieter;
import de.kommunalsdk.saml.IdpMetadaten;
import de.kommunalsdk.saml.Schluesselpaar;
import de.kommunalsdk.schriftstueck.Pdf;
import de.kommunalsdk.schriftstueck.Schriftstueck;
import de.kommunalsdk.servicekonto.SamlKonto;
import de.kommunalsdk.servicekonto.Servicekonto;
import de.kommunalsdk.servicekonto.servlet.KontoServlet;
import de.kommunalsdk.servicekonto.servlet.Kontoumgebung;
import de.kommunalsdk.testkit.konto.Kontoart;
import de.kommunalsdk.testkit.konto.Kontosimulator;
import de.kommunalsdk.testkit.konto.Testdienst;
import de.kommunalsdk.testkit.konto.Testkonto;
import de.kommunalsdk.testkit.konto.Testperson;
import de.kommunalsdk.testkit.konto.Testschluessel;
import de.kommunalsdk.testkit.simulator.DatenabfrageSimulator;
import de.kommunalsdk.testkit.simulator.RegisterSimulator;
import de.kommunalsdk.web.Seite;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.h2.jdbcx.JdbcDataSource;

/** A correct portal: the SDK with the Dienst "Hund anmelden" in a plain frame, its database in memory. */
final class Musterportal implements AutoCloseable {

    /** The register of the portal. */
    static final RegisterSimulator MELDEREGISTER =
            RegisterSimulator.mit("melderegister", "Melderegister").liefert(Map.of("familienname", "Mustermann"));

    /** The look-up of the portal. */
    static final DatenabfrageSimulator GEBUEHRENRECHNER = DatenabfrageSimulator.mit(
                    "gebuehrenrechner", Map.of("anzahl", Eingabetyp.ZAHL), "betrag")
            .liefert(Map.of("betrag", "12.50"), "");

    private static final Uhr UHR = new Uhr();

    private static final Schluesselpaar EIGENER = Testschluessel.rsa(3072);

    private static final Dienstanbieter DIENSTANBIETER = new Dienstanbieter(
            "https://portal.musterstadt.example/sp",
            URI.create("http://localhost:8080/konto/acs/bundid"),
            EIGENER,
            List.of(EIGENER),
            false);

    private static final Testkonto KONTO = new Testkonto(
            "https://konto.example/idp", URI.create("https://konto.example/sso"), List.of(Testschluessel.rsa(3072)));

    private static final Kontosimulator SIMULATOR =
            new Kontosimulator(Kontoart.AKDB, KONTO, Testdienst.aus(DIENSTANBIETER), UHR);

    private static final Schluesselbund SCHLUESSEL = Schluesselbund.builder()
            .schluessel("test", new byte[32])
            .aktiv("test")
            .baue();

    private static final Path HUND = Path.of(
            System.getProperty("project.root", ".."),
            "examples/dienst-hund-anmelden/src/main/resources/META-INF/ozg-dienst/hund-anmelden");
    private static final Path AUSKUNFT = Path.of("src/test/resources/dienste/auskunft");
    private static final Path VERTRAULICH = Path.of("src/test/resources/dienste/vertraulich");

    private static final String MANDANT =
            """
            id: %1$s
            name: Stadt %2$s
            ars: "%3$s"
            basis_url: http://localhost:8080/ozg
            stelle:
              name: Bürgerbüro %2$s
              strasse: Rathausplatz 1
              postleitzahl: "99999"
              ort: %2$s
              telefon: "+49 30 23125 00%4$s"
              email: buergerbuero@%1$s.example
            wappen:
              datei: wappen.svg
              alternativtext: Wappen von %2$s
            verweise:
              impressum: /impressum
              datenschutz: /datenschutz
              barrierefreiheit: /barrierefreiheit
            dienste:
              hund-anmelden: {}
              auskunft: {}
              vertraulich: {}
            """;

    private final Server server = new Server();
    private final ServerConnector anschluss = new ServerConnector(server);
    private final Path ablage =
            Path.of("target", "konformitaet-ablage", UUID.randomUUID().toString());
    private final KommunalSdk[] sdk = new KommunalSdk[1];

    private Musterportal() {}

    static Musterportal starte() throws Exception {
        Musterportal portal = new Musterportal();
        portal.anschluss.setHost("127.0.0.1");
        portal.server.addConnector(portal.anschluss);
        ServletContextHandler anwendung = new ServletContextHandler("/");
        anwendung.addServletContainerInitializer((klassen, kontext) -> {
            Servicekonto konto = servicekonto();
            KommunalSdk sdk = portal.sdk(konto);
            portal.sdk[0] = sdk;
            KontoServlet login = new KontoServlet(
                    konto,
                    new Kontoumgebung(
                            sdk.mandanten(),
                            sdk.huelle(),
                            sdk.datenhaltung().kurzablage(),
                            sdk.datenhaltung().grenze()));
            KontoServlet.registriere(kontext, login, "/konto/*");
            OzgServlet.registriere(
                    kontext, new OzgServlet(sdk, Nutzererkennung.mit(login::angemeldet, login::nachweis)), "/ozg/*");
        });
        anwendung.addServlet(new ServletHolder(new Erklaerung()), "/barrierefreiheit");
        anwendung.addServlet(new ServletHolder(portal.new Lieferung()), "/lieferung/*");
        portal.server.setHandler(anwendung);
        portal.server.start();
        return portal;
    }

    private static Servicekonto servicekonto() {
        IdpMetadaten metadaten = IdpMetadaten.lies(KONTO.metadaten(), KONTO.entityId(), List.of(), UHR.instant());
        return Servicekonto.builder()
                .schluessel(SCHLUESSEL)
                .clock(UHR)
                .anbieter(SamlKonto.bundId(
                        DIENSTANBIETER,
                        () -> metadaten,
                        new SamlKonto.Antragsdienst("Stadt Musterstadt", "BMI-A0000", false),
                        UHR))
                .build();
    }

    private KommunalSdk sdk(Servicekonto konto) {
        JdbcDataSource datenquelle = new JdbcDataSource();
        datenquelle.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return KommunalSdk.builder()
                .datenquelle(datenquelle)
                .schluessel(SCHLUESSEL)
                .nutzerkonto(konto)
                .mandanten(MandantFinder.nachHostname(Map.of(
                        "127.0.0.1",
                        mandant("musterstadt", "Musterstadt", "051110000000", 0),
                        "localhost",
                        mandant("nachbarstadt", "Nachbarstadt", "051120000000", 1))))
                .dienste(Dienstbibliothek.builder()
                        .pfad(HUND)
                        .pfad(AUSKUNFT)
                        .pfad(VERTRAULICH)
                        .lade())
                .huelle(Musterportal::rahme)
                .weg(new Ablageverzeichnis("ablage", ablage))
                .schriftstueck(jedesEinmal(new PdfSatz()))
                .register(MELDEREGISTER)
                .datenabfrage(GEBUEHRENRECHNER)
                .clock(UHR)
                .testmodus(true)
                .arbeiterVomWirt(true)
                .starte();
    }

    /** Sets the same page once only: the blank form is asked for by every check. */
    private static Schriftstueck jedesEinmal(Schriftstueck satz) {
        Map<String, Pdf> fertige = new ConcurrentHashMap<>();
        return vorlage -> vorlage.beilagen().isEmpty()
                ? fertige.computeIfAbsent(vorlage.xhtml(), x -> satz.setze(vorlage))
                : satz.setze(vorlage);
    }

    private static Mandant mandant(String id, String ort, String ars, int nummer) {
        return MandantConfig.lies(
                "mandant.yaml",
                MANDANT.formatted(id, ort, ars, nummer).getBytes(StandardCharsets.UTF_8),
                name -> Optional.of(wappen(nummer).getBytes(StandardCharsets.UTF_8)));
    }

    /** The Wappen of the first or the second Mandant. */
    static String wappen(int nummer) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 12\"><path fill=\"#14532" + nummer
                + "\" d=\"M0 0h10v8l-5 4-5-4z\"/></svg>";
    }

    /** The town's own statement on accessibility. */
    private static final class Erklaerung extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest anfrage, HttpServletResponse antwort) throws IOException {
            antwort.setContentType("text/html; charset=utf-8");
            antwort.getWriter()
                    .write("<!DOCTYPE html><html lang=\"de\"><head><title>Barrierefreiheit</title></head><body><main>"
                            + "<h1>Erklärung zur Barrierefreiheit</h1><p>Barrieren melden Sie an"
                            + " barrierefrei@musterstadt.example.</p></main></body></html>");
        }
    }

    /** What was delivered of the login, by the number of an Antrag. */
    private final class Lieferung extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest anfrage, HttpServletResponse antwort) throws IOException {
            sdk[0].arbeiter().runOnce();
            String nummer = anfrage.getPathInfo().substring(1);
            try (Stream<Path> dateien = Files.walk(ablage)) {
                List<Path> berichte = dateien.filter(
                                p -> p.getFileName().toString().startsWith("identifikation"))
                        .filter(p -> gehoert(p, nummer))
                        .toList();
                antwort.setContentType("application/json");
                antwort.getWriter().write(berichte.isEmpty() ? "" : Files.readString(berichte.get(0)));
            }
        }

        private static boolean gehoert(Path bericht, String nummer) {
            try (Stream<Path> daneben = Files.list(bericht.getParent())) {
                return daneben.filter(p -> p.toString().endsWith(".json")).anyMatch(p -> text(p).contains(nummer));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String text(Path datei) {
            try {
                return Files.readString(datei);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void rahme(Seite seite, Writer ziel) throws IOException {
        String titel = seite.titel().replace("&", "&amp;").replace("<", "&lt;");
        ziel.write("<!DOCTYPE html>\n<html lang=\"" + seite.sprache().toLanguageTag() + "\"><head>"
                + "<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<title>" + titel + "</title>");
        seite.kopf().schreibe(ziel);
        ziel.write(
                "</head><body><header><nav aria-label=\"Portal\"><a href=\"/ozg/\">Dienste</a></nav></header><main>");
        seite.inhalt().schreibe(ziel);
        ziel.write("</main><footer><p>Stadt Musterstadt</p></footer></body></html>");
    }

    /** Where the SDK is mounted, for the first Mandant. */
    URI basis() {
        return URI.create("http://127.0.0.1:" + anschluss.getLocalPort() + "/ozg");
    }

    /** The same for the second Mandant. */
    URI nachbar() {
        return URI.create("http://localhost:" + anschluss.getLocalPort() + "/ozg");
    }

    /** What the tests of the portal do for the kit. */
    static Pruefling pruefling(URI basis, URI nachbar, String dienst) {
        return new Pruefling(basis, new DienstId(dienst), Duration.ofSeconds(60))
                .mitEinreichung()
                .mitRegister(MELDEREGISTER)
                .mitDatenabfrage(GEBUEHRENRECHNER)
                .mitZweitemMandanten(nachbar.toString())
                .mitKonto(probekonto(basis));
    }

    /** The account of the portal, played by the kit. */
    static Probekonto probekonto(URI basis) {
        Testperson erika = Testperson.erika();
        return new Probekonto(
                new DienstId("vertraulich"),
                SIMULATOR,
                erika,
                erika.mit(AkdbErweiterung.Verfahren.BENUTZERNAME),
                nummer -> geliefert(basis.resolve("/lieferung/" + nummer)));
    }

    private static Optional<String> geliefert(URI adresse) {
        try {
            String text = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(adresse).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            return Optional.of(text).filter(t -> !t.isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Lets the limit on resume codes expire. */
    void warteZehnMinuten() {
        UHR.jetzt = UHR.jetzt.plus(Duration.ofMinutes(11));
    }

    @Override
    public void close() throws Exception {
        server.stop();
        sdk[0].close();
    }

    private static final class Uhr extends Clock {

        private volatile Instant jetzt = Instant.parse("2026-11-23T10:00:00Z");

        @Override
        public Instant instant() {
            return jetzt;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
