/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ausdruck;

import de.kommunalsdk.ausdruck.Ausdruck.Bezug;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an expression looks at.
 *
 * @param pfad path without indices
 * @param ebenen how many of its first steps stand in the entry that carries the expression; what stands in other entries
 *     of these does not matter
 * @param nurEintraege only which entries there are, not what one of their fields says
 */
public record Lesung(String pfad, int ebenen, boolean nurEintraege) {

    /**
     * All that an expression looks at.
     *
     * @param traeger path of the element that carries it, without indices
     */
    public static Set<Lesung> von(Ausdruck ausdruck, String traeger) {
        Set<Lesung> alle = new LinkedHashSet<>();
        sammle(ausdruck, new ArrayList<>(List.of(new Lesung(traeger, Bezug.GANZ, false))), alle);
        return alle;
    }

    /** Whether the value changes with the day. */
    public static boolean haengtVomTagAb(Ausdruck ausdruck) {
        return (ausdruck instanceof Ausdruck.Aufruf aufruf
                        && (aufruf.funktion() == Funktion.AGE || aufruf.funktion() == Funktion.TODAY))
                || ausdruck.teile().stream().anyMatch(Lesung::haengtVomTagAb);
    }

    /** The place of it for an element at {@code ort}; steps into other repetitions have no index. */
    public String ort(String ort) {
        return davor(ort, ebenen) + pfad.substring(davor(pfad, ebenen).length());
    }

    private static void sammle(Ausdruck a, List<Lesung> variablen, Set<Lesung> ziel) {
        if (a instanceof Bezug bezug) {
            ziel.add(von(bezug, variablen, false));
        } else if (a instanceof Ausdruck.Quantor quantor) {
            schleife(quantor.liste(), quantor.bedingung(), variablen, ziel);
        } else if (a instanceof Ausdruck.Aggregat aggregat) {
            schleife(aggregat.liste(), aggregat.je(), variablen, ziel);
        } else {
            a.teile().forEach(teil -> sammle(teil, variablen, ziel));
        }
    }

    private static void schleife(Bezug liste, Ausdruck innen, List<Lesung> variablen, Set<Lesung> ziel) {
        boolean gruppe = liste.typ() == Typ.GRUPPE;
        Lesung eintraege = von(liste, variablen, gruppe);
        ziel.add(eintraege);
        variablen.add(eintraege);
        // the entry itself has been looked at already
        if (!(gruppe && innen instanceof Bezug b && b.schritte().equals(List.of("")))) {
            sammle(innen, variablen, ziel);
        }
        variablen.remove(variablen.size() - 1);
    }

    private static Lesung von(Bezug bezug, List<Lesung> variablen, boolean nurEintraege) {
        Lesung basis = variablen.get(Math.min(bezug.variable(), variablen.size() - 1));
        String davor = bezug.variable() == 0 ? davor(basis.pfad(), bezug.ebenen()) : basis.pfad();
        List<String> schritte = new ArrayList<>();
        if (!davor.isEmpty()) {
            schritte.add(davor);
        }
        bezug.schritte().stream().filter(s -> !s.isEmpty()).forEach(schritte::add);
        int ebenen = bezug.variable() == 0 ? bezug.ebenen() : basis.ebenen();
        return new Lesung(String.join(".", schritte), ebenen, nurEintraege);
    }

    /** The first steps of a path or place. */
    public static String davor(String pfad, int ebenen) {
        int punkt = -1;
        for (int i = 0; i < ebenen; i++) {
            punkt = pfad.indexOf('.', punkt + 1);
            if (punkt < 0) {
                return pfad;
            }
        }
        return ebenen == 0 ? "" : pfad.substring(0, punkt);
    }
}
