/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.einbettung;

import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.servlet.Nutzererkennung;
import de.kommunalsdk.forms.servlet.OzgFragment;
import de.kommunalsdk.forms.servlet.OzgFragmente;
import de.kommunalsdk.forms.servlet.OzgServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/** A page of the portal with two forms of the SDK on it. */
public final class Wirtsseite extends HttpServlet {

    private static final long serialVersionUID = 1L;

    // region: fragment
    @Override
    protected void service(HttpServletRequest anfrage, HttpServletResponse antwort) throws IOException {
        OzgFragmente fragmente = fragmente();
        Optional<OzgFragment> links = fragmente.bediene(anfrage, antwort, "links", "/hund-anmelden");
        if (links.isEmpty()) {
            return; // answered: a redirect or a file
        }
        Optional<OzgFragment> rechts = fragmente.bediene(anfrage, antwort, "rechts", "/hund-anmelden");
        if (rechts.isEmpty()) {
            return;
        }
        antwort.setContentType("text/html; charset=utf-8");
        Writer ziel = antwort.getWriter();
        ziel.write("<!DOCTYPE html>\n<html lang=\"de\"><head><title>Hunde in Musterstadt</title>\n");
        links.get().kopf().schreibe(ziel);
        ziel.write("</head><body><main><h1>Hunde in Musterstadt</h1>\n<div id=\"l\">");
        links.get().inhalt().schreibe(ziel);
        ziel.write("</div><div id=\"r\">");
        rechts.get().inhalt().schreibe(ziel);
        ziel.write("</div></main></body></html>\n");
    }
    // endregion

    private OzgFragmente fragmente() {
        KommunalSdk sdk = (KommunalSdk) getServletContext().getAttribute(OzgServlet.SDK);
        return new OzgFragmente(sdk, Nutzererkennung.durch(sdk), Wirtsfilter::felder);
    }
}
