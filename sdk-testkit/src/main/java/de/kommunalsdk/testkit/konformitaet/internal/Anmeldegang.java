/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal;

import de.kommunalsdk.testkit.konformitaet.Probekonto;
import de.kommunalsdk.testkit.konformitaet.internal.Seite.Art;
import de.kommunalsdk.testkit.konto.Kontoanfrage;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * The way to an account and back. The account itself is played by the kit, so nothing leaves the portal; where its answers
 * go is looked up at the address under test. Not thread-safe.
 */
public final class Anmeldegang {

    private final Rundgang rundgang;
    private final Probekonto konto;

    /**
     * For the account that the test of the portal gives.
     *
     * @throws NichtMoeglich when it gives none
     */
    public Anmeldegang(Rundgang portal) {
        this.konto = portal.pruefling()
                .mitwirkung()
                .konto()
                .orElseThrow(
                        () -> NichtMoeglich.nichtGeprueft(
                                "ohne-konto",
                                "Es wurde niemand angemeldet. Pruefling.mitKonto(probekonto) nennt ein Nutzerkonto des Portals."));
        this.rundgang = portal.durch(konto.dienst());
    }

    /**
     * The browser is about to leave for the account.
     *
     * @param seite the page with the form that leaves
     */
    public record Aufbruch(Seite seite, Kontoanfrage anfrage, String marke, URI ziel) {}

    public Probekonto konto() {
        return konto;
    }

    public Rundgang rundgang() {
        return rundgang;
    }

    /** The page that offers accounts, where a new draft of the Dienst leads. */
    public Seite wahl(Browser browser) {
        return new Seite(
                Art.KONTOWAHL,
                rundgang.starte(browser, rundgang.katalog(browser)).antwort());
    }

    /** The first button of the page that leads to this account; empty when there is none. */
    public Optional<Aufbruch> aufbruch(Browser browser, Seite wahl) {
        for (FormElement formular : wahl.dokument().forms()) {
            Element knopf = formular.selectFirst("button[type=submit]");
            if (!formular.attr("method").equalsIgnoreCase("post") || knopf == null) {
                continue;
            }
            Seite weiter = new Seite(
                    Art.ZUM_KONTO, browser.sende(Formularsendung.von(formular).mitKnopf(knopf)));
            Optional<Aufbruch> aufbruch = aufbruch(weiter);
            if (aufbruch.isPresent()) {
                return aufbruch;
            }
        }
        return Optional.empty();
    }

    private Optional<Aufbruch> aufbruch(Seite weiter) {
        for (FormElement formular : weiter.dokument().forms()) {
            Map<String, String> felder = Formularsendung.von(formular).felder();
            if (felder.containsKey("SAMLRequest")) {
                try {
                    return Optional.of(new Aufbruch(
                            weiter,
                            konto.simulator().formular(felder.get("SAMLRequest")),
                            felder.getOrDefault("RelayState", ""),
                            Formularsendung.von(formular).ziel()));
                } catch (IllegalArgumentException e) {
                    return Optional.empty(); // of another account
                }
            }
        }
        return Optional.empty();
    }

    /** The same, for a rule that has nothing to say about it. */
    public Aufbruch brichAuf(Browser browser) {
        return aufbruch(browser, wahl(browser))
                .orElseThrow(() -> new NichtMoeglich(
                        "keine-anmeldung", "Der Dienst " + konto.dienst() + " führt nicht zu diesem Nutzerkonto."));
    }

    /** Where the browser comes to with an answer. */
    public Seite kehreHeim(Browser browser, String marke, String antwort) {
        URI acs = rundgang.pruefling().basis().resolve(konto.simulator().acs().getRawPath());
        return new Seite(
                Art.VOM_KONTO,
                browser.sende(new Formularsendung(acs, false, Map.of("SAMLResponse", antwort, "RelayState", marke))));
    }

    /** Logs the person in and gives the page after it. */
    public Seite meldeAn(Browser browser) {
        Aufbruch aufbruch = brichAuf(browser);
        return kehreHeim(browser, aufbruch.marke(), konto.simulator().antwort(aufbruch.anfrage(), konto.person()));
    }

    /** From the page after the login to the first page of the form, with consent to the account's data. */
    public Seite willigeEin(Browser browser, Seite nachher) {
        if (!istImAntrag(nachher)) {
            throw new NichtMoeglich("nicht-angemeldet", nachher.wo() + " ist keine Seite des Antrags.");
        }
        Optional<FormElement> frage = nachher.formularNach("/einwilligung");
        if (frage.isEmpty()) {
            return nachher;
        }
        Formularsendung ja = Formularsendung.von(frage.get());
        for (Element kaestchen : frage.get().select("input[type=checkbox][name^=ja.]")) {
            ja = ja.mit(kaestchen.attr("name"), kaestchen.val());
        }
        return rundgang.sendeEinwilligung(browser, ja);
    }

    /** Whether a page is one of the draft. */
    public static boolean istImAntrag(Seite seite) {
        return seite.antwort().status() == 200
                && (seite.formularNach("/einwilligung").isPresent()
                        || Rundgang.antragsformular(seite).isPresent());
    }
}
