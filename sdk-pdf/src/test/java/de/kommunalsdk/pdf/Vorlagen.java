/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pdf;

import de.kommunalsdk.schriftstueck.Beilage;
import de.kommunalsdk.schriftstueck.Druckvorlage;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Templates of invented documents. */
final class Vorlagen {

    static final String WAPPEN = "data:image/svg+xml;base64,"
            + java.util.Base64.getEncoder()
                    .encodeToString(("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 48\" width=\"40\""
                                    + " height=\"48\"><path d=\"M0 0h40v24q0 24-20 24t-20-24z\" fill=\"#0a5\"/></svg>")
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8));

    private Vorlagen() {}

    static Druckvorlage mit(String koerper, Beilage... beilagen) {
        return roh(
                "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><style>"
                        + "@page { @bottom-right { content: 'Seite ' counter(page) ' von ' counter(pages) } }"
                        + "table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate }"
                        + "th, td { border: 1px solid #666; text-align: left; vertical-align: top }</style></head><body>"
                        + koerper + "</body></html>",
                beilagen);
    }

    static Druckvorlage roh(String xhtml, Beilage... beilagen) {
        return new Druckvorlage(
                xhtml,
                "Antrag (SYNTHETISCH)",
                "Zusammenfassung eines erfundenen Antrags",
                "Stadt Musterstadt",
                Locale.GERMAN,
                "antrag-1",
                Instant.parse("2026-03-01T10:15:30.5Z"),
                List.of(beilagen));
    }

    static String tabelle(int zeilen) {
        StringBuilder html =
                new StringBuilder("<h1>Antrag</h1><h2>Angaben</h2><table><thead><tr><th scope=\"col\">Frage"
                        + "</th><th scope=\"col\">Antwort</th></tr></thead><tbody>");
        for (int i = 1; i <= zeilen; i++) {
            html.append("<tr><th scope=\"row\">Frage ")
                    .append(i)
                    .append("</th><td>Antwort ")
                    .append(i)
                    .append("</td></tr>");
        }
        return html.append("</tbody></table>").toString();
    }
}
