/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint.internal;

import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.BAUSTEINE;
import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.FELD;
import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.GRUPPE;
import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.OHNE_REGEL;
import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.SCHEMA;
import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.code;

import java.util.List;
import java.util.Set;

/** Codes of the lists of XDatenfelder 3. */
final class Schluesselwerte {

    static final List<Pruefung> PRUEFUNGEN = List.of(
            code(1027, FELD, "feldart", Set.of("input", "select", "label", "hidden", "locked")),
            code(
                    1028,
                    FELD,
                    "datentyp",
                    Set.of(
                            "text",
                            "text_latin",
                            "date",
                            "time",
                            "datetime",
                            "bool",
                            "num",
                            "num_int",
                            "num_currency",
                            "file",
                            "obj")),
            code(1030, FELD, "vorbefuellung", Set.of("keine", "optional", "verpflichtend")),
            code(1031, BAUSTEINE, "schemaelementart", Set.of("ABS", "HAR", "RNG")),
            code(1032, OHNE_REGEL, "freigabestatus", Set.of("1", "2", "3", "4", "5", "6", "7", "8")),
            code(1033, SCHEMA, "ableitungsmodifikationenStruktur", Set.of("0", "1", "2", "3")),
            code(1034, SCHEMA, "ableitungsmodifikationenRepraesentation", Set.of("0", "1")),
            new Pruefung(1042, GRUPPE, (teil, lage) -> {
                // without art a group is an ordinary one
                if (teil.angabe("art").isPresent() && !teil.auswahlgruppe()) {
                    lage.melde(teil.ort("art"), Lage.kurz(teil.code("art")));
                }
            }));

    private Schluesselwerte() {}
}
