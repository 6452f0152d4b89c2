/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ausdruck;

import java.util.List;
import java.util.stream.Stream;

/**
 * An expression. Immutable. Made by {@link Ausdrucksleser} from a text, or by a translator from another notation; whoever
 * makes one by hand answers for its types, and gets "unknown" where they do not fit.
 */
public sealed interface Ausdruck {

    /** Levels that are evaluated; an expression that needs more is unknown. */
    int MAX_TIEFE = 200;

    /** The expressions directly below, in order. */
    List<Ausdruck> teile();

    /**
     * A constant.
     *
     * @param wert a String, BigDecimal, Boolean, LocalDate, LocalTime, LocalDateTime or Period, as the type says
     */
    record Konstante(Object wert) implements Ausdruck {
        @Override
        public List<Ausdruck> teile() {
            return List.of();
        }
    }

    /** Unknown. */
    record Nichts() implements Ausdruck {
        @Override
        public List<Ausdruck> teile() {
            return List.of();
        }
    }

    /**
     * What is given somewhere. The place is made of the beginning of a known place and of ids below it.
     *
     * @param variable whose place it begins with: 0 for the element that carries the expression, n for the entry of the
     *     n-th enclosing repetition of the expression itself
     * @param ebenen how many steps of that place count; {@link #GANZ} for all
     * @param schritte ids joined by dots; more than one after each step that is repeated, so that it stands for many
     *     values; the last is empty when the entries themselves are meant
     */
    record Bezug(int variable, int ebenen, List<String> schritte, Typ typ) implements Ausdruck {

        /** The whole place. */
        public static final int GANZ = Integer.MAX_VALUE;

        public Bezug {
            schritte = List.copyOf(schritte);
            if (schritte.isEmpty()) {
                throw new IllegalArgumentException("Bezug ohne Schritt");
            }
        }

        /** Whether it stands for the values of several entries. */
        public boolean istListe() {
            return schritte.size() > 1;
        }

        /** The same place, read in another way. */
        public Bezug als(Typ anderer) {
            return new Bezug(variable, ebenen, schritte, anderer);
        }

        @Override
        public List<Ausdruck> teile() {
            return List.of();
        }
    }

    /** Anything is given there or below, in whatever entry. Always known. */
    record Gegeben(Bezug bezug) implements Ausdruck {
        @Override
        public List<Ausdruck> teile() {
            return List.of(bezug);
        }
    }

    /** True when the part is known to be true, else false. Always known. */
    record Sicher(Ausdruck was) implements Ausdruck {
        @Override
        public List<Ausdruck> teile() {
            return List.of(was);
        }
    }

    /** Negation. */
    record Nicht(Ausdruck was) implements Ausdruck {
        @Override
        public List<Ausdruck> teile() {
            return List.of(was);
        }
    }

    /** False as soon as one is false, true when all are true; unknown otherwise. */
    record Und(List<Ausdruck> teile) implements Ausdruck {
        public Und {
            teile = List.copyOf(teile);
        }
    }

    /** True as soon as one is true, false when all are false; unknown otherwise. */
    record Oder(List<Ausdruck> teile) implements Ausdruck {
        public Oder {
            teile = List.copyOf(teile);
        }
    }

    /** Exactly one of two; unknown while one is. */
    record EntwederOder(Ausdruck links, Ausdruck rechts) implements Ausdruck {
        @Override
        public List<Ausdruck> teile() {
            return List.of(links, rechts);
        }
    }

    /** Compares two values of one type; unknown while one is. */
    record Vergleich(Art art, Ausdruck links, Ausdruck rechts) implements Ausdruck {

        /** The relation of the left to the right one. */
        public enum Art {
            GLEICH,
            KLEINER,
            HOECHSTENS
        }

        @Override
        public List<Ausdruck> teile() {
            return List.of(links, rechts);
        }
    }

    /** The value is one of some; unknown while it is, or while it could be one that is. */
    record Enthalten(Ausdruck was, List<Ausdruck> worin) implements Ausdruck {
        public Enthalten {
            worin = List.copyOf(worin);
        }

        @Override
        public List<Ausdruck> teile() {
            return Stream.concat(Stream.of(was), worin.stream()).toList();
        }
    }

    /**
     * Arithmetic with 34 digits; also a day and a duration, two days (their distance), two texts (one after the other).
     * Unknown for a division by zero and beyond {@link Auswerter#GROESSTE}.
     */
    record Rechnung(Art art, Ausdruck links, Ausdruck rechts) implements Ausdruck {

        /** The operation. */
        public enum Art {
            PLUS,
            MINUS,
            MAL,
            GETEILT
        }

        @Override
        public List<Ausdruck> teile() {
            return List.of(links, rechts);
        }
    }

    /** One of two; unknown while the condition is. */
    record Wenn(Ausdruck bedingung, Ausdruck dann, Ausdruck sonst) implements Ausdruck {
        @Override
        public List<Ausdruck> teile() {
            return List.of(bedingung, dann, sonst);
        }
    }

    /**
     * The condition holds for every (or for some) entry. Inside, the entry is the next variable.
     *
     * @param jeder true: for every one, and so also when there is none
     */
    record Quantor(boolean jeder, Bezug liste, Ausdruck bedingung) implements Ausdruck {
        @Override
        public List<Ausdruck> teile() {
            return List.of(liste, bedingung);
        }
    }

    /**
     * One value of many entries. Entries without a value do not count; an answer that is not of its type makes the result
     * unknown.
     *
     * @param je the value of one entry, which is the next variable
     */
    record Aggregat(Art art, Bezug liste, Ausdruck je) implements Ausdruck {

        /** The kind; {@code SUMME} and {@code ANZAHL} of nothing are 0, the others are unknown. */
        public enum Art {
            SUMME,
            ANZAHL,
            KLEINSTES,
            GROESSTES,
            MITTEL
        }

        @Override
        public List<Ausdruck> teile() {
            return List.of(liste, je);
        }
    }

    /** A function of values; unknown while an argument is. */
    record Aufruf(Funktion funktion, List<Ausdruck> teile) implements Ausdruck {
        public Aufruf {
            teile = List.copyOf(teile);
        }
    }
}
