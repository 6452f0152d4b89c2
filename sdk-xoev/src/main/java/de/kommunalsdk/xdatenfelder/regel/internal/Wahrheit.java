/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel.internal;

/** Kleene's three values, in his order: the less of two is their conjunction, the greater their disjunction. */
enum Wahrheit {
    FALSCH,
    UNBEKANNT,
    WAHR;

    static Wahrheit von(boolean wert) {
        return wert ? WAHR : FALSCH;
    }

    Wahrheit nicht() {
        return values()[2 - ordinal()];
    }

    Wahrheit und(Wahrheit andere) {
        return compareTo(andere) <= 0 ? this : andere;
    }

    Wahrheit oder(Wahrheit andere) {
        return compareTo(andere) >= 0 ? this : andere;
    }

    Wahrheit entwederOder(Wahrheit andere) {
        return und(andere.nicht()).oder(nicht().und(andere));
    }
}
