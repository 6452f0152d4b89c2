/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.simulator;

import de.kommunalsdk.benachrichtigung.Benachrichtigung;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.http.HttpFehler;
import de.kommunalsdk.mandant.MandantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mail server that sends nothing: it keeps each mail once, in memory or as a file that a person can read. Thread-safe;
 * may be told anew at any time.
 */
public final class PostSimulator implements Benachrichtigung {

    private final Optional<Path> ordner;
    private final Map<String, Brief> briefe = new LinkedHashMap<>();
    private int stoerungen;

    private PostSimulator(Optional<Path> ordner) {
        this.ordner = ordner;
    }

    /** Keeps mails in memory. */
    public static PostSimulator imSpeicher() {
        return new PostSimulator(Optional.empty());
    }

    /** Writes each mail into this folder, too, as {@code <key>.txt}; a file that is there is not written again. */
    public static PostSimulator inOrdner(Path ordner) {
        return new PostSimulator(Optional.of(ordner));
    }

    /** A mail as it was sent. */
    public record Brief(MandantId mandant, String schluessel, String empfaenger, String betreff, String text) {}

    /** Refuses the next mails, as a server does that is down. */
    public synchronized PostSimulator stoert(int anzahl) {
        stoerungen = anzahl;
        return this;
    }

    /** What was sent so far, each mail once. */
    public synchronized List<Brief> briefe() {
        return List.copyOf(briefe.values());
    }

    @Override
    public synchronized void sende(
            MandantId mandant, String schluessel, String empfaenger, String betreff, String text) {
        if (stoerungen > 0) {
            stoerungen--;
            throw new ServiceUnavailable(HttpFehler.NICHT_ERREICHBAR, "PostSimulator");
        }
        Brief brief = new Brief(mandant, schluessel, empfaenger, betreff, text);
        if (briefe.putIfAbsent(schluessel, brief) == null) {
            ordner.ifPresent(ziel -> schreibe(ziel, brief));
        }
    }

    /** Written aside first, so that a file with the name is a whole mail. */
    private static void schreibe(Path ordner, Brief brief) {
        try {
            Files.createDirectories(ordner);
            Path fertig = ordner.resolve(brief.schluessel() + ".txt");
            if (!Files.exists(fertig)) {
                Path teil = Files.createTempFile(ordner, "post", ".teil");
                Files.writeString(
                        teil, "An: " + brief.empfaenger() + "\nBetreff: " + brief.betreff() + "\n\n" + brief.text());
                Files.move(teil, fertig, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
