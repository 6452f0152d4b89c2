/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet;

import de.kommunalsdk.testkit.konformitaet.Stoerportal.Anfrage;
import de.kommunalsdk.testkit.konformitaet.Stoerportal.Antwort;
import de.kommunalsdk.testkit.konformitaet.Stoerportal.Portal;
import de.kommunalsdk.testkit.konformitaet.Stoerportal.Stoerung;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The damages: for each code of each rule the smallest change of the portal that brings it about. */
final class Stoerungen {

    private static final Pattern ENTWURF = Pattern.compile("/antrag/([^/?]+)");

    /**
     * A damage and what the kit must say to it.
     *
     * @param wo what the place must name
     * @param mit rules that the same damage may make uncheckable
     */
    record Fall(String regel, String code, String wo, Stoerung stoerung, Set<String> mit) {

        @Override
        public String toString() {
            return regel + " " + code;
        }
    }

    private Stoerungen() {}

    static List<Fall> alle() {
        List<Fall> faelle = new java.util.ArrayList<>();
        faelle.addAll(inhalt());
        faelle.addAll(StoerungenBarrierefreiheit.alle());
        faelle.addAll(ablauf());
        faelle.addAll(kopfzeilen());
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
                                ".ozg-fuss")
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
                        "Katalogseite",
                        wenn(a -> a.pfad().endsWith("/_/wappen"), a -> a.mitStatus(404))));
    }

    private static List<Fall> ablauf() {
        Set<String> ohneStart = Set.of(
                "EP03_KleineAnzeige",
                "EP05_Unterbrechen",
                "EP08_Hilfe",
                "EP09_Beschriftung",
                "EP13_Sicherheitskopfzeilen",
                "EP13_FremderEntwurf",
                "EP29_ZustaendigeStelle",
                "EP34_Wappen");
        return List.of(
                new Fall(
                        "EP03_OhneJavaScript",
                        "kein-start",
                        "Katalogseite",
                        seite(a -> true, s -> s.select("form[action$=/start]").tagName("div")),
                        ohneStart),
                fall("EP03_OhneJavaScript", "keine-felder", "Formularseite", (a, portal) -> ohneFelder(a, portal)),
                fall(
                        "EP03_OhneJavaScript",
                        "absenden",
                        "nach leerem Absenden",
                        (a, portal) -> leerAbgelehnt(a, portal)),
                fall("EP03_OhneJavaScript", "skript-im-html", "Formularseite", seite(Anfrage::imEntwurf, s -> s.body()
                        .appendElement("script")
                        .appendText("start()"))),
                fall("EP03_OhneJavaScript", "ereignis-im-html", "Katalogseite", seite(a -> true, s -> s.select("button")
                        .attr("onclick", "start()"))),
                fall("EP03_OhneJavaScript", "javascript-adresse", "Katalogseite", seite(a -> true, s -> s.select(
                                "header a")
                        .attr("href", " JavaScript:start()"))),
                fall("EP05_Unterbrechen", "kein-knopf", "Formularseite", seite(a -> true, s -> s.select(
                                "button[value=unterbrechen]")
                        .remove())),
                fall("EP05_Unterbrechen", "kein-code", "nach dem Unterbrechen", seite(a -> true, s -> s.select(
                                "p.ozg-code")
                        .remove())),
                fall(
                        "EP05_Unterbrechen",
                        "nicht-fortgesetzt",
                        "Fortgesetzter Antrag",
                        wenn(
                                a -> a.istPost() && a.pfad().endsWith("/fortsetzen"),
                                a -> a.mitKopf("location", "/ozg/hund-anmelden"))),
                fall(
                        "EP05_Unterbrechen",
                        "angaben-verloren",
                        "Fortgesetzter Antrag",
                        text("value=\"Konformitaetspruefung\"", "value=\"\"")),
                fall("EP05_Unterbrechen", "code-mehrfach", "Fortgesetzter Antrag", codeGiltImmer()),
                fall("EP13_FremderEntwurf", "fremder-entwurf-offen", "Fremder Entwurf", entwurfFuerAlle()),
                fall("EP13_FremderEntwurf", "fremde-angaben", "Fremder Entwurf", entwurfFuerAlle()),
                fall(
                        "EP13_FremderEntwurf",
                        "csrf",
                        "Formularseite",
                        wenn(a -> a.istPost() && a.imEntwurf(), a -> a.status() == 403 ? a.mitStatus(200) : a)),
                fall(
                        "EP13_FremderEntwurf",
                        "csrf",
                        "Katalogseite",
                        wenn(
                                a -> a.istPost() && a.pfad().endsWith("/start"),
                                a -> a.status() == 403
                                        ? a.mitStatus(303).mitKopf("location", "/ozg/hund-anmelden")
                                        : a)));
    }

    private static List<Fall> kopfzeilen() {
        String regel = "EP13_Sicherheitskopfzeilen";
        return List.of(
                fall(regel, "csp-fehlt", "Katalogseite", wenn(a -> true, a -> a.ohneKopf("content-security-policy"))),
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
        return new Fall(regel, code, wo, stoerung, Set.of());
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
        return wenn(
                a -> true,
                antwort -> antwort.mitKopf(
                        "set-cookie",
                        antwort.kopf().getOrDefault("set-cookie", List.of()).stream()
                                .map(c -> c.replace(weg, ""))
                                .toArray(String[]::new)));
    }

    /** A page that a script would have to fill; only as long as nothing was sent, so that errors still show. */
    private static Antwort ohneFelder(Anfrage a, Portal portal) {
        Antwort antwort = portal.frage(a);
        return a.imEntwurf() && !a.istPost() && !a.pfad().contains("pruefen")
                ? antwort.mitSeite(
                        s -> s.select(".ozg-feld input, .ozg-feld label").remove())
                : antwort;
    }

    /** Answers an empty page with the right page and the wrong status. */
    private static Antwort leerAbgelehnt(Anfrage a, Portal portal) {
        Antwort antwort = portal.frage(a);
        String ziel = antwort.kopf().getOrDefault("location", List.of("")).get(0);
        return a.istPost() && ziel.contains("pruefen")
                ? portal.frage(Anfrage.hole(ziel, a.kopf())).mitStatus(500)
                : antwort;
    }

    /** Remembers who a code has let in, and lets the next one in with it. */
    private static Stoerung codeGiltImmer() {
        Map<String, Antwort> eingeloest = new HashMap<>();
        return (a, portal) -> {
            Antwort antwort = portal.frage(a);
            if (!a.istPost() || !a.pfad().endsWith("/fortsetzen")) {
                return antwort;
            }
            String code = a.text().replaceFirst("(?s).*code=([^&]*).*", "$1");
            return antwort.status() == 303 ? merke(eingeloest, code, antwort) : eingeloest.getOrDefault(code, antwort);
        };
    }

    private static Antwort merke(Map<String, Antwort> eingeloest, String code, Antwort antwort) {
        eingeloest.put(code, antwort);
        return antwort;
    }

    /** A cache in front of the portal: shows a draft to everybody who knows its address. */
    private static Stoerung entwurfFuerAlle() {
        Map<String, String> besitzer = new LinkedHashMap<>();
        return (a, portal) -> {
            Matcher entwurf = ENTWURF.matcher(a.pfad());
            if (!entwurf.find() || a.istPost()) {
                return portal.frage(a);
            }
            String cookies = a.kopf().getOrDefault("cookie", "");
            if (cookies.contains("ozg-a-" + entwurf.group(1))) {
                besitzer.put(entwurf.group(1), cookies);
            }
            String eigene = besitzer.getOrDefault(entwurf.group(1), cookies);
            return portal.frage(eigene.isEmpty() ? a : a.mitKopf("cookie", eigene));
        };
    }

    static Element erstes(Document seite, String auswahl) {
        Element element = seite.selectFirst(auswahl);
        return element == null ? new Element("span") : element;
    }
}
