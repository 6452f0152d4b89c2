/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.datenabfrage;

import java.util.Map;

/** What a look-up answers. */
public sealed interface Abfrageergebnis {

    /**
     * An answer.
     *
     * @param werte values by name, in canonical form: dates {@code 2026-11-23}, numbers with a point, {@code true} or
     *     {@code false}, codes
     * @param text a sentence for the page in the language of the question, plain text, may be empty
     */
    record Ergebnis(Map<String, String> werte, String text) implements Abfrageergebnis {
        public Ergebnis {
            werte = Map.copyOf(werte);
        }

        /** Without values and text, which may be personal data. */
        @Override
        public String toString() {
            return "Ergebnis[" + werte.keySet() + "]";
        }
    }

    /**
     * There is no answer for these inputs.
     *
     * @param text a sentence for the page in the language of the question, plain text, may be empty
     */
    record KeinErgebnis(String text) implements Abfrageergebnis {

        /** Without the text, which may be personal data. */
        @Override
        public String toString() {
            return "KeinErgebnis[]";
        }
    }

    /** It cannot answer now. */
    record Gestoert() implements Abfrageergebnis {}
}
