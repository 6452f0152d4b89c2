/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A condition, as the FIM portal's translated rules write it; the names are the portal's. Immutable. No tree is deeper
 * than {@link #MAX_TIEFE}: a constructor that would make one throws {@link IllegalArgumentException}, so nothing that
 * walks a tree can run out of stack.
 */
public sealed interface Ausdruck {

    /** Levels of one condition. */
    int MAX_TIEFE = 50;

    /** Levels of this tree, 1 for a leaf. */
    int tiefe();

    /** Both sides have the same value; unknown while one is empty. */
    record Equal(Operand links, Operand rechts) implements Ausdruck {
        @Override
        public int tiefe() {
            return 2;
        }
    }

    /** Negation. */
    record Not(Ausdruck condition) implements Ausdruck {
        public Not {
            pruefe(List.of(condition), 1, 1);
        }

        @Override
        public int tiefe() {
            return 1 + condition.tiefe();
        }
    }

    /** All, at least one. */
    record And(List<Ausdruck> conditions) implements Ausdruck {
        public And {
            conditions = List.copyOf(conditions);
            pruefe(conditions, 1, Integer.MAX_VALUE);
        }

        @Override
        public int tiefe() {
            return 1 + tiefste(conditions);
        }
    }

    /** At least one of at least one. */
    record Or(List<Ausdruck> conditions) implements Ausdruck {
        public Or {
            conditions = List.copyOf(conditions);
            pruefe(conditions, 1, Integer.MAX_VALUE);
        }

        @Override
        public int tiefe() {
            return 1 + tiefste(conditions);
        }
    }

    /** Exactly one of two. For more than two the portal's meaning (exactly one, or an odd number) is not known. */
    record Xor(List<Ausdruck> conditions) implements Ausdruck {
        public Xor {
            conditions = List.copyOf(conditions);
            pruefe(conditions, 2, 2);
        }

        @Override
        public int tiefe() {
            return 1 + tiefste(conditions);
        }
    }

    /** Nothing is given at the element or below it. Always known. */
    record IsEmpty(Identifier identifier) implements Ausdruck {
        public IsEmpty {
            if (identifier.istLand()) {
                throw new IllegalArgumentException("is_empty: land ist nie leer");
            }
        }

        @Override
        public int tiefe() {
            return 2;
        }
    }

    /** What {@link Equal} compares. */
    sealed interface Operand extends Ausdruck permits Identifier, Literal {
        @Override
        default int tiefe() {
            return 1;
        }
    }

    /**
     * The value of an element, or the Land. Alone it is a condition: a field of type bool that is answered with yes.
     *
     * @param name {@code self} for the element that owns the rule, {@code self.G....F...} for an element below it, step
     *     by step ({@code self.} may be left out when it is given, never when it is read from here); {@code land} for
     *     the {@link Land} of the Mandant, which is our extension
     */
    record Identifier(String name) implements Operand {

        private static final Pattern SCHRITTE = Pattern.compile("[FG]\\d{8,11}(\\.[FG]\\d{8,11}){0,49}");

        /** The Land. */
        public static final Identifier LAND = new Identifier("land");

        public Identifier {
            if (SCHRITTE.matcher(name).matches()) {
                name = "self." + name;
            }
            boolean gueltig = name.equals("self")
                    || name.equals("land")
                    || (name.startsWith("self.")
                            && SCHRITTE.matcher(name.substring(5)).matches());
            if (!gueltig) {
                throw new IllegalArgumentException("self, self.G... oder self.F..., Schritte durch Punkte, oder land");
            }
        }

        public boolean istLand() {
            return name.equals("land");
        }

        /** The ids from the owner down; empty for the owner itself. */
        public List<String> schritte() {
            return name.length() < 5 ? List.of() : List.of(name.substring(5).split("\\.", -1));
        }
    }

    /** A constant. */
    sealed interface Literal extends Operand permits Text, Zahl, Wahr {}

    /** A text, the code of a list, or a date as ISO 8601; at most 1,000 characters, none of them a control character. */
    record Text(String wert) implements Literal {
        public Text {
            UebersetzteRegel.pruefeText(wert);
        }
    }

    /** A number, without trailing zeros; at most 30 digits before and after the point. */
    record Zahl(BigDecimal wert) implements Literal {
        public Zahl {
            if (wert.precision() > 60 || Math.abs((long) wert.scale()) > 30) {
                throw new IllegalArgumentException("Zahl: höchstens 30 Stellen vor und nach dem Komma");
            }
            wert = wert.stripTrailingZeros();
        }
    }

    /** True or false. */
    record Wahr(boolean wert) implements Literal {}

    private static void pruefe(List<Ausdruck> teile, int mindestens, int hoechstens) {
        if (teile.size() < mindestens || teile.size() > hoechstens) {
            throw new IllegalArgumentException("falsche Anzahl von Teilen");
        }
        teile.forEach(Ausdruck::pruefeBedingung);
        if (tiefste(teile) >= MAX_TIEFE) {
            throw new IllegalArgumentException("tiefer als " + MAX_TIEFE + " Ebenen");
        }
    }

    /** Refuses what has no truth: a text, a number, the Land. */
    static void pruefeBedingung(Ausdruck ausdruck) {
        if (ausdruck instanceof Text || ausdruck instanceof Zahl || Identifier.LAND.equals(ausdruck)) {
            throw new IllegalArgumentException("ein Text, eine Zahl oder land ist keine Bedingung");
        }
    }

    private static int tiefste(List<Ausdruck> teile) {
        return teile.stream().mapToInt(Ausdruck::tiefe).max().orElse(0);
    }
}
