/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal.regeln;

import de.kommunalsdk.testkit.konformitaet.Regel;
import de.kommunalsdk.testkit.konformitaet.internal.Befund;
import de.kommunalsdk.testkit.konformitaet.internal.Browser;
import de.kommunalsdk.testkit.konformitaet.internal.Regelpruefung;
import de.kommunalsdk.testkit.konformitaet.internal.Rundgang;
import de.kommunalsdk.testkit.konformitaet.internal.Seite;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** EP 3: the same functions without JavaScript. */
final class OhneJavaScript implements Regelpruefung {

    private static final Regel REGEL = new Regel(
            "EP03_OhneJavaScript",
            3,
            "Antrag ohne JavaScript",
            "Start, erste Seite und Absenden gehen mit gewöhnlichen Formularen; der Server liefert fertige Seiten. Keine"
                    + " Seite enthält Skript im HTML.",
            "Seiten des SDK unverändert ausliefern; Skripte der Hülle in eigene Dateien legen und auf"
                    + " addEventListener umstellen.");

    private static final Set<String> DATENBLOECKE =
            Set.of("application/ld+json", "application/json", "importmap", "speculationrules");

    @Override
    public Regel regel() {
        return REGEL;
    }

    @Override
    public void pruefe(Rundgang rundgang, Befund befund) {
        Browser browser = rundgang.neuerBrowser();
        Seite katalog = rundgang.katalog(browser);
        ohneSkript(katalog, befund);
        if (Rundgang.startformular(katalog).isEmpty()) {
            befund.melde("kein-start", katalog, "Es gibt kein Formular (method=post), mit dem der Antrag beginnt.");
            return;
        }
        Seite erste = rundgang.beginne(browser, katalog);
        ohneSkript(erste, befund);
        if (erste.dokument()
                .select(".ozg form input:not([type=hidden]), .ozg form select, .ozg form textarea")
                .isEmpty()) {
            befund.melde("keine-felder", erste, "Die Antwort des Servers enthält kein Eingabefeld.");
        }
        Seite zurueck = rundgang.sendeLeer(browser, erste);
        ohneSkript(zurueck, befund);
        int status = zurueck.antwort().status();
        if ((status != 200 && status != 422) || !zurueck.antwort().istHtml()) {
            befund.melde(
                    "absenden", zurueck, "Das Absenden der leeren Seite wird mit Status " + status + " beantwortet.");
        } else if (zurueck.dokument().select(".ozg form[method=post]").isEmpty()) {
            befund.melde("absenden", zurueck, "Nach dem Absenden der leeren Seite kommt keine Seite mit Formular.");
        }
    }

    private static void ohneSkript(Seite seite, Befund befund) {
        for (Element skript : seite.dokument().select("script:not([src])")) {
            if (!DATENBLOECKE.contains(skript.attr("type").toLowerCase(Locale.ROOT))) {
                befund.melde("skript-im-html", seite, "Skript im HTML: " + anfang(skript.data()));
            }
        }
        for (Element element : seite.dokument().getAllElements()) {
            for (Attribute attribut : element.attributes()) {
                String wert = attribut.getValue().strip().toLowerCase(Locale.ROOT);
                if (attribut.getKey().toLowerCase(Locale.ROOT).matches("on[a-z]+")) {
                    befund.melde("ereignis-im-html", seite, "<" + element.tagName() + " " + attribut.getKey() + "=…>");
                } else if (wert.startsWith("javascript:")) {
                    befund.melde(
                            "javascript-adresse",
                            seite,
                            "<" + element.tagName() + " " + attribut.getKey() + "=\"javascript:…\">");
                }
            }
        }
    }

    private static String anfang(String skript) {
        String eineZeile = skript.strip();
        return eineZeile.length() <= 60 ? eineZeile : eineZeile.substring(0, 60) + "…";
    }
}
