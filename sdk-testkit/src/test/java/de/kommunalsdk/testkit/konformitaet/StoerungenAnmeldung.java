/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet;

import static de.kommunalsdk.testkit.konformitaet.Stoerungen.cookie;
import static de.kommunalsdk.testkit.konformitaet.Stoerungen.fall;
import static de.kommunalsdk.testkit.konformitaet.Stoerungen.seite;
import static de.kommunalsdk.testkit.konformitaet.Stoerungen.wenn;

import de.kommunalsdk.testkit.konformitaet.Stoerportal.Anfrage;
import de.kommunalsdk.testkit.konformitaet.Stoerportal.Antwort;
import de.kommunalsdk.testkit.konformitaet.Stoerportal.Stoerung;
import de.kommunalsdk.testkit.konformitaet.Stoerungen.Fall;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/** Damages to the login with an account. */
final class StoerungenAnmeldung {

    private static final String IM_ANTRAG =
            "<!DOCTYPE html><html lang=\"de\"><body><div class=\"ozg\"><form method=\"post\""
                    + " action=\"/ozg/vertraulich/antrag/x/seite/person\"><button type=\"submit\" name=\"aktion\""
                    + " value=\"weiter\">Weiter</button></form></div></body></html>";

    private StoerungenAnmeldung() {}

    static List<Fall> alle() {
        Set<String> ohneAnmeldung = Set.of("EP13_Anmeldung", "EP15_Anmeldeseiten", "EP17_Kontodaten", "EP30_Anmeldung");
        return List.of(
                new Fall(
                        "EP01_Nutzerkonto",
                        "nicht-angeboten",
                        "Wahl des Nutzerkontos",
                        seite(a -> a.pfad().startsWith("/konto/anmelden"), s -> s.select("button")
                                .remove()),
                        ohneAnmeldung,
                        false),
                new Fall(
                        "EP01_Nutzerkonto",
                        "nicht-angemeldet",
                        "nach dem Nutzerkonto",
                        wenn(StoerungenAnmeldung::istAntwort, StoerungenAnmeldung::verloren),
                        Set.of("EP17_Kontodaten", "EP30_Anmeldung"),
                        false),
                fall(
                        "EP01_Nutzerkonto",
                        "niveau-zu-niedrig",
                        "nach dem Nutzerkonto",
                        nimmtAn((a, antwort) -> antwort.text().contains("sichereres"))),
                fall(
                        "EP13_Anmeldung",
                        "unsigniert",
                        "nach dem Nutzerkonto",
                        nimmtAn((a, antwort) ->
                                antwort.status() == 403 && !antwort.text().contains("sichereres"))),
                fall(
                        "EP13_Anmeldung",
                        "unaufgefordert",
                        "nach dem Nutzerkonto",
                        nimmtAn((a, antwort) -> antwort.status() == 400 && hatBindung(a))),
                fall(
                        "EP13_Anmeldung",
                        "fremder-browser",
                        "nach dem Nutzerkonto",
                        nimmtAn((a, antwort) -> antwort.status() == 400 && !hatBindung(a))),
                fall("EP13_Anmeldung", "personendaten", "nach dem Nutzerkonto", (a, portal) -> {
                    Antwort antwort = portal.frage(a);
                    return istAntwort(a) && antwort.status() >= 400
                            ? antwort.mitSeite(s -> s.body().appendText("MUSTERMANN"))
                            : antwort;
                }),
                fall(
                        "EP13_Anmeldung",
                        "cookie-ungeschuetzt",
                        "Cookie ozg-konto-musterstadt",
                        cookie(StoerungenAnmeldung::istAntwort, "; HttpOnly")),
                fall(
                        "EP15_Anmeldeseiten",
                        "rahmen-fehlt",
                        "Wahl des Nutzerkontos",
                        seite(a -> a.pfad().startsWith("/konto/"), s -> s.select("header")
                                .remove())),
                fall(
                        "EP15_Anmeldeseiten",
                        "kommune-fehlt",
                        "Seite vor dem Nutzerkonto",
                        seite(a -> a.pfad().startsWith("/konto/"), s -> s.select(".ozg-kopf strong")
                                .remove())),
                fall(
                        "EP15_Anmeldeseiten",
                        "csp-skripte",
                        "Seite vor dem Nutzerkonto",
                        wenn(
                                a -> a.pfad().startsWith("/konto/"),
                                a -> a.mitKopf("content-security-policy", "default-src 'self' 'unsafe-inline'"))),
                fall(
                        "EP15_Anmeldeseiten",
                        "form-action",
                        "Seite vor dem Nutzerkonto",
                        wenn(
                                a -> a.pfad().startsWith("/konto/"),
                                a -> a.mitKopf("content-security-policy", "script-src 'self'; form-action 'self'"))),
                fall(
                        "EP17_Kontodaten",
                        "nichts-vorbelegt",
                        "Formularseite",
                        seite(a -> a.pfad().contains("vertraulich/antrag"), s -> s.select("input[value=MUSTERMANN]")
                                .val(""))),
                fall(
                        "EP17_Kontodaten",
                        "herkunft-fehlt",
                        "Formularseite",
                        seite(a -> a.pfad().contains("vertraulich/antrag"), s -> s.select(".ozg-herkunft")
                                .remove())),
                fall(
                        "EP30_Anmeldung",
                        "entwurf-nicht-gefunden",
                        "Seite des Nutzerkontos",
                        seite(a -> a.pfad().startsWith("/ozg/_konto"), s -> s.select("form, li")
                                .remove())),
                fall(
                        "EP30_Anmeldung",
                        "nachweis-fehlt",
                        "Eingangsbestätigung",
                        wenn(a -> a.pfad().startsWith("/lieferung"), a -> a.mitText(""))),
                fall(
                        "EP30_Anmeldung",
                        "niveau-fehlt",
                        "Eingangsbestätigung",
                        wenn(
                                a -> a.pfad().startsWith("/lieferung"),
                                a -> a.mitText(a.text().replace("LoA/hoch", "LoA/normal")))),
                fall(
                        "EP30_Anmeldung",
                        "quelle-fehlt",
                        "Eingangsbestätigung",
                        wenn(
                                a -> a.pfad().startsWith("/lieferung"),
                                a -> a.mitText(a.text().replace("idStatement", "anderes")))));
    }

    private static boolean istAntwort(Anfrage a) {
        return a.istPost() && a.pfad().startsWith("/konto/acs/");
    }

    private static boolean hatBindung(Anfrage a) {
        return a.kopf().getOrDefault("cookie", "").contains("ozg-bindung");
    }

    /** A login that went well and whose session is lost on the way: the form asks for the account again. */
    private static Antwort verloren(Antwort antwort) {
        return antwort.status() == 303 ? antwort.ohneKopf("set-cookie") : antwort;
    }

    /** Lets in who was refused. */
    private static Stoerung nimmtAn(BiPredicate<Anfrage, Antwort> welche) {
        return (a, portal) -> {
            Antwort antwort = portal.frage(a);
            return istAntwort(a) && welche.test(a, antwort)
                    ? antwort.mitStatus(200).mitText(IM_ANTRAG)
                    : antwort;
        };
    }
}
