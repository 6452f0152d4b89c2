/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint.internal;

import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.REGEL;
import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.gefuellt;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Free-text rules and the elements that they name. */
final class Regeln {

    private static final Pattern ID = Pattern.compile("[FG]\\d{11}");
    private static final Pattern MIT_VERSION = Pattern.compile("[FG]\\d{11}V\\d*\\.\\d*");
    private static final Pattern ALTE_ID = Pattern.compile("[FG]\\d{8}(?!\\d)");

    static final List<Pruefung> PRUEFUNGEN = List.of(
            gefuellt(1024, REGEL, "freitextRegel"),
            new Pruefung(1001, EnumSet.of(Art.SCHEMA, Art.GRUPPE, Art.FELD), Regeln::erreichbar),
            new Pruefung(1019, REGEL, (regel, lage) -> genannte(regel, MIT_VERSION)
                    .forEach(id -> lage.melde(regel.ort("freitextRegel"), Lage.kurz(id)))),
            new Pruefung(1041, REGEL, (regel, lage) -> genannte(regel, ALTE_ID)
                    .forEach(id -> lage.melde(regel.ort("freitextRegel"), id))));

    private Regeln() {}

    private static Set<String> genannte(Bauteil regel, Pattern muster) {
        return muster.matcher(regel.text("freitextRegel"))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A rule may name only what the element contains that it stands in. */
    private static void erreichbar(Bauteil teil, Lage lage) {
        if (teil.regeln().isEmpty()) {
            return;
        }
        Set<String> enthalten = Stream.concat(Stream.of(teil), Bestand.unterhalb(teil).stream())
                .map(Bauteil::id)
                .collect(Collectors.toSet());
        for (Bauteil regel : teil.regeln()) {
            for (String id : genannte(regel, ID)) {
                if (!enthalten.contains(id)) {
                    lage.melde(regel.ort("freitextRegel"), "Regel " + Lage.kurz(regel.id()) + " nennt " + id);
                }
            }
        }
    }
}
