/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint.internal;

import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.OHNE_REGEL;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** Relations to other elements of the repository. */
final class Relationen {

    private static final Set<String> ARTEN = Set.of("ABL", "ERS", "EQU", "VKN");
    private static final String VERKNUEPFT = "VKN";

    /** First letters of the ids to which a relation may lead. */
    private static final Map<Art, String> ZIELE = Map.of(
            Art.SCHEMA, "S",
            Art.GRUPPE, "GF",
            Art.FELD, "GF",
            Art.STECKBRIEF, "D");

    static final List<Pruefung> PRUEFUNGEN = List.of(
            jede(1029, (teil, r) -> !ARTEN.contains(praedikat(r))),
            jede(
                    1087,
                    (teil, r) -> Kennungen.passt(ziel(r))
                            && ziel(r).charAt(0) != Art.REGEL.buchstabe
                            && ZIELE.getOrDefault(teil.art(), "").indexOf(ziel(r).charAt(0)) < 0),
            jede(1088, (teil, r) -> teil.art() != Art.STECKBRIEF && praedikat(r).equals(VERKNUEPFT)),
            jede(1091, (teil, r) -> ziel(r).isEmpty()));

    private Relationen() {}

    private static Pruefung jede(int nummer, BiPredicate<Bauteil, Angabe> falsch) {
        return new Pruefung(nummer, OHNE_REGEL, (teil, lage) -> {
            for (Angabe relation : teil.angaben("relation")) {
                if (falsch.test(teil, relation)) {
                    lage.melde(relation, Lage.kurz((praedikat(relation) + " " + ziel(relation)).strip()));
                }
            }
        });
    }

    /** Id of the element to which a relation leads; empty when it names none. */
    static String ziel(Angabe relation) {
        return relation.kinder("objekt").stream()
                .findFirst()
                .map(o -> o.text("id"))
                .orElse("");
    }

    private static String praedikat(Angabe relation) {
        return relation.kinder("praedikat").stream()
                .findFirst()
                .map(Angabe::code)
                .orElse("");
    }

    /** How many elements are linked with this one. */
    static long verknuepft(Bauteil teil) {
        return teil.angaben("relation").stream()
                .filter(r -> praedikat(r).equals(VERKNUEPFT))
                .count();
    }
}
