/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel.internal;

import de.kommunalsdk.ausdruck.Ausdruck;
import de.kommunalsdk.ausdruck.Auswerter;
import de.kommunalsdk.xdatenfelder.regel.Ausdruck.Identifier;
import de.kommunalsdk.xdatenfelder.regel.Regelbefund;
import de.kommunalsdk.xdatenfelder.regel.Regelbefund.Stand;
import de.kommunalsdk.xdatenfelder.regel.Regelschluessel;
import de.kommunalsdk.xdatenfelder.regel.UebersetzteRegel;
import java.util.Map;
import java.util.Optional;

/**
 * One rule at its owner.
 *
 * @param pointer where it stands in the file
 * @param typen what the identifiers of its condition hold, in their order
 * @param ausdruck what must hold, for places that begin with the owner
 */
record GebundeneRegel(
        Regelschluessel schluessel,
        int nummer,
        String pointer,
        UebersetzteRegel regel,
        Map<Identifier, Typ> typen,
        Ausdruck ausdruck) {

    /** A rule with what must hold by it. */
    static GebundeneRegel von(
            Regelschluessel schluessel,
            int nummer,
            String pointer,
            UebersetzteRegel regel,
            Map<Identifier, Typ> typen) {
        return new GebundeneRegel(
                schluessel, nummer, pointer, regel, typen, new Ausdrucksuebersetzer(typen).uebersetze(regel));
    }

    /** Evaluates for one entry of the owner, which stands at {@code ort}. */
    Regelbefund werteAus(Auswerter auswerter, String ort) {
        Optional<Boolean> gilt = auswerter.wahrheit(ausdruck, "");
        return new Regelbefund(
                schluessel,
                nummer,
                gilt.map(g -> g ? Stand.ERFUELLT : Stand.VERLETZT).orElse(Stand.UNBESTIMMT),
                regel.target().map(t -> bei(ort, t)).orElse(""),
                typen.keySet().stream()
                        .filter(i -> !i.istLand())
                        .map(i -> bei(ort, i))
                        .toList(),
                regel.message());
    }

    /** The path of an element of the rule whose owner stands at {@code ort}. */
    static String bei(String ort, Identifier identifier) {
        String unten = String.join(".", identifier.schritte());
        return ort.isEmpty() || unten.isEmpty() ? ort + unten : ort + "." + unten;
    }
}
