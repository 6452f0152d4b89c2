/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel.internal;

import de.kommunalsdk.xdatenfelder.Regel;
import de.kommunalsdk.xdatenfelder.regel.Land;
import de.kommunalsdk.xdatenfelder.regel.Regelbefund;
import de.kommunalsdk.xdatenfelder.regel.Regelwerk;
import de.kommunalsdk.xfall.Gruppenwert;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Walks the owners of rules along with what is given. */
record GebundenesRegelwerk(Plan wurzel, List<Regel> offene) implements Regelwerk {

    private static final NavigableMap<Integer, Eintrag> EINER = new TreeMap<>(Map.of(1, Eintrag.leer()));

    @Override
    public boolean istLeer() {
        return istLeer(wurzel);
    }

    private static boolean istLeer(Plan plan) {
        return plan.regeln().isEmpty() && plan.kinder().stream().allMatch(GebundenesRegelwerk::istLeer);
    }

    @Override
    public List<Regelbefund> werteAus(Map<String, String> angaben, Optional<Land> land) {
        return werteAus(Eintrag.von(angaben), land);
    }

    @Override
    public List<Regelbefund> werteAus(Gruppenwert angaben, Optional<Land> land) {
        return werteAus(Eintrag.von(angaben), land);
    }

    private List<Regelbefund> werteAus(Eintrag angaben, Optional<Land> land) {
        List<Regelbefund> befunde = new ArrayList<>();
        werteAus(wurzel, angaben, "", land, befunde);
        return befunde;
    }

    private static void werteAus(
            Plan plan, Eintrag eintrag, String ort, Optional<Land> land, List<Regelbefund> befunde) {
        plan.regeln().forEach(regel -> befunde.add(regel.werteAus(eintrag, ort, land)));
        for (Plan kind : plan.kinder()) {
            NavigableMap<Integer, Eintrag> gegebene = eintrag.eintraege(kind.id());
            String davor = (ort.isEmpty() ? "" : ort + ".") + kind.id();
            (gegebene.isEmpty() && kind.immerDa() ? EINER : gegebene)
                    .forEach((nummer, einzelner) ->
                            werteAus(kind, einzelner, kind.mehrfach() ? davor + "-" + nummer : davor, land, befunde));
        }
    }
}
