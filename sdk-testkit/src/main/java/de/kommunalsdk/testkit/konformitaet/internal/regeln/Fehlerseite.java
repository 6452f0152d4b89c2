/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal.regeln;

import de.kommunalsdk.testkit.konformitaet.Regel;
import de.kommunalsdk.testkit.konformitaet.internal.Befund;
import de.kommunalsdk.testkit.konformitaet.internal.Browser;
import de.kommunalsdk.testkit.konformitaet.internal.Regelpruefung;
import de.kommunalsdk.testkit.konformitaet.internal.Rundgang;
import de.kommunalsdk.testkit.konformitaet.internal.Seite;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** EP 12: when something fails, the portal stays the portal and says what to do. */
final class Fehlerseite implements Regelpruefung {

    private static final Regel REGEL = new Regel(
            "EP12_Fehlerseite",
            12,
            "Verständliche Fehlerseite",
            "Eine unbekannte Adresse wird mit Status 404 und einer Seite im Rahmen des Portals beantwortet, die einen"
                    + " Fehlercode nennt und nichts vom Inneren der Anwendung verrät.",
            "Fehlerseiten des Servers und des Proxys nicht über die Antworten des SDK legen.");

    private static final Pattern CODE = Pattern.compile("\\bOZG-[A-Z]{2,12}-\\d{4}\\b");
    private static final Pattern INNERES = Pattern.compile(
            "\\bat [\\w.$/]+\\([\\w.$ ]*\\)|\\b[a-z]+(\\.[a-z]\\w*)+\\.[A-Z]\\w*(Exception|Error)\\b|Caused by:|Stack ?trace");

    @Override
    public Regel regel() {
        return REGEL;
    }

    @Override
    public void pruefe(Rundgang rundgang, Befund befund) {
        Browser browser = rundgang.neuerBrowser();
        Seite katalog = rundgang.katalog(browser);
        for (Seite seite : List.of(rundgang.fehlerseite(browser), rundgang.unbekannterDienst(browser))) {
            if (seite.antwort().status() != 404) {
                befund.melde("status", seite, "Status " + seite.antwort().status() + " statt 404.");
            }
            if (INNERES.matcher(seite.antwort().text()).find()) {
                befund.melde("inneres", seite, "Die Seite zeigt eine Ausnahme oder einen Stapel der Anwendung.");
            }
            if (!seite.antwort().istHtml() || seite.dokument().select(".ozg h1").isEmpty()) {
                befund.melde("keine-seite", seite, "Die Antwort ist keine Seite des SDK.");
                continue;
            }
            if (!CODE.matcher(seite.dokument().select(".ozg").text()).find()) {
                befund.melde("kein-fehlercode", seite, "Die Seite nennt keinen Fehlercode (OZG-…-0000).");
            }
            rahmen(katalog, seite, befund);
        }
    }

    static void rahmen(Seite katalog, Seite seite, Befund befund) {
        for (String teil : List.of("header", "footer", "nav")) {
            if (hat(katalog, teil) && !hat(seite, teil)) {
                befund.melde("rahmen-fehlt", seite, "<" + teil + "> des Portals fehlt.");
            }
        }
        List<String> stile = seite.dokument().select("link[rel=stylesheet]").eachAttr("href");
        for (Element stil : katalog.dokument().select("link[rel=stylesheet]")) {
            if (!stile.contains(stil.attr("href"))) {
                befund.melde("rahmen-fehlt", seite, "Das Stylesheet " + stil.attr("href") + " der Katalogseite fehlt.");
            }
        }
    }

    private static boolean hat(Seite seite, String teil) {
        return seite.dokument().select(teil).stream().anyMatch(e -> e.closest(".ozg") == null);
    }
}
