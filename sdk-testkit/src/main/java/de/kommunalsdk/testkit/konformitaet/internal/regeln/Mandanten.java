/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal.regeln;

import de.kommunalsdk.testkit.konformitaet.Regel;
import de.kommunalsdk.testkit.konformitaet.internal.Antwort;
import de.kommunalsdk.testkit.konformitaet.internal.Befund;
import de.kommunalsdk.testkit.konformitaet.internal.Browser;
import de.kommunalsdk.testkit.konformitaet.internal.NichtMoeglich;
import de.kommunalsdk.testkit.konformitaet.internal.Regelpruefung;
import de.kommunalsdk.testkit.konformitaet.internal.Rundgang;
import de.kommunalsdk.testkit.konformitaet.internal.Seite;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** EP 19: a Dienst is developed once; what a Mandant configures is its own, all else is the same. */
final class Mandanten implements Regelpruefung {

    private static final Regel REGEL = new Regel(
            "EP19_Mandanten",
            19,
            "Ein Dienst, mehrere Mandanten",
            "Zwei Mandanten bieten denselben Dienst in derselben Version an: Titel, Leistungsschlüssel und Felder sind"
                    + " gleich, Kommune, zuständige Stelle, Kontakt und Wappen sind die eigenen.",
            "Den Dienst nicht kopieren, sondern in mandant.yaml unter dienste überlagern; stelle und wappen je Mandant"
                    + " angeben.");

    private static final String KOMMUNE = ".ozg-kopf strong";

    @Override
    public Regel regel() {
        return REGEL;
    }

    @Override
    public void pruefe(Rundgang rundgang, Befund befund) {
        Rundgang anderer = rundgang.beimZweitenMandanten()
                .orElseThrow(() -> NichtMoeglich.nichtGeprueft(
                        "ein-mandant",
                        "Es ist nur ein Mandant angegeben. Pruefling.mitZweitemMandanten(adresse) oder --zweiter-mandant"
                                + " nennt einen zweiten."));
        Browser hier = rundgang.neuerBrowser();
        Browser dort = anderer.neuerBrowser();
        Seite eigene = rundgang.katalog(hier);
        Seite fremde = anderer.katalog(dort);
        gleich("version", "die Version", eigene.meta("ozg-dienst"), fremde.meta("ozg-dienst"), fremde, befund);
        gleich("titel", "der Titel", text(eigene, ".ozg h1"), text(fremde, ".ozg h1"), fremde, befund);
        verschieden("kommune", "die Kommune", text(eigene, KOMMUNE), text(fremde, KOMMUNE), fremde, befund);
        verschieden("stelle", "die zuständige Stelle", kontakte(eigene), kontakte(fremde), fremde, befund);
        verschieden("wappen", "das Wappen", wappen(hier, eigene), wappen(dort, fremde), fremde, befund);
        Seite formular = anderer.beginne(dort, fremde);
        gleich(
                "felder",
                "die Felder der ersten Seite",
                felder(rundgang.beginne(hier, eigene)),
                felder(formular),
                formular,
                befund);
        for (Seite seite : List.of(fremde, formular)) {
            if (seite.dokument().select(".ozg").text().contains(text(eigene, KOMMUNE))) {
                befund.melde(
                        "vermischt", seite, "Die Seite nennt \"" + text(eigene, KOMMUNE) + "\", die andere Kommune.");
            }
        }
    }

    private static void gleich(String code, String was, String hier, String dort, Seite seite, Befund befund) {
        if (!hier.isBlank() && !hier.equals(dort)) {
            befund.melde(
                    code + "-verschieden",
                    seite,
                    "Anders als beim ersten Mandanten ist " + was + ": \"" + dort + "\" statt \"" + hier + "\".");
        }
    }

    private static void verschieden(String code, String was, String hier, String dort, Seite seite, Befund befund) {
        // What is missing is a matter of the rules of Eckpunkte 8, 29 and 34.
        if (!dort.isBlank() && hier.equals(dort)) {
            befund.melde(
                    code + "-gleich", seite, "Dieselbe wie beim ersten Mandanten ist " + was + ": \"" + dort + "\".");
        }
    }

    private static String text(Seite seite, String auswahl) {
        Element element = seite.dokument().selectFirst(auswahl);
        return element == null ? "" : element.text();
    }

    private static String kontakte(Seite seite) {
        return String.join(" ", seite.dokument().select(".ozg address a[href]").eachAttr("href"));
    }

    private static String felder(Seite seite) {
        Document dokument = seite.dokument();
        Set<String> namen = new TreeSet<>(dokument.select(".ozg form")
                .select("input:not([type=hidden]), select, textarea")
                .eachAttr("name"));
        return String.join(" ", namen);
    }

    private static String wappen(Browser browser, Seite seite) {
        Element bild = seite.dokument().selectFirst(".ozg-kopf img[src]");
        if (bild == null) {
            return "";
        }
        Antwort antwort = browser.hole(URI.create(bild.absUrl("src")));
        return antwort.status() == 200 ? antwort.text() : "";
    }
}
