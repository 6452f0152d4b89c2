/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal.regeln;

import de.kommunalsdk.testkit.konformitaet.Regel;
import de.kommunalsdk.testkit.konformitaet.internal.Befund;
import de.kommunalsdk.testkit.konformitaet.internal.Browser;
import de.kommunalsdk.testkit.konformitaet.internal.Formularsendung;
import de.kommunalsdk.testkit.konformitaet.internal.NichtMoeglich;
import de.kommunalsdk.testkit.konformitaet.internal.Regelpruefung;
import de.kommunalsdk.testkit.konformitaet.internal.Rundgang;
import de.kommunalsdk.testkit.konformitaet.internal.Seite;
import de.kommunalsdk.testkit.konformitaet.internal.Seite.Art;
import de.kommunalsdk.testkit.simulator.RegisterSimulator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jsoup.select.Elements;

/** EP 6: once only, lawfully: nothing is fetched before consent, and everybody sees what came from where. */
final class Einwilligung implements Regelpruefung {

    private static final Regel REGEL = new Regel(
            "EP06_Einwilligung",
            6,
            "Vorausfüllen nur mit Einwilligung",
            "Vor der ersten Seite steht, welche Angaben aus welcher Quelle geholt würden; nichts ist vorangekreuzt und"
                    + " nichts wird vorher abgerufen. Ohne Einwilligung geht es mit leeren Feldern weiter; vorausgefüllte"
                    + " Felder nennen ihre Quelle.",
            "Register nur über KommunalSdk.builder().register(...) und vorbelegung in dienst.yaml anbinden; die Seite der"
                    + " Einwilligung weder überspringen noch ändern.");

    private static final int SEITEN = 20;
    private static final String OFFENE = "input[type=checkbox][name^=ja.]";

    @Override
    public Regel regel() {
        return REGEL;
    }

    @Override
    public void pruefe(Rundgang rundgang, Befund befund) {
        Optional<RegisterSimulator> register = rundgang.pruefling().mitwirkung().register();
        int vorher = anfragen(register);
        for (Rundgang dienst : rundgang.alleDienste()) {
            Browser browser = dienst.neuerBrowser();
            Seite katalog = dienst.katalog(browser);
            if (Rundgang.startformular(katalog).isEmpty()) {
                continue;
            }
            Seite erste = dienst.starte(browser, katalog);
            if (anfragen(register) > vorher) {
                befund.melde("vor-einwilligung-abgerufen", erste, "Das Register wurde schon beim Start gefragt.");
                return;
            }
            if (erste.art() == Art.EINWILLIGUNG) {
                pruefe(dienst, browser, erste, register, befund);
                return;
            }
            if (!erste.dokument().select(".ozg-herkunft").isEmpty()) {
                befund.melde("ohne-einwilligung-vorbelegt", erste, "Felder sind ohne Einwilligung vorausgefüllt.");
                return;
            }
        }
        String grund = "Kein Dienst des Portals fragt nach einer Einwilligung in den Abruf aus einem Register.";
        throw register.isPresent()
                ? new NichtMoeglich("kein-register", grund)
                : NichtMoeglich.nichtGeprueft("kein-register", grund);
    }

    private static void pruefe(
            Rundgang dienst, Browser browser, Seite frage, Optional<RegisterSimulator> register, Befund befund) {
        FormElement formular = frage.formularNach("/einwilligung").orElseThrow();
        quellen(frage, formular, befund);
        int vorher = anfragen(register);
        Formularsendung ohne = Formularsendung.von(formular);
        for (String name : formular.select(OFFENE).eachAttr("name")) {
            ohne = ohne.ohne(name);
        }
        Seite leer = dienst.sendeEinwilligung(browser, ohne);
        if (leer.antwort().status() != 200 || Rundgang.antragsformular(leer).isEmpty()) {
            befund.melde("kein-weg-ohne", leer, "Ohne Einwilligung geht es nicht zur ersten Seite weiter.");
            return;
        }
        if (anfragen(register) > vorher) {
            befund.melde("ohne-einwilligung-abgerufen", leer, "Das Register wurde ohne Einwilligung gefragt.");
        }
        if (!leer.dokument().select(".ozg-herkunft").isEmpty()) {
            befund.melde("ohne-einwilligung-vorbelegt", leer, "Felder sind ohne Einwilligung vorausgefüllt.");
        }
        mitEinwilligung(dienst, leer, register, befund);
    }

    private static void quellen(Seite frage, FormElement formular, Befund befund) {
        Elements quellen = formular.select("fieldset:has(" + OFFENE + ")");
        if (quellen.isEmpty()) {
            befund.melde("keine-wahl", frage, "Es gibt keine Quelle mit einem Kästchen zum Einwilligen.");
        }
        for (Element quelle : quellen) {
            if (quelle.select("legend").text().isBlank()) {
                befund.melde("quelle-fehlt", frage, "Eine Quelle hat keinen Namen (<legend>).");
            }
            if (quelle.select("li").text().isBlank()) {
                befund.melde("daten-fehlen", frage, "Es steht nicht da, welche Angaben geholt würden.");
            }
            if (!quelle.select(OFFENE + "[checked]").isEmpty()) {
                befund.melde("vorangekreuzt", frage, "Die Einwilligung ist schon angekreuzt.");
            }
        }
    }

    private static void mitEinwilligung(
            Rundgang dienst, Seite leer, Optional<RegisterSimulator> register, Befund befund) {
        Browser browser = dienst.neuerBrowser();
        Seite frage = dienst.starte(browser, dienst.katalog(browser));
        FormElement formular = frage.formularNach("/einwilligung")
                .orElseThrow(() -> new NichtMoeglich("kein-register", "Die Einwilligung wird nur einmal verlangt."));
        Formularsendung mit = Formularsendung.von(formular);
        for (Element kaestchen : formular.select(OFFENE)) {
            mit = mit.mit(kaestchen.attr("name"), kaestchen.val());
        }
        Map<String, String> vorher = werte(leer);
        Seite seite = dienst.sendeEinwilligung(browser, mit);
        for (int n = 0; n < SEITEN && Rundgang.antragsformular(seite).isPresent(); n++) {
            List<Element> neue = vorbelegte(seite, vorher);
            if (!neue.isEmpty() || !seite.dokument().select(".ozg-herkunft").isEmpty()) {
                herkunft(seite, neue, formular.select("legend").eachText(), befund);
                return;
            }
            // Some registers are asked with what is typed into an earlier page.
            seite = dienst.ausfueller(browser).weiterMitAllenTexten(seite);
            vorher = Map.of();
        }
        String grund = "Auch mit Einwilligung war in " + frage.wo() + " bis " + seite.wo()
                + " nichts vorausgefüllt. Pruefling.mitRegister(simulator) gibt ein Register, das alle kennt.";
        throw register.isPresent()
                ? new NichtMoeglich("nichts-vorbelegt", grund)
                : NichtMoeglich.nichtGeprueft("nichts-vorbelegt", grund);
    }

    private static List<Element> vorbelegte(Seite seite, Map<String, String> vorher) {
        return seite.dokument().select(".ozg form input[type=text][name]:not([readonly])").stream()
                .filter(f -> !f.val().isEmpty() && !f.val().equals(vorher.get(f.attr("name"))))
                .toList();
    }

    private static void herkunft(Seite seite, List<Element> felder, List<String> quellen, Befund befund) {
        for (Element feld : felder) {
            Element kasten = feld.closest(".ozg-feld");
            String herkunft =
                    kasten == null ? "" : kasten.select(".ozg-herkunft").text();
            if (quellen.stream().noneMatch(herkunft::contains)) {
                befund.melde(
                        "herkunft-fehlt", seite, Beschriftung.wo(feld) + " ist vorausgefüllt und nennt keine Quelle.");
            }
        }
    }

    private static Map<String, String> werte(Seite seite) {
        return seite.dokument().select(".ozg form input[type=text][name]").stream()
                .collect(Collectors.toMap(f -> f.attr("name"), Element::val, (a, b) -> a));
    }

    private static int anfragen(Optional<RegisterSimulator> register) {
        return register.map(r -> r.anfragen().size()).orElse(0);
    }
}
