/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint.internal;

import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.ALLE_ARTEN;
import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.BAUSTEINE;
import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.BEHAELTER;
import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.wenn;

import java.util.List;
import java.util.regex.Pattern;

/** Ids and versions of elements. */
final class Kennungen {

    private static final Pattern FORM = Pattern.compile("[DSGFR]\\d{11}");

    static final List<Pruefung> PRUEFUNGEN = List.of(
            wenn(1038, ALLE_ARTEN, "identifikation", teil -> teil.id().isEmpty()),
            new Pruefung(1039, ALLE_ARTEN, Kennungen::form),
            new Pruefung(1003, BAUSTEINE, (teil, lage) -> {
                if (teil != lage.wurzel() && lage.bestand().versionen(teil) > 1) {
                    lage.melde(teil.ort("identifikation"));
                }
            }),
            new Pruefung(1134, BAUSTEINE, (teil, lage) -> {
                Bauteil wurzel = lage.wurzel();
                if (wurzel.version().isEmpty()
                        && !teil.version().isEmpty()
                        && teil.nummernkreis().equals(wurzel.nummernkreis())
                        && teil.code("schemaelementart").equals("RNG")) {
                    lage.melde(teil.ort("identifikation"));
                }
            }),
            new Pruefung(1135, BEHAELTER, (teil, lage) -> {
                if (!teil.version().isEmpty() || !lage.wurzel().version().isEmpty()) {
                    for (Bauteil.Verwendung verwendung : teil.struktur()) {
                        verwendung
                                .teil()
                                .filter(t -> t.version().isEmpty())
                                .ifPresent(t -> lage.melde(verwendung, Lage.kurz(t.id())));
                    }
                }
            }));

    private Kennungen() {}

    private static void form(Bauteil teil, Lage lage) {
        String id = teil.id();
        if (!id.isEmpty() && !(passt(id) && id.charAt(0) == teil.art().buchstabe)) {
            lage.melde(teil.ort("identifikation"), Lage.kurz(id));
        }
        for (Angabe steckbrief : teil.angaben("dokumentsteckbrief")) {
            String ziel = steckbrief.text("id");
            if (!ziel.isEmpty() && !(passt(ziel) && ziel.charAt(0) == Art.STECKBRIEF.buchstabe)) {
                lage.melde(steckbrief, Lage.kurz(ziel));
            }
        }
        for (Angabe relation : teil.angaben("relation")) {
            String ziel = Relationen.ziel(relation);
            if (!ziel.isEmpty() && !(passt(ziel) && ziel.charAt(0) != Art.REGEL.buchstabe)) {
                lage.melde(relation, Lage.kurz(ziel));
            }
        }
    }

    static boolean passt(String id) {
        return FORM.matcher(id).matches();
    }
}
