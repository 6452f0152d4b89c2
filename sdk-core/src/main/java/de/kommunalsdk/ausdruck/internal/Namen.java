/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ausdruck.internal;

import de.kommunalsdk.ausdruck.Ausdruck.Bezug;
import de.kommunalsdk.ausdruck.AusdruckFehler;
import de.kommunalsdk.ausdruck.Bezuege;
import de.kommunalsdk.ausdruck.Umgebung;
import de.kommunalsdk.ausdruck.Umgebung.Element;
import de.kommunalsdk.error.Vorschlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads names: of elements, and of the variables of loops. */
final class Namen {

    private final Tokenfolge folge;
    private final Meldungen meldungen;
    private final Umgebung umgebung;
    private final String traeger;
    private final List<Variable> variablen = new ArrayList<>();
    private int erste; // the variable that the last name began with; 0: none
    private String ihrPfad = "";

    Namen(Tokenfolge folge, Meldungen meldungen, Umgebung umgebung, String traeger) {
        this.folge = folge;
        this.meldungen = meldungen;
        this.umgebung = umgebung;
        this.traeger = traeger;
    }

    /** A variable; without an element when the list behind {@code in} was none. */
    private record Variable(String name, Optional<Element> element) {}

    /** A loop over entries; without a list when what stands behind {@code in} is none. */
    record Schleife(Optional<Bezug> liste) {}

    /** Number of the next variable. */
    int naechste() {
        return variablen.size() + 1;
    }

    /** Reads {@code x in G1}; from here on {@code x} is known. */
    Schleife beginne() {
        if (!folge.istName()) {
            throw folge.erwartet("ein Name für einen Eintrag");
        }
        String name = folge.nimm().text();
        folge.verlange("in");
        if (!folge.istName()) {
            throw folge.erwartet("eine wiederholte Gruppe oder ein wiederholtes Feld");
        }
        int von = folge.hier().von();
        Optional<Element> element = finde();
        Optional<Bezug> liste = element.map(e -> bezug(e, true)).filter(Bezug::istListe);
        if (element.isPresent() && liste.isEmpty()) {
            meldungen.fehler(AusdruckFehler.TYP, von, element.get().pfad() + " ist nicht wiederholt.");
        }
        variablen.add(new Variable(name, element.filter(e -> liste.isPresent())));
        return new Schleife(liste);
    }

    /** The innermost variable ends. */
    void beende() {
        variablen.remove(variablen.size() - 1);
    }

    /** Reads the name of an element. */
    Teil element(boolean alle) {
        int von = folge.hier().von();
        return finde().map(e -> new Teil(bezug(e, alle), e.typ(), von, 1, e.codes()))
                .orElseGet(() -> Teil.falsch(von));
    }

    private Bezug bezug(Element element, boolean alle) {
        if (erste > 0) {
            return Bezuege.vonVariable(element, erste, ihrPfad);
        }
        return alle ? Bezuege.aufAlle(element, traeger) : Bezuege.auf(element, traeger);
    }

    private Optional<Element> finde() {
        Token anfang = folge.nimm();
        StringBuilder name = new StringBuilder(anfang.text());
        while (folge.ist(".") && folge.voraus(1).art() == Token.Art.WORT) {
            folge.nimm();
            name.append('.').append(folge.nimm().text());
        }
        erste = variable(anfang.text());
        if (erste > 0) {
            Optional<Element> eintrag = variablen.get(erste - 1).element();
            if (eintrag.isEmpty()) {
                return Optional.empty();
            }
            ihrPfad = eintrag.get().pfad();
            String pfad = ihrPfad + name.substring(anfang.text().length());
            return finde(pfad, anfang).filter(e -> e.pfad().equals(pfad));
        }
        return finde(name.toString(), anfang);
    }

    private int variable(String name) {
        for (int i = variablen.size(); i > 0; i--) {
            if (variablen.get(i - 1).name().equals(name)) {
                return i;
            }
        }
        return 0;
    }

    private Optional<Element> finde(String name, Token token) {
        List<Element> treffer = umgebung.finde(name);
        if (treffer.size() == 1) {
            return Optional.of(treffer.get(0));
        }
        if (treffer.isEmpty()) {
            meldungen.fehler(
                    AusdruckFehler.NAME_UNBEKANNT,
                    token.von(),
                    "\"" + name + "\" steht im Schema an keiner Stelle."
                            + Vorschlag.zu(name, umgebung.namen())
                                    .map(v -> " Gemeint ist vielleicht \"" + v + "\".")
                                    .orElse(""));
        } else {
            meldungen.fehler(
                    AusdruckFehler.NAME_MEHRDEUTIG,
                    token.von(),
                    "\"" + name + "\" steht an mehreren Stellen: "
                            + String.join(
                                    ", ",
                                    treffer.stream().limit(5).map(Element::pfad).toList())
                            + ".");
        }
        return Optional.empty();
    }
}
