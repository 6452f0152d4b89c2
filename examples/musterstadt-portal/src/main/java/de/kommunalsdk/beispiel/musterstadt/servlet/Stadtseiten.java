/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt.servlet;

import de.kommunalsdk.beispiel.musterstadt.MusterstadtHuelle;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Serves the pages that belong to the town: start page, imprint, privacy, accessibility, style sheet, Wappen. */
public final class Stadtseiten extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Map<String, Stadtseite> SEITEN = Map.of(
            "/", new Stadtseite("Willkommen", "start.html"),
            "/impressum", new Stadtseite("Impressum", "impressum.html"),
            "/datenschutz", new Stadtseite("Datenschutz", "datenschutz.html"),
            "/barrierefreiheit", new Stadtseite("Erklärung zur Barrierefreiheit", "barrierefreiheit.html"));

    private static final Map<String, String> DATEIEN = Map.of(
            "/musterstadt/musterstadt.css", "text/css; charset=utf-8",
            "/musterstadt/wappen.svg", "image/svg+xml");

    private final transient MusterstadtHuelle huelle;

    /** Pages come in the frame of {@code huelle}. */
    public Stadtseiten(MusterstadtHuelle huelle) {
        this.huelle = huelle;
    }

    @Override
    protected void doGet(HttpServletRequest anfrage, HttpServletResponse antwort) throws IOException {
        String pfad = anfrage.getRequestURI();
        antwort.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none';"
                        + " frame-ancestors 'none'");
        antwort.setHeader("X-Content-Type-Options", "nosniff");
        antwort.setHeader("Referrer-Policy", "same-origin");
        if (DATEIEN.containsKey(pfad)) {
            datei(pfad, antwort);
            return;
        }
        Stadtseite seite = SEITEN.get(pfad);
        if (seite == null) {
            antwort.setStatus(HttpServletResponse.SC_NOT_FOUND);
            seite = new Stadtseite("Seite nicht gefunden", "nicht-gefunden.html");
        }
        String inhalt = MusterstadtHuelle.lies(seite.datei());
        antwort.setContentType("text/html; charset=utf-8");
        huelle.schreibeStadtseite(seite.titel(), ziel -> ziel.write(inhalt), antwort.getWriter());
    }

    private static void datei(String pfad, HttpServletResponse antwort) throws IOException {
        String name = pfad.substring(pfad.lastIndexOf('/') + 1);
        try (InputStream quelle = Stadtseiten.class.getResourceAsStream("/musterstadt/oeffentlich/" + name)) {
            if (quelle == null) {
                antwort.setStatus(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            antwort.setContentType(DATEIEN.get(pfad));
            antwort.setHeader("Cache-Control", "public, max-age=3600");
            quelle.transferTo(antwort.getOutputStream());
        }
    }

    private record Stadtseite(String titel, String datei) {}
}
