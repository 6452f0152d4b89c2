/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.dienst.internal;

import de.kommunalsdk.config.Knoten;
import de.kommunalsdk.dienst.DienstFehler;
import de.kommunalsdk.dienst.Entwurfsregeln;
import de.kommunalsdk.dienst.Entwurfsregeln.Umstellung;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the key {@code entwurf} of a dienst.yaml. Thread-safe. */
public final class Entwurfsleser {

    private static final int TAGE = 30;
    private static final int ERINNERUNG = 3;
    private static final int SCHONFRIST = 30;

    private Entwurfsleser() {}

    /** What the document says, with the defaults for the rest. */
    public static Entwurfsregeln lies(Knoten wurzel) {
        Optional<Knoten> entwurf = wurzel.abbildung("entwurf");
        if (entwurf.isEmpty()) {
            return new Entwurfsregeln(
                    Duration.ofDays(TAGE), Duration.ofDays(ERINNERUNG), Optional.empty(), SCHONFRIST, List.of());
        }
        Knoten k = entwurf.get();
        k.erlaubt("tage", "erinnerung_tage", "ablauf", "schonfrist_tage", "migration");
        int tage = k.zahl("tage", 1, 90).orElse(TAGE);
        int erinnerung = k.zahl("erinnerung_tage", 0, 89).orElse(Math.min(ERINNERUNG, tage - 1));
        if (erinnerung >= tage) {
            k.kind("erinnerung_tage")
                    .orElse(k)
                    .fehler(DienstFehler.FALSCHE_ANGABE, "\"erinnerung_tage\" muss kleiner als \"tage\" sein.");
        }
        return new Entwurfsregeln(
                Duration.ofDays(tage),
                Duration.ofDays(erinnerung),
                k.wert("ablauf", Entwurfsleser::tag),
                k.zahl("schonfrist_tage", 0, 365).orElse(SCHONFRIST),
                umstellungen(k));
    }

    private static LocalDate tag(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Tag wie 2027-01-31", e);
        }
    }

    private static List<Umstellung> umstellungen(Knoten k) {
        List<Umstellung> gelesen = new ArrayList<>();
        for (Knoten eintrag : k.liste("migration")) {
            eintrag.erlaubt("von", "umbenennen", "entfaellt");
            Map<String, String> umbenennen = new LinkedHashMap<>();
            eintrag.abbildung("umbenennen")
                    .ifPresent(paare -> paare.eintraege().keySet().forEach(alt -> paare.pflichttext(alt)
                            .ifPresent(neu -> umbenennen.put(alt, neu))));
            eintrag.pflichtwert("von", Entwurfsleser::version).ifPresent(von -> {
                if (gelesen.stream().anyMatch(u -> u.von().equals(von))) {
                    eintrag.fehler(DienstFehler.FALSCHE_ANGABE, "\"von: " + von + "\" steht zweimal.");
                }
                gelesen.add(new Umstellung(von, umbenennen, eintrag.texte("entfaellt")));
            });
        }
        return gelesen;
    }

    /** A version of a Dienst. */
    public static String version(String text) {
        if (!text.matches("\\d{1,6}\\.\\d{1,6}\\.\\d{1,6}")) {
            throw new IllegalArgumentException("drei Zahlen wie 1.0.0");
        }
        return text;
    }
}
