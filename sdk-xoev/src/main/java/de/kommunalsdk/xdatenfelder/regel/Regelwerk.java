/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel;

import de.kommunalsdk.error.Problem;
import de.kommunalsdk.xdatenfelder.Regel;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.regel.internal.Bindung;
import de.kommunalsdk.xfall.Gruppenwert;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of a schema, checked against it and ready to be evaluated. Immutable, thread-safe. */
public interface Regelwerk {

    /**
     * What the check gave.
     *
     * @param regelwerk empty when there is a problem of severity FEHLER
     */
    record Ergebnis(Optional<Regelwerk> regelwerk, List<Problem> probleme) {
        public Ergebnis {
            probleme = List.copyOf(probleme);
        }
    }

    /**
     * Checks rules against their schema: entries and elements exist, types fit, nothing goes in circles, nothing is
     * required and forbidden at once.
     */
    static Ergebnis von(Regeldatei datei, Stammdatenschema schema) {
        return Bindung.binde(datei, schema);
    }

    /** No rule is translated; all free-text rules are open. */
    static Regelwerk ohne(Stammdatenschema schema) {
        return Bindung.ohne(schema);
    }

    /** The free-text rules of the schema that nobody translated, in document order, each id and version once. */
    List<Regel> offene();

    /** Whether there is no rule to be evaluated. */
    boolean istLeer();

    /**
     * Evaluates all rules, those of a repeated group once per entry, of an absent optional element not at all. Pure.
     *
     * @param angaben answers by place ({@code G1.G2-2.F3}, an index behind each repeated part), in lexical form: dates
     *     as ISO 8601, numbers with a point, {@code true} or {@code false}, codes; empty means not given; any text for
     *     a file
     * @param land the Land of the Mandant; empty when it is not known
     * @return in document order of the owners, then of the file
     */
    List<Regelbefund> werteAus(Map<String, String> angaben, Optional<Land> land);

    /** The same for the values of an instance; entries are counted as they stand. */
    List<Regelbefund> werteAus(Gruppenwert angaben, Optional<Land> land);
}
