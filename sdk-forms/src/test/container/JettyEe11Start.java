/* SPDX-License-Identifier: EUPL-1.2 */
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Runs a web application on Jetty 12 ee11: arguments are its directory and its context path. Prints the port. */
public final class JettyEe11Start {

    public static void main(String[] argumente) throws Exception {
        Server server = new Server();
        ServerConnector anschluss = new ServerConnector(server);
        anschluss.setHost("127.0.0.1");
        server.addConnector(anschluss);
        WebAppContext anwendung = new WebAppContext();
        anwendung.setWar(argumente[0]);
        anwendung.setContextPath(argumente[1]);
        anwendung.setThrowUnavailableOnStartupException(true);
        server.setHandler(anwendung);
        server.start();
        System.out.println("PORT " + anschluss.getLocalPort());
        server.join();
    }
}
