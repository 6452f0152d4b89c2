/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal.regeln;

import de.kommunalsdk.testkit.konformitaet.Regel;
import de.kommunalsdk.testkit.konformitaet.internal.Anmeldegang;
import de.kommunalsdk.testkit.konformitaet.internal.Befund;
import de.kommunalsdk.testkit.konformitaet.internal.Browser;
import de.kommunalsdk.testkit.konformitaet.internal.Regelpruefung;
import de.kommunalsdk.testkit.konformitaet.internal.Rundgang;
import de.kommunalsdk.testkit.konformitaet.internal.Seite;
import java.util.Collection;
import java.util.List;
import org.jsoup.nodes.Element;

/** EP 17: what the account knows need not be typed again, and everybody sees where it came from. */
final class Kontovorbelegung implements Regelpruefung {

    private static final Regel REGEL = new Regel(
            "EP17_Kontodaten",
            17,
            "Vorausfüllen aus dem Nutzerkonto",
            "Nach der Einwilligung sind Felder mit Angaben aus dem Nutzerkonto gefüllt, und jedes davon nennt seine Quelle.",
            "vorbelegung mit quelle: nutzerkonto in dienst.yaml; OzgServlet mit der Nutzererkennung von KontoServlet"
                    + " einbinden.");

    @Override
    public Regel regel() {
        return REGEL;
    }

    @Override
    public void pruefe(Rundgang portal, Befund befund) {
        Anmeldegang gang = new Anmeldegang(portal);
        Browser browser = portal.neuerBrowser();
        Seite nachher = gang.meldeAn(browser);
        Seite erste = gang.willigeEin(browser, nachher);
        Collection<String> werte = gang.konto().person().attribute().values();
        List<Element> gefuellte = erste.dokument().select(".ozg form input[name]").stream()
                .filter(feld -> !feld.attr("type").equals("hidden") && werte.contains(feld.val()))
                .toList();
        if (gefuellte.isEmpty()) {
            befund.melde("nichts-vorbelegt", erste, "Kein Feld ist aus dem Nutzerkonto gefüllt.");
        }
        for (Element feld : gefuellte) {
            Element kasten = feld.closest(".ozg-feld");
            if (kasten == null || kasten.select(".ozg-herkunft").text().isBlank()) {
                befund.melde(
                        "herkunft-fehlt", erste, Beschriftung.wo(feld) + " ist vorausgefüllt und nennt keine Quelle.");
            }
        }
    }
}
