/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The check of one number on elements of some kinds.
 *
 * @param nummer official number
 */
record Pruefung(int nummer, Set<Art> arten, Bedingung bedingung) {

    static final Set<Art> ALLE_ARTEN = EnumSet.allOf(Art.class);
    static final Set<Art> BAUSTEINE = EnumSet.of(Art.GRUPPE, Art.FELD);
    static final Set<Art> BEHAELTER = EnumSet.of(Art.SCHEMA, Art.GRUPPE);
    static final Set<Art> OHNE_REGEL = EnumSet.complementOf(EnumSet.of(Art.REGEL));
    static final Set<Art> FELD = EnumSet.of(Art.FELD);
    static final Set<Art> GRUPPE = EnumSet.of(Art.GRUPPE);
    static final Set<Art> SCHEMA = EnumSet.of(Art.SCHEMA);
    static final Set<Art> STECKBRIEF = EnumSet.of(Art.STECKBRIEF);
    static final Set<Art> REGEL = EnumSet.of(Art.REGEL);

    /** All checks, by topic. */
    static final List<Pruefung> ALLE = Stream.of(
                    Kennungen.PRUEFUNGEN,
                    Texte.PRUEFUNGEN,
                    Zeichen.PRUEFUNGEN,
                    Schluesselwerte.PRUEFUNGEN,
                    Handlungsgrundlagen.PRUEFUNGEN,
                    Freigaben.PRUEFUNGEN,
                    Strukturen.PRUEFUNGEN,
                    Multiplizitaeten.PRUEFUNGEN,
                    Feldtypen.PRUEFUNGEN,
                    Wertgrenzen.PRUEFUNGEN,
                    Inhalte.PRUEFUNGEN,
                    Listen.PRUEFUNGEN,
                    Regeln.PRUEFUNGEN,
                    Relationen.PRUEFUNGEN,
                    Steckbriefe.PRUEFUNGEN)
            .flatMap(List::stream)
            .toList();

    /** Reports what is wrong with one element. */
    interface Bedingung {
        void pruefe(Bauteil teil, Lage lage);
    }

    /** One finding at a child (or at the element, when it is absent) when the condition holds. */
    static Pruefung wenn(int nummer, Set<Art> arten, String kind, Predicate<Bauteil> falsch) {
        return new Pruefung(nummer, arten, (teil, lage) -> {
            if (falsch.test(teil)) {
                lage.melde(teil.ort(kind));
            }
        });
    }

    /** A text that must be filled. */
    static Pruefung gefuellt(int nummer, Set<Art> arten, String kind) {
        return wenn(nummer, arten, kind, teil -> teil.text(kind).isEmpty());
    }

    /** A code that must be there and known. */
    static Pruefung code(int nummer, Set<Art> arten, String kind, Set<String> bekannt) {
        return new Pruefung(nummer, arten, (teil, lage) -> {
            String code = teil.code(kind);
            if (!bekannt.contains(code)) {
                lage.melde(teil.ort(kind), code.isEmpty() ? kind + " fehlt" : kind + " " + Lage.kurz(code));
            }
        });
    }
}
