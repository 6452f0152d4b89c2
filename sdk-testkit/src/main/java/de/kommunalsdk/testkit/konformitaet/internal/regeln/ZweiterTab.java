/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal.regeln;

import de.kommunalsdk.testkit.konformitaet.Regel;
import de.kommunalsdk.testkit.konformitaet.internal.Befund;
import de.kommunalsdk.testkit.konformitaet.internal.Browser;
import de.kommunalsdk.testkit.konformitaet.internal.NichtMoeglich;
import de.kommunalsdk.testkit.konformitaet.internal.Probeeingabe;
import de.kommunalsdk.testkit.konformitaet.internal.Regelpruefung;
import de.kommunalsdk.testkit.konformitaet.internal.Rundgang;
import de.kommunalsdk.testkit.konformitaet.internal.Seite;
import de.kommunalsdk.testkit.konformitaet.internal.Seite.Art;

/** EP 5: a page that is open twice loses nothing. */
final class ZweiterTab implements Regelpruefung {

    private static final Regel REGEL = new Regel(
            "EP05_ZweiterTab",
            5,
            "Zwei Tabs",
            "Wird dieselbe Seite in zwei Tabs verschieden ausgefüllt, zeigt das Portal beim zweiten Absenden beide"
                    + " Angaben; das zuerst Gespeicherte bleibt, bis jemand entscheidet.",
            "Das Feld stand der Formulare unverändert durchreichen; mehrere Knoten brauchen dieselbe Datenbank.");

    @Override
    public Regel regel() {
        return REGEL;
    }

    @Override
    public void pruefe(Rundgang rundgang, Befund befund) {
        Browser browser = rundgang.neuerBrowser();
        Seite formular = rundgang.beginne(browser, rundgang.katalog(browser));
        Seite danach = rundgang.schreibeInZweiTabs(browser, formular)
                .orElseThrow(() -> new NichtMoeglich("kein-textfeld", formular.wo() + " hat kein Feld für Text."));
        String text = danach.dokument().select(".ozg").text();
        if (danach.antwort().status() != 409
                || !text.contains(Probeeingabe.ERSTER_TAB)
                || !text.contains(Probeeingabe.ZWEITER_TAB)) {
            befund.melde(
                    "konflikt-verschwiegen",
                    danach,
                    "Das zweite Absenden wird mit Status " + danach.antwort().status()
                            + " beantwortet und zeigt nicht beide Angaben.");
        }
        Seite wieder = new Seite(Art.FORMULAR, browser.hole(formular.antwort().adresse()));
        if (wieder.dokument().select("input").stream().noneMatch(f -> f.val().equals(Probeeingabe.ERSTER_TAB))) {
            befund.melde("angaben-ueberschrieben", wieder, "Was der erste Tab gespeichert hatte, ist nicht mehr da.");
        }
    }
}
