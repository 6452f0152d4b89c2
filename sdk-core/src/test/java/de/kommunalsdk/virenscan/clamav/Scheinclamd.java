/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.virenscan.clamav;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** A clamd for one connection at a time that does what a test says. */
final class Scheinclamd implements AutoCloseable {

    private final ServerSocket horcher;
    private final CountDownLatch ende = new CountDownLatch(1);

    /** What happens on a connection. */
    interface Verhalten {
        void tue(Socket verbindung, CountDownLatch ende) throws Exception;
    }

    Scheinclamd(Verhalten verhalten) throws IOException {
        horcher = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread faden = new Thread(() -> {
            while (!horcher.isClosed()) {
                try (Socket verbindung = horcher.accept()) {
                    verhalten.tue(verbindung, ende);
                } catch (Exception e) {
                    // the test is over, or the client went
                }
            }
        });
        faden.setDaemon(true);
        faden.start();
    }

    /** Reads a whole file as clamd does, then answers. */
    static Scheinclamd antwortet(String antwort) throws IOException {
        return new Scheinclamd((verbindung, ende) -> {
            lies(verbindung.getInputStream());
            verbindung.getOutputStream().write(antwort.getBytes(StandardCharsets.UTF_8));
        });
    }

    /** The bytes of a file in their frames. */
    static byte[] lies(InputStream von) throws IOException {
        DataInputStream d = new DataInputStream(von);
        if (!new String(d.readNBytes(10), StandardCharsets.US_ASCII).equals("zINSTREAM\0")) {
            throw new IOException("kein zINSTREAM");
        }
        java.io.ByteArrayOutputStream datei = new java.io.ByteArrayOutputStream();
        for (int laenge = d.readInt(); laenge > 0; laenge = d.readInt()) {
            datei.writeBytes(d.readNBytes(laenge));
        }
        return datei.toByteArray();
    }

    int port() {
        return horcher.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        ende.countDown();
        horcher.close();
    }
}
