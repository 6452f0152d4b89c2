/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet;

import de.kommunalsdk.ablage.Ablageverzeichnis;
import de.kommunalsdk.crypto.Schluesselbund;
import de.kommunalsdk.datenabfrage.Eingabetyp;
import de.kommunalsdk.dienst.DienstId;
import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.servlet.OzgServlet;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.mandant.MandantConfig;
import de.kommunalsdk.mandant.MandantFinder;
import de.kommunalsdk.pdf.PdfSatz;
import de.kommunalsdk.schriftstueck.Pdf;
import de.kommunalsdk.schriftstueck.Schriftstueck;
import de.kommunalsdk.testkit.simulator.DatenabfrageSimulator;
import de.kommunalsdk.testkit.simulator.RegisterSimulator;
import de.kommunalsdk.web.Seite;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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

    private static final Path HUND = Path.of(
            System.getProperty("project.root", ".."),
            "examples/dienst-hund-anmelden/src/main/resources/META-INF/ozg-dienst/hund-anmelden");
    private static final Path AUSKUNFT = Path.of("src/test/resources/dienste/auskunft");

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
            """;

    private final Server server = new Server();
    private final ServerConnector anschluss = new ServerConnector(server);
    private final Uhr uhr = new Uhr();
    private final KommunalSdk[] sdk = new KommunalSdk[1];

    private Musterportal() {}

    static Musterportal starte() throws Exception {
        Musterportal portal = new Musterportal();
        portal.anschluss.setHost("127.0.0.1");
        portal.server.addConnector(portal.anschluss);
        ServletContextHandler anwendung = new ServletContextHandler("/");
        anwendung.addServletContainerInitializer((klassen, kontext) -> {
            portal.sdk[0] = portal.sdk();
            OzgServlet.registriere(kontext, portal.sdk[0], "/ozg/*");
        });
        anwendung.addServlet(new ServletHolder(new Erklaerung()), "/barrierefreiheit");
        portal.server.setHandler(anwendung);
        portal.server.start();
        return portal;
    }

    private KommunalSdk sdk() {
        JdbcDataSource datenquelle = new JdbcDataSource();
        datenquelle.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return KommunalSdk.builder()
                .datenquelle(datenquelle)
                .schluessel(Schluesselbund.builder()
                        .schluessel("test", new byte[32])
                        .aktiv("test")
                        .baue())
                .mandanten(MandantFinder.nachHostname(Map.of(
                        "127.0.0.1",
                        mandant("musterstadt", "Musterstadt", "051110000000", 0),
                        "localhost",
                        mandant("nachbarstadt", "Nachbarstadt", "051120000000", 1))))
                .dienste(Dienstbibliothek.builder().pfad(HUND).pfad(AUSKUNFT).lade())
                .huelle(Musterportal::rahme)
                .weg(new Ablageverzeichnis("ablage", Path.of("target", "konformitaet-ablage")))
                .schriftstueck(jedesEinmal(new PdfSatz()))
                .register(MELDEREGISTER)
                .datenabfrage(GEBUEHRENRECHNER)
                .clock(uhr)
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
                .mitZweitemMandanten(nachbar.toString());
    }

    /** Lets the limit on resume codes expire. */
    void warteZehnMinuten() {
        uhr.jetzt = uhr.jetzt.plus(Duration.ofMinutes(11));
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
