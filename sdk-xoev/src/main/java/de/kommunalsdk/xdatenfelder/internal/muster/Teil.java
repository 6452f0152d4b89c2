/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal.muster;

import de.kommunalsdk.xdatenfelder.internal.muster.Knoten.Alternative;
import de.kommunalsdk.xdatenfelder.internal.muster.Knoten.Folge;
import de.kommunalsdk.xdatenfelder.internal.muster.Knoten.Leer;
import de.kommunalsdk.xdatenfelder.internal.muster.Knoten.Wiederholung;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A finished part of a pattern with what its surroundings must know.
 *
 * @param umfang characters that it names once its counted repetitions are written out, at least 1
 * @param anfang index of a {@code ^} inside, which says that nothing may stand before the part; else -1
 * @param ende index of a {@code $} inside, which says that nothing may stand behind the part; else -1
 */
record Teil(Knoten knoten, int tiefe, int umfang, int anfang, int ende) {

    private static final int KEINER = -1;

    static Teil von(Knoten knoten) {
        return new Teil(knoten, 1, 1, KEINER, KEINER);
    }

    static Teil anfang(int index) {
        return new Teil(new Leer(), 1, 1, index, KEINER);
    }

    static Teil ende(int index) {
        return new Teil(new Leer(), 1, 1, KEINER, index);
    }

    /** The parts one after the other; anchors are legal at the outer edges only. */
    static Teil folge(List<Teil> teile, int ab) {
        List<Knoten> knoten = new ArrayList<>();
        int tiefe = 0;
        long umfang = 0;
        int anfang = KEINER;
        int ende = KEINER;
        boolean begonnen = false;
        for (Teil teil : teile) {
            boolean leer = teil.knoten instanceof Leer;
            if (begonnen && teil.anfang != KEINER) {
                throw Abgelehnt.nichtErlaubt("Anker ^ im Inneren", teil.anfang);
            }
            if (ende != KEINER && !(leer && teil.ende != KEINER)) {
                throw Abgelehnt.nichtErlaubt("Anker $ im Inneren", ende);
            }
            anfang = anfang == KEINER ? teil.anfang : anfang;
            ende = teil.ende;
            begonnen |= !leer || teil.anfang == KEINER;
            if (!leer) {
                boolean gleich = teil.knoten instanceof Folge;
                knoten.addAll(gleich ? ((Folge) teil.knoten).teile() : List.of(teil.knoten));
                tiefe = Math.max(tiefe, gleich ? teil.tiefe - 1 : teil.tiefe);
                umfang += teil.umfang;
            }
        }
        if (knoten.size() <= 1) {
            return new Teil(
                    knoten.isEmpty() ? new Leer() : knoten.get(0),
                    Math.max(1, tiefe),
                    (int) Math.max(1, umfang),
                    anfang,
                    ende);
        }
        return begrenzt(new Folge(knoten), tiefe + 1, umfang, anfang, ende, ab);
    }

    /** One of the parts; each counts once, also those of branches that are alternatives themselves. */
    static Teil alternative(List<Teil> zweige, int ab) {
        Set<Knoten> knoten = new LinkedHashSet<>();
        int tiefe = 0;
        long umfang = 0;
        int anfang = KEINER;
        int ende = KEINER;
        for (Teil zweig : zweige) {
            boolean gleich = zweig.knoten instanceof Alternative;
            knoten.addAll(gleich ? ((Alternative) zweig.knoten).zweige() : List.of(zweig.knoten));
            tiefe = Math.max(tiefe, gleich ? zweig.tiefe - 1 : zweig.tiefe);
            umfang += zweig.umfang;
            anfang = anfang == KEINER ? zweig.anfang : anfang;
            ende = ende == KEINER ? zweig.ende : ende;
        }
        Knoten alle = knoten.size() == 1 ? knoten.iterator().next() : new Alternative(List.copyOf(knoten));
        return begrenzt(alle, tiefe + 1, umfang, anfang, ende, ab);
    }

    /** The part several times. */
    Teil wiederholt(int min, int max, int ab) {
        if (anfang != KEINER || ende != KEINER) {
            throw Abgelehnt.nichtErlaubt("Anker in einer Wiederholung", Math.max(anfang, ende));
        }
        if (knoten instanceof Leer || (min == 1 && max == 1)) {
            return this;
        }
        if (max == 0) {
            return von(new Leer());
        }
        // (a+)+ is a+, (a*)* is a*: the same language without the trap for engines that try all ways
        if (knoten instanceof Wiederholung innen && innen.max() == Wiederholung.UNBEGRENZT && innen.min() <= 1) {
            Wiederholung flach = new Wiederholung(innen.inhalt(), innen.min() * min, Wiederholung.UNBEGRENZT);
            return begrenzt(flach, tiefe, (long) umfang * Math.max(1, flach.min()), KEINER, KEINER, ab);
        }
        long mal = Math.max(1, max == Wiederholung.UNBEGRENZT ? min : max);
        return begrenzt(new Wiederholung(knoten, min, max), tiefe + 1, umfang * mal, KEINER, KEINER, ab);
    }

    private static Teil begrenzt(Knoten knoten, int tiefe, long umfang, int anfang, int ende, int ab) {
        if (umfang > Musterleser.MAX_UMFANG) {
            throw Abgelehnt.zuGross("ausgeschrieben mehr als " + Musterleser.MAX_UMFANG + " Zeichen", ab);
        }
        if (tiefe > Musterleser.MAX_TIEFE) {
            throw Abgelehnt.zuTief(ab);
        }
        return new Teil(knoten, tiefe, (int) umfang, anfang, ende);
    }
}
