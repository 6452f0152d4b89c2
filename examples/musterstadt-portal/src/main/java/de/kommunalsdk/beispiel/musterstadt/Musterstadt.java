/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import com.zaxxer.hikari.HikariDataSource;
import de.kommunalsdk.beispiel.musterstadt.servlet.Stadtseiten;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.mandant.Mandant;
import java.net.InetAddress;
import java.net.URI;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** The running portal. Thread-safe; {@link #close} waits for the requests in progress. */
public final class Musterstadt implements AutoCloseable {

    private static final long STOPP_MILLIS = 10_000;

    private final Server server;
    private final URI adresse;
    private final KommunalSdk sdk;
    private final HikariDataSource datenquelle;
    private final Anmeldung anmeldung;

    private Musterstadt(
            Server server, URI adresse, KommunalSdk sdk, HikariDataSource datenquelle, Anmeldung anmeldung) {
        this.server = server;
        this.adresse = adresse;
        this.sdk = sdk;
        this.datenquelle = datenquelle;
        this.anmeldung = anmeldung;
    }

    /** Starts the portal on the loopback interface; throws when the port is taken or a file cannot be written. */
    public static Musterstadt starte(Einstellungen einstellungen) throws Exception {
        Server server = new Server();
        server.setStopTimeout(STOPP_MILLIS);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        if (einstellungen.adresse().isPresent()) {
            http.addCustomizer(new ForwardedRequestCustomizer()); // or cookies of the login would not be secure
        }
        ServerConnector anschluss = new ServerConnector(server, new HttpConnectionFactory(http));
        anschluss.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        anschluss.setPort(einstellungen.port());
        server.addConnector(anschluss);
        anschluss.open();
        URI adresse =
                einstellungen.adresse().orElseGet(() -> URI.create("http://localhost:" + anschluss.getLocalPort()));

        MusterstadtHuelle huelle = new MusterstadtHuelle();
        ServletContextHandler anwendung = new ServletContextHandler("/");
        anwendung.addServlet(new ServletHolder(new Stadtseiten(huelle)), "/");
        Anmeldung anmeldung = Anmeldung.fuer(adresse, einstellungen);
        Mandant mandant = Onlinedienste.mandant(adresse, einstellungen);
        HikariDataSource datenquelle = Onlinedienste.datenquelle(einstellungen);
        KommunalSdk[] sdk = new KommunalSdk[1];
        anwendung.addServletContainerInitializer((klassen, kontext) ->
                sdk[0] = Onlinedienste.bette(kontext, datenquelle, mandant, huelle, anmeldung, einstellungen));
        server.setHandler(new GracefulHandler(anwendung));
        try {
            server.start();
        } catch (Exception e) {
            datenquelle.close();
            anmeldung.close();
            throw e;
        }
        return new Musterstadt(server, adresse, sdk[0], datenquelle, anmeldung);
    }

    /** Where the portal answers, without a slash at the end. */
    public URI adresse() {
        return adresse;
    }

    /** Blocks until the portal has been stopped. */
    public void warte() throws InterruptedException {
        server.join();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("Der Server liess sich nicht beenden.", e);
        }
        sdk.close();
        datenquelle.close();
        anmeldung.close();
    }
}
