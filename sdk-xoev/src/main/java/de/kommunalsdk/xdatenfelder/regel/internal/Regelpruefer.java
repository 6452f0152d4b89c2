/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel.internal;

import de.kommunalsdk.error.Problem;
import de.kommunalsdk.xdatenfelder.Datenfeld;
import de.kommunalsdk.xdatenfelder.Element;
import de.kommunalsdk.xdatenfelder.Struktur;
import de.kommunalsdk.xdatenfelder.regel.Ausdruck;
import de.kommunalsdk.xdatenfelder.regel.Ausdruck.Identifier;
import de.kommunalsdk.xdatenfelder.regel.Ausdruck.Literal;
import de.kommunalsdk.xdatenfelder.regel.RegelFehler;
import de.kommunalsdk.xdatenfelder.regel.Regeldatei;
import de.kommunalsdk.xdatenfelder.regel.UebersetzteRegel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks one rule against its owner: every identifier leads to an element, compared types fit. */
final class Regelpruefer {

    private final Eigner eigner;
    private final Kinder kinder;
    private final Regeldatei datei;
    private final Befunde befunde;
    private final Map<Identifier, Typ> typen = new LinkedHashMap<>();

    Regelpruefer(Eigner eigner, Kinder kinder, Regeldatei datei, Befunde befunde) {
        this.eigner = eigner;
        this.kinder = kinder;
        this.datei = datei;
        this.befunde = befunde;
    }

    /** What the identifiers of the condition hold. */
    Map<Identifier, Typ> pruefe(UebersetzteRegel regel, String pointer) {
        regel.target().ifPresent(ziel -> loeseAuf(ziel, false, pointer + "/target"));
        pruefe(regel.condition(), pointer + "/condition");
        return typen;
    }

    private void pruefe(Ausdruck a, String pointer) {
        if (a instanceof Ausdruck.Equal gleich) {
            vergleich(gleich, pointer + "/equal");
        } else if (a instanceof Ausdruck.IsEmpty leer) {
            String stelle = pointer + "/is_empty/identifier";
            loeseAuf(leer.identifier(), false, stelle)
                    .ifPresent(element -> typen.putIfAbsent(leer.identifier(), typ(element)));
        } else if (a instanceof Ausdruck.Not nicht) {
            pruefe(nicht.condition(), pointer + "/not");
        } else if (a instanceof Ausdruck.And und) {
            alle(und.conditions(), pointer + "/and");
        } else if (a instanceof Ausdruck.Or oder) {
            alle(oder.conditions(), pointer + "/or");
        } else if (a instanceof Ausdruck.Xor entweder) {
            alle(entweder.conditions(), pointer + "/xor");
        } else if (a instanceof Identifier identifier) {
            String stelle = pointer + "/identifier";
            wert(identifier, stelle)
                    .filter(typ -> typ != Typ.BOOL)
                    .ifPresent(typ -> falscherTyp(stelle, Typ.BOOL, typ));
        }
    }

    private void alle(List<Ausdruck> teile, String pointer) {
        for (int i = 0; i < teile.size(); i++) {
            pruefe(teile.get(i), pointer + "/" + i);
        }
    }

    private void vergleich(Ausdruck.Equal gleich, String pointer) {
        Optional<Typ> links = typ(gleich.links(), pointer + "/0");
        Optional<Typ> rechts = typ(gleich.rechts(), pointer + "/1");
        if (links.isEmpty() || rechts.isEmpty()) {
            return;
        }
        if (gleich.links() instanceof Identifier i && gleich.rechts() instanceof Literal literal) {
            konstante(i, links.get(), literal, pointer + "/1");
        } else if (gleich.rechts() instanceof Identifier i && gleich.links() instanceof Literal literal) {
            konstante(i, rechts.get(), literal, pointer + "/0");
        } else if (!links.get().vergleichbarMit(rechts.get())) {
            falscherTyp(pointer, links.get(), rechts.get());
        }
    }

    private void konstante(Identifier identifier, Typ typ, Literal literal, String pointer) {
        if (!typ.nimmt(literal)) {
            befunde.fehler(
                    RegelFehler.TYP, datei.stelle(pointer), identifier.name() + " verlangt " + typ.benannt() + ".");
        } else if (literal instanceof Ausdruck.Text text) {
            if (typ == Typ.LAND && !Typ.istLand(text.wert())) {
                befunde.fehler(
                        RegelFehler.LAND_UNBEKANNT, datei.stelle(pointer), "\"" + text.wert() + "\" ist kein Land.");
            }
            finde(identifier)
                    .filter(e -> e instanceof Datenfeld feld
                            && !feld.werte().isEmpty()
                            && feld.werte().stream().noneMatch(w -> w.code().equals(text.wert())))
                    .ifPresent(e -> befunde.melde(Problem.warnung(
                            RegelFehler.CODE_UNBEKANNT,
                            datei.stelle(pointer),
                            e.id() + " hat keinen Code \"" + text.wert() + "\".")));
        }
    }

    private Optional<Typ> typ(Ausdruck.Operand operand, String pointer) {
        if (operand instanceof Identifier identifier) {
            return identifier.istLand() ? land() : wert(identifier, pointer + "/identifier");
        }
        return Optional.of(
                operand instanceof Ausdruck.Text ? Typ.TEXT : operand instanceof Ausdruck.Zahl ? Typ.ZAHL : Typ.BOOL);
    }

    private Optional<Typ> land() {
        typen.put(Identifier.LAND, Typ.LAND);
        return Optional.of(Typ.LAND);
    }

    private static Typ typ(Element element) {
        return element instanceof Datenfeld feld ? Typ.von(feld) : Typ.OHNE_WERT;
    }

    /** The type of an identifier whose value is asked for. */
    private Optional<Typ> wert(Identifier identifier, String pointer) {
        Optional<Typ> typ = loeseAuf(identifier, true, pointer).map(Regelpruefer::typ);
        if (typ.isPresent() && typ.get() == Typ.OHNE_WERT) {
            befunde.fehler(
                    RegelFehler.TYP,
                    datei.stelle(pointer),
                    identifier.name() + " hat keinen Wert zum Vergleichen, nur is_empty ist möglich.");
            return Optional.empty();
        }
        typ.ifPresent(t -> typen.put(identifier, t));
        return typ;
    }

    private void falscherTyp(String pointer, Typ verlangt, Typ da) {
        befunde.fehler(
                RegelFehler.TYP,
                datei.stelle(pointer),
                "Hier muss " + verlangt.benannt() + " stehen, nicht " + da.benannt() + ".");
    }

    private Optional<Element> finde(Identifier identifier) {
        Optional<Element> element = eigner.element();
        List<Struktur> unten = eigner.struktur();
        for (String id : identifier.istLand() ? List.of("") : identifier.schritte()) {
            element = kinder.finde(unten, id).map(Struktur::element);
            unten = element.map(Kinder::von).orElse(List.of());
        }
        return element;
    }

    /** The element that an identifier leads to; a problem when there is none, or several values where one is asked. */
    private Optional<Element> loeseAuf(Identifier identifier, boolean einzeln, String pointer) {
        Optional<Element> element = eigner.element();
        List<Struktur> unten = eigner.struktur();
        List<String> schritte = identifier.schritte();
        boolean mehrfach = false;
        boolean durchgang = false;
        for (String id : schritte) {
            durchgang = mehrfach;
            Optional<Struktur> kind = kinder.finde(unten, id);
            if (kind.isEmpty()) {
                unbekannt(identifier, id, pointer);
                return Optional.empty();
            }
            mehrfach |= kind.get().anzahl().mehrfach();
            element = Optional.of(kind.get().element());
            unten = Kinder.von(kind.get().element());
        }
        if (element.isEmpty()) {
            befunde.fehler(RegelFehler.ELEMENT_UNBEKANNT, datei.stelle(pointer), "Das Schema selbst hat keinen Wert.");
            return element;
        }
        boolean istZiel = pointer.endsWith("/target");
        if ((einzeln && mehrfach) || (istZiel && durchgang)) {
            befunde.fehler(
                    RegelFehler.MEHRERE_WERTE,
                    datei.stelle(pointer),
                    identifier.name() + " steht in oder hinter einer Wiederholung.");
            return Optional.empty();
        }
        return element;
    }

    private void unbekannt(Identifier identifier, String id, String pointer) {
        Optional<String> tiefer = Kinder.suche("self", eigner.struktur(), id);
        if (tiefer.isPresent()) {
            befunde.fehler(
                    RegelFehler.ELEMENT_UNBEKANNT,
                    datei.stelle(pointer),
                    identifier.name() + " gibt es nicht; gemeint ist vielleicht " + tiefer.get() + ".");
        } else if (kinder.kennt(id)) {
            befunde.fehler(
                    RegelFehler.AUSSERHALB, datei.stelle(pointer), id + " liegt nicht unter " + eigner.id() + ".");
        } else {
            befunde.fehler(RegelFehler.ELEMENT_UNBEKANNT, datei.stelle(pointer), id + " kommt im Schema nicht vor.");
        }
    }
}
