/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import de.kommunalsdk.antrag.Anlage;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.crypto.Schluesselbund;
import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.KommunalSdkBuilder;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.mandant.MandantConfig;
import de.kommunalsdk.mandant.MandantFinder;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.uebermittlung.Paket;
import de.kommunalsdk.uebermittlung.Uebermittlungsergebnis;
import de.kommunalsdk.uebermittlung.Uebermittlungsweg;
import de.kommunalsdk.virenscan.Virenscanner;
import de.kommunalsdk.web.PageShell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.h2.jdbcx.JdbcDataSource;

/** A portal with the Dienst "Hund anmelden" on a database in memory; tests set its clock and drive its worker. */
final class Testportal implements AutoCloseable {

    static final Instant JETZT = Instant.parse("2026-11-23T09:00:00Z");

    static final PageShell HUELLE = (seite, ziel) -> {
        ziel.write("<!DOCTYPE html><html lang=\"" + seite.sprache() + "\"><head><title>" + seite.titel() + "</title>");
        seite.kopf().schreibe(ziel);
        ziel.write("</head><body><main>");
        seite.inhalt().schreibe(ziel);
        ziel.write("</main></body></html>");
    };

    private final JdbcDataSource quelle = new JdbcDataSource();
    private final Server server = new Server(0);
    private final Uhr uhr = new Uhr();
    private final Briefkasten briefkasten = new Briefkasten();
    private final Schluesselbund schluessel = schluessel();
    private final UnaryOperator<KommunalSdkBuilder> anders;
    private final Function<KommunalSdk, OzgServlet> servlet;
    private final URI basis;
    private KommunalSdk sdk;

    private Testportal(UnaryOperator<KommunalSdkBuilder> anders, Function<KommunalSdk, OzgServlet> servlet) {
        quelle.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        this.anders = b -> anders.apply(b.datenquelle(quelle));
        this.servlet = servlet;
        this.sdk = oeffne();
        ServerConnector tuer = (ServerConnector) server.getConnectors()[0];
        this.basis = URI.create("http://localhost:" + tuer.getLocalPort() + "/ozg");
        tuer.setPort(tuer.getLocalPort());
    }

    private KommunalSdk oeffne() {
        KommunalSdk neu = anders.apply(KommunalSdk.builder()
                        .schluessel(schluessel)
                        .mandanten(MandantFinder.fest(mandant("musterstadt")))
                        .dienste(Dienstbibliothek.builder().verzeichnis(hund()).lade())
                        .huelle(HUELLE)
                        .weg(briefkasten)
                        .clock(uhr)
                        .arbeiterVomWirt(true))
                .starte();
        ServletContextHandler anwendung = new ServletContextHandler("/");
        anwendung.addServletContainerInitializer(
                (klassen, kontext) -> OzgServlet.registriere(kontext, servlet.apply(neu), "/ozg/*"));
        server.setHandler(anwendung);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return neu;
    }

    /** Ends this node, and begins another one at the same address with the same database and the same keys. */
    void starteNeu(Runnable dazwischen) {
        close();
        dazwischen.run();
        sdk = oeffne();
    }

    static Testportal starte() {
        return starte(b -> b);
    }

    static Testportal starte(UnaryOperator<KommunalSdkBuilder> anders) {
        return ohneScanner(anders, OzgServlet::new);
    }

    static Testportal mitScanner(Virenscanner scanner) {
        return ohneAngabeZumVirenscanner(b -> b.virenscanner(scanner));
    }

    /** With nothing said of a scanner but by the options themselves. */
    static Testportal ohneAngabeZumVirenscanner(UnaryOperator<KommunalSdkBuilder> anders) {
        return new Testportal(anders, OzgServlet::new);
    }

    private static Testportal ohneScanner(
            UnaryOperator<KommunalSdkBuilder> anders, Function<KommunalSdk, OzgServlet> servlet) {
        return new Testportal(b -> anders.apply(b.ohneVirenscanner()), servlet);
    }

    /** With an adapter that tells who is logged in. */
    static Testportal starte(UnaryOperator<KommunalSdkBuilder> anders, Nutzererkennung erkennung) {
        Function<KommunalSdk, OzgServlet> servlet = sdk -> new OzgServlet(sdk, erkennung);
        return ohneScanner(anders, servlet);
    }

    KommunalSdk sdk() {
        return sdk;
    }

    URI basis() {
        return basis;
    }

    Testbrowser browser() {
        return new Testbrowser(basis);
    }

    /** Delivers all that is due and gives what has arrived so far. */
    List<Paket> pakete() {
        while (sdk.arbeiter().runOnce() > 0) {
            // until the outbox is empty
        }
        return briefkasten.pakete;
    }

    /** The stored files of the draft that a page belongs to. */
    List<Anlage> anlagen(Testbrowser.Seite seite) {
        return sdk.datenhaltung()
                .anlagen()
                .liste(
                        new MandantId("musterstadt"),
                        new AntragId(seite.url().getPath().split("/")[4]));
    }

    void spaeter(Duration dauer) {
        uhr.jetzt.updateAndGet(t -> t.plus(dauer));
    }

    /** One statement in the database of this portal. */
    void fuehreAus(String sql) throws SQLException {
        try (Connection verbindung = quelle.getConnection();
                Statement anweisung = verbindung.createStatement()) {
            anweisung.execute(sql);
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        sdk.close();
        try (Connection verbindung = quelle.getConnection();
                Statement ende = verbindung.createStatement()) {
            ende.execute("SHUTDOWN"); // or the database stays in memory until the last test
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path hund() {
        return Path.of(
                System.getProperty("project.root"),
                "examples/dienst-hund-anmelden/src/main/resources/META-INF/ozg-dienst/hund-anmelden");
    }

    static Mandant mandant(String id) {
        return mandant(id, "dienste:\n  hund-anmelden: {}\n  kaputt: {}\n");
    }

    static Mandant mandant(String id, String dienste) {
        String yaml =
                """
                id: %s
                name: Stadt %s
                ars: "051110000000"
                basis_url: http://localhost/ozg
                stelle:
                  name: Bürgerbüro
                  strasse: Rathausplatz 1
                  postleitzahl: "99999"
                  ort: Musterstadt
                  telefon: "+49 30 23125 000"
                  email: buero@musterstadt.example
                wappen:
                  datei: wappen.svg
                  alternativtext: Wappen
                verweise:
                  impressum: /impressum
                  datenschutz: /datenschutz
                  barrierefreiheit: /barrierefreiheit
                """
                                .formatted(id, id)
                        + dienste;
        byte[] wappen = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0h1v1z\"/></svg>"
                .getBytes(StandardCharsets.UTF_8);
        return MandantConfig.lies("mandant.yaml", yaml.getBytes(StandardCharsets.UTF_8), name -> Optional.of(wappen));
    }

    private static Schluesselbund schluessel() {
        try {
            return Schluesselbund.ausDateiOderNeu(
                    Files.createTempDirectory("testportal").resolve("schluessel.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Briefkasten implements Uebermittlungsweg {

        private final List<Paket> pakete = new CopyOnWriteArrayList<>();

        @Override
        public String id() {
            return "ablage";
        }

        @Override
        public Uebermittlungsergebnis uebermitteln(Paket paket) {
            pakete.add(paket);
            return new Uebermittlungsergebnis.Uebermittelt("B" + pakete.size(), JETZT);
        }
    }

    private static final class Uhr extends Clock {

        private final AtomicReference<Instant> jetzt = new AtomicReference<>(JETZT);

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return jetzt.get();
        }
    }
}
