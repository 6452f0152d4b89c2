/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint.internal;

import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.BEHAELTER;
import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.GRUPPE;

import de.kommunalsdk.xdatenfelder.lint.internal.Bauteil.Verwendung;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often an element is used. */
final class Multiplizitaeten {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9}):(\\d{1,9}|\\*)");
    private static final String NIE = "0:0";

    static final List<Pruefung> PRUEFUNGEN = List.of(
            jede(
                    1021,
                    BEHAELTER,
                    v -> v.anzahlText().isEmpty() || v.anzahlText().equals(NIE)),
            jede(1046, BEHAELTER, v -> !v.anzahlText().isEmpty() && !lesbar(v)),
            jede(1047, BEHAELTER, Multiplizitaeten::verkehrt),
            new Pruefung(1118, GRUPPE, (teil, lage) -> {
                if (teil.auswahlgruppe()) {
                    teil.struktur().stream()
                            .filter(v -> lesbar(v) && !v.anzahlText().equals("0:1"))
                            .forEach(v -> lage.melde(v.ortDerAnzahl(), v.anzahlText()));
                }
            }),
            jede(
                    1139,
                    BEHAELTER,
                    v -> lesbar(v)
                            && !v.anzahlText().endsWith("*")
                            && v.teil().stream()
                                    .anyMatch(t -> t.code("datentyp").equals("file"))));

    private Multiplizitaeten() {}

    private static Pruefung jede(int nummer, Set<Art> arten, Predicate<Verwendung> falsch) {
        return new Pruefung(nummer, arten, (teil, lage) -> {
            for (Verwendung verwendung : teil.struktur()) {
                if (falsch.test(verwendung)) {
                    lage.melde(verwendung.ortDerAnzahl(), Lage.kurz(verwendung.anzahlText()));
                }
            }
        });
    }

    private static boolean lesbar(Verwendung verwendung) {
        return FORM.matcher(verwendung.anzahlText()).matches();
    }

    private static boolean verkehrt(Verwendung verwendung) {
        Matcher form = FORM.matcher(verwendung.anzahlText());
        return form.matches()
                && !form.group(2).equals("*")
                && Integer.parseInt(form.group(1)) > Integer.parseInt(form.group(2));
    }
}
