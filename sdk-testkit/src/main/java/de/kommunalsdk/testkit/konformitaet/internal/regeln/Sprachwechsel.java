/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal.regeln;

import de.kommunalsdk.testkit.konformitaet.Regel;
import de.kommunalsdk.testkit.konformitaet.internal.Befund;
import de.kommunalsdk.testkit.konformitaet.internal.Browser;
import de.kommunalsdk.testkit.konformitaet.internal.NichtMoeglich;
import de.kommunalsdk.testkit.konformitaet.internal.Regelpruefung;
import de.kommunalsdk.testkit.konformitaet.internal.Rundgang;
import de.kommunalsdk.testkit.konformitaet.internal.Seite;
import java.net.URI;
import java.util.Set;
import org.jsoup.nodes.Element;

/** EP 9: the language of a page and of its parts is marked (WCAG 3.1.1, 3.1.2). */
final class Sprachwechsel implements Regelpruefung {

    private static final Regel REGEL = new Regel(
            "EP09_Sprache",
            9,
            "Sprache der Seite und ihrer Teile",
            "Jede Seite gibt ihre Sprache an. Wird eine andere gewählt, gibt die Seite diese an, und deutsche Teile sind"
                    + " als deutsch ausgezeichnet.",
            "Die Hülle gibt Seite.sprache als lang von <html> aus und den Inhalt mit seinen lang-Angaben unverändert.");

    @Override
    public Regel regel() {
        return REGEL;
    }

    @Override
    public void pruefe(Rundgang rundgang, Befund befund) {
        Browser browser = rundgang.neuerBrowser();
        Seite katalog = rundgang.katalog(browser);
        Element verweis = katalog.dokument().selectFirst(".ozg a[hreflang=en][href]");
        if (verweis == null) {
            throw NichtMoeglich.nichtGeprueft("eine-sprache", katalog.wo() + " bietet keine andere Sprache an.");
        }
        for (Seite seite : rundgang.alle()) {
            verlange("de", seite, befund);
        }
        Seite englisch = new Seite(Seite.Art.KATALOG, browser.hole(URI.create(verweis.absUrl("href"))));
        verlange("en", englisch, befund);
        Element titel = englisch.dokument().selectFirst(".ozg h1");
        if (titel == null || !sprache(titel).equals("de")) {
            befund.melde(
                    "teil-ohne-sprache",
                    englisch,
                    "Der deutsche Titel der Leistung ist nicht als deutsch ausgezeichnet.");
        }
    }

    private static void verlange(String sprache, Seite seite, Befund befund) {
        Element inhalt = seite.dokument().selectFirst(".ozg");
        // A page without any language is the matter of EP09_Beschriftung.
        if (inhalt != null && !Set.of(sprache, "").contains(sprache(inhalt))) {
            befund.melde(
                    "falsche-sprache",
                    seite,
                    "Gewählt ist \"" + sprache + "\", angegeben ist \"" + sprache(inhalt) + "\".");
        }
    }

    /** The language that holds for an element: its own, or that of the nearest element around it. */
    private static String sprache(Element element) {
        Element mit = element.closest("[lang]");
        return mit == null ? "" : mit.attr("lang").split("-", 2)[0];
    }
}
