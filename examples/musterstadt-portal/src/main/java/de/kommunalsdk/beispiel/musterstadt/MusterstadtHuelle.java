/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import de.kommunalsdk.web.PageShell;
import de.kommunalsdk.web.Seite;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The page frame of Musterstadt: header with Wappen and navigation, footer, own style sheet. The town's pages and the
 * pages of the SDK come in the same frame. Thread-safe.
 */
public final class MusterstadtHuelle implements PageShell {

    private final String oben = lies("kopf.html");
    private final String unten = lies("fuss.html");

    @Override
    public void schreibe(Seite seite, Writer ziel) throws IOException {
        Seite.Html inhalt = html -> {
            html.write("<div class=\"ms-breite\">\n");
            seite.inhalt().schreibe(html);
            html.write("</div>\n");
        };
        rahme(seite.titel(), seite.sprache(), seite.richtung(), seite.kopf(), inhalt, ziel);
    }

    /** Frames a page of the town itself, in German. */
    public void schreibeStadtseite(String titel, Seite.Html inhalt, Writer ziel) throws IOException {
        rahme(titel + " – Musterstadt", Locale.GERMAN, "ltr", kopf -> {}, inhalt, ziel);
    }

    private void rahme(String titel, Locale sprache, String richtung, Seite.Html kopf, Seite.Html inhalt, Writer ziel)
            throws IOException {
        ziel.write(
                "<!DOCTYPE html>\n<html lang=\"" + sprache.toLanguageTag() + "\" dir=\"" + richtung + "\">\n<head>\n");
        ziel.write("<meta charset=\"utf-8\">\n");
        ziel.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        ziel.write("<title>" + maskiert(titel) + "</title>\n");
        ziel.write("<link rel=\"stylesheet\" href=\"/musterstadt/musterstadt.css\">\n");
        ziel.write("<link rel=\"icon\" href=\"/musterstadt/wappen.svg\" type=\"image/svg+xml\">\n");
        kopf.schreibe(ziel);
        ziel.write("</head>\n<body>\n");
        ziel.write(oben);
        ziel.write("<main id=\"inhalt\" class=\"ms-inhalt\" tabindex=\"-1\">\n");
        inhalt.schreibe(ziel);
        ziel.write("</main>\n");
        ziel.write(unten);
        ziel.write("</body>\n</html>\n");
    }

    /** A file of the town from the class path, as text. */
    public static String lies(String name) {
        try (InputStream quelle = MusterstadtHuelle.class.getResourceAsStream("/musterstadt/seiten/" + name)) {
            if (quelle == null) {
                throw new IllegalStateException("Seite fehlt im Klassenpfad: " + name);
            }
            return new String(quelle.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("Seite nicht lesbar: " + name, e);
        }
    }

    private static String maskiert(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
