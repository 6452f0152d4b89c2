/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal.regeln;

import de.kommunalsdk.testkit.konformitaet.Regel;
import de.kommunalsdk.testkit.konformitaet.internal.Antwort;
import de.kommunalsdk.testkit.konformitaet.internal.Befund;
import de.kommunalsdk.testkit.konformitaet.internal.Browser;
import de.kommunalsdk.testkit.konformitaet.internal.Regelpruefung;
import de.kommunalsdk.testkit.konformitaet.internal.Rundgang;
import de.kommunalsdk.testkit.konformitaet.internal.Seite;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;

/** EP 3: usable on a screen that is 320 CSS pixels wide (WCAG 1.4.10), and zoomable (1.4.4). */
final class KleineAnzeige implements Regelpruefung {

    private static final Regel REGEL = new Regel(
            "EP03_KleineAnzeige",
            3,
            "Kleine Anzeigen",
            "Die Seiten passen sich einer Breite von 320 Pixeln an und lassen sich vergrößern: viewport ohne Zoomsperre,"
                    + " keine feste Breite über 320 Pixel um und in den Seiten des SDK.",
            "In die Hülle gehört <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">; feste Breiten"
                    + " durch max-width ersetzen.");

    private static final int PIXEL = 320;
    private static final int MAX_STYLESHEETS = 12;
    private static final Pattern ATTRIBUT = Pattern.compile("\\s*(\\d{1,6})\\s*(px)?\\s*");
    private static final Pattern SKALA = Pattern.compile("maximum-scale\\s*=\\s*([0-9.]{1,8})");

    @Override
    public Regel regel() {
        return REGEL;
    }

    @Override
    public void pruefe(Rundgang rundgang, Befund befund) {
        Browser browser = rundgang.neuerBrowser();
        Map<URI, Seite> stylesheets = new LinkedHashMap<>();
        for (Seite seite : rundgang.alle()) {
            viewport(seite, befund);
            attribute(seite, befund);
            for (Element verweis : seite.dokument().select("link[rel~=(?i)stylesheet][href]")) {
                adresse(verweis)
                        .filter(browser::istEigene)
                        .ifPresent(adresse -> stylesheets.putIfAbsent(adresse, seite));
            }
        }
        stylesheets.entrySet().stream()
                .limit(MAX_STYLESHEETS)
                .forEach(e -> stylesheet(browser.hole(e.getKey()), e.getValue(), befund));
    }

    private static Optional<URI> adresse(Element verweis) {
        try {
            return Optional.of(URI.create(verweis.absUrl("href")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void viewport(Seite seite, Befund befund) {
        Element meta = seite.dokument().selectFirst("meta[name=viewport]");
        String inhalt = meta == null ? "" : meta.attr("content").toLowerCase(Locale.ROOT);
        Matcher skala = SKALA.matcher(inhalt);
        if (!inhalt.replace(" ", "").contains("width=device-width")) {
            befund.melde("viewport-fehlt", seite, "<meta name=\"viewport\"> mit width=device-width fehlt.");
        } else if (inhalt.matches(".*user-scalable\\s*=\\s*(no|0).*")
                || (skala.find() && Stylesheet.zahl(skala.group(1)) < 2)) {
            befund.melde("zoomsperre", seite, "viewport verbietet das Vergrößern: " + inhalt);
        }
    }

    private static void attribute(Seite seite, Befund befund) {
        for (Element element : seite.dokument().select(".ozg [width]")) {
            Matcher breite = ATTRIBUT.matcher(element.attr("width"));
            if (breite.matches() && Integer.parseInt(breite.group(1)) > PIXEL) {
                befund.melde(
                        "breites-attribut",
                        seite,
                        "<" + element.tagName() + " width=\"" + element.attr("width") + "\">");
            }
        }
        for (Element element : seite.dokument().select(".ozg[style], .ozg [style]")) {
            Stylesheet.zuBreit(element.attr("style"), PIXEL)
                    .forEach(d ->
                            befund.melde("breiter-stil", seite, "<" + element.tagName() + " style=\"" + d + "\">"));
        }
    }

    private static void stylesheet(Antwort css, Seite seite, Befund befund) {
        if (css.status() != 200 || !css.medientyp().equals("text/css")) {
            befund.melde(
                    "stylesheet-fehlt",
                    seite,
                    css.adresse().getRawPath() + " antwortet mit Status " + css.status() + " und Typ \""
                            + css.medientyp() + "\".");
            return;
        }
        for (Stylesheet.Breite breite : Stylesheet.breiten(css.text(), PIXEL)) {
            if (betrifftSdk(seite.dokument(), breite.selektor())) {
                befund.melde(
                        "breites-stylesheet",
                        css.adresse().getRawPath() + ", " + breite.selektor(),
                        breite.deklaration(),
                        REGEL.abhilfe());
            }
        }
    }

    /** Whether a rule hits the pages of the SDK, what is in them, or what is around them. */
    private static boolean betrifftSdk(Document seite, String selektor) {
        if (selektor.contains(".ozg")) {
            return true;
        }
        Element sdk = seite.selectFirst(".ozg");
        try {
            return sdk != null
                    && seite.select(selektor).stream()
                            .anyMatch(e -> e.equals(sdk)
                                    || sdk.parents().contains(e)
                                    || e.parents().contains(sdk));
        } catch (Selector.SelectorParseException e) {
            // States such as :focus-visible: not what a page looks like at rest.
            return false;
        }
    }
}
