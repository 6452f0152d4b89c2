/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ausdruck.internal;

import de.kommunalsdk.ausdruck.Ausdruck;
import de.kommunalsdk.ausdruck.Ausdruck.Bezug;
import de.kommunalsdk.ausdruck.Typ;
import java.util.Collection;
import java.util.List;

/**
 * An expression that has been read.
 *
 * @param von where its text begins
 * @param tiefe its levels; 0 for what stands for a part that is wrong
 * @param codes the codes it can have; empty: anything
 */
record Teil(Ausdruck ausdruck, Typ typ, int von, int tiefe, Collection<String> codes) {

    Teil(Ausdruck ausdruck, Typ typ, int von) {
        this(ausdruck, typ, von, 1, List.of());
    }

    /** What stands for a part that is wrong: it fits everywhere, so that its problem is reported once. */
    static Teil falsch(int von) {
        return new Teil(new Ausdruck.Nichts(), Typ.NICHTS, von, 0, List.of());
    }

    boolean istFalsch() {
        return tiefe == 0;
    }

    /** The constant null. */
    boolean istNull() {
        return ausdruck instanceof Ausdruck.Nichts && !istFalsch();
    }

    boolean istListe() {
        return ausdruck instanceof Bezug bezug && bezug.istListe();
    }
}
