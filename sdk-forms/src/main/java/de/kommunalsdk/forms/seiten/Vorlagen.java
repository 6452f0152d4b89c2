/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import de.kommunalsdk.web.PageShell;
import de.kommunalsdk.web.Seite;
import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;

/** Renders the precompiled templates into the frame of the host. Thread-safe. */
public final class Vorlagen {

    private static final int UEBLICH = 24 * 1024; // characters of a page's content

    private final TemplateEngine jte = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Vorlagen.class.getClassLoader(), "de.kommunalsdk.forms.internal.jte");
    /**
     * Writes a page into a frame. The content is rendered first, so that a fault leaves nothing half written.
     *
     * @param kopf trusted HTML for the head, beside the style sheets
     * @param werte parameters of the template beside {@code a}, the view
     */
    public void schreibe(
            PageShell huelle,
            String vorlage,
            String titel,
            Ansicht ansicht,
            String kopf,
            Map<String, Object> werte,
            Writer ziel)
            throws IOException {
        Map<String, Object> alle = new HashMap<>(werte);
        alle.put("a", ansicht);
        StringOutput fertig = new StringOutput(UEBLICH);
        jte.render(vorlage + ".jte", alle, fertig);
        Content inhalt = ausgabe -> ausgabe.writeContent(fertig.toString());
        huelle.schreibe(
                new Seite(
                        titel,
                        ansicht.sprache(),
                        ansicht.mandant(),
                        ansicht.url(""),
                        z -> {
                            jte.render("kopf.jte", Map.of("a", ansicht), new WriterOutput(z));
                            z.write(kopf);
                        },
                        z -> jte.render("rahmen.jte", Map.of("a", ansicht, "inhalt", inhalt), new WriterOutput(z))),
                ziel);
    }
}
