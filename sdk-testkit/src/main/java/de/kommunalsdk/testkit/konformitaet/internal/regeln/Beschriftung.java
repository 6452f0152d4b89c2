/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal.regeln;

import de.kommunalsdk.testkit.konformitaet.Regel;
import de.kommunalsdk.testkit.konformitaet.internal.Befund;
import de.kommunalsdk.testkit.konformitaet.internal.Browser;
import de.kommunalsdk.testkit.konformitaet.internal.NichtMoeglich;
import de.kommunalsdk.testkit.konformitaet.internal.Regelpruefung;
import de.kommunalsdk.testkit.konformitaet.internal.Rundgang;
import de.kommunalsdk.testkit.konformitaet.internal.Seite;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** EP 9: what BITV 2.0 asks of forms and a program can see (WCAG 1.3.1, 2.4.2, 3.1.1, 3.3.1, 3.3.2, 4.1.2). */
final class Beschriftung implements Regelpruefung {

    private static final Regel REGEL = new Regel(
            "EP09_Beschriftung",
            9,
            "Beschriftung, Überschriften und Fehlermeldungen",
            "Jede Seite hat Sprache, Titel und genau eine h1; jedes Feld und jeder Knopf ist im HTML beschriftet; nach"
                    + " einem Fehler sagen es der Titel, eine Liste mit Verweisen auf die Felder und eine Meldung am Feld.",
            "Titel, Sprache und Inhalt der Seite in der Hülle unverändert ausgeben; die Hülle selbst hat keine h1 und"
                    + " keine id, die doppelt wird.");

    private static final String FELDER = "input:not([type=hidden]):not([type=submit]):not([type=button])"
            + ":not([type=reset]):not([type=image]), select, textarea";
    private static final int MAX_SEITEN = 20;

    @Override
    public Regel regel() {
        return REGEL;
    }

    @Override
    public void pruefe(Rundgang rundgang, Befund befund) {
        for (Seite seite : rundgang.alle()) {
            geruest(seite, befund);
            felder(seite, befund);
        }
        Seite mitFehler = bisZumFehler(rundgang);
        Fehlermeldungen.pruefe(mitFehler, befund);
    }

    private static void geruest(Seite seite, Befund befund) {
        Document dokument = seite.dokument();
        Element html = dokument.selectFirst("html");
        if (html == null || !html.attr("lang").matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
            befund.melde("sprache-fehlt", seite, "<html> hat kein gültiges lang.");
        }
        if (dokument.title().isBlank()) {
            befund.melde("titel-fehlt", seite, "<title> ist leer.");
        }
        int anzahl = dokument.select("h1").size();
        if (anzahl != 1 || dokument.select("h1").text().isBlank()) {
            befund.melde("h1", seite, "Es gibt " + anzahl + " Überschriften h1 statt genau einer mit Text.");
        }
        Set<String> gesehen = new HashSet<>();
        for (Element element : dokument.select("[id]")) {
            if (!gesehen.add(element.id())) {
                befund.melde("id-doppelt", seite, "Die id \"" + element.id() + "\" gibt es mehrfach.");
            }
        }
    }

    private static void felder(Seite seite, Befund befund) {
        for (Element feld : seite.dokument().select(".ozg form").select(FELDER)) {
            if (name(feld).isBlank()) {
                befund.melde("feld-unbeschriftet", seite, wo(feld) + " hat keine Beschriftung.");
            }
            if (feld.attr("type").equals("radio")) {
                Element gruppe = feld.closest("fieldset, [role=radiogroup]");
                Element legende = gruppe == null ? null : gruppe.selectFirst("legend");
                boolean benannt = gruppe != null
                        && ((legende != null && legende.hasText())
                                || !aria(gruppe).isBlank());
                if (!benannt) {
                    befund.melde("gruppe-unbeschriftet", seite, wo(feld) + " steht in keiner Gruppe mit <legend>.");
                }
            }
        }
        for (Element knopf : seite.dokument().select(".ozg button, .ozg input[type=submit]")) {
            String beschriftung = knopf.normalName().equals("button") ? knopf.text() : knopf.attr("value");
            if (beschriftung.isBlank() && aria(knopf).isBlank()) {
                befund.melde("knopf-unbeschriftet", seite, wo(knopf) + " hat keinen Text.");
            }
        }
    }

    /** The accessible name, as far as a form needs it. */
    private static String name(Element feld) {
        String aria = aria(feld);
        if (!aria.isBlank()) {
            return aria;
        }
        Element umhuellend = feld.closest("label");
        if (umhuellend != null && umhuellend.hasText()) {
            return umhuellend.text();
        }
        Document dokument = feld.ownerDocument();
        return feld.id().isEmpty() || dokument == null
                ? ""
                : String.join(
                        " ",
                        dokument.select("label[for]").stream()
                                .filter(l -> l.attr("for").equals(feld.id()))
                                .map(Element::text)
                                .toList());
    }

    private static String aria(Element element) {
        Document dokument = element.ownerDocument();
        List<String> verwiesen = dokument == null
                ? List.of()
                : Arrays.stream(element.attr("aria-labelledby").split("\\s+"))
                        .filter(id -> !id.isEmpty())
                        .map(dokument::getElementById)
                        .filter(Objects::nonNull)
                        .map(Element::text)
                        .toList();
        return verwiesen.isEmpty() ? element.attr("aria-label") : String.join(" ", verwiesen);
    }

    static String wo(Element element) {
        String name = element.id().isEmpty() ? element.attr("name") : element.id();
        return "<" + element.tagName() + "> \"" + name + "\"";
    }

    /** Sends empty pages until one is refused; nearly every form asks for something on its first page. */
    private static Seite bisZumFehler(Rundgang rundgang) {
        Browser browser = rundgang.neuerBrowser();
        Seite seite = rundgang.beginne(browser, rundgang.katalog(browser));
        for (int n = 0; n < MAX_SEITEN && Rundgang.antragsformular(seite).isPresent(); n++) {
            Seite danach = rundgang.sendeLeer(browser, seite);
            if (danach.antwort()
                    .adresse()
                    .getRawPath()
                    .equals(seite.antwort().adresse().getRawPath())) {
                return danach;
            }
            seite = danach;
        }
        throw new NichtMoeglich(
                "kein-pflichtfeld", "Keine Seite des Antrags verlangt etwas; Fehlermeldungen sind nicht zu sehen.");
    }
}
