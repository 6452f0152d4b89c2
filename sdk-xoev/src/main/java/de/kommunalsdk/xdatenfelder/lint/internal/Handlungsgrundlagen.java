/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint.internal;

import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.ALLE_ARTEN;
import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.BAUSTEINE;
import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.BEHAELTER;
import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.SCHEMA;
import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.wenn;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** References to the law: of elements and of their uses. */
final class Handlungsgrundlagen {

    private static final Pattern URL = Pattern.compile("https?://[a-zA-Z0-9.-]+\\.[a-zA-Z]{2,}(/.*)?");
    private static final Set<String> NICHT_RECHTSNORMGEBUNDEN = Set.of("ABS", "HAR");

    static final List<Pruefung> PRUEFUNGEN = List.of(
            wenn(1006, BAUSTEINE, "schemaelementart", teil -> ohneBezug(teil) && artIst(teil, "RNG")),
            wenn(1051, SCHEMA, "bezug", Handlungsgrundlagen::ohneBezug),
            wenn(1101, BAUSTEINE, "schemaelementart", teil -> ohneBezug(teil) && artIst(teil, "HAR")),
            new Pruefung(1022, BEHAELTER, (teil, lage) -> {
                // QS-DF 1.20 asks this of the outermost level of a schema too
                if (teil.art() == Art.SCHEMA || artIst(teil, "RNG")) {
                    for (Bauteil.Verwendung verwendung : teil.struktur()) {
                        verwendung
                                .teil()
                                .filter(t -> leer(verwendung.bezug()))
                                .filter(t -> NICHT_RECHTSNORMGEBUNDEN.contains(t.code("schemaelementart")))
                                .ifPresent(t -> lage.melde(verwendung, Lage.kurz(t.kennung())));
                    }
                }
            }),
            new Pruefung(1132, ALLE_ARTEN, (teil, lage) -> bezuege(teil)
                    .filter(b -> b.text().indexOf('§') != b.text().lastIndexOf('§'))
                    .forEach(lage::melde)),
            new Pruefung(1133, ALLE_ARTEN, (teil, lage) -> bezuege(teil)
                    .filter(b -> !b.attribut("link").isEmpty())
                    .filter(b -> !URL.matcher(b.attribut("link")).matches())
                    .forEach(b -> lage.melde(b, Lage.kurz(b.attribut("link"))))));

    private Handlungsgrundlagen() {}

    static boolean ohneBezug(Bauteil teil) {
        return leer(teil.angaben("bezug"));
    }

    /** References of an element and of the uses inside it. */
    static Stream<Angabe> bezuege(Bauteil teil) {
        return Stream.concat(
                teil.angaben("bezug").stream(), teil.struktur().stream().flatMap(v -> v.bezug().stream()));
    }

    private static boolean leer(List<Angabe> bezug) {
        return bezug.stream().allMatch(b -> b.text().isEmpty());
    }

    private static boolean artIst(Bauteil teil, String art) {
        return teil.code("schemaelementart").equals(art);
    }
}
