/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel.internal;

import de.kommunalsdk.ausdruck.Angaben;
import de.kommunalsdk.xdatenfelder.regel.Land;
import java.util.List;
import java.util.Optional;

/** What is given in one entry; places begin there. The Land stands at a place of its own. */
record Eintragsangaben(Eintrag eintrag, Optional<Land> land) implements Angaben {

    static final String LAND = "land";

    @Override
    public String wert(String ort) {
        return ort.equals(LAND) ? land.map(Land::name).orElse("") : eintrag.wert(schritte(ort));
    }

    @Override
    public boolean gegeben(String ort) {
        return eintrag.gegeben(schritte(ort));
    }

    /** Rules have no loops: {@code is_empty} looks through repetitions by {@link #gegeben}. */
    @Override
    public List<String> eintraege(String ort) {
        return List.of();
    }

    private static List<String> schritte(String ort) {
        return ort.isEmpty() ? List.of() : List.of(ort.split("\\.", -1));
    }
}
