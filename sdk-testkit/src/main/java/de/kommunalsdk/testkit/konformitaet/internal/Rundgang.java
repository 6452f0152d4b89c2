/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal;

import de.kommunalsdk.testkit.konformitaet.Pruefling;
import de.kommunalsdk.testkit.konformitaet.internal.Seite.Art;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** The walk through the pages of the Dienst, for one rule. Not thread-safe. */
public final class Rundgang {

    private static final String UNBEKANNT = "/gibt-es-nicht-konformitaet";

    private final Pruefling pruefling;
    private final Netz netz;

    public Rundgang(Pruefling pruefling, Netz netz) {
        this.pruefling = pruefling;
        this.netz = netz;
    }

    public Pruefling pruefling() {
        return pruefling;
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

    /** From the catalogue page to the first page of a new draft. */
    public Seite beginne(Browser browser, Seite katalog) {
        FormElement start = startformular(katalog)
                .orElseThrow(() -> new NichtMoeglich(
                        "kein-start", katalog.wo() + " hat kein Formular, mit dem der Antrag beginnt."));
        Seite seite = new Seite(Art.FORMULAR, browser.sende(Formularsendung.von(start)));
        if (seite.antwort().status() != 200 || antragsformular(seite).isEmpty()) {
            throw new NichtMoeglich(
                    "kein-formular",
                    "Der Start des Antrags führt mit Status " + seite.antwort().status()
                            + " nicht zu einer Seite mit einem Formular.");
        }
        return seite;
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

    /**
     * All pages that can be reached without answers. Catalogue and form must be there; of the others those that are
     * HTML, as each has its own rule.
     */
    public List<Seite> alle(Browser browser) {
        List<Seite> seiten = new ArrayList<>();
        Seite katalog = katalog(browser);
        Seite formular = beginne(browser, katalog);
        seiten.add(katalog);
        seiten.add(formular);
        seiten.add(sendeLeer(browser, formular));
        Seite wieder = new Seite(Art.FORMULAR, browser.hole(formular.antwort().adresse()));
        if (antragsformular(wieder).flatMap(f -> knopf(f, "unterbrechen")).isPresent()) {
            seiten.add(unterbreche(browser, wieder));
        }
        seiten.add(fortsetzen(browser));
        seiten.add(fehlerseite(browser));
        return seiten.stream().filter(s -> s.antwort().istHtml()).toList();
    }
}
