/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.druck;

import java.util.List;

/**
 * One step of a blank form, from top to bottom.
 *
 * @param ebene 2 to 6 for a heading, else 0
 * @param frage whether an answer is expected below
 * @param hilfe smaller text below, may be empty
 * @param auswahl what can be ticked
 * @param linien lines to write on
 */
public record Druckzeile(int ebene, String text, boolean frage, String hilfe, List<String> auswahl, int linien) {

    public Druckzeile {
        auswahl = List.copyOf(auswahl);
    }

    /** A heading; deeper than 6 it is one of level 6. */
    public static Druckzeile ueberschrift(int ebene, String text) {
        return new Druckzeile(Math.min(6, ebene), text, false, "", List.of(), 0);
    }

    /** A text to be read. */
    public static Druckzeile absatz(String text) {
        return new Druckzeile(0, text, false, "", List.of(), 0);
    }
}
