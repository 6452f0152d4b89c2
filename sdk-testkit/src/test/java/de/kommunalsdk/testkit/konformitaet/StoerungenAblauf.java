/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet;

import static de.kommunalsdk.testkit.konformitaet.Stoerungen.fall;
import static de.kommunalsdk.testkit.konformitaet.Stoerungen.seite;
import static de.kommunalsdk.testkit.konformitaet.Stoerungen.text;
import static de.kommunalsdk.testkit.konformitaet.Stoerungen.wenn;

import de.kommunalsdk.testkit.konformitaet.Stoerportal.Anfrage;
import de.kommunalsdk.testkit.konformitaet.Stoerportal.Antwort;
import de.kommunalsdk.testkit.konformitaet.Stoerportal.Portal;
import de.kommunalsdk.testkit.konformitaet.Stoerportal.Stoerung;
import de.kommunalsdk.testkit.konformitaet.Stoerungen.Fall;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Damages to the way of an Antrag: start, sending, interruption, drafts of others. */
final class StoerungenAblauf {

    private static final Pattern ENTWURF = Pattern.compile("/antrag/([^/?]+)");

    private StoerungenAblauf() {}

    static List<Fall> alle() {
        Set<String> ohneStart = Set.of(
                "EP01_Nutzerkonto",
                "EP03_KleineAnzeige",
                "EP04_Vordruck",
                "EP04_Eingangsdokument",
                "EP05_Unterbrechen",
                "EP05_ZweiterTab",
                "EP06_Einwilligung",
                "EP08_Hilfe",
                "EP09_Beschriftung",
                "EP09_Erklaerung",
                "EP09_Sprache",
                "EP13_Sicherheitskopfzeilen",
                "EP13_FremderEntwurf",
                "EP13_Anmeldung",
                "EP15_Anmeldeseiten",
                "EP17_Kontodaten",
                "EP19_Mandanten",
                "EP23_Fassung",
                "EP29_ZustaendigeStelle",
                "EP30_Anmeldung",
                "EP31_Datenabfrage",
                "EP34_Wappen");
        return List.of(
                new Fall(
                        "EP03_OhneJavaScript",
                        "kein-start",
                        "Katalogseite",
                        seite(a -> true, s -> s.select("form[action$=/start]").tagName("div")),
                        ohneStart,
                        false),
                new Fall(
                        "EP03_OhneJavaScript",
                        "keine-felder",
                        "Formularseite",
                        StoerungenAblauf::ohneFelder,
                        Set.of("EP05_ZweiterTab", "EP31_Datenabfrage"),
                        false),
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
                fall("EP05_ZweiterTab", "konflikt-verschwiegen", "in zwei Tabs", ohneKonflikt()),
                fall("EP05_ZweiterTab", "angaben-ueberschrieben", "Formularseite", letzterGewinnt()),
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

    /** A page that a script would have to fill; only as long as nothing was sent, so that errors still show. */
    private static Antwort ohneFelder(Anfrage a, Portal portal) {
        Antwort antwort = portal.frage(a);
        return a.imEntwurf()
                        && !a.pfad().contains("vertraulich")
                        && !a.istPost()
                        && !a.pfad().contains("pruefen")
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

    /** Keeps what was written first, and does not say so. */
    private static Stoerung ohneKonflikt() {
        return (a, portal) -> {
            Antwort antwort = portal.frage(a);
            return antwort.status() == 409
                    ? antwort.mitStatus(303).mitKopf("location", a.pfad()).mitText("")
                    : antwort;
        };
    }

    /** Makes every sending look as if it came from the newest page. */
    private static Stoerung letzterGewinnt() {
        return (a, portal) -> {
            if (!a.istPost() || !a.pfad().contains("/seite/")) {
                return portal.frage(a);
            }
            Document jetzt =
                    Jsoup.parse(portal.frage(Anfrage.hole(a.pfad(), a.kopf())).text());
            String stand = jetzt.select("input[name=stand]").val();
            String text = a.text().replaceFirst("(name=\"stand\"\\s+)[^\r]*", "$1" + Matcher.quoteReplacement(stand));
            return portal.frage(new Anfrage(a.methode(), a.pfad(), a.kopf(), text.getBytes(StandardCharsets.UTF_8)));
        };
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
            if (!entwurf.find() || a.istPost() || a.pfad().endsWith(".pdf")) {
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
}
