/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal.regeln;

import de.kommunalsdk.datenabfrage.Abfrage;
import de.kommunalsdk.datenabfrage.Abfrageergebnis;
import de.kommunalsdk.testkit.konformitaet.Regel;
import de.kommunalsdk.testkit.konformitaet.internal.Antwort;
import de.kommunalsdk.testkit.konformitaet.internal.Befund;
import de.kommunalsdk.testkit.konformitaet.internal.Browser;
import de.kommunalsdk.testkit.konformitaet.internal.Formularsendung;
import de.kommunalsdk.testkit.konformitaet.internal.NichtMoeglich;
import de.kommunalsdk.testkit.konformitaet.internal.Regelpruefung;
import de.kommunalsdk.testkit.konformitaet.internal.Rundgang;
import de.kommunalsdk.testkit.konformitaet.internal.Seite;
import de.kommunalsdk.testkit.simulator.DatenabfrageSimulator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** EP 31: a look-up in a page that fails or hangs holds nobody up. */
final class Datenabfrageausfall implements Regelpruefung {

    private static final Regel REGEL = new Regel(
            "EP31_Datenabfrage",
            31,
            "Sofortauskunft mit Ausweg",
            "Fällt eine Abfrage innerhalb einer Seite aus oder dauert sie zu lange, kommt die Seite trotzdem, sagt es, und"
                    + " alle Felder lassen sich von Hand ausfüllen; es geht weiter.",
            "Die Abfrage über KommunalSdk.builder().datenabfrage(...) und abfragen in dienst.yaml anbinden; frist_ms kürzer"
                    + " wählen als die Zeitgrenze von Server und Proxy.");

    private static final String KNOPF = "button[value^=abfragen:]";
    private static final String FELDER = "input:not([type=hidden]), select, textarea";
    private static final int SEITEN = 20;

    @Override
    public Regel regel() {
        return REGEL;
    }

    @Override
    public void pruefe(Rundgang rundgang, Befund befund) {
        Optional<DatenabfrageSimulator> gegeben =
                rundgang.pruefling().mitwirkung().datenabfrage();
        if (gegeben.isEmpty()) {
            throw NichtMoeglich.nichtGeprueft(
                    "ohne-simulator",
                    "Von außen fällt keine Abfrage aus. Pruefling.mitDatenabfrage(simulator) gibt eine, die es tut.");
        }
        rundgang.katalog(rundgang.neuerBrowser());
        DatenabfrageSimulator simulator = gegeben.get();
        Function<Abfrage, Abfrageergebnis> vorher = simulator.ablauf();
        try {
            for (Rundgang dienst : rundgang.alleDienste()) {
                if (hatAbfrage(dienst)) {
                    ausfall(dienst, simulator.stoert(), "fällt aus", befund);
                    ausfall(dienst, simulator.haengt(), "antwortet nie", befund);
                    return;
                }
            }
        } finally {
            simulator.antwortet(vorher);
        }
        throw new NichtMoeglich("keine-abfrage", "Keine Seite eines Dienstes hat einen Knopf für eine Abfrage.");
    }

    private static boolean hatAbfrage(Rundgang dienst) {
        try {
            return Rundgang.startformular(dienst.katalog(dienst.neuerBrowser())).isPresent()
                    && seite(dienst, dienst.neuerBrowser()).isPresent();
        } catch (NichtMoeglich e) {
            if (e.code().equals("zeitgrenze")) {
                throw e;
            }
            return false; // a Dienst that cannot be filled in is not the one to look at
        }
    }

    /** The first page with a look-up. */
    private static Optional<Seite> seite(Rundgang dienst, Browser browser) {
        Seite seite = dienst.beginne(browser, dienst.katalog(browser));
        for (int n = 0; n < SEITEN && Rundgang.antragsformular(seite).isPresent(); n++) {
            if (seite.dokument().selectFirst(KNOPF) != null) {
                return Optional.of(seite);
            }
            seite = dienst.ausfueller(browser).weiter(seite);
        }
        return Optional.empty();
    }

    private static void ausfall(Rundgang dienst, DatenabfrageSimulator simulator, String wie, Befund befund) {
        Browser browser = dienst.neuerBrowser();
        Seite seite = seite(dienst, browser)
                .orElseThrow(() -> new NichtMoeglich("keine-abfrage", "Die Seite der Abfrage ist verschwunden."));
        FormElement formular = Rundgang.antragsformular(seite).orElseThrow();
        Element knopf = seite.dokument().select(KNOPF).get(0);
        Formularsendung sendung = Formularsendung.von(formular).mitKnopf(knopf);
        for (Map.Entry<String, String> e :
                dienst.ausfueller(browser).alles(formular).entrySet()) {
            sendung = sendung.mit(e.getKey(), e.getValue());
        }
        int vorher = simulator.fragen().size();
        Optional<Seite> danach = sende(browser, sendung, seite, wie, befund);
        if (danach.isEmpty()) {
            return;
        }
        if (simulator.fragen().size() == vorher) {
            throw new NichtMoeglich(
                    "nicht-gefragt",
                    seite.wo() + ": Die Abfrage wurde mit geratenen Angaben nicht gestellt."
                            + " Pruefling.mitEinreichung(angaben) nennt passende.");
        }
        folgen(dienst, browser, seite, danach.get(), wie, befund);
    }

    private static Optional<Seite> sende(
            Browser browser, Formularsendung sendung, Seite seite, String wie, Befund befund) {
        String grund;
        try {
            Antwort antwort = browser.sende(sendung);
            if (antwort.status() < 500) {
                return Optional.of(new Seite(Seite.Art.FORMULAR, antwort));
            }
            grund = "Status " + antwort.status();
        } catch (NichtMoeglich e) {
            if (!e.code().equals("antwort-zu-langsam")) {
                throw e;
            }
            grund = e.grund();
        }
        befund.melde("keine-antwort", seite, "Wenn die Abfrage " + wie + ", kommt keine Seite: " + grund);
        return Optional.empty();
    }

    private static void folgen(
            Rundgang dienst, Browser browser, Seite vorher, Seite danach, String wie, Befund befund) {
        if (danach.dokument().select(".ozg form [role=status]").text().isBlank()) {
            befund.melde("kein-hinweis", danach, "Wenn die Abfrage " + wie + ", sagt die Seite nichts dazu.");
        }
        List<String> offene = felder(danach);
        for (String feld : felder(vorher)) {
            if (!offene.contains(feld)) {
                befund.melde(
                        "feld-gesperrt",
                        danach,
                        "Wenn die Abfrage " + wie + ", lässt sich " + feld + " nicht ausfüllen.");
            }
        }
        if (Rundgang.antragsformular(danach).isEmpty()) {
            befund.melde("kein-weg-weiter", danach, "Wenn die Abfrage " + wie + ", kommt keine Seite mit Formular.");
            return;
        }
        try {
            dienst.ausfueller(browser).weiter(danach);
        } catch (NichtMoeglich e) {
            befund.melde("kein-weg-weiter", danach, "Wenn die Abfrage " + wie + ", geht es nicht weiter: " + e.grund());
        }
    }

    private static List<String> felder(Seite seite) {
        return seite.dokument().select(".ozg form").select(FELDER).stream()
                .filter(f -> !f.hasAttr("readonly") && !f.hasAttr("disabled"))
                .map(f -> f.attr("name"))
                .toList();
    }
}
