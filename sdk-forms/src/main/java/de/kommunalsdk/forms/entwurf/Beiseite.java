/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.entwurf;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.forms.antworten.Antworten;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands in a draft beside its answers: answers of an earlier version that fit nowhere, and what the citizen has to
 * be told. It is kept at places that begin with {@code !}, which no element has: so every write keeps it, and it is never
 * asked for, checked or delivered. Part of the stored form: never change a name.
 */
public final class Beiseite {

    private static final String PRUEFEN = "!pruefen:";
    private static final String ENTFAELLT = "!entfaellt:";
    private static final String VERMERK = "!umgestellt";
    private static final String HINWEIS = "!hinweis:";

    private Beiseite() {}

    /**
     * An answer that was set aside.
     *
     * @param version the version of the Dienst it belongs to
     * @param ort its place there
     * @param wert empty for files
     * @param entfaellt whether nobody asks for it any more; else it has to be looked at
     */
    public record Angabe(String version, String ort, String wert, List<AnlageId> dateien, boolean entfaellt) {
        public Angabe {
            dateien = List.copyOf(dateien);
        }

        /** Leaves the answer out. */
        @Override
        public String toString() {
            return "Angabe[" + version + ", " + ort + "]";
        }
    }

    /** Whether a place is none of the form. */
    public static boolean ist(String ort) {
        return ort.startsWith("!");
    }

    /** What was set aside, by version and place. */
    public static List<Angabe> angaben(Antworten antworten) {
        List<Angabe> angaben = new ArrayList<>();
        antworten.werte().forEach((ort, wert) -> angabe(ort, wert, List.of()).ifPresent(angaben::add));
        antworten.anlagen().forEach((ort, dateien) -> angabe(ort, "", dateien).ifPresent(angaben::add));
        return angaben;
    }

    private static Optional<Angabe> angabe(String ort, String wert, List<AnlageId> dateien) {
        boolean entfaellt = ort.startsWith(ENTFAELLT);
        if (!entfaellt && !ort.startsWith(PRUEFEN)) {
            return Optional.empty();
        }
        String[] teile =
                ort.substring((entfaellt ? ENTFAELLT : PRUEFEN).length()).split(":", 2);
        return Optional.of(new Angabe(teile[0], teile[1], wert, dateien, entfaellt));
    }

    static String ort(String version, String ort, boolean entfaellt) {
        return (entfaellt ? ENTFAELLT : PRUEFEN) + version + ":" + ort;
    }

    /** The version that the draft came from, as long as the citizen was not told. */
    public static Optional<String> vermerk(Antworten antworten) {
        return Optional.of(antworten.wert(VERMERK)).filter(v -> !v.isEmpty());
    }

    /** What the portal's migration had to say. */
    public static List<String> hinweise(Antworten antworten) {
        return antworten.werte().entrySet().stream()
                .filter(e -> e.getKey().startsWith(HINWEIS))
                .map(e -> e.getValue())
                .toList();
    }

    static Antworten vermerkt(Antworten antworten, String version, List<String> hinweise) {
        Antworten neu = antworten.mit(VERMERK, version);
        for (int i = 0; i < hinweise.size(); i++) {
            neu = neu.mit(HINWEIS + (char) ('a' + i), hinweise.get(i));
        }
        return neu;
    }

    /** The citizen was told: only what was set aside stays. */
    public static Antworten bestaetigt(Antworten antworten) {
        Antworten neu = antworten.mit(VERMERK, "");
        for (String ort : List.copyOf(antworten.werte().keySet())) {
            neu = ort.startsWith(HINWEIS) ? neu.mit(ort, "") : neu;
        }
        return neu;
    }
}
