/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xfall.internal;

import de.kommunalsdk.xdatenfelder.Datenfeld;
import java.util.List;

/** A part of an instance in the order of the schema, checked and without what is empty. */
public sealed interface Instanz {

    /** All uses of one element inside its parent; at least one. */
    record Eintrag(String id, boolean mehrfach, List<Instanz> werte) {}

    /** A group; without entries only where the schema demands a group in which nothing is demanded. */
    record Gruppe(List<Eintrag> eintraege) implements Instanz {}

    /** The text of a field in its lexical form. */
    record Text(Datenfeld feld, String text) implements Instanz {

        /** How the value stands in JSON. */
        public JsonArt jsonArt() {
            if (Textform.istText(feld)) {
                return JsonArt.TEXT;
            }
            return switch (feld.datentyp()) {
                case NUM, NUM_INT, NUM_CURRENCY -> JsonArt.ZAHL;
                case BOOL -> JsonArt.WAHRHEITSWERT;
                default -> JsonArt.TEXT;
            };
        }
    }

    /** Kinds of JSON values. */
    enum JsonArt {
        ZAHL,
        WAHRHEITSWERT,
        TEXT
    }
}
