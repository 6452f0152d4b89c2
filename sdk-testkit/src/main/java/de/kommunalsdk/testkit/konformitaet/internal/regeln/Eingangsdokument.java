/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal.regeln;

import de.kommunalsdk.testkit.konformitaet.Regel;
import de.kommunalsdk.testkit.konformitaet.internal.Befund;
import de.kommunalsdk.testkit.konformitaet.internal.NichtMoeglich;
import de.kommunalsdk.testkit.konformitaet.internal.PdfSicht;
import de.kommunalsdk.testkit.konformitaet.internal.Regelpruefung;
import de.kommunalsdk.testkit.konformitaet.internal.Rundgang;
import de.kommunalsdk.testkit.konformitaet.internal.Seite;
import de.kommunalsdk.testkit.konformitaet.internal.Seite.Art;
import java.net.URI;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** EP 4: what was submitted, as a document to keep or to print. */
final class Eingangsdokument implements Regelpruefung {

    private static final Regel REGEL = new Regel(
            "EP04_Eingangsdokument",
            4,
            "Zusammenfassung nach dem Absenden",
            "Die Eingangsbestätigung führt zu einem PDF mit allen Angaben: mit Struktur für Vorlesegeräte, Sprache und"
                    + " Kommune, und nur für den Browser, der den Antrag gestellt hat.",
            "sdk-pdf einbinden, KommunalSdk.builder().schriftstueck(new PdfSatz()); keinen Zwischenspeicher vor die Seiten"
                    + " des SDK schalten.");

    @Override
    public Regel regel() {
        return REGEL;
    }

    @Override
    public void pruefe(Rundgang rundgang, Befund befund) {
        if (!rundgang.pruefling().mitwirkung().einreichen()) {
            throw NichtMoeglich.nichtGeprueft(
                    "ohne-einreichung",
                    "Es wurde kein Antrag eingereicht. Pruefling.mitEinreichung() oder --einreichen erlaubt es.");
        }
        Seite quittung = rundgang.gang().seite(Art.QUITTUNG).orElseThrow(() -> rundgang.gang()
                .unausgefuellt()
                .orElse(new NichtMoeglich("nicht-eingereicht", "Der Antrag ließ sich nicht einreichen.")));
        Optional<Element> verweis = quittung.pdfVerweis();
        if (verweis.isEmpty()) {
            befund.melde("keine-zusammenfassung", quittung, "Es gibt keinen Verweis auf eine Zusammenfassung.");
            return;
        }
        URI adresse = URI.create(verweis.get().absUrl("href"));
        PdfSicht pdf = Dokumentpruefung.pruefe(rundgang.gang().browser().hole(adresse), quittung, befund);
        Seite pruefen = rundgang.gang().seite(Art.PRUEFEN).orElse(quittung);
        int angaben = pruefen.dokument().select(".ozg-liste dt").size();
        if (pdf.istPdf() && pdf.textstuecke() < 2L * angaben) {
            befund.melde(
                    "leer",
                    quittung,
                    "Im PDF stehen " + pdf.textstuecke() + " Texte, geprüft wurden " + angaben
                            + " Angaben mit Beschriftung.");
        }
        if (rundgang.neuerBrowser().hole(adresse).status() == 200) {
            befund.melde("fuer-alle", quittung, "Auch ein anderer Browser bekommt die Zusammenfassung.");
        }
    }
}
