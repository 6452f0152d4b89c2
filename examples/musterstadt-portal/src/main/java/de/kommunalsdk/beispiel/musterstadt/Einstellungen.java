/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the portal is started.
 *
 * @param port TCP port on the loopback interface; 0 takes a free one
 * @param daten directory for the database file, the key file, the drop directory and simulated mail
 * @param dienste directory with further Dienste
 * @param jdbcUrl another database than the H2 file, for example {@code jdbc:postgresql://localhost/musterstadt?user=...}
 * @param clamd port of a ClamAV daemon on this machine that scans uploads; without one nobody does
 * @param adresse how browsers reach it through a proxy, {@code https://portal.example}; the proxy is believed then
 * @param konten directory with what the portal is registered with at its accounts, see {@link Anmeldung}; without one they
 *     are simulated
 */
public record Einstellungen(
        int port,
        Path daten,
        Optional<Path> dienste,
        Optional<String> jdbcUrl,
        Optional<Integer> clamd,
        Optional<URI> adresse,
        Optional<Path> konten) {

    private static final int MAX_PORT = 65_535;

    /** Reached directly, with simulated accounts. */
    public Einstellungen(
            int port, Path daten, Optional<Path> dienste, Optional<String> jdbcUrl, Optional<Integer> clamd) {
        this(port, daten, dienste, jdbcUrl, clamd, Optional.empty(), Optional.empty());
    }

    /** Without a scanner. */
    public Einstellungen(int port, Path daten, Optional<Path> dienste, Optional<String> jdbcUrl) {
        this(port, daten, dienste, jdbcUrl, Optional.empty());
    }

    /**
     * Reads the system properties {@code port}, {@code musterstadt.daten}, {@code ozg.dienste}, {@code jdbc.url},
     * {@code clamd.port}, {@code adresse} and {@code konten}.
     */
    public static Einstellungen ausSystem() {
        return new Einstellungen(
                port("port", System.getProperty("port", "8080")),
                Path.of(System.getProperty("musterstadt.daten", "target/musterstadt")),
                eigenschaft("ozg.dienste").map(Path::of),
                eigenschaft("jdbc.url"),
                eigenschaft("clamd.port").map(text -> port("clamd.port", text)),
                eigenschaft("adresse").map(URI::create),
                eigenschaft("konten").map(Path::of));
    }

    /** Where the Antraege arrive. */
    public Path ablage() {
        return daten.resolve("ablage");
    }

    /** Where the mails are that the simulator would have sent. */
    public Path briefkasten() {
        return daten.resolve("briefkasten");
    }

    private static Optional<String> eigenschaft(String name) {
        return Optional.ofNullable(System.getProperty(name)).filter(wert -> !wert.isBlank());
    }

    private static int port(String name, String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > MAX_PORT) {
            throw new IllegalArgumentException("-D" + name + ": eine Zahl von 0 bis " + MAX_PORT);
        }
        return Integer.parseInt(text);
    }
}
