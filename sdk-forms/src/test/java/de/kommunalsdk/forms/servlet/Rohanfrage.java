/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends what no HTTP client would. */
final class Rohanfrage {

    private Rohanfrage() {}

    /** The whole answer as text. {@code weitere} are header lines, each with its line end. */
    static String sende(URI server, String anfragezeile, String host, String weitere) throws IOException {
        return sende(server, anfragezeile, host, weitere, "");
    }

    /** With a body, whose length stands in {@code weitere}. */
    static String sende(URI server, String anfragezeile, String host, String weitere, String koerper)
            throws IOException {
        try (Socket s = new Socket(server.getHost(), server.getPort())) {
            s.setSoTimeout(10_000);
            s.getOutputStream()
                    .write((anfragezeile + "\r\nHost: " + host + "\r\n" + weitere + "Connection: close\r\n\r\n"
                                    + koerper)
                            .getBytes(StandardCharsets.ISO_8859_1));
            s.getOutputStream().flush();
            return new String(s.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
