/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP line to a server of this machine, which can be cut and mended. Thread-safe. */
final class Leitung implements AutoCloseable {

    private final ServerSocket eingang = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> offene = ConcurrentHashMap.newKeySet();
    private final int ziel;
    private volatile boolean gekappt;

    Leitung(int ziel) throws IOException {
        this.ziel = ziel;
        starte(this::nimmAn);
    }

    int port() {
        return eingang.getLocalPort();
    }

    /** Ends all connections and accepts none. */
    void kappe() throws IOException {
        gekappt = true;
        for (Socket s : offene) {
            s.close();
        }
    }

    void flicke() {
        gekappt = false;
    }

    @Override
    public void close() throws IOException {
        eingang.close();
        kappe();
    }

    private void nimmAn() throws IOException {
        while (true) {
            Socket hier = eingang.accept();
            if (gekappt) {
                hier.close();
                continue;
            }
            Socket dort = new Socket(InetAddress.getLoopbackAddress(), ziel);
            offene.add(hier);
            offene.add(dort);
            starte(() -> pumpe(hier, dort));
            starte(() -> pumpe(dort, hier));
        }
    }

    private void pumpe(Socket von, Socket nach) throws IOException {
        try (von;
                nach;
                InputStream quelle = von.getInputStream();
                OutputStream senke = nach.getOutputStream()) {
            quelle.transferTo(senke);
        } finally {
            offene.remove(von);
            offene.remove(nach);
        }
    }

    private interface Arbeit {
        void tue() throws IOException;
    }

    private static void starte(Arbeit arbeit) {
        Thread faden = new Thread(
                () -> {
                    try {
                        arbeit.tue();
                    } catch (IOException e) {
                        // the line was cut: that is what it is for
                    }
                },
                "leitung");
        faden.setDaemon(true);
        faden.start();
    }
}
