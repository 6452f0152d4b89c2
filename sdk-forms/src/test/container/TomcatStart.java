/* SPDX-License-Identifier: EUPL-1.2 */
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.scan.StandardJarScanner;

/** Runs a web application on Tomcat 10.1 or 11: arguments are its directory and its context path. Prints the port. */
public final class TomcatStart {

    public static void main(String[] argumente) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Path.of(argumente[0]).resolveSibling("arbeit").toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context anwendung = tomcat.addWebapp(argumente[1], argumente[0]);
        // as on a server: the fragments of WEB-INF/lib, not the class path that started this process
        ((StandardJarScanner) anwendung.getJarScanner()).setScanClassPath(false);
        anwendung.setParentClassLoader(ClassLoader.getSystemClassLoader());
        tomcat.start();
        if (!anwendung.getState().isAvailable()) {
            System.exit(1);
        }
        System.out.println("PORT " + tomcat.getConnector().getLocalPort());
        tomcat.getServer().await();
    }
}
