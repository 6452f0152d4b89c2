/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel.internal;

import de.kommunalsdk.ausdruck.Ausdruck;
import de.kommunalsdk.ausdruck.Ausdruck.Bezug;
import de.kommunalsdk.ausdruck.Ausdruck.Konstante;
import de.kommunalsdk.ausdruck.Ausdruck.Nicht;
import de.kommunalsdk.ausdruck.Ausdruck.Oder;
import de.kommunalsdk.ausdruck.Ausdruck.Vergleich;
import de.kommunalsdk.xdatenfelder.regel.Ausdruck.And;
import de.kommunalsdk.xdatenfelder.regel.Ausdruck.Equal;
import de.kommunalsdk.xdatenfelder.regel.Ausdruck.Identifier;
import de.kommunalsdk.xdatenfelder.regel.Ausdruck.IsEmpty;
import de.kommunalsdk.xdatenfelder.regel.Ausdruck.Not;
import de.kommunalsdk.xdatenfelder.regel.Ausdruck.Operand;
import de.kommunalsdk.xdatenfelder.regel.Ausdruck.Or;
import de.kommunalsdk.xdatenfelder.regel.Ausdruck.Text;
import de.kommunalsdk.xdatenfelder.regel.Ausdruck.Wahr;
import de.kommunalsdk.xdatenfelder.regel.Ausdruck.Xor;
import de.kommunalsdk.xdatenfelder.regel.Ausdruck.Zahl;
import de.kommunalsdk.xdatenfelder.regel.UebersetzteRegel;
import java.util.List;
import java.util.Map;

/**
 * Translates a rule that was checked against its schema into an expression; its places begin with the owner.
 *
 * @param typen what the identifiers hold
 */
record Ausdrucksuebersetzer(Map<Identifier, Typ> typen) {

    /** What must hold. */
    Ausdruck uebersetze(UebersetzteRegel regel) {
        Ausdruck bedingung = uebersetze(regel.condition());
        if (regel.effect() == UebersetzteRegel.Effect.VALID || regel.target().isEmpty()) {
            return bedingung;
        }
        Ausdruck gegeben = new Ausdruck.Gegeben(bezug(regel.target().get()));
        boolean verlangt = regel.effect() == UebersetzteRegel.Effect.REQUIRE;
        return new Oder(List.of(new Nicht(bedingung), verlangt ? gegeben : new Nicht(gegeben)));
    }

    private Ausdruck uebersetze(de.kommunalsdk.xdatenfelder.regel.Ausdruck a) {
        if (a instanceof Equal gleich) {
            return new Vergleich(
                    Vergleich.Art.GLEICH,
                    operand(gleich.links(), gleich.rechts()),
                    operand(gleich.rechts(), gleich.links()));
        } else if (a instanceof IsEmpty leer) {
            return new Nicht(new Ausdruck.Gegeben(bezug(leer.identifier())));
        } else if (a instanceof Not nicht) {
            return new Nicht(uebersetze(nicht.condition()));
        } else if (a instanceof And und) {
            return new Ausdruck.Und(alle(und.conditions()));
        } else if (a instanceof Or oder) {
            return new Oder(alle(oder.conditions()));
        } else if (a instanceof Xor entweder) {
            List<Ausdruck> teile = alle(entweder.conditions());
            return new Ausdruck.EntwederOder(teile.get(0), teile.get(1));
        }
        return operand((Operand) a, new Wahr(true));
    }

    private List<Ausdruck> alle(List<de.kommunalsdk.xdatenfelder.regel.Ausdruck> teile) {
        return teile.stream().map(this::uebersetze).toList();
    }

    /** A constant has the type of the element that it is compared with. */
    private Ausdruck operand(Operand operand, Operand gegenueber) {
        if (operand instanceof Identifier identifier) {
            return bezug(identifier);
        } else if (operand instanceof Text text) {
            Typ typ = gegenueber instanceof Identifier identifier ? typ(identifier) : Typ.TEXT;
            return typ.wert(text.wert()).<Ausdruck>map(Konstante::new).orElseGet(Ausdruck.Nichts::new);
        }
        return new Konstante(operand instanceof Zahl zahl ? zahl.wert() : ((Wahr) operand).wert());
    }

    private Bezug bezug(Identifier identifier) {
        return new Bezug(
                0,
                identifier.istLand() ? 0 : Bezug.GANZ,
                List.of(identifier.istLand() ? Eintragsangaben.LAND : String.join(".", identifier.schritte())),
                typ(identifier).alsAusdruck());
    }

    private Typ typ(Identifier identifier) {
        return typen.getOrDefault(identifier, Typ.OHNE_WERT);
    }
}
