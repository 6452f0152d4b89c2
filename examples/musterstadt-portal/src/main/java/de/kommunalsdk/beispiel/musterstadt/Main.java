/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Starts the portal from the command line and stops it on Ctrl-C. */
public final class Main {

    private Main() {}

    /** Runs until the process is told to stop. Settings are system properties, see {@link Einstellungen}. */
    public static void main(String[] args) throws Exception {
        long beginn = System.nanoTime();
        PrintStream ausgabe = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Einstellungen einstellungen = Einstellungen.ausSystem();
        Musterstadt musterstadt;
        try {
            musterstadt = Musterstadt.starte(einstellungen);
        } catch (IOException e) {
            System.err.printf(
                    "Port %d ist nicht frei (%s). Mit -Dport=8081 einen anderen nehmen.%n",
                    einstellungen.port(), e.getMessage());
            System.exit(1);
            return;
        }
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            musterstadt.close();
                            ausgabe.println("Musterstadt ist beendet. Angefangene Uebermittlungen gehen beim naechsten"
                                    + " Start weiter.");
                        },
                        "musterstadt-ende"));
        ausgabe.printf(
                "%nStadtportal Musterstadt: %s  (bereit nach %d ms)%nAblage der Antraege:     %s%nBeenden:                 Strg-C%n%n",
                musterstadt.adresse(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beginn),
                einstellungen.ablage().toAbsolutePath().normalize());
        musterstadt.warte();
    }
}
