/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint;

import de.kommunalsdk.xdatenfelder.lint.internal.Meldungstabelle;
import java.util.List;

/**
 * One row of the code list {@code urn:xoev-de:fim-datenfelder:codeliste:xdfm}, version 1.8, with texts of our own.
 *
 * @param nummer official number, 1001 to 1144
 * @param typ official type
 * @param text what is wrong
 * @param abhilfe what to do; empty when the linter does not report the number
 * @param grund why the linter does not report the number; empty when it does
 */
public record Meldung(int nummer, Typ typ, String text, String abhilfe, String grund) {

    /** Official types. */
    public enum Typ {
        FEHLER_KRITISCH("FehlerKritisch"),
        FEHLER_METHODISCH("FehlerMethodisch"),
        WARNUNG("Warnung"),
        HINWEIS("Hinweis"),
        /** Switched off in the official list: never reported. */
        DEAKTIVIERT("Deaktiviert");

        private final String code;

        Typ(String code) {
            this.code = code;
        }

        /** As the code list writes it. */
        public String code() {
            return code;
        }
    }

    /** Whether the linter checks and reports this number. */
    public boolean geprueft() {
        return grund.isEmpty();
    }

    /** All rows in the order of their numbers. */
    public static List<Meldung> alle() {
        return Meldungstabelle.alle();
    }

    /**
     * The row of a number.
     *
     * @throws IllegalArgumentException when the list has no such number
     */
    public static Meldung von(int nummer) {
        return Meldungstabelle.von(nummer);
    }
}
