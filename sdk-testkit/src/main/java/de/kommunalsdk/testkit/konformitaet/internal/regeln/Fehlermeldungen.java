/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal.regeln;

import de.kommunalsdk.testkit.konformitaet.internal.Befund;
import de.kommunalsdk.testkit.konformitaet.internal.Seite;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/** A page that shows errors: title, list, and message at the field (WCAG 3.3.1, technique ARIA21 and G139). */
final class Fehlermeldungen {

    private Fehlermeldungen() {}

    static void pruefe(Seite seite, Befund befund) {
        Document dokument = seite.dokument();
        if (!dokument.title().startsWith("Fehler")) {
            befund.melde(
                    "titel-ohne-fehler",
                    seite,
                    "Der Titel beginnt nach einem Fehler nicht mit \"Fehler\": " + dokument.title());
        }
        Elements verweise = dokument.select(".ozg [role=alert] a[href^=#]");
        if (verweise.isEmpty()) {
            befund.melde(
                    "fehlerliste-fehlt",
                    seite,
                    "Es gibt keine Liste der Fehler (role=alert) mit Verweisen auf die Felder.");
        }
        if (dokument.selectFirst(".ozg [role=alert][tabindex]") == null) {
            befund.melde(
                    "fehlerliste-ohne-fokus", seite, "Die Liste der Fehler kann keinen Fokus bekommen (tabindex).");
        }
        for (Element verweis : verweise) {
            String id = verweis.attr("href").substring(1);
            Element ziel = id.isEmpty() ? null : dokument.getElementById(id);
            if (ziel == null) {
                befund.melde(
                        "verweis-ins-leere",
                        seite,
                        "Der Fehler \"" + verweis.text() + "\" verweist auf #" + id + ", das es nicht gibt.");
            } else {
                amFeld(seite, ziel, verweis.text(), befund);
            }
        }
    }

    private static void amFeld(Seite seite, Element ziel, String meldung, Befund befund) {
        // aria-invalid is not defined for a single radio button and not for a fieldset: there the description counts.
        boolean sagtFehler = ziel.normalName().equals("fieldset")
                || ziel.attr("type").equals("radio")
                || ziel.attr("aria-invalid").equals("true");
        if (!sagtFehler) {
            befund.melde(
                    "aria-invalid-fehlt", seite, Beschriftung.wo(ziel) + " hat einen Fehler, aber kein aria-invalid.");
        }
        String beschreibung = beschreibung(ziel) + " " + beschreibung(ziel.closest("fieldset"));
        if (!beschreibung.contains(meldung)) {
            befund.melde(
                    "meldung-nicht-verbunden",
                    seite,
                    Beschriftung.wo(ziel) + " ist nicht durch aria-describedby mit seiner Fehlermeldung verbunden.");
        }
    }

    private static String beschreibung(@Nullable Element element) {
        Document dokument = element == null ? null : element.ownerDocument();
        if (element == null || dokument == null) {
            return "";
        }
        return Arrays.stream(element.attr("aria-describedby").split("\\s+"))
                .filter(id -> !id.isEmpty())
                .map(dokument::getElementById)
                .filter(Objects::nonNull)
                .map(Element::text)
                .collect(Collectors.joining(" "));
    }
}
