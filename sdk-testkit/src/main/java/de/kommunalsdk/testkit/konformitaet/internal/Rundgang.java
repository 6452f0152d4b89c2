/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal;

import de.kommunalsdk.dienst.DienstId;
import de.kommunalsdk.testkit.konformitaet.Pruefling;
import de.kommunalsdk.testkit.konformitaet.internal.Seite.Art;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jspecify.annotations.Nullable;

/** The walk through the pages of one Dienst, for one check. Not thread-safe. */
public final class Rundgang {

    private static final int MAX_DIENSTE = 20;
    private static final String UNBEKANNT = "/gibt-es-nicht-konformitaet";

    private final Pruefling pruefling;
    private final Netz netz;
    private @Nullable Seitengang gang;

    public Rundgang(Pruefling pruefling, Netz netz) {
        this.pruefling = pruefling;
        this.netz = netz;
    }

    public Pruefling pruefling() {
        return pruefling;
    }

    /** The same walk through another Dienst of the portal. */
    public Rundgang durch(DienstId anderer) {
        return new Rundgang(pruefling.mitDienst(anderer), netz);
    }

    /** The same walk at the second Mandant, whose host may be another. */
    public Optional<Rundgang> beimZweitenMandanten() {
        return pruefling.beimZweitenMandanten().map(p -> new Rundgang(p, netz.nach(p.basis())));
    }

    /** This walk, then one through each other Dienst that the list of the portal offers. */
    public List<Rundgang> alleDienste() {
        List<Rundgang> alle = new ArrayList<>(List.of(this));
        liste(neuerBrowser())
                .dienste(pruefling.basis())
                .filter(d -> !d.equals(pruefling.dienst()))
                .limit(MAX_DIENSTE)
                .forEach(d -> alle.add(durch(d)));
        return alle;
    }

    /** The list of Dienste. */
    public Seite liste(Browser browser) {
        return new Seite(Art.LISTE, browser.hole(URI.create(pruefling.basis() + "/")));
    }

    /** A browser that the portal has never seen. */
    public Browser neuerBrowser() {
        return netz.besuche();
    }

    /** The catalogue page. */
    public Seite katalog(Browser browser) {
        Antwort antwort = browser.hole(pruefling.seite(""));
        if (antwort.status() != 200 || !antwort.istHtml()) {
            throw new NichtMoeglich(
                    "kein-katalog",
                    "Die Katalogseite " + pruefling.seite("").getRawPath() + " antwortet mit Status " + antwort.status()
                            + " statt mit einer HTML-Seite.");
        }
        return new Seite(Art.KATALOG, antwort);
    }

    /** From the catalogue page to the first page of a new draft; agrees to nothing on the way. */
    public Seite beginne(Browser browser, Seite katalog) {
        Seite seite = starte(browser, katalog);
        Optional<FormElement> einwilligung = seite.formularNach("/einwilligung");
        if (einwilligung.isPresent()) {
            seite = sendeEinwilligung(browser, Formularsendung.von(einwilligung.get()));
        }
        Element aufgabe = seite.dokument().selectFirst(".ozg a[href*=/seite/]");
        if (antragsformular(seite).isEmpty() && aufgabe != null) {
            seite = new Seite(Art.FORMULAR, browser.hole(URI.create(aufgabe.absUrl("href"))));
        }
        if (seite.antwort().status() != 200 || antragsformular(seite).isEmpty()) {
            throw new NichtMoeglich(
                    "kein-formular",
                    "Der Start des Antrags führt mit Status " + seite.antwort().status()
                            + " nicht zu einer Seite mit einem Formular.");
        }
        return seite;
    }

    /** Begins a draft: its first page, or the page that asks for consent before it. */
    public Seite starte(Browser browser, Seite katalog) {
        FormElement start = startformular(katalog)
                .orElseThrow(() -> new NichtMoeglich(
                        "kein-start", katalog.wo() + " hat kein Formular, mit dem der Antrag beginnt."));
        Seite seite = new Seite(Art.FORMULAR, browser.sende(Formularsendung.von(start)));
        return seite.formularNach("/einwilligung").isPresent() ? new Seite(Art.EINWILLIGUNG, seite.antwort()) : seite;
    }

    /** What comes after the page of consent. */
    public Seite sendeEinwilligung(Browser browser, Formularsendung sendung) {
        return new Seite(Art.FORMULAR, browser.sende(sendung.mit("aktion", "weiter")));
    }

    /** The form of the catalogue page that begins a draft. */
    public static Optional<FormElement> startformular(Seite katalog) {
        return katalog.dokument().forms().stream()
                .filter(f -> f.attr("method").equalsIgnoreCase("post"))
                .filter(f -> f.absUrl("action").endsWith("/start"))
                .findFirst();
    }

    /** The form with the questions. */
    public static Optional<FormElement> antragsformular(Seite seite) {
        return seite.dokument().forms().stream()
                .filter(f -> f.attr("method").equalsIgnoreCase("post"))
                .filter(f -> f.absUrl("action").contains("/antrag/"))
                .filter(f -> knopf(f, "weiter").isPresent())
                .findFirst();
    }

    /** The button of a form with this value. */
    public static Optional<Element> knopf(FormElement formular, String wert) {
        return Optional.ofNullable(formular.selectFirst(
                "button[type=submit][value=" + wert + "], input[type=submit][value=" + wert + "]"));
    }

    /** The form as it stands, sent by the button "Weiter". */
    public Seite sendeLeer(Browser browser, Seite seite) {
        return new Seite(Art.FORMULAR_LEER_GESENDET, browser.sende(sendung(seite, "weiter")));
    }

    /** The page that shows the code to go on with. */
    public Seite unterbreche(Browser browser, Seite seite) {
        return new Seite(Art.UNTERBROCHEN, browser.sende(sendung(seite, "unterbrechen")));
    }

    /** What the form of a page sends when a button is pressed. */
    public static Formularsendung sendung(Seite seite, String knopf) {
        FormElement formular = antragsformular(seite)
                .orElseThrow(() -> new NichtMoeglich("kein-formular", seite.wo() + " hat kein Formular."));
        Element element = knopf(formular, knopf)
                .orElseThrow(() -> new NichtMoeglich(
                        "kein-knopf", seite.wo() + " hat keinen Knopf mit dem Wert \"" + knopf + "\"."));
        return Formularsendung.von(formular).mitKnopf(element);
    }

    /**
     * A page that is open in two tabs, written in one and then, otherwise, in the other; what the other is answered. Empty
     * when the page has no field for text.
     */
    public Optional<Seite> schreibeInZweiTabs(Browser browser, Seite formular) {
        return Probeeingabe.feld(formular).map(feld -> {
            String name = feld.attr("name");
            Seite jetzt =
                    new Seite(Art.FORMULAR, browser.hole(formular.antwort().adresse()));
            browser.sende(sendung(jetzt, "weiter").mit(name, Probeeingabe.ERSTER_TAB));
            return new Seite(
                    Art.KONFLIKT, browser.sende(sendung(jetzt, "weiter").mit(name, Probeeingabe.ZWEITER_TAB)));
        });
    }

    /** The page that asks for the code. */
    public Seite fortsetzen(Browser browser) {
        return new Seite(Art.FORTSETZEN, browser.hole(pruefling.seite("/fortsetzen")));
    }

    /** An address below the Dienst that does not exist. */
    public Seite fehlerseite(Browser browser) {
        return new Seite(Art.FEHLERSEITE, browser.hole(pruefling.seite(UNBEKANNT)));
    }

    /** A Dienst that does not exist. */
    public Seite unbekannterDienst(Browser browser) {
        return new Seite(Art.FEHLERSEITE, browser.hole(URI.create(pruefling.basis() + UNBEKANNT)));
    }

    /** The page after a code was typed into the page that asks for one. */
    public Antwort loeseEin(Browser browser, String code) {
        Seite frage = fortsetzen(browser);
        FormElement formular = frage.dokument().forms().stream()
                .filter(f -> f.selectFirst("input[name=code]") != null)
                .findFirst()
                .orElseThrow(() -> new NichtMoeglich(
                        "kein-fortsetzen", frage.wo() + " hat kein Formular für den Fortsetzungscode."));
        Antwort antwort = browser.sende(Formularsendung.von(formular).mit("code", code));
        if (antwort.status() == 429) {
            throw new NichtMoeglich(
                    "zu-viele-versuche",
                    "Das Portal lässt zurzeit keine weiteren Fortsetzungscodes zu. In zehn Minuten noch einmal prüfen.");
        }
        return antwort;
    }

    /** The code that the page after an interruption shows; empty when there is none that anybody could not guess. */
    public static Optional<String> code(Seite unterbrochen) {
        Element anzeige = unterbrochen.dokument().selectFirst(".ozg #code, .ozg .ozg-code");
        String code = anzeige == null ? "" : anzeige.text().strip();
        return unterbrochen.antwort().status() == 200
                        && code.replaceAll("[^A-Za-z0-9]", "").length() >= 8
                ? Optional.of(code)
                : Optional.empty();
    }

    /** Fills in what pages ask for. */
    public Ausfueller ausfueller(Browser browser) {
        return new Ausfueller(browser, pruefling.mitwirkung().angaben());
    }

    /** All kinds of pages, walked once for all rules. */
    public List<Seite> alle() {
        return gang().seiten();
    }

    /** The walk behind {@link #alle}. */
    public Seitengang gang() {
        Seitengang da = gang;
        if (da == null) {
            da = new Seitengang(this);
            gang = da;
        }
        return da;
    }
}
