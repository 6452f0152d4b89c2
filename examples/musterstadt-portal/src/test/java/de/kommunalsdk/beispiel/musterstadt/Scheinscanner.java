/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Speaks as much of clamd as a portal needs (zINSTREAM): finds something in a file that says so, gives no verdict on one that
 * asks to wait, has nothing against all others.
 */
final class Scheinscanner implements AutoCloseable {

    private final ServerSocket anschluss = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    Scheinscanner() throws IOException {
        Thread faden = new Thread(this::bediene, "scheinscanner");
        faden.setDaemon(true);
        faden.start();
    }

    int port() {
        return anschluss.getLocalPort();
    }

    private void bediene() {
        while (!anschluss.isClosed()) {
            try (Socket verbindung = anschluss.accept()) {
                antworte(verbindung);
            } catch (IOException e) {
                // closed, or the portal went away: the next one
            }
        }
    }

    private static void antworte(Socket verbindung) throws IOException {
        DataInputStream anfrage = new DataInputStream(verbindung.getInputStream());
        StringBuilder befehl = new StringBuilder();
        for (int zeichen = anfrage.read(); zeichen > 0; zeichen = anfrage.read()) {
            befehl.append((char) zeichen);
        }
        String urteil = "PONG";
        if (befehl.toString().contains("INSTREAM")) {
            ByteArrayOutputStream datei = new ByteArrayOutputStream();
            for (int laenge = anfrage.readInt(); laenge > 0; laenge = anfrage.readInt()) {
                datei.write(anfrage.readNBytes(laenge));
            }
            String inhalt = datei.toString(StandardCharsets.ISO_8859_1);
            if (inhalt.contains("synthetisch: warten")) {
                return;
            }
            urteil = inhalt.contains("synthetisch: befallen") ? "stream: Synthetisch FOUND" : "stream: OK";
        }
        verbindung.getOutputStream().write((urteil + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        anschluss.close();
    }
}
