/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet;

import static de.kommunalsdk.testkit.konformitaet.Stoerungen.erstes;
import static de.kommunalsdk.testkit.konformitaet.Stoerungen.fall;
import static de.kommunalsdk.testkit.konformitaet.Stoerungen.seite;
import static de.kommunalsdk.testkit.konformitaet.Stoerungen.text;
import static de.kommunalsdk.testkit.konformitaet.Stoerungen.wenn;

import de.kommunalsdk.testkit.konformitaet.Stoerportal.Anfrage;
import de.kommunalsdk.testkit.konformitaet.Stoerportal.Stoerung;
import de.kommunalsdk.testkit.konformitaet.Stoerungen.Fall;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Damages to what a Mandant answers for: its own data, the version of a Dienst, languages, the statement. */
final class StoerungenMandant {

    private static final Predicate<Anfrage> UEBERALL = a -> true;
    private static final Predicate<Anfrage> ERKLAERUNG = a -> a.pfad().endsWith("/barrierefreiheit");
    private static final Predicate<Anfrage> KATALOG = a -> a.pfad().endsWith("/hund-anmelden");

    private StoerungenMandant() {}

    static List<Fall> mandanten() {
        return List.of(
                nachbar("version-verschieden", text("hund-anmelden:1.0.0", "hund-anmelden:1.1.0")),
                nachbar("titel-verschieden", seite(KATALOG, s -> s.select("h1").html("Hund an- und abmelden"))),
                nachbar("felder-verschieden", seite(Anfrage::imEntwurf, s -> erstes(s, ".ozg-feld")
                        .remove())),
                nachbar("kommune-gleich", text("Stadt Nachbarstadt", "Stadt Musterstadt")),
                nachbar("stelle-gleich", seite(UEBERALL, s -> {
                    s.select("a[href^=tel:]").attr("href", "tel:+4930 23125 000".replace(" ", ""));
                    s.select("a[href^=mailto:]").attr("href", "mailto:buergerbuero@musterstadt.example");
                })),
                nachbar(
                        "wappen-gleich",
                        wenn(a -> a.pfad().endsWith("/_/wappen"), a -> a.mitText(Musterportal.wappen(0)))),
                nachbar("vermischt", seite(UEBERALL, s -> s.select(".ozg").append("<p>Stadt Musterstadt</p>"))));
    }

    static List<Fall> fassung() {
        String regel = "EP23_Fassung";
        return List.of(
                fall(regel, "fassung-fehlt", "Katalogseite", seite(UEBERALL, s -> s.select("meta[name=ozg-dienst]")
                        .remove())),
                fall(regel, "fassung-unsichtbar", "Katalogseite", seite(KATALOG, s -> s.select(".ozg p:contains(1.0.0)")
                        .remove())),
                fall(regel, "fassung-wechselt", "Formularseite", seite(Anfrage::imEntwurf, s -> s.select(
                                "meta[name=ozg-dienst]")
                        .attr("content", "hund-anmelden:1.1.0"))),
                fall(
                        regel,
                        "fassung-wechselt",
                        "Fortgesetzter Antrag",
                        seite(a -> a.imEntwurf() && !a.istPost(), s -> s.select("meta[name=ozg-dienst]")
                                .remove())),
                fall(regel, "ende-nicht-angekuendigt", "Katalogseite", ende()),
                fall(regel, "ende-nicht-angekuendigt", "Formularseite", ende()));
    }

    static List<Fall> erklaerung() {
        String regel = "EP09_Erklaerung";
        return List.of(
                fall(
                        regel,
                        "verweis-fehlt",
                        "Fehlerseite",
                        seite(a -> a.pfad().contains("gibt-es-nicht"), s -> s.select("a[href$=/barrierefreiheit]")
                                .remove())),
                fall(regel, "erklaerung-fehlt", "Liste der Dienste", wenn(ERKLAERUNG, a -> a.mitStatus(404))),
                fall(
                        regel,
                        "feedback-fehlt",
                        "Liste der Dienste",
                        wenn(ERKLAERUNG, a -> a.mitText(a.text().replace("barrierefrei@musterstadt.example", "uns")))));
    }

    static List<Fall> sprache() {
        String regel = "EP09_Sprache";
        Predicate<Anfrage> englisch = a -> a.pfad().contains("sprache=en");
        return List.of(
                fall(regel, "falsche-sprache", "Katalogseite", seite(englisch, s -> s.select("html, .ozg")
                        .attr("lang", "de"))),
                fall(regel, "falsche-sprache", "Formularseite", seite(Anfrage::imEntwurf, s -> s.select("html, .ozg")
                        .attr("lang", "fr"))),
                fall(regel, "teil-ohne-sprache", "Katalogseite", seite(englisch, s -> s.select(".ozg h1")
                        .removeAttr("lang"))));
    }

    /** A version that ends, on pages that do not say so. */
    private static Stoerung ende() {
        return seite(KATALOG, s -> s.head().append("<meta name=\"ozg-ablauf\" content=\"2027-01-01\">"));
    }

    /** A damage to the second Mandant only. */
    private static Fall nachbar(String code, Stoerung stoerung) {
        String wo = code.startsWith("felder") ? "Formularseite" : "Katalogseite";
        return new Fall("EP19_Mandanten", code, wo, stoerung, Set.of(), true);
    }
}
