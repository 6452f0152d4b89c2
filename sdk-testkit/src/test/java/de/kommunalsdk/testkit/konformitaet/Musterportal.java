/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet;

import de.kommunalsdk.ablage.Ablageverzeichnis;
import de.kommunalsdk.crypto.Schluesselbund;
import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.servlet.OzgServlet;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.mandant.MandantConfig;
import de.kommunalsdk.mandant.MandantFinder;
import de.kommunalsdk.web.Seite;
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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.h2.jdbcx.JdbcDataSource;

/** A correct portal: the SDK with the Dienst "Hund anmelden" in a plain frame, its database in memory. */
final class Musterportal implements AutoCloseable {

    private static final Path DIENST = Path.of(
            System.getProperty("project.root", ".."),
            "examples/dienst-hund-anmelden/src/main/resources/META-INF/ozg-dienst/hund-anmelden");

    private static final String WAPPEN = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 12\">"
            + "<path fill=\"#14532d\" d=\"M0 0h10v8l-5 4-5-4z\"/></svg>";

    private static final String MANDANT =
            """
            id: musterstadt
            name: Stadt Musterstadt
            ars: "051110000000"
            basis_url: http://localhost:8080/ozg
            stelle:
              name: Bürgerbüro Musterstadt
              strasse: Rathausplatz 1
              postleitzahl: "99999"
              ort: Musterstadt
              telefon: "+49 30 23125 000"
              email: buergerbuero@musterstadt.example
            wappen:
              datei: wappen.svg
              alternativtext: Wappen von Musterstadt
            verweise:
              impressum: /impressum
              datenschutz: /datenschutz
              barrierefreiheit: /barrierefreiheit
            dienste:
              hund-anmelden: {}
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
        portal.server.setHandler(anwendung);
        portal.server.start();
        return portal;
    }

    private KommunalSdk sdk() {
        JdbcDataSource datenquelle = new JdbcDataSource();
        datenquelle.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Mandant mandant = MandantConfig.lies(
                "mandant.yaml",
                MANDANT.getBytes(StandardCharsets.UTF_8),
                name -> Optional.of(WAPPEN.getBytes(StandardCharsets.UTF_8)));
        return KommunalSdk.builder()
                .datenquelle(datenquelle)
                .schluessel(Schluesselbund.builder()
                        .schluessel("test", new byte[32])
                        .aktiv("test")
                        .baue())
                .mandanten(MandantFinder.fest(mandant))
                .dienste(Dienstbibliothek.builder().pfad(DIENST).lade())
                .huelle(Musterportal::rahme)
                .weg(new Ablageverzeichnis("ablage", Path.of("target", "konformitaet-ablage")))
                .clock(uhr)
                .testmodus(true)
                .arbeiterVomWirt(true)
                .starte();
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

    /** Where the SDK is mounted. */
    URI basis() {
        return URI.create("http://127.0.0.1:" + anschluss.getLocalPort() + "/ozg");
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
