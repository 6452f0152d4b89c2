/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint.internal;

import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.BAUSTEINE;
import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.BEHAELTER;
import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.SCHEMA;
import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.STECKBRIEF;
import static de.kommunalsdk.xdatenfelder.lint.internal.Pruefung.wenn;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Status, publication and who stands for an element. */
final class Freigaben {

    /** Entwurf, methodisch freigegeben, silber, gold, inaktiv. */
    private static final Set<String> MIT_DATUM = Set.of("3", "4", "5", "6", "7");

    private static final Set<String> INAKTIV = Set.of("7");
    private static final Set<String> VOR_ENTWURF = Set.of("", "1", "2");
    private static final Set<String> BAUSTEIN_DATENFELDER =
            Set.of("FIM-Baustein Datenfelder", "FIM Baustein Datenfelder");

    static final List<Pruefung> PRUEFUNGEN = List.of(
            wenn(1117, Pruefung.ALLE_ARTEN, "", teil -> ersteller(teil).isEmpty()),
            wenn(1140, EnumSet.of(Art.GRUPPE, Art.FELD, Art.REGEL), "identifikation", Freigaben::fremderErsteller),
            wenn(1141, SCHEMA, "statusGesetztDurch", Freigaben::fremderErsteller),
            wenn(1142, BAUSTEINE, "freigabestatus", Freigaben::ohneDatum),
            wenn(1143, SCHEMA, "freigabestatus", Freigaben::ohneDatum),
            wenn(1144, STECKBRIEF, "freigabestatus", Freigaben::ohneDatum),
            unterhalb(1127, Art.SCHEMA, "veroeffentlichungsdatum", Freigaben::unveroeffentlicht),
            unterhalb(1128, Art.GRUPPE, "veroeffentlichungsdatum", Freigaben::unveroeffentlicht),
            unterhalb(1129, Art.SCHEMA, "freigabestatus", Freigaben::vorEntwurf),
            unterhalb(1130, Art.GRUPPE, "freigabestatus", Freigaben::vorEntwurf),
            new Pruefung(1116, BEHAELTER, (teil, lage) -> {
                for (Bauteil.Verwendung verwendung : teil.struktur()) {
                    verwendung
                            .teil()
                            .filter(t -> INAKTIV.contains(t.code("freigabestatus")))
                            .ifPresent(t -> lage.melde(verwendung, Lage.kurz(t.kennung())));
                }
            }));

    private Freigaben() {}

    /** What every element inside a published schema or group must fulfil. */
    private static Pruefung unterhalb(int nummer, Art wurzel, String kind, Predicate<Bauteil> falsch) {
        return new Pruefung(nummer, BAUSTEINE, (teil, lage) -> {
            if (teil != lage.wurzel()
                    && lage.wurzel().art() == wurzel
                    && !unveroeffentlicht(lage.wurzel())
                    && falsch.test(teil)) {
                lage.melde(teil.ort(kind));
            }
        });
    }

    private static boolean unveroeffentlicht(Bauteil teil) {
        return teil.text("veroeffentlichungsdatum").isEmpty();
    }

    private static boolean vorEntwurf(Bauteil teil) {
        return VOR_ENTWURF.contains(teil.code("freigabestatus"));
    }

    private static boolean ohneDatum(Bauteil teil) {
        return MIT_DATUM.contains(teil.code("freigabestatus"))
                && teil.text("statusGesetztAm").isEmpty();
    }

    private static String ersteller(Bauteil teil) {
        return teil.text(teil.art() == Art.REGEL ? "fachlicherErsteller" : "statusGesetztDurch");
    }

    private static boolean fremderErsteller(Bauteil teil) {
        return !teil.nummernkreis().equals("60") && BAUSTEIN_DATENFELDER.contains(ersteller(teil));
    }
}
