/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import de.kommunalsdk.anmeldung.Anmeldewunsch;
import de.kommunalsdk.crypto.Schluesselbund;
import de.kommunalsdk.kurzablage.Kurzablage;
import de.kommunalsdk.mandant.MandantFinder;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.servicekonto.Kontoanbieter;
import de.kommunalsdk.servicekonto.Kontobeobachter.Ereignis;
import de.kommunalsdk.servicekonto.Servicekonto;
import de.kommunalsdk.servicekonto.servlet.KontoServlet;
import de.kommunalsdk.servicekonto.servlet.Kontoumgebung;
import de.kommunalsdk.store.Datenhaltung;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.h2.jdbcx.JdbcDataSource;

/** One node of a portal: the login alone, over a database that it may share. {@code /wer} says who is logged in. */
final class Kontoknoten implements AutoCloseable {

    private static final Schluesselbund BUND = Schluesselbund.builder()
            .schluessel("test", new byte[32])
            .aktiv("test")
            .baue();
    private static final MandantId MANDANT = new MandantId("musterstadt");

    final List<Ereignis> ereignisse = new CopyOnWriteArrayList<>();
    final Servicekonto konto;
    private final Server server = new Server();

    /**
     * Starts.
     *
     * @param datenbank name of a database in memory
     * @param ablage what the login gets in place of the store's own
     */
    Kontoknoten(String datenbank, Clock uhr, UnaryOperator<Kurzablage> ablage, List<? extends Kontoanbieter> anbieter)
            throws Exception {
        this(datenbank, uhr, ablage, anbieter, "http");
    }

    /**
     * The same, where people come by {@code schema}. Who stands before it says from where.
     */
    Kontoknoten(
            String datenbank,
            Clock uhr,
            UnaryOperator<Kurzablage> ablage,
            List<? extends Kontoanbieter> anbieter,
            String schema)
            throws Exception {
        Servicekonto.Builder konten =
                Servicekonto.builder().schluessel(BUND).clock(uhr).beobachter(ereignisse::add);
        anbieter.forEach(konten::anbieter);
        konto = konten.build();
        JdbcDataSource quelle = new JdbcDataSource();
        quelle.setURL("jdbc:h2:mem:" + datenbank + ";DB_CLOSE_DELAY=-1");
        Datenhaltung daten = Datenhaltung.builder(quelle, BUND).clock(uhr).oeffnen();
        KontoServlet login = new KontoServlet(
                konto,
                new Kontoumgebung(
                        MandantFinder.fest(Kontoportal.mandant(schema + "://127.0.0.1/ozg")),
                        (seite, ziel) -> {
                            ziel.write("<!DOCTYPE html><html><body>");
                            seite.inhalt().schreibe(ziel);
                            ziel.write("</body></html>");
                        },
                        ablage.apply(daten.kurzablage()),
                        daten.grenze()));
        ServletContextHandler anwendung = new ServletContextHandler("/");
        anwendung.addServlet(new ServletHolder(login), "/konto/*");
        anwendung.addServlet(new ServletHolder(new Wer(login)), "/wer");
        server.setHandler(anwendung);
        HttpConfiguration hinterProxy = new HttpConfiguration();
        hinterProxy.addCustomizer(new ForwardedRequestCustomizer());
        ServerConnector anschluss = new ServerConnector(server, new HttpConnectionFactory(hinterProxy));
        anschluss.setHost("127.0.0.1");
        server.addConnector(anschluss);
        server.start();
    }

    URI adresse(String pfad) {
        return URI.create("http://127.0.0.1:" + server.getURI().getPort() + pfad);
    }

    /** The page of choice. */
    String wahl() {
        return adresse(konto.anmeldeadresse(
                        new Anmeldewunsch(MANDANT, "Probe", Vertrauensniveau.SUBSTANZIELL, Set.of(), "/wer")))
                .toString();
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }

    private static final class Wer extends HttpServlet {

        private static final long serialVersionUID = 1L;

        private final transient KontoServlet login;

        Wer(KontoServlet login) {
            this.login = login;
        }

        @Override
        protected void doGet(HttpServletRequest anfrage, HttpServletResponse antwort) throws IOException {
            antwort.getWriter()
                    .write(login.anmeldung(anfrage, MANDANT)
                            .map(a -> "angemeldet")
                            .orElse("niemand"));
        }
    }
}
