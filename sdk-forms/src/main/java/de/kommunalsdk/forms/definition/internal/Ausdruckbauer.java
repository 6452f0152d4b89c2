/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition.internal;

import de.kommunalsdk.ausdruck.Ausdruck;
import de.kommunalsdk.ausdruck.AusdruckFehler;
import de.kommunalsdk.ausdruck.Bezuege;
import de.kommunalsdk.ausdruck.Lesung;
import de.kommunalsdk.ausdruck.Typ;
import de.kommunalsdk.ausdruck.Umgebung.Element;
import de.kommunalsdk.config.Knoten;
import de.kommunalsdk.forms.definition.Ausdruecke;
import de.kommunalsdk.forms.definition.Ausdruecke.Berechnung;
import de.kommunalsdk.forms.definition.Ausdruecke.Pruefung;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the keys {@code pruefungen}, {@code berechnungen} and {@code gebuehr}. */
final class Ausdruckbauer {

    private final Knoten wurzel;
    private final Schemaumgebung umgebung;
    private final Bedingungsleser leser;
    private final Map<String, Knoten> berechnet = new LinkedHashMap<>();

    Ausdruckbauer(Knoten wurzel, Schemaumgebung umgebung, Bedingungsleser leser) {
        this.wurzel = wurzel;
        this.umgebung = umgebung;
        this.leser = leser;
        wurzel.abbildung("berechnungen")
                .ifPresent(k -> k.eintraege().forEach((name, ausdruck) -> leser.pfad(name, ausdruck)
                        .filter(pfad -> istBerechenbar(pfad, ausdruck))
                        .ifPresent(pfad -> berechnet.put(pfad, ausdruck))));
    }

    /** Paths of the fields that are calculated. */
    Set<String> berechnete() {
        return berechnet.keySet();
    }

    Ausdruecke baue() {
        List<Berechnung> berechnungen = new ArrayList<>();
        berechnet.forEach((pfad, knoten) -> umgebung.element(pfad)
                .flatMap(element -> berechnung(element, knoten))
                .ifPresent(berechnungen::add));
        List<Pruefung> pruefungen = wurzel.liste("pruefungen").stream()
                .map(this::pruefung)
                .flatMap(Optional::stream)
                .toList();
        return Ausdruecke.von(
                pruefungen,
                new Reihenfolge(berechnungen, berechnet).geordnet(),
                wurzel.kind("gebuehr").filter(Knoten::istAbbildung).flatMap(this::gebuehr));
    }

    private boolean istBerechenbar(String pfad, Knoten stelle) {
        boolean moeglich = umgebung.element(pfad)
                .filter(e -> e.typ().hatWert() && e.typ() != Typ.TEILDATUM)
                .filter(e -> !e.wiederholte().contains(pfad))
                .isPresent();
        if (!moeglich) {
            stelle.fehler(AusdruckFehler.ZIEL, "\"" + pfad + "\": " + AusdruckFehler.ZIEL.abhilfe());
        }
        return moeglich;
    }

    private Optional<Berechnung> berechnung(Element element, Knoten knoten) {
        return leser.ausdruck(knoten, eltern(element.pfad()), element.typ())
                .map(a -> new Berechnung(
                        element.pfad(),
                        Bezuege.auf(element, ""),
                        a,
                        Lesung.von(a, element.pfad()),
                        Lesung.haengtVomTagAb(a),
                        umgebung.dezimalen(element.pfad())));
    }

    private Optional<Pruefung> pruefung(Knoten k) {
        k.erlaubt("ausdruck", "meldung", "feld", "wenn");
        Optional<String> meldung = k.pflichttext("meldung");
        Optional<String> feld = k.pflichttext("feld").flatMap(name -> leser.pfad(name, k));
        if (k.pflichttext("ausdruck").isEmpty() || feld.isEmpty()) {
            return Optional.empty();
        }
        String traeger = eltern(feld.get());
        Optional<Ausdruck> ausdruck = k.kind("ausdruck").flatMap(text -> leser.ausdruck(text, traeger, Typ.WAHRHEIT));
        Optional<Ausdruck> wenn = leser.bedingung(k, "wenn", traeger).map(b -> b.ausdruck());
        if (ausdruck.isEmpty() || meldung.isEmpty() || (k.kind("wenn").isPresent() && wenn.isEmpty())) {
            return Optional.empty();
        }
        Ausdruck ganz = wenn.<Ausdruck>map(
                        w -> new Ausdruck.Oder(List.of(new Ausdruck.Nicht(new Ausdruck.Sicher(w)), ausdruck.get())))
                .orElse(ausdruck.get());
        return Optional.of(new Pruefung(feld.get(), ganz, meldung.get(), Lesung.von(ganz, feld.get())));
    }

    private Optional<Ausdruck> gebuehr(Knoten k) {
        k.erlaubt("ausdruck", "text");
        k.text("text");
        return k.pflichttext("ausdruck").isEmpty()
                ? Optional.empty()
                : k.kind("ausdruck").flatMap(text -> leser.ausdruck(text, "", Typ.ZAHL));
    }

    private static String eltern(String pfad) {
        int punkt = pfad.lastIndexOf('.');
        return punkt < 0 ? "" : pfad.substring(0, punkt);
    }
}
