/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal.regeln;

import de.kommunalsdk.testkit.konformitaet.internal.Antwort;
import de.kommunalsdk.testkit.konformitaet.internal.Befund;
import de.kommunalsdk.testkit.konformitaet.internal.PdfSicht;
import de.kommunalsdk.testkit.konformitaet.internal.Seite;

/** What every PDF for citizens has: marked structure, a language, the name of the Kommune. */
final class Dokumentpruefung {

    private Dokumentpruefung() {}

    /** Reports what is missing; {@code seite} is where the document was linked. */
    static PdfSicht pruefe(Antwort antwort, Seite seite, Befund befund) {
        PdfSicht pdf = new PdfSicht(antwort);
        if (antwort.status() != 200 || !antwort.medientyp().equals("application/pdf") || !pdf.istPdf()) {
            befund.melde(
                    "kein-pdf",
                    seite,
                    "Der Verweis wird mit Status " + antwort.status() + " und Typ \"" + antwort.medientyp()
                            + "\" beantwortet, ein PDF ist es " + (pdf.istPdf() ? "schon." : "nicht."));
            return pdf;
        }
        if (!pdf.istGetaggt() || !pdf.hatSprache()) {
            befund.melde("ohne-struktur", seite, "Das PDF hat keine Struktur für Vorlesegeräte oder keine Sprache.");
        }
        String kommune = seite.dokument().select(".ozg-kopf strong").text();
        if (!kommune.isEmpty() && !pdf.metadaten().contains(kommune)) {
            befund.melde("kommune-fehlt", seite, "Das PDF nennt \"" + kommune + "\" nicht: " + pdf.metadaten());
        }
        return pdf;
    }
}
