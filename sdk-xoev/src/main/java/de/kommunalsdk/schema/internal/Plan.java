/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schema.internal;

import de.kommunalsdk.xdatenfelder.Anzahl;
import de.kommunalsdk.xdatenfelder.Muster;
import de.kommunalsdk.xfall.Wertart;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What may stand at one place of an instance. Labels are none: they have no value. */
public sealed interface Plan {

    /**
     * One use of an element.
     *
     * @param id key among the values
     * @param name name in files
     * @param titel name for people
     * @param beschreibung what else a reader of the schema should know
     * @param min in an Auswahlgruppe at least 1
     * @param max {@link Anzahl#UNBEGRENZT} without end
     */
    record Kind(String id, String name, String titel, String beschreibung, int min, int max, Plan plan) {

        /** Whether JSON has an array here. */
        public boolean mehrfach() {
            return max > 1;
        }

        public boolean unbegrenzt() {
            return max == Anzahl.UNBEGRENZT;
        }
    }

    /**
     * A group.
     *
     * @param auswahl whether exactly one child is given; never without children
     * @param hoehe levels below it
     * @param umfang elements below it, each as often as it is used
     */
    record Gruppe(boolean auswahl, List<Kind> kinder, int hoehe, long umfang) implements Plan {
        public Gruppe {
            kinder = List.copyOf(kinder);
        }
    }

    /**
     * A field. Lengths and pattern for texts, numbers for numbers, days for days, codes for codes; what is not given is
     * empty.
     *
     * @param minLaenge at least 1: an empty text is no value
     * @param codes labels by code, in the order of the list; empty when every code is taken
     */
    record Feld(
            Wertart art,
            int minLaenge,
            Optional<Integer> maxLaenge,
            Optional<Muster> muster,
            Optional<BigDecimal> min,
            Optional<BigDecimal> max,
            Optional<LocalDate> ab,
            Optional<LocalDate> bis,
            Map<String, String> codes)
            implements Plan {}
}
