/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

import java.math.BigDecimal;
import java.util.List;

/**
 * A condition over answers. Total: it always gives true or false; an empty answer equals nothing. A path without
 * indices means the entry of the same repetition as the element that carries the condition.
 */
public sealed interface Bedingung {

    /** The answer at {@code pfad} is one of {@code werte} (codes, {@code true}/{@code false}, or text). */
    record Gleich(String pfad, List<String> werte) implements Bedingung {
        public Gleich {
            werte = List.copyOf(werte);
        }
    }

    /** There is an answer at {@code pfad}. */
    record Ausgefuellt(String pfad) implements Bedingung {}

    /** The number at {@code pfad} is less than {@code grenze}. */
    record Kleiner(String pfad, BigDecimal grenze) implements Bedingung {}

    /**
     * A person born on the date at {@code pfad} (a date field, or the harmonised group {@code G60000000083} of day,
     * month and year fields of which day and month may be unknown) is younger than {@code jahre} today in Europe/Berlin. Unknown day or month count as the
     * last possible day, so that a minor is never overlooked.
     */
    record JuengerAls(String pfad, int jahre) implements Bedingung {}

    /** Not. */
    record Nicht(Bedingung bedingung) implements Bedingung {}

    /** All. */
    record Alle(List<Bedingung> bedingungen) implements Bedingung {
        public Alle {
            bedingungen = List.copyOf(bedingungen);
        }
    }

    /** At least one. */
    record Eine(List<Bedingung> bedingungen) implements Bedingung {
        public Eine {
            bedingungen = List.copyOf(bedingungen);
        }
    }
}
