/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet;

import de.kommunalsdk.testkit.konformitaet.internal.HtmlBericht;
import de.kommunalsdk.testkit.konformitaet.internal.JsonBericht;
import de.kommunalsdk.testkit.konformitaet.internal.JunitBericht;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The outcome of one check, rule by rule.
 *
 * @param pruefling what was checked
 * @param begonnen when
 * @param eintraege one for each rule, in the order of the rules
 */
public record Bericht(Pruefling pruefling, Instant begonnen, List<Eintrag> eintraege) {

    /** Name of the JSON file. */
    public static final String JSON = "konformitaet.json";

    /** Name of the HTML file. */
    public static final String HTML = "konformitaet.html";

    /** Name of the JUnit file. */
    public static final String JUNIT = "TEST-konformitaet.xml";

    /** One rule, its result, and how long it took. */
    public record Eintrag(Regel regel, Ergebnis ergebnis, Duration dauer) {}

    /** Copies the list. */
    public Bericht {
        eintraege = List.copyOf(eintraege);
    }

    /** Whether no rule is broken and none was kept from being checked; at least one is kept. */
    public boolean konform() {
        return zaehle(Ergebnis.Erfuellt.class) > 0
                && eintraege.size() == zaehle(Ergebnis.Erfuellt.class) + zaehle(Ergebnis.NichtGeprueft.class);
    }

    /** How many rules ended like this. */
    public long zaehle(Class<? extends Ergebnis> art) {
        return eintraege.stream().map(Eintrag::ergebnis).filter(art::isInstance).count();
    }

    /**
     * The result of a rule.
     *
     * @throws IllegalArgumentException when there is no such rule
     */
    public Ergebnis ergebnis(String regelId) {
        return eintraege.stream()
                .filter(e -> e.regel().id().equals(regelId))
                .map(Eintrag::ergebnis)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Diese Regel gibt es nicht: " + regelId));
    }

    /**
     * Writes {@value #JSON}, {@value #HTML} and {@value #JUNIT}; makes the directory, replaces older files.
     *
     * @throws IOException when the directory cannot be written to
     */
    public void schreibe(Path verzeichnis) throws IOException {
        Files.createDirectories(verzeichnis);
        Files.write(verzeichnis.resolve(JSON), JsonBericht.schreibe(this));
        Files.write(verzeichnis.resolve(HTML), HtmlBericht.schreibe(this));
        Files.write(verzeichnis.resolve(JUNIT), JunitBericht.schreibe(this));
    }
}
