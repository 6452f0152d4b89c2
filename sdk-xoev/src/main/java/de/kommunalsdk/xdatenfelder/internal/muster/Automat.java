/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal.muster;

import de.kommunalsdk.xdatenfelder.internal.muster.Knoten.Alternative;
import de.kommunalsdk.xdatenfelder.internal.muster.Knoten.Folge;
import de.kommunalsdk.xdatenfelder.internal.muster.Knoten.Klasse;
import de.kommunalsdk.xdatenfelder.internal.muster.Knoten.Wiederholung;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern as a nondeterministic automaton (K. Thompson, "Regular Expression Search Algorithm", 1968). Counted repetitions
 * of one class are one state that counts; those of longer parts are written out. Immutable.
 */
final class Automat {

    /** A state: reads a character of the class {@code min} to {@code max} times, or branches where there is no class. */
    record Zustand(@Nullable Zeichentest test, int min, int max, int weiter, int sonst) {

        boolean zaehlt() {
            return max > 1;
        }
    }

    /** The state in which the text may end. */
    static final int TREFFER = 0;

    private static final int KEINER = -1;

    private final List<Zustand> zustaende = new ArrayList<>();
    private final int start;

    Automat(Knoten knoten) {
        gabel(KEINER, KEINER);
        this.start = baue(knoten, TREFFER);
    }

    int groesse() {
        return zustaende.size();
    }

    int start() {
        return start;
    }

    Zustand zustand(int nummer) {
        return zustaende.get(nummer);
    }

    /** Adds the states of a part in front of the state {@code weiter}, and gives the first. */
    private int baue(Knoten knoten, int weiter) {
        if (knoten instanceof Klasse klasse) {
            return zeichen(klasse, 1, 1, weiter);
        }
        if (knoten instanceof Folge folge) {
            int erster = weiter;
            for (int i = folge.teile().size() - 1; i >= 0; i--) {
                erster = baue(folge.teile().get(i), erster);
            }
            return erster;
        }
        if (knoten instanceof Alternative alternative) {
            List<Knoten> zweige = alternative.zweige();
            int erster = baue(zweige.get(zweige.size() - 1), weiter);
            for (int i = zweige.size() - 2; i >= 0; i--) {
                erster = gabel(baue(zweige.get(i), weiter), erster);
            }
            return erster;
        }
        return knoten instanceof Wiederholung wiederholung ? baue(wiederholung, weiter) : weiter;
    }

    private int baue(Wiederholung wiederholung, int weiter) {
        Knoten inhalt = wiederholung.inhalt();
        int min = wiederholung.min();
        int max = wiederholung.max();
        if (inhalt instanceof Klasse klasse) {
            return zeichen(klasse, min, max, weiter);
        }
        int erster = weiter;
        int mindestens = min;
        if (max == Wiederholung.UNBEGRENZT) {
            int gabel = gabel(KEINER, weiter);
            int schleife = baue(inhalt, gabel);
            zustaende.set(gabel, new Zustand(null, 0, 0, schleife, weiter));
            erster = min == 0 ? gabel : schleife;
            mindestens = min - 1;
        } else {
            for (int i = min; i < max; i++) {
                erster = gabel(baue(inhalt, erster), weiter);
            }
        }
        for (int i = 0; i < mindestens; i++) {
            erster = baue(inhalt, erster);
        }
        return erster;
    }

    private int zeichen(Klasse klasse, int min, int max, int weiter) {
        zustaende.add(new Zustand(new Zeichentest(klasse), min, max, weiter, KEINER));
        return zustaende.size() - 1;
    }

    private int gabel(int weiter, int sonst) {
        zustaende.add(new Zustand(null, 0, 0, weiter, sonst));
        return zustaende.size() - 1;
    }
}
