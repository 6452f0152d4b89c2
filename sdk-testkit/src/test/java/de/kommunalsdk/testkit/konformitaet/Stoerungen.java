/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet;

import de.kommunalsdk.testkit.konformitaet.Stoerportal.Anfrage;
import de.kommunalsdk.testkit.konformitaet.Stoerportal.Antwort;
import de.kommunalsdk.testkit.konformitaet.Stoerportal.Stoerung;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The damages: for each code of each rule the smallest change of the portal that brings it about. */
final class Stoerungen {

    /**
     * A damage and what the kit must say to it.
     *
     * @param wo what the place must name
     * @param mit rules that the same damage makes uncheckable
     * @param nurNachbar whether only the second Mandant is damaged
     */
    record Fall(String regel, String code, String wo, Stoerung stoerung, Set<String> mit, boolean nurNachbar) {

        @Override
        public String toString() {
            return regel + " " + code;
        }
    }

    private Stoerungen() {}

    static List<Fall> alle() {
        List<Fall> faelle = new ArrayList<>();
        faelle.addAll(inhalt());
        faelle.addAll(StoerungenBarrierefreiheit.alle());
        faelle.addAll(StoerungenAblauf.alle());
        faelle.addAll(kopfzeilen());
        faelle.addAll(StoerungenAnmeldung.alle());
        faelle.addAll(StoerungenPapier.alle());
        faelle.addAll(StoerungenQuellen.einwilligung());
        faelle.addAll(StoerungenQuellen.datenabfrage());
        faelle.addAll(StoerungenMandant.mandanten());
        faelle.addAll(StoerungenMandant.fassung());
        faelle.addAll(StoerungenMandant.erklaerung());
        faelle.addAll(StoerungenMandant.sprache());
        return faelle;
    }

    private static List<Fall> inhalt() {
        Predicate<Anfrage> ueberall = a -> true;
        return List.of(
                fall("EP01_Strukturdaten", "json-ld-fehlt", "Katalogseite", seite(ueberall, s -> s.select(
                                "script[type=application/ld+json]")
                        .remove())),
                fall("EP01_Strukturdaten", "json-ld-kaputt", "Katalogseite", text("{\"@context\"", "{@context")),
                fall(
                        "EP01_Strukturdaten",
                        "leistungsschluessel",
                        "Katalogseite",
                        text("99102013104000", "9910201310400")),
                fall("EP01_Strukturdaten", "url", "Katalogseite", text("http://localhost:8080/ozg/hund", "/ozg/hund")),
                fall(
                        "EP01_Strukturdaten",
                        "stelle-fehlt",
                        "Katalogseite",
                        text("\"name\":\"Bürgerbüro Musterstadt\"", "\"name\":\"\"")),
                fall(
                        "EP01_Strukturdaten",
                        "name-fehlt",
                        "Katalogseite",
                        text("\"name\":\"Hund anmelden\"", "\"name\":\" \"")),
                fall("EP08_Hilfe", "kontakt-fehlt", "Formularseite", seite(Anfrage::imEntwurf, s -> s.select(
                                ".ozg-fuss address")
                        .remove())),
                fall(
                        "EP08_Hilfe",
                        "kontakt-fehlt",
                        "Fehlerseite",
                        seite(a -> a.pfad().contains("gibt-es-nicht"), s -> s.select("address")
                                .tagName("p"))),
                fall("EP12_Fehlerseite", "status", "Fehlerseite", unbekannt(a -> a.mitStatus(200))),
                fall(
                        "EP12_Fehlerseite",
                        "inneres",
                        "Fehlerseite",
                        unbekannt(
                                a -> a.mitSeite(
                                        s -> s.body()
                                                .appendElement("pre")
                                                .text(
                                                        "java.lang.NullPointerException\n\tat de.beispiel.Portal.service(Portal.java:17)")))),
                fall(
                        "EP12_Fehlerseite",
                        "kein-fehlercode",
                        "Fehlerseite",
                        unbekannt(a -> a.mitText(a.text().replaceAll("OZG-[A-Z]+-\\d{4}", "")))),
                fall("EP12_Fehlerseite", "keine-seite", "Fehlerseite", unbekannt(a -> a.mitKopf(
                                "content-type", "text/plain")
                        .mitText("Not found"))),
                fall(
                        "EP12_Fehlerseite",
                        "rahmen-fehlt",
                        "Fehlerseite",
                        unbekannt(a -> a.mitSeite(s -> s.select("header").remove()))),
                fall(
                        "EP29_ZustaendigeStelle",
                        "kommune-fehlt",
                        "Formularseite",
                        seite(Anfrage::imEntwurf, s -> s.select(".ozg-kopf strong")
                                .remove())),
                fall(
                        "EP29_ZustaendigeStelle",
                        "stelle-fehlt",
                        "Fehlerseite",
                        unbekannt(a ->
                                a.mitSeite(s -> s.select(".ozg-kopf p").html("<strong>Stadt Musterstadt</strong>")))),
                fall(
                        "EP29_ZustaendigeStelle",
                        "kommune-wechselt",
                        "Fehlerseite",
                        unbekannt(a ->
                                a.mitSeite(s -> s.select(".ozg-kopf strong").html("Stadt Anderswo")))),
                fall("EP34_Wappen", "wappen-fehlt", "Formularseite", seite(Anfrage::imEntwurf, s -> s.select(
                                ".ozg-kopf img")
                        .remove())),
                fall("EP34_Wappen", "alternativtext-fehlt", "Katalogseite", seite(ueberall, s -> s.select(
                                ".ozg-kopf img")
                        .attr("alt", ""))),
                fall(
                        "EP34_Wappen",
                        "wappen-laedt-nicht",
                        "Liste der Dienste",
                        wenn(a -> a.pfad().endsWith("/_/wappen"), a -> a.mitStatus(404))));
    }

    private static List<Fall> kopfzeilen() {
        String regel = "EP13_Sicherheitskopfzeilen";
        return List.of(
                fall(
                        regel,
                        "csp-fehlt",
                        "Katalogseite",
                        wenn(a -> a.pfad().startsWith("/ozg"), a -> a.ohneKopf("content-security-policy"))),
                fall(
                        regel,
                        "csp-skripte",
                        "Formularseite",
                        wenn(
                                Anfrage::imEntwurf,
                                a -> a.mitKopf(
                                        "content-security-policy",
                                        "script-src 'self' 'unsafe-inline'; frame-ancestors 'none'"))),
                fall(
                        regel,
                        "frame-ancestors",
                        "Fehlerseite",
                        unbekannt(a -> a.mitKopf("content-security-policy", "default-src 'self'"))),
                fall(
                        regel,
                        "nosniff-fehlt",
                        "Katalogseite",
                        wenn(a -> true, a -> a.ohneKopf("x-content-type-options"))),
                fall(
                        regel,
                        "referrer-policy",
                        "Formularseite",
                        wenn(Anfrage::imEntwurf, a -> a.mitKopf("referrer-policy", "same-origin, unsafe-url"))),
                fall(
                        regel,
                        "no-store-fehlt",
                        "Formularseite",
                        wenn(Anfrage::imEntwurf, a -> a.mitKopf("cache-control", "private"))),
                fall(regel, "cookie-httponly", "Cookie ozg-b", cookie("; HttpOnly")),
                fall(regel, "cookie-samesite", "Cookie ozg-a-…", cookie("; SameSite=Lax")));
    }

    static Fall fall(String regel, String code, String wo, Stoerung stoerung) {
        return new Fall(regel, code, wo, stoerung, Set.of(), false);
    }

    static Stoerung seite(Predicate<Anfrage> wo, Consumer<Document> aenderung) {
        return wenn(wo, antwort -> antwort.mitSeite(aenderung));
    }

    static Stoerung wenn(Predicate<Anfrage> wo, UnaryOperator<Antwort> aenderung) {
        return (anfrage, portal) -> {
            Antwort antwort = portal.frage(anfrage);
            return wo.test(anfrage) ? aenderung.apply(antwort) : antwort;
        };
    }

    static Stoerung text(String alt, String neu) {
        return wenn(
                a -> true,
                antwort -> antwort.istHtml() ? antwort.mitText(antwort.text().replace(alt, neu)) : antwort);
    }

    private static Stoerung unbekannt(UnaryOperator<Antwort> aenderung) {
        return wenn(a -> a.pfad().contains("gibt-es-nicht"), aenderung);
    }

    private static Stoerung cookie(String weg) {
        return cookie(a -> a.pfad().startsWith("/ozg"), weg);
    }

    static Stoerung cookie(Predicate<Anfrage> wo, String weg) {
        return wenn(
                wo,
                antwort -> antwort.mitKopf(
                        "set-cookie",
                        antwort.kopf().getOrDefault("set-cookie", List.of()).stream()
                                .map(c -> c.replace(weg, ""))
                                .toArray(String[]::new)));
    }

    static Element erstes(Document seite, String auswahl) {
        Element element = seite.selectFirst(auswahl);
        return element == null ? new Element("span") : element;
    }
}
