/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schema;

import de.kommunalsdk.xdatenfelder.internal.muster.Bereich;
import de.kommunalsdk.xdatenfelder.internal.muster.Knoten;
import de.kommunalsdk.xdatenfelder.internal.muster.Musterleser;
import java.util.Random;

/** Random texts that match a pattern: a walk through its tree. */
final class Mustergenerator {

    private static final int VERSUCHE = 1_000;

    private final Random zufall;

    Mustergenerator(Random zufall) {
        this.zufall = zufall;
    }

    /** A text of a length between both limits. */
    String text(String muster, int min, int max) {
        Knoten knoten = Musterleser.lies(muster);
        for (int i = 0; i < VERSUCHE; i++) {
            StringBuilder text = new StringBuilder();
            schreibe(knoten, text);
            if (text.length() >= min && text.length() <= max) {
                return text.toString();
            }
        }
        throw new AssertionError("no text for " + muster);
    }

    private void schreibe(Knoten knoten, StringBuilder text) {
        if (knoten instanceof Knoten.Folge folge) {
            folge.teile().forEach(t -> schreibe(t, text));
        } else if (knoten instanceof Knoten.Alternative alternative) {
            schreibe(
                    alternative.zweige().get(zufall.nextInt(alternative.zweige().size())), text);
        } else if (knoten instanceof Knoten.Wiederholung wiederholung) {
            int spielraum = Math.min(wiederholung.max() - wiederholung.min(), 12);
            int anzahl = wiederholung.min() + zufall.nextInt(spielraum + 1);
            for (int i = 0; i < anzahl; i++) {
                schreibe(wiederholung.inhalt(), text);
            }
        } else if (knoten instanceof Knoten.Klasse klasse) {
            Bereich bereich =
                    klasse.bereiche().get(zufall.nextInt(klasse.bereiche().size()));
            int breite = Math.min(bereich.bis() - bereich.von(), 60);
            text.appendCodePoint(bereich.von() + zufall.nextInt(breite + 1));
        }
    }
}
