/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint.internal;

import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.SCHEMA;
import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.STECKBRIEF;
import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.code;
import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.gefuellt;
import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.wenn;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Dokumentsteckbriefe, and which one a schema belongs to. */
final class Steckbriefe {

    private static final String DEFAULT = "D99000000001";

    /** Numbers of the central catalogue KATE begin so. */
    private static final String KATE = "D99";

    private static final Set<String> FREIGEGEBEN = Set.of("4", "5", "6");
    private static final Set<String> JA = Set.of("true", "1");
    private static final Set<String> NEIN = Set.of("false", "0");

    /** 001 (Antrag) to 014 (Willenserklärung), and 999. */
    private static final Set<String> DOKUMENTARTEN = Stream.concat(
                    IntStream.rangeClosed(1, 14).mapToObj("%03d"::formatted), Stream.of("999"))
            .collect(Collectors.toSet());

    static final List<Pruefung> PRUEFUNGEN = List.of(
            wenn(1007, SCHEMA, "dokumentsteckbrief", s -> zugeordnet(s).isEmpty()),
            wenn(1096, SCHEMA, "dokumentsteckbrief", s -> zugeordnet(s).equals(DEFAULT) && !freigegeben(s)),
            wenn(1097, SCHEMA, "dokumentsteckbrief", s -> zugeordnet(s).equals(DEFAULT) && freigegeben(s)),
            wenn(
                    1124,
                    SCHEMA,
                    "dokumentsteckbrief",
                    s -> Kennungen.passt(zugeordnet(s))
                            && zugeordnet(s).charAt(0) == Art.STECKBRIEF.buchstabe
                            && !zugeordnet(s).startsWith(KATE)),
            gefuellt(1049, STECKBRIEF, "definition"),
            gefuellt(1107, STECKBRIEF, "hilfetext"),
            wenn(1052, STECKBRIEF, "bezug", s -> NEIN.contains(abstrakt(s)) && Handlungsgrundlagen.ohneBezug(s)),
            wenn(1053, STECKBRIEF, "relation", s -> NEIN.contains(abstrakt(s)) && Relationen.verknuepft(s) > 0),
            wenn(1054, STECKBRIEF, "istAbstrakt", s -> JA.contains(abstrakt(s)) && Relationen.verknuepft(s) < 2),
            wenn(1092, STECKBRIEF, "istAbstrakt", s -> !JA.contains(abstrakt(s)) && !NEIN.contains(abstrakt(s))),
            code(1055, STECKBRIEF, "dokumentart", DOKUMENTARTEN));

    private Steckbriefe() {}

    private static String zugeordnet(Bauteil schema) {
        return schema.angabe("dokumentsteckbrief").map(d -> d.text("id")).orElse("");
    }

    private static boolean freigegeben(Bauteil schema) {
        return FREIGEGEBEN.contains(schema.code("freigabestatus"));
    }

    private static String abstrakt(Bauteil steckbrief) {
        return steckbrief.text("istAbstrakt");
    }
}
