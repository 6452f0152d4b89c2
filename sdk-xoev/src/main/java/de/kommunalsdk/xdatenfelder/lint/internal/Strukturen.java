/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint.internal;

import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.BEHAELTER;
import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.GRUPPE;
import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.SCHEMA;
import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.wenn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What contains what. */
final class Strukturen {

    private static final String DEFAULT_DATENFELD = "F60000000001";

    static final List<Pruefung> PRUEFUNGEN = List.of(
            mehrfach(1004, GRUPPE),
            mehrfach(1025, SCHEMA),
            new Pruefung(1013, BEHAELTER, (teil, lage) -> {
                for (Bauteil.Verwendung verwendung : teil.struktur()) {
                    verwendung
                            .teil()
                            .filter(t -> t.code("schemaelementart").equals("ABS"))
                            .ifPresent(t -> lage.melde(verwendung, Lage.kurz(t.kennung())));
                }
            }),
            wenn(1023, GRUPPE, "", teil -> teil.struktur().isEmpty()),
            wenn(1078, SCHEMA, "", teil -> teil.struktur().isEmpty()),
            wenn(1043, GRUPPE, "", teil -> teil.struktur().size() == 1 && teil.auswahlgruppe()),
            wenn(1106, GRUPPE, "", teil -> teil.struktur().size() == 1 && !teil.auswahlgruppe()),
            wenn(1094, BEHAELTER, "", teil -> teil.struktur().size() > 1 && hatDefaultDatenfeld(teil)),
            wenn(1095, BEHAELTER, "", teil -> teil.struktur().size() == 1 && hatDefaultDatenfeld(teil)),
            wenn(
                    1026,
                    GRUPPE,
                    "",
                    teil -> !teil.id().isEmpty()
                            && Bestand.unterhalb(teil).stream().anyMatch(unten -> gleich(unten, teil))));

    private Strukturen() {}

    private static Pruefung mehrfach(int nummer, Set<Art> arten) {
        return new Pruefung(nummer, arten, (teil, lage) -> {
            Map<String, Integer> anzahl = new HashMap<>();
            for (Bauteil.Verwendung verwendung : teil.struktur()) {
                verwendung.teil().ifPresent(t -> anzahl.merge(t.kennung(), 1, Integer::sum));
            }
            for (Bauteil.Verwendung verwendung : teil.struktur()) {
                verwendung
                        .teil()
                        .filter(t -> !t.id().isEmpty() && anzahl.getOrDefault(t.kennung(), 0) > 1)
                        .ifPresent(t -> lage.melde(verwendung, Lage.kurz(t.kennung())));
            }
        });
    }

    private static boolean hatDefaultDatenfeld(Bauteil teil) {
        return teil.struktur().stream().flatMap(v -> v.teil().stream()).anyMatch(t -> t.id().equals(DEFAULT_DATENFELD));
    }

    private static boolean gleich(Bauteil eines, Bauteil anderes) {
        return eines.art() == anderes.art() && eines.kennung().equals(anderes.kennung());
    }
}
