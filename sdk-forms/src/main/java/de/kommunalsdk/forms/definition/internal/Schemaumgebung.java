/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition.internal;

import de.kommunalsdk.ausdruck.Typ;
import de.kommunalsdk.ausdruck.Umgebung;
import de.kommunalsdk.xdatenfelder.Datenfeld;
import de.kommunalsdk.xdatenfelder.Datenfeld.Feldart;
import de.kommunalsdk.xdatenfelder.Struktur;
import de.kommunalsdk.xfall.Wertart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names are paths of the schema, or the end of exactly one. */
final class Schemaumgebung implements Umgebung {

    /** The harmonised group "Geburtsdatum (teilbekannt)" of XDF3 and XDF2. */
    private static final Set<String> TEILDATEN = Set.of("G60000000083", "G60000083");

    private static final int DEZIMALEN = 10;

    private final Map<String, Struktur> strukturen;
    private final Map<String, List<String>> nachId = new HashMap<>();

    /** With all elements by path. */
    Schemaumgebung(Map<String, Struktur> strukturen) {
        this.strukturen = strukturen;
        strukturen.keySet().forEach(pfad -> nachId.computeIfAbsent(id(pfad), k -> new ArrayList<>())
                .add(pfad));
    }

    /** The paths that a name can mean. */
    List<String> pfade(String name) {
        if (strukturen.containsKey(name)) {
            return List.of(name);
        }
        return nachId.getOrDefault(id(name), List.of()).stream()
                .filter(pfad -> pfad.endsWith("." + name))
                .toList();
    }

    @Override
    public List<Element> finde(String name) {
        return pfade(name).stream().map(this::element).flatMap(Optional::stream).toList();
    }

    @Override
    public Collection<String> namen() {
        return nachId.keySet();
    }

    /** The element at a path; empty for a text, which nobody answers. */
    Optional<Element> element(String pfad) {
        Struktur struktur = strukturen.get(pfad);
        if (struktur == null) {
            return Optional.empty();
        }
        Set<String> wiederholte = new HashSet<>();
        for (int punkt = pfad.indexOf('.'); punkt > 0; punkt = pfad.indexOf('.', punkt + 1)) {
            String davor = pfad.substring(0, punkt);
            Struktur gruppe = strukturen.get(davor);
            if (gruppe != null && gruppe.anzahl().mehrfach()) {
                wiederholte.add(davor);
            }
        }
        if (!(struktur.element() instanceof Datenfeld feld)) {
            if (struktur.anzahl().mehrfach()) {
                wiederholte.add(pfad);
            }
            Typ typ = TEILDATEN.contains(struktur.element().id()) ? Typ.TEILDATUM : Typ.GRUPPE;
            return Optional.of(new Element(pfad, typ, wiederholte, List.of()));
        }
        if (feld.feldart() == Feldart.LABEL) {
            return Optional.empty();
        }
        Typ typ = typ(feld);
        // several files stand at one place
        if (struktur.anzahl().mehrfach() && typ != Typ.DATEI) {
            wiederholte.add(pfad);
        }
        return Optional.of(new Element(
                pfad,
                typ,
                wiederholte,
                feld.werte().stream().map(Datenfeld.Wert::code).toList()));
    }

    /** Decimals of a calculated number. */
    int dezimalen(String pfad) {
        Struktur struktur = strukturen.get(pfad);
        if (struktur == null || !(struktur.element() instanceof Datenfeld feld)) {
            return 0;
        }
        return switch (feld.datentyp()) {
            case NUM_CURRENCY -> 2;
            case NUM -> DEZIMALEN;
            default -> 0;
        };
    }

    private static Typ typ(Datenfeld feld) {
        return switch (Wertart.von(feld)) {
            case TEXT, CODE -> Typ.TEXT;
            case DATUM -> Typ.DATUM;
            case ZEIT -> Typ.UHRZEIT;
            case ZEITPUNKT -> Typ.ZEITPUNKT;
            case WAHRHEITSWERT -> Typ.WAHRHEIT;
            case GANZZAHL, ZAHL -> Typ.ZAHL;
            case ANLAGE -> Typ.DATEI;
        };
    }

    private static String id(String pfad) {
        return pfad.substring(pfad.lastIndexOf('.') + 1);
    }
}
