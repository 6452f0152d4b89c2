/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.forms.SdkFehler;
import de.kommunalsdk.web.Texte;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Style sheets, script and Wappen below {@code /_/}. */
final class Beigaben {

    void schreibe(Anfrage a, String name) throws IOException {
        switch (name) {
            case "ozg.css" -> sende(a, "text/css; charset=utf-8", klassenpfad("ozg.css"));
            case "ozg.js" -> sende(a, "text/javascript; charset=utf-8", klassenpfad("ozg.js"));
            case "theme.css" -> sende(a, "text/css; charset=utf-8", theme(a));
            case "wappen" ->
                sende(a, a.mandant().wappen().medientyp(), a.mandant().wappen().bild());
            default -> throw new Abbruch(404, SdkFehler.NICHT_GEFUNDEN, "web.nichtda");
        }
    }

    /** Names and values were checked when the configuration was read; nothing else gets in here. */
    private static byte[] theme(Anfrage a) {
        return a.mandant().theme().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(e -> "  " + e.getKey() + ": " + e.getValue() + ";\n")
                .collect(Collectors.joining("", ".ozg {\n", "}\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] klassenpfad(String name) throws IOException {
        try (InputStream quelle = Texte.class.getResourceAsStream(name)) {
            if (quelle == null) {
                throw new IllegalStateException("Im Klassenpfad fehlt " + name);
            }
            return quelle.readAllBytes();
        }
    }

    private static void sende(Anfrage a, String typ, byte[] inhalt) throws IOException {
        HttpServletResponse antwort = a.antwort();
        antwort.setContentType(typ);
        antwort.setHeader("Cache-Control", "public, max-age=300");
        antwort.setContentLength(inhalt.length);
        antwort.getOutputStream().write(inhalt);
    }
}
