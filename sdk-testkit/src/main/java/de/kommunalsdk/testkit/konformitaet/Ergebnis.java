/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet;

import java.util.List;

/** What came of checking one rule. */
public sealed interface Ergebnis {

    /** The portal keeps the rule on all pages that were seen. */
    record Erfuellt() implements Ergebnis {}

    /**
     * The portal breaks the rule.
     *
     * @param verstoesse all that was found, at least one
     */
    record Verletzt(List<Verstoss> verstoesse) implements Ergebnis {

        /** Copies the list. */
        public Verletzt {
            verstoesse = List.copyOf(verstoesse);
            if (verstoesse.isEmpty()) {
                throw new IllegalArgumentException("Verletzt: mindestens ein Verstoss");
            }
        }
    }

    /**
     * The rule could not be checked, so nothing is known; a portal with such a result does not conform.
     *
     * @param code stable, for example {@code nicht-erreichbar}, {@code zeitgrenze}, {@code kein-formular}
     * @param grund what was in the way
     */
    record NichtPruefbar(String code, String grund) implements Ergebnis {

        /** The reason loses control characters and what is longer than 400 characters. */
        public NichtPruefbar {
            grund = Klartext.von(grund);
        }
    }

    /**
     * The portal, or the test of it, has nothing that the rule speaks of, so nothing was checked and nothing is kept. It
     * stands in every report with its reason and is a skipped test.
     *
     * @param code stable, for example {@code kein-register}
     * @param grund what there is none of, and what a test adds to have the rule checked
     */
    record NichtGeprueft(String code, String grund) implements Ergebnis {

        /** The reason loses control characters and what is longer than 400 characters. */
        public NichtGeprueft {
            grund = Klartext.von(grund);
        }
    }
}
