/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung.internal;

import de.kommunalsdk.zeichen.Ausgabe;
import de.kommunalsdk.zeichen.Din91379;
import de.kommunalsdk.zeichen.Zeichensatz;
import java.util.Locale;

/** Which characters a text may have: a data type of DIN 91379 in an edition. */
public record Zeichenart(Zeichensatz zeichensatz, Ausgabe ausgabe) {

    /** Target namespace of the XSD file of an edition. */
    static String namensraum(Ausgabe ausgabe) {
        return switch (ausgabe) {
            case DIN_SPEC_2019_03 -> "urn:xoev-de:kosit:xoev:datentyp:din-spec-91379_2019-03";
            case DIN_2022_08 -> "urn:xoev-de:kosit:xoev:datentyp:din-91379_2022-08";
        };
    }

    /** Whether the types of a namespace are checked by {@link Din91379}, so that the schema need not. */
    static boolean prueftSelbst(String namensraum) {
        for (Ausgabe ausgabe : Ausgabe.values()) {
            if (namensraum(ausgabe).equals(namensraum)) {
                return true;
            }
        }
        return false;
    }

    /** Versions, ids and dates stand there too: a default that knows no digits is meant for texts only. */
    Zeichenart fuerAttribute() {
        return new Zeichenart(Zeichensatz.E, ausgabe);
    }

    /** Local name of the XSD type. */
    String typname() {
        return "datatype" + zeichensatz;
    }

    Din91379 pruefer() {
        return Din91379.fuer(zeichensatz, ausgabe);
    }

    /** The rule as the report names it. */
    String regel() {
        return "din-91379-" + ausgabe.datum() + "-" + zeichensatz.name().toLowerCase(Locale.ROOT);
    }
}
