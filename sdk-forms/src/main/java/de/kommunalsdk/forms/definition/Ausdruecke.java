/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

import de.kommunalsdk.ausdruck.Ausdruck;
import de.kommunalsdk.ausdruck.Lesung;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The expressions of a form that belong to no single element. Immutable.
 *
 * @param pruefungen checks over several fields
 * @param berechnungen calculated fields, each after those that it looks at
 * @param gebuehr the fee in euros
 * @param abhaengige by path, which calculations look at it
 */
public record Ausdruecke(
        List<Pruefung> pruefungen,
        List<Berechnung> berechnungen,
        Optional<Ausdruck> gebuehr,
        Map<String, List<Abhaengige>> abhaengige) {

    /** None. */
    public static final Ausdruecke KEINE = von(List.of(), List.of(), Optional.empty());

    public Ausdruecke {
        pruefungen = List.copyOf(pruefungen);
        berechnungen = List.copyOf(berechnungen);
        abhaengige = Map.copyOf(abhaengige);
    }

    /** With the calculations that look at each path. */
    public static Ausdruecke von(List<Pruefung> pruefungen, List<Berechnung> berechnungen, Optional<Ausdruck> gebuehr) {
        Map<String, List<Abhaengige>> abhaengige = new HashMap<>();
        for (int i = 0; i < berechnungen.size(); i++) {
            for (Lesung lesung : berechnungen.get(i).gelesene()) {
                abhaengige
                        .computeIfAbsent(lesung.pfad(), k -> new ArrayList<>())
                        .add(new Abhaengige(i, lesung.ebenen()));
            }
        }
        return new Ausdruecke(pruefungen, berechnungen, gebuehr, abhaengige);
    }

    /** Whether nothing in them can be broken. */
    public boolean sindOhneRegeln() {
        return pruefungen.isEmpty() && berechnungen.isEmpty();
    }

    /**
     * A check.
     *
     * @param feld path of the element where a breach is shown; evaluated for each of its places that is shown
     * @param ausdruck what must hold; unknown stops nobody
     * @param meldung what the citizen is told, in German
     * @param gelesene what it looks at
     */
    public record Pruefung(String feld, Ausdruck ausdruck, String meldung, Set<Lesung> gelesene) {
        public Pruefung {
            gelesene = Set.copyOf(gelesene);
        }
    }

    /**
     * A calculated field.
     *
     * @param feld its path
     * @param ziel all its places
     * @param gelesene what it looks at
     * @param taeglich whether the value changes with the day
     * @param dezimalen of a number
     */
    public record Berechnung(
            String feld,
            Ausdruck.Bezug ziel,
            Ausdruck ausdruck,
            Set<Lesung> gelesene,
            boolean taeglich,
            int dezimalen) {
        public Berechnung {
            gelesene = Set.copyOf(gelesene);
        }
    }

    /** A calculation that looks at a path, and how many steps of it stand in its own entry. */
    public record Abhaengige(int nummer, int ebenen) {}
}
