/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel.internal;

import de.kommunalsdk.xdatenfelder.regel.Ausdruck;
import de.kommunalsdk.xdatenfelder.regel.Ausdruck.Identifier;
import de.kommunalsdk.xdatenfelder.regel.Land;
import de.kommunalsdk.xdatenfelder.regel.Regelbefund;
import de.kommunalsdk.xdatenfelder.regel.Regelbefund.Stand;
import de.kommunalsdk.xdatenfelder.regel.Regelschluessel;
import de.kommunalsdk.xdatenfelder.regel.UebersetzteRegel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One rule at its owner.
 *
 * @param pointer where it stands in the file
 * @param typen what the identifiers of its condition hold, in their order
 */
record GebundeneRegel(
        Regelschluessel schluessel, int nummer, String pointer, UebersetzteRegel regel, Map<Identifier, Typ> typen) {

    /** Evaluates for one entry of the owner, which stands at {@code ort}. */
    Regelbefund werteAus(Eintrag eintrag, String ort, Optional<Land> land) {
        Wahrheit bedingung = wahrheit(regel.condition(), eintrag, land);
        Wahrheit gegeben = Wahrheit.von(
                regel.target().filter(t -> eintrag.gegeben(t.schritte())).isPresent());
        Wahrheit gilt =
                switch (regel.effect()) {
                    case REQUIRE -> bedingung.nicht().oder(gegeben);
                    case FORBID -> bedingung.nicht().oder(gegeben.nicht());
                    case VALID -> bedingung;
                };
        return new Regelbefund(
                schluessel,
                nummer,
                switch (gilt) {
                    case WAHR -> Stand.ERFUELLT;
                    case FALSCH -> Stand.VERLETZT;
                    case UNBEKANNT -> Stand.UNBESTIMMT;
                },
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

    private Wahrheit wahrheit(Ausdruck a, Eintrag eintrag, Optional<Land> land) {
        if (a instanceof Ausdruck.Equal gleich) {
            Optional<Object> links = wert(gleich.links(), gleich.rechts(), eintrag, land);
            Optional<Object> rechts = wert(gleich.rechts(), gleich.links(), eintrag, land);
            return links.isEmpty() || rechts.isEmpty()
                    ? Wahrheit.UNBEKANNT
                    : Wahrheit.von(links.get().equals(rechts.get()));
        }
        if (a instanceof Ausdruck.IsEmpty leer) {
            return Wahrheit.von(!eintrag.gegeben(leer.identifier().schritte()));
        }
        if (a instanceof Ausdruck.Not nicht) {
            return wahrheit(nicht.condition(), eintrag, land).nicht();
        }
        if (a instanceof Ausdruck.And und) {
            return alle(und.conditions(), eintrag, land).stream().reduce(Wahrheit.WAHR, Wahrheit::und);
        }
        if (a instanceof Ausdruck.Or oder) {
            return alle(oder.conditions(), eintrag, land).stream().reduce(Wahrheit.FALSCH, Wahrheit::oder);
        }
        if (a instanceof Ausdruck.Xor entweder) {
            return alle(entweder.conditions(), eintrag, land).stream().reduce(Wahrheit.FALSCH, Wahrheit::entwederOder);
        }
        return wert((Ausdruck.Operand) a, new Ausdruck.Wahr(true), eintrag, land)
                .map(w -> Wahrheit.von(w.equals(true)))
                .orElse(Wahrheit.UNBEKANNT);
    }

    private List<Wahrheit> alle(List<Ausdruck> teile, Eintrag eintrag, Optional<Land> land) {
        return teile.stream().map(teil -> wahrheit(teil, eintrag, land)).toList();
    }

    private Optional<Object> wert(
            Ausdruck.Operand operand, Ausdruck.Operand gegenueber, Eintrag eintrag, Optional<Land> land) {
        if (operand instanceof Identifier identifier) {
            return identifier.istLand()
                    ? land.map(Land::name)
                    : typ(identifier).wert(eintrag.wert(identifier.schritte()));
        }
        if (operand instanceof Ausdruck.Text text) {
            return (gegenueber instanceof Identifier identifier ? typ(identifier) : Typ.TEXT).wert(text.wert());
        }
        return Optional.of(operand instanceof Ausdruck.Zahl zahl ? zahl.wert() : ((Ausdruck.Wahr) operand).wert());
    }

    private Typ typ(Identifier identifier) {
        return typen.getOrDefault(identifier, Typ.OHNE_WERT);
    }
}
