/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import de.kommunalsdk.web.PageShell;
import de.kommunalsdk.web.Seite;
import gg.jte.Content;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;

/** Renders templates into the frame of the host. Thread-safe. */
public final class Vorlagen {

    /**
     * Writes a page. All of it is rendered before the first character is written, so that a fault leaves nothing half written.
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
        Vorlagensatz vorlagen = ansicht.vorlagen();
        Map<String, Object> alle = new HashMap<>(werte);
        alle.put("a", ansicht);
        Content inhalt = ausgabe -> vorlagen.rendere(vorlage, alle, ausgabe);
        Seitenpuffer oben = new Seitenpuffer();
        vorlagen.rendere("kopf", Map.of("a", ansicht), oben);
        oben.writeContent(kopf);
        Seitenpuffer seite = new Seitenpuffer();
        vorlagen.rendere("rahmen", Map.of("a", ansicht, "inhalt", inhalt), seite);
        huelle.schreibe(
                new Seite(
                        titel, ansicht.sprache(), ansicht.mandant(), ansicht.url(""), oben::schreibe, seite::schreibe),
                ziel);
    }
}
