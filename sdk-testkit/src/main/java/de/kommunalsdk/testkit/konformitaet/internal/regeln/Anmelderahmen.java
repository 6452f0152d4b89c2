/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal.regeln;

import de.kommunalsdk.testkit.konformitaet.Regel;
import de.kommunalsdk.testkit.konformitaet.internal.Anmeldegang;
import de.kommunalsdk.testkit.konformitaet.internal.Anmeldegang.Aufbruch;
import de.kommunalsdk.testkit.konformitaet.internal.Befund;
import de.kommunalsdk.testkit.konformitaet.internal.Browser;
import de.kommunalsdk.testkit.konformitaet.internal.NichtMoeglich;
import de.kommunalsdk.testkit.konformitaet.internal.Regelpruefung;
import de.kommunalsdk.testkit.konformitaet.internal.Rundgang;
import de.kommunalsdk.testkit.konformitaet.internal.Seite;
import java.net.URI;
import java.util.List;

/** EP 15: the login is a part of the portal: its frame, its address, its policy. */
final class Anmelderahmen implements Regelpruefung {

    private static final Regel REGEL = new Regel(
            "EP15_Anmeldeseiten",
            15,
            "Anmeldung in den Seiten des Portals",
            "Wahl des Nutzerkontos, Absprung und Rückkehr stehen im Rahmen des Portals, nennen die Kommune und haben eine"
                    + " strenge Content-Security-Policy, die Formulare zum Nutzerkonto erlaubt.",
            "Der Kontoumgebung die PageShell des Portals geben; eine eigene Content-Security-Policy muss auf"
                    + " /konto/beginnen form-action zum Nutzerkonto erlauben.");

    @Override
    public Regel regel() {
        return REGEL;
    }

    @Override
    public void pruefe(Rundgang portal, Befund befund) {
        Anmeldegang gang = new Anmeldegang(portal);
        Browser browser = portal.neuerBrowser();
        Seite katalog = gang.rundgang().katalog(browser);
        Seite wahl = gang.wahl(browser);
        Aufbruch aufbruch = gang.aufbruch(browser, wahl)
                .orElseThrow(() -> new NichtMoeglich("keine-anmeldung", "Kein Knopf führt zu dem Nutzerkonto."));
        Seite abgebrochen = gang.kehreHeim(
                browser, aufbruch.marke(), gang.konto().simulator().abbruch(aufbruch.anfrage()));
        for (Seite seite : List.of(wahl, aufbruch.seite(), abgebrochen)) {
            Fehlerseite.rahmen(katalog, seite, befund);
            if (seite.dokument().select(".ozg-kopf strong").text().isBlank()) {
                befund.melde("kommune-fehlt", seite, "Die Seite nennt die Kommune nicht.");
            }
            List<String> regelungen = seite.antwort().koepfe("Content-Security-Policy");
            if (regelungen.stream()
                    .noneMatch(csp -> Sicherheitskopfzeilen.skriptStreng(Sicherheitskopfzeilen.direktiven(csp)))) {
                befund.melde(
                        "csp-skripte",
                        seite,
                        "Content-Security-Policy fehlt oder erlaubt eingebettete oder fremde Skripte: " + regelungen);
            }
        }
        URI ziel = aufbruch.ziel();
        String herkunft = ziel.getScheme() + "://" + ziel.getRawAuthority();
        for (String csp : aufbruch.seite().antwort().koepfe("Content-Security-Policy")) {
            List<String> erlaubt = Sicherheitskopfzeilen.direktiven(csp).get("form-action");
            if (erlaubt != null && !erlaubt.contains(herkunft)) {
                befund.melde(
                        "form-action",
                        aufbruch.seite(),
                        "form-action erlaubt das Nutzerkonto " + herkunft + " nicht: der Browser bliebe hier stehen.");
            }
        }
    }
}
