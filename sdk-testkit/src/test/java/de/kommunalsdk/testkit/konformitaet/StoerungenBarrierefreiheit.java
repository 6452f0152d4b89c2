/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet;

import static de.kommunalsdk.testkit.konformitaet.Stoerungen.erstes;
import static de.kommunalsdk.testkit.konformitaet.Stoerungen.fall;
import static de.kommunalsdk.testkit.konformitaet.Stoerungen.seite;
import static de.kommunalsdk.testkit.konformitaet.Stoerungen.wenn;

import de.kommunalsdk.testkit.konformitaet.Stoerportal.Anfrage;
import de.kommunalsdk.testkit.konformitaet.Stoerungen.Fall;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Damages to what people with disabilities need: labels, messages, reflow. */
final class StoerungenBarrierefreiheit {

    private StoerungenBarrierefreiheit() {}

    static List<Fall> alle() {
        List<Fall> faelle = new ArrayList<>(kleineAnzeige());
        faelle.addAll(beschriftung());
        return faelle;
    }

    private static List<Fall> kleineAnzeige() {
        String regel = "EP03_KleineAnzeige";
        Predicate<Anfrage> ueberall = a -> true;
        return List.of(
                fall(regel, "viewport-fehlt", "Katalogseite", seite(ueberall, s -> s.select("meta[name=viewport]")
                        .remove())),
                fall(regel, "zoomsperre", "Formularseite", seite(Anfrage::imEntwurf, s -> s.select(
                                "meta[name=viewport]")
                        .attr("content", "width=device-width, maximum-scale=1.0"))),
                fall(regel, "breites-attribut", "Formularseite", seite(Anfrage::imEntwurf, s -> s.select(
                                ".ozg-kopf img")
                        .attr("width", "400"))),
                fall(regel, "breiter-stil", "Katalogseite", seite(ueberall, s -> s.select(".ozg")
                        .attr("style", "color: red; min-width: 40em"))),
                fall(
                        regel,
                        "breites-stylesheet",
                        "/_/ozg.css, .ozg-kopf",
                        wenn(
                                a -> a.pfad().endsWith("ozg.css"),
                                a -> a.mitText(a.text() + "\n.ozg-kopf { width: 600px }"))),
                fall(
                        regel,
                        "breites-stylesheet",
                        "/_/ozg.css, main",
                        wenn(
                                a -> a.pfad().endsWith("ozg.css"),
                                a -> a.mitText("main { color: red; min-width: 60rem !important; }" + a.text()))),
                fall(
                        regel,
                        "stylesheet-fehlt",
                        "Liste der Dienste",
                        wenn(a -> a.pfad().endsWith("theme.css"), a -> a.mitStatus(404))));
    }

    private static List<Fall> beschriftung() {
        String regel = "EP09_Beschriftung";
        Predicate<Anfrage> ueberall = a -> true;
        String nachFehler = "nach leerem Absenden";
        Set<String> ratlos =
                Set.of("EP04_Eingangsdokument", "EP30_Anmeldung", "EP31_Datenabfrage"); // nobody can fill in a form
        return List.of(
                fall(regel, "feld-unbeschriftet", "Formularseite", seite(Anfrage::imEntwurf, s -> erstes(s, "label")
                        .tagName("span"))),
                fall(regel, "gruppe-unbeschriftet", "Formularseite", seite(Anfrage::imEntwurf, s -> erstes(
                                s, ".ozg form")
                        .append("<input type=radio id=zusatz aria-label=Ja>"))),
                fall(regel, "knopf-unbeschriftet", "Katalogseite", seite(ueberall, s -> s.select("button")
                        .empty())),
                fall(regel, "h1", "Katalogseite", seite(ueberall, s -> s.select("header")
                        .append("<h1>Portal</h1>"))),
                fall(regel, "sprache-fehlt", "Katalogseite", seite(ueberall, s -> s.select("html")
                        .removeAttr("lang"))),
                fall(
                        regel,
                        "titel-fehlt",
                        "Katalogseite",
                        seite(ueberall, s -> s.title(s.title().startsWith("Fehler") ? s.title() : ""))),
                fall(regel, "id-doppelt", "Fehlerseite", seite(a -> a.pfad().contains("gibt-es-nicht"), s -> s.body()
                        .append("<p id=x></p><p id=x></p>"))),
                fall(regel, "titel-ohne-fehler", nachFehler, seite(ueberall, s -> s.title("Stadt Musterstadt"))),
                new Fall(
                        regel,
                        "fehlerliste-fehlt",
                        nachFehler,
                        seite(ueberall, s -> s.select("[role=alert]").remove()),
                        ratlos,
                        false),
                new Fall(
                        regel,
                        "verweis-ins-leere",
                        nachFehler,
                        seite(ueberall, s -> s.select("[role=alert] a").attr("href", "#nirgends")),
                        ratlos,
                        false),
                fall(regel, "fehlerliste-ohne-fokus", nachFehler, seite(ueberall, s -> s.select("[role=alert]")
                        .removeAttr("tabindex"))),
                fall(regel, "aria-invalid-fehlt", nachFehler, seite(ueberall, s -> s.select("[aria-invalid]")
                        .removeAttr("aria-invalid"))),
                fall(regel, "meldung-nicht-verbunden", nachFehler, seite(ueberall, s -> s.select("[aria-describedby]")
                        .removeAttr("aria-describedby"))));
    }
}
