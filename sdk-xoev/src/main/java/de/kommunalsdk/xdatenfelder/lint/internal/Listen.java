/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint.internal;

import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.FELD;
import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.wenn;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** Values inside a field and references to code lists. */
final class Listen {

    /** RFC 2141. */
    private static final Pattern URN = Pattern.compile(
            "urn:[A-Za-z0-9][A-Za-z0-9-]{0,31}:([A-Za-z0-9()+,\\-.:=@;$_!*']|%[0-9A-Fa-f]{2}){1,2000}+");

    static final List<Pruefung> PRUEFUNGEN = List.of(
            wenn(
                    1017,
                    FELD,
                    "feldart",
                    f -> (hatWerte(f) || hatCodeliste(f))
                            && !Feldtypen.art(f).isEmpty()
                            && !Feldtypen.art(f).equals("select")),
            wenn(1018, FELD, "feldart", f -> Feldtypen.art(f).equals("select") && hatWerte(f) == hatCodeliste(f)),
            wenn(1044, FELD, "werte", f -> hatWerte(f) && werte(f).size() < 2),
            new Pruefung(1045, FELD, (feld, lage) -> doppelte(feld, "code", lage)),
            new Pruefung(1093, FELD, (feld, lage) -> doppelte(feld, "name", lage)),
            wenn(
                    1058,
                    FELD,
                    "codeKey",
                    f -> !hatCodeliste(f) && !(f.text("codeKey") + f.text("nameKey") + f.text("helpKey")).isEmpty()),
            liste(1040, (liste, bestand) -> urn(liste).isEmpty()),
            liste(1005, (liste, bestand) -> !urn(liste).isEmpty() && !urn(liste).startsWith("urn:")),
            liste(
                    1048,
                    (liste, bestand) -> urn(liste).startsWith("urn:")
                            && !URN.matcher(urn(liste)).matches()),
            liste(1037, (liste, bestand) -> !liste.text("version").isEmpty() && bestand.listenversionen(liste) > 1),
            liste(1105, (liste, bestand) -> !liste.text("version").isEmpty() && !istDatum(liste.text("version"))));

    private Listen() {}

    /** The values inside a field. */
    static List<Angabe> werte(Bauteil feld) {
        return feld.angaben("werte").stream()
                .flatMap(w -> w.kinder("wert").stream())
                .toList();
    }

    private static boolean hatWerte(Bauteil feld) {
        return feld.angabe("werte").isPresent();
    }

    private static boolean hatCodeliste(Bauteil feld) {
        return feld.angabe("codelisteReferenz").isPresent();
    }

    private static String urn(Angabe liste) {
        return liste.text("canonicalIdentification");
    }

    /** What is wrong with a code list is said once, at the field that refers to it first. */
    private static Pruefung liste(int nummer, BiPredicate<Angabe, Bestand> falsch) {
        return new Pruefung(nummer, FELD, (feld, lage) -> {
            for (Angabe liste : feld.angaben("codelisteReferenz")) {
                if (lage.bestand().nenntZuerst(feld, liste) && falsch.test(liste, lage.bestand())) {
                    String version = liste.text("version");
                    lage.melde(liste, Lage.kurz(version.isEmpty() ? urn(liste) : urn(liste) + "_" + version));
                }
            }
        });
    }

    private static void doppelte(Bauteil feld, String was, Lage lage) {
        Set<String> gesehen = new HashSet<>();
        Set<String> doppelt = new TreeSet<>();
        for (Angabe wert : werte(feld)) {
            if (!gesehen.add(wert.text(was))) {
                doppelt.add(wert.text(was));
            }
        }
        if (!doppelt.isEmpty()) {
            lage.melde(feld.ort("werte"), Lage.kurz(String.join(", ", doppelt)));
        }
    }

    private static boolean istDatum(String text) {
        try {
            return text.length() == 10 && LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
