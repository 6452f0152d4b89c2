/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint.internal;

import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.ALLE_ARTEN;

import de.kommunalsdk.zeichen.Ausgabe;
import de.kommunalsdk.zeichen.Din91379;
import de.kommunalsdk.zeichen.Zeichenbefund;
import de.kommunalsdk.zeichen.Zeichenpruefung;
import de.kommunalsdk.zeichen.Zeichensatz;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Characters of the texts of a schema. */
final class Zeichen {

    private static final int MAX_GENANNT = 5;

    /** The names of these characters in XDatenfelder: String.Latin+ 1.2. */
    private static final Din91379 STRING_LATIN = Din91379.fuer(Zeichensatz.C, Ausgabe.DIN_SPEC_2019_03);

    private static final List<String> TEXTE = List.of(
            "name",
            "definition",
            "beschreibung",
            "bezeichnung",
            "bezeichnungEingabe",
            "bezeichnungAusgabe",
            "hilfetext",
            "hilfetextEingabe",
            "hilfetextAusgabe",
            "inhalt",
            "freitextRegel",
            "statusGesetztDurch",
            "fachlicherErsteller");

    static final List<Pruefung> PRUEFUNGEN = List.of(new Pruefung(1131, ALLE_ARTEN, (teil, lage) -> Stream.concat(
                    TEXTE.stream().flatMap(name -> teil.angaben(name).stream()), Handlungsgrundlagen.bezuege(teil))
            .forEach(angabe -> pruefe(angabe, lage))));

    private Zeichen() {}

    private static void pruefe(Angabe angabe, Lage lage) {
        Zeichenpruefung pruefung = STRING_LATIN.pruefe(angabe.text());
        if (!pruefung.ok()) {
            String zeichen = pruefung.befunde().stream()
                    .map(Zeichenbefund::alsUnicode)
                    .distinct()
                    .limit(MAX_GENANNT)
                    .collect(Collectors.joining(", "));
            lage.melde(angabe, angabe.name() + ": " + zeichen);
        }
    }
}
