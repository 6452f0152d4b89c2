/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.druck;

import de.kommunalsdk.dienst.DienstId;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.mandant.Mandant.Angebot;
import de.kommunalsdk.mandant.Mandant.Stelle;
import de.kommunalsdk.mandant.Mandant.Wappen;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Renders the precompiled templates below {@code druck/} as XHTML. Thread-safe. */
public final class Druckseite {

    private static final TemplateEngine JTE = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Druckseite.class.getClassLoader(), "de.kommunalsdk.forms.internal.jte");

    private static final String STIL =
            """
            @page { @bottom-left { content: '%s'; font-size: 8pt } \
            @bottom-right { content: 'Seite ' counter(page) ' von ' counter(pages); font-size: 8pt } }
            h1 { font-size: 16pt; margin: 4mm 0 }
            h2 { font-size: 13pt; margin: 7mm 0 2mm; page-break-after: avoid }
            h3, h4, h5, h6 { font-size: 11pt; margin: 4mm 0 1mm; page-break-after: avoid }
            p { margin: 1mm 0 2mm }
            table { width: 100%%; border-collapse: collapse; table-layout: fixed }
            tr { page-break-inside: avoid }
            th, td { border-bottom: 0.5pt solid #666; padding: 1mm 2mm 1mm 0; text-align: left; vertical-align: top }
            th { width: 40%%; font-weight: normal; color: #333 }
            td { white-space: pre-wrap }
            img { height: 18mm }
            .kopf { border-bottom: 1pt solid #000; margin-bottom: 4mm }
            .hinweis { border: 1pt solid #000; padding: 2mm }
            .hilfe { color: #333; font-size: 9pt; margin: 0 0 1mm }
            .frage { margin: 3mm 0 0; page-break-after: avoid }
            .linie { border-bottom: 0.5pt solid #000; height: 8mm }
            .klein { font-size: 8pt }
            """;

    private Druckseite() {}

    /**
     * The page.
     *
     * @param fuss stands at the foot of every page; without quotation marks and backslashes
     * @param werte parameters of the template beside {@code stil}
     */
    public static String xhtml(String vorlage, String fuss, Map<String, Object> werte) {
        Map<String, Object> alle = new HashMap<>(werte);
        alle.put("stil", STIL.formatted(fuss.replaceAll("['\\\\<]", " ")));
        StringOutput fertig = new StringOutput(8 * 1024);
        JTE.render("druck/" + vorlage + ".jte", alle, fertig);
        return fertig.toString();
    }

    /** The unit that a Mandant names for a Dienst, else its own. */
    public static Stelle stelle(Mandant mandant, DienstId dienst) {
        return mandant.angebot(dienst).flatMap(Angebot::stelle).orElse(mandant.stelle());
    }

    /** The picture as a {@code data:} URI. */
    public static String bild(Wappen wappen) {
        return "data:" + wappen.medientyp() + ";base64," + Base64.getEncoder().encodeToString(wappen.bild());
    }
}
