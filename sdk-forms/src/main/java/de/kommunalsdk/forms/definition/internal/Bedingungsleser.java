/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition.internal;

import de.kommunalsdk.ausdruck.Ausdruck;
import de.kommunalsdk.ausdruck.Ausdruck.Bezug;
import de.kommunalsdk.ausdruck.Ausdruck.Konstante;
import de.kommunalsdk.ausdruck.AusdruckFehler;
import de.kommunalsdk.ausdruck.Ausdrucksleser;
import de.kommunalsdk.ausdruck.Bezuege;
import de.kommunalsdk.ausdruck.Funktion;
import de.kommunalsdk.ausdruck.Typ;
import de.kommunalsdk.ausdruck.Umgebung.Element;
import de.kommunalsdk.config.ConfigFehler;
import de.kommunalsdk.config.Knoten;
import de.kommunalsdk.forms.definition.Bedingung;
import de.kommunalsdk.forms.definition.FormFehler;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads conditions of dienst.yaml: expressions, and mappings that are short for one. */
final class Bedingungsleser {

    private final Schemaumgebung umgebung;

    Bedingungsleser(Schemaumgebung umgebung) {
        this.umgebung = umgebung;
    }

    /** The condition under a key; {@code traeger} is the path of the group in whose entry it stands. */
    Optional<Bedingung> bedingung(Knoten eltern, String schluessel, String traeger) {
        return eltern.kind(schluessel).flatMap(k -> lies(k, traeger)).map(Bedingung::new);
    }

    /** An expression with a value of this type. */
    Optional<Ausdruck> ausdruck(Knoten text, String traeger, Typ typ) {
        if (!text.istText()) {
            text.fehler(ConfigFehler.FALSCHE_FORM, "Hier muss ein Ausdruck als Text stehen.");
            return Optional.empty();
        }
        return Ausdrucksleser.lies(text.text(), text::stelle, umgebung, traeger, typ, text.probleme());
    }

    /** The path that a name of dienst.yaml stands for: a whole path, or the end of exactly one. */
    Optional<String> pfad(String name, Knoten stelle) {
        List<String> treffer = umgebung.pfade(name);
        if (treffer.isEmpty()) {
            stelle.fehler(FormFehler.PFAD_UNBEKANNT, "\"" + name + "\" steht im Schema an keiner Stelle.");
        } else if (treffer.size() > 1) {
            stelle.fehler(
                    FormFehler.PFAD_MEHRDEUTIG,
                    "\"" + name + "\" steht an mehreren Stellen: " + String.join(", ", treffer) + ".");
        }
        return treffer.size() == 1 ? Optional.of(treffer.get(0)) : Optional.empty();
    }

    private Optional<Ausdruck> lies(Knoten knoten, String traeger) {
        if (!knoten.istAbbildung()) {
            return ausdruck(knoten, traeger, Typ.WAHRHEIT);
        }
        for (String art : List.of("nicht", "alle", "eine")) {
            if (knoten.kind(art).isPresent()) {
                knoten.erlaubt(art);
                return verknuepft(knoten, art, traeger);
            }
        }
        knoten.erlaubt("feld", "gleich", "ausgefuellt", "juenger_als", "kleiner");
        return knoten.pflichttext("feld")
                .flatMap(name -> pfad(name, knoten))
                .flatMap(umgebung::element)
                .flatMap(element -> einzelne(knoten, element, traeger));
    }

    private Optional<Ausdruck> verknuepft(Knoten knoten, String art, String traeger) {
        if (art.equals("nicht")) {
            return knoten.kind(art).flatMap(k -> lies(k, traeger)).map(Ausdruck.Nicht::new);
        }
        List<Ausdruck> teile = knoten.liste(art).stream()
                .map(k -> lies(k, traeger))
                .flatMap(Optional::stream)
                .toList();
        return Optional.of(art.equals("alle") ? new Ausdruck.Und(teile) : new Ausdruck.Oder(teile));
    }

    /** About one field. What is not known counts as false here, so that an empty answer equals nothing. */
    private Optional<Ausdruck> einzelne(Knoten knoten, Element element, String traeger) {
        Bezug bezug = Bezuege.auf(element, traeger);
        List<String> gleich = knoten.texte("gleich");
        Optional<Integer> jahre = knoten.zahl("juenger_als", 0, 150);
        Optional<Integer> kleiner = knoten.zahl("kleiner", Integer.MIN_VALUE, Integer.MAX_VALUE);
        if (gleich.isEmpty() && knoten.wahrheitswert("ausgefuellt").orElse(false)) {
            return Optional.of(new Ausdruck.Gegeben(bezug));
        }
        if (gleich.isEmpty() && jahre.isEmpty() && kleiner.isEmpty()) {
            knoten.fehler(FormFehler.BEDINGUNG, FormFehler.BEDINGUNG.abhilfe());
            return Optional.empty();
        }
        if (bezug.istListe()) {
            knoten.fehler(
                    AusdruckFehler.MEHRERE_WERTE,
                    element.pfad() + " steht in einer Wiederholung und hat hier mehrere Werte.");
            return Optional.empty();
        }
        if (!gleich.isEmpty()) {
            return gleich(knoten, element, bezug, gleich).map(Ausdruck.Sicher::new);
        }
        boolean text = element.typ() == Typ.TEXT;
        if (jahre.isPresent() && (text || element.typ().vergleichbarMit(Typ.TEILDATUM))) {
            Ausdruck alter = new Ausdruck.Aufruf(Funktion.AGE, List.of(bezug.als(Typ.TEILDATUM)));
            return Optional.of(new Ausdruck.Sicher(kleiner(alter, jahre.get())));
        }
        if (kleiner.isPresent() && (text || element.typ() == Typ.ZAHL)) {
            return Optional.of(new Ausdruck.Sicher(kleiner(bezug.als(Typ.ZAHL), kleiner.get())));
        }
        return falscherTyp(knoten, element);
    }

    private static Ausdruck kleiner(Ausdruck links, int rechts) {
        return new Ausdruck.Vergleich(Ausdruck.Vergleich.Art.KLEINER, links, new Konstante(BigDecimal.valueOf(rechts)));
    }

    private Optional<Ausdruck> gleich(Knoten knoten, Element element, Bezug bezug, List<String> werte) {
        List<Ausdruck> konstanten = new ArrayList<>();
        for (String wert : werte) {
            Object konstante = element.typ().lies(wert);
            if (konstante == null) {
                return falscherTyp(knoten, element);
            }
            konstanten.add(new Konstante(konstante));
        }
        return Optional.of(new Ausdruck.Enthalten(bezug, konstanten));
    }

    private static Optional<Ausdruck> falscherTyp(Knoten knoten, Element element) {
        knoten.fehler(
                FormFehler.BEDINGUNG,
                element.pfad() + " ist " + element.typ().benannt() + "; diese Bedingung trifft nie zu.");
        return Optional.empty();
    }
}
