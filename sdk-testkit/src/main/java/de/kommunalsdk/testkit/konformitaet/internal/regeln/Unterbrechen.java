/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal.regeln;

import de.kommunalsdk.testkit.konformitaet.Regel;
import de.kommunalsdk.testkit.konformitaet.internal.Antwort;
import de.kommunalsdk.testkit.konformitaet.internal.Befund;
import de.kommunalsdk.testkit.konformitaet.internal.Browser;
import de.kommunalsdk.testkit.konformitaet.internal.Formularsendung;
import de.kommunalsdk.testkit.konformitaet.internal.NichtMoeglich;
import de.kommunalsdk.testkit.konformitaet.internal.Probeeingabe;
import de.kommunalsdk.testkit.konformitaet.internal.Regelpruefung;
import de.kommunalsdk.testkit.konformitaet.internal.Rundgang;
import de.kommunalsdk.testkit.konformitaet.internal.Seite;
import java.net.URI;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** EP 5: interrupt, and go on elsewhere. */
final class Unterbrechen implements Regelpruefung {

    private static final Regel REGEL = new Regel(
            "EP05_Unterbrechen",
            5,
            "Unterbrechen und fortsetzen",
            "Ein angefangener Antrag lässt sich unterbrechen. Die Seite zeigt einen Code, mit dem er in einem anderen"
                    + " Browser genau einmal fortgesetzt werden kann, mit den Angaben von vorher.",
            "Die Adressen unter dem Pfad des SDK unverändert durchreichen, auch POST, Weiterleitungen und Cookies;"
                    + " mehrere Knoten brauchen dieselbe Datenbank.");

    @Override
    public Regel regel() {
        return REGEL;
    }

    @Override
    public void pruefe(Rundgang rundgang, Befund befund) {
        Browser browser = rundgang.neuerBrowser();
        Seite formular = rundgang.beginne(browser, rundgang.katalog(browser));
        Optional<Element> feld = Probeeingabe.feld(formular);
        Formularsendung sendung;
        try {
            sendung = Rundgang.sendung(formular, "unterbrechen");
        } catch (NichtMoeglich e) {
            befund.melde("kein-knopf", formular, "Es gibt keinen Knopf zum Unterbrechen.");
            return;
        }
        Seite unterbrochen = new Seite(
                Seite.Art.UNTERBROCHEN,
                browser.sende(feld.map(f -> sendung.mit(f.attr("name"), Probeeingabe.WERT))
                        .orElse(sendung)));
        Optional<String> gezeigt = Rundgang.code(unterbrochen);
        if (gezeigt.isEmpty()) {
            befund.melde("kein-code", unterbrochen, "Die Seite nach dem Unterbrechen zeigt keinen Fortsetzungscode.");
            return;
        }
        String code = gezeigt.get();
        anderswo(rundgang, formular.antwort().adresse(), feld, code, befund);
        if (befund.istLeer()) {
            nochEinmal(rundgang, code, befund);
        }
    }

    private static void anderswo(Rundgang rundgang, URI entwurf, Optional<Element> feld, String code, Befund befund) {
        Browser anderer = rundgang.neuerBrowser();
        Antwort weiter = rundgang.loeseEin(anderer, code);
        Seite fortgesetzt = new Seite(Seite.Art.FORTGESETZT, weiter);
        if (weiter.status() != 200 || !weiter.adresse().getRawPath().startsWith(bisEntwurf(entwurf))) {
            befund.melde(
                    "nicht-fortgesetzt",
                    fortgesetzt,
                    "Der Code führt in einem anderen Browser mit Status " + weiter.status() + " nicht zum Antrag.");
            return;
        }
        Seite wieder = new Seite(Seite.Art.FORTGESETZT, anderer.hole(entwurf));
        boolean da = feld.map(f -> wieder.dokument().select("input").stream()
                        .anyMatch(e -> e.attr("name").equals(f.attr("name"))
                                && e.attr("value").equals(Probeeingabe.WERT)))
                .orElse(wieder.antwort().status() == 200);
        if (!da) {
            befund.melde("angaben-verloren", wieder, "Was vor der Unterbrechung eingegeben war, ist nicht mehr da.");
        }
    }

    private static void nochEinmal(Rundgang rundgang, String code, Befund befund) {
        Antwort antwort = rundgang.loeseEin(rundgang.neuerBrowser(), code);
        if (antwort.status() == 200) {
            befund.melde(
                    "code-mehrfach",
                    new Seite(Seite.Art.FORTGESETZT, antwort),
                    "Der Code gilt ein zweites Mal; er darf nur einmal gelten.");
        }
    }

    private static String bisEntwurf(URI adresse) {
        return adresse.getRawPath().replaceFirst("(/antrag/[^/]+).*", "$1");
    }
}
