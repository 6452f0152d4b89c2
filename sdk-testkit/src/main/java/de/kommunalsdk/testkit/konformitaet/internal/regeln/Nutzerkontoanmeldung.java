/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal.regeln;

import de.kommunalsdk.testkit.konformitaet.Regel;
import de.kommunalsdk.testkit.konformitaet.internal.Anmeldegang;
import de.kommunalsdk.testkit.konformitaet.internal.Anmeldegang.Aufbruch;
import de.kommunalsdk.testkit.konformitaet.internal.Befund;
import de.kommunalsdk.testkit.konformitaet.internal.Browser;
import de.kommunalsdk.testkit.konformitaet.internal.Regelpruefung;
import de.kommunalsdk.testkit.konformitaet.internal.Rundgang;
import de.kommunalsdk.testkit.konformitaet.internal.Seite;
import de.kommunalsdk.testkit.konto.Testperson;
import java.util.Optional;

/** EP 1: a Dienst can be used with the account of the citizen, and only with the level that it asks for. */
final class Nutzerkontoanmeldung implements Regelpruefung {

    private static final Regel REGEL = new Regel(
            "EP01_Nutzerkonto",
            1,
            "Anmeldung mit dem Nutzerkonto",
            "Ein Dienst, der ein Vertrauensniveau verlangt, bietet das Nutzerkonto an; mit ihm geht es in den Antrag, mit"
                    + " einer zu schwachen Anmeldung nicht.",
            "KommunalSdk.builder().nutzerkonto(...) und KontoServlet einbinden; weder Filter noch Proxy dürfen den POST auf"
                    + " /konto/acs/ abfangen oder seine Cookies verlieren.");

    @Override
    public Regel regel() {
        return REGEL;
    }

    @Override
    public void pruefe(Rundgang portal, Befund befund) {
        Anmeldegang gang = new Anmeldegang(portal);
        Browser browser = portal.neuerBrowser();
        Seite wahl = gang.wahl(browser);
        Optional<Aufbruch> aufbruch = gang.aufbruch(browser, wahl);
        if (aufbruch.isEmpty()) {
            befund.melde("nicht-angeboten", wahl, "Kein Knopf der Seite führt zu dem Nutzerkonto.");
            return;
        }
        Seite drin = antworte(gang, browser, aufbruch.get(), gang.konto().person());
        if (!Anmeldegang.istImAntrag(drin)) {
            befund.melde(
                    "nicht-angemeldet",
                    drin,
                    "Die Anmeldung führt mit Status " + drin.antwort().status() + " nicht in den Antrag.");
        }
        Browser anderer = portal.neuerBrowser();
        Seite draussen =
                antworte(gang, anderer, gang.brichAuf(anderer), gang.konto().schwache());
        if (Anmeldegang.istImAntrag(draussen)) {
            befund.melde(
                    "niveau-zu-niedrig",
                    draussen,
                    "Auch eine Anmeldung unter dem verlangten Niveau führt in den Antrag.");
        }
    }

    /** A success in any case: whether it is enough is for the portal to say. */
    private static Seite antworte(Anmeldegang gang, Browser browser, Aufbruch aufbruch, Testperson person) {
        String antwort =
                gang.konto().simulator().bauer(aufbruch.anfrage(), person).baue();
        return gang.kehreHeim(browser, aufbruch.marke(), antwort);
    }
}
