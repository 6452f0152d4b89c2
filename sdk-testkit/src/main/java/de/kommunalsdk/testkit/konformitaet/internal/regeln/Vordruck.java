/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal.regeln;

import de.kommunalsdk.testkit.konformitaet.Regel;
import de.kommunalsdk.testkit.konformitaet.internal.Antwort;
import de.kommunalsdk.testkit.konformitaet.internal.Befund;
import de.kommunalsdk.testkit.konformitaet.internal.Browser;
import de.kommunalsdk.testkit.konformitaet.internal.PdfSicht;
import de.kommunalsdk.testkit.konformitaet.internal.Regelpruefung;
import de.kommunalsdk.testkit.konformitaet.internal.Rundgang;
import de.kommunalsdk.testkit.konformitaet.internal.Seite;
import java.net.URI;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** EP 4: whoever wants to can use paper: the same form to print. */
final class Vordruck implements Regelpruefung {

    private static final Regel REGEL = new Regel(
            "EP04_Vordruck",
            4,
            "Formular zum Ausdrucken",
            "Die Katalogseite führt zu einem PDF mit allen Fragen desselben Formulars in derselben Version: mit"
                    + " Struktur für Vorlesegeräte, Sprache, Version und Kommune.",
            "sdk-pdf einbinden, KommunalSdk.builder().schriftstueck(new PdfSatz()); ein eigenes Schriftstueck übernimmt"
                    + " Titel, Betreff und Verfasser der Druckvorlage in die Metadaten (XMP).");

    @Override
    public Regel regel() {
        return REGEL;
    }

    @Override
    public void pruefe(Rundgang rundgang, Befund befund) {
        Browser browser = rundgang.neuerBrowser();
        Seite katalog = rundgang.katalog(browser);
        Optional<Element> verweis = katalog.pdfVerweis();
        if (verweis.isEmpty()) {
            befund.melde("kein-vordruck", katalog, "Es gibt keinen Verweis auf ein Formular zum Ausdrucken.");
            return;
        }
        Antwort antwort = browser.hole(URI.create(verweis.get().absUrl("href")));
        PdfSicht pdf = Dokumentpruefung.pruefe(antwort, katalog, befund);
        if (!pdf.istPdf()) {
            return;
        }
        Seite formular = rundgang.beginne(browser, katalog);
        int fragen =
                formular.dokument().select(".ozg form label, .ozg form legend").size();
        if (pdf.textstuecke() < fragen) {
            befund.melde(
                    "leer",
                    katalog,
                    "Im PDF stehen " + pdf.textstuecke() + " Texte, schon die erste Seite des Formulars hat " + fragen
                            + " Beschriftungen.");
        }
        String version = Fassung.version(katalog);
        if (!version.isEmpty() && !pdf.metadaten().contains(version)) {
            befund.melde(
                    "andere-version",
                    katalog,
                    "Das PDF nennt nicht die Version " + version + " der Katalogseite: " + pdf.metadaten());
        }
    }
}
