/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.kommunalsdk.antrag.Anlage;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.forms.seiten.Ansicht;
import de.kommunalsdk.forms.seiten.Ansicht.Frist;
import de.kommunalsdk.forms.seiten.Vorlagen;
import de.kommunalsdk.mandant.Mandant.Stelle;
import de.kommunalsdk.web.Texte;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes pages with their status and their security headers. Thread-safe. */
final class Antwortschreiber {

    private static final int ANFANG = 64 << 10;

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Vorlagen vorlagen;

    Antwortschreiber(Vorlagen vorlagen) {
        this.vorlagen = vorlagen;
    }

    /**
     * A page that says something, perhaps with what was sent, to be sent again.
     *
     * @param aktion where the fields are sent to; empty: there is no form
     * @param zurueck a link; empty: there is none
     */
    record Meldung(
            String ueberschrift,
            String text,
            String fehlercode,
            String kennung,
            String aktion,
            String knopf,
            String zurueck,
            String zurueckText,
            Map<String, String> felder) {}

    void meldung(Anfrage a, int status, Stelle stelle, Meldung m) throws IOException {
        Map<String, Object> werte = new LinkedHashMap<>();
        werte.put("ueberschrift", m.ueberschrift());
        werte.put("text", m.text());
        werte.put("fehlercode", m.fehlercode());
        werte.put("kennung", m.kennung());
        werte.put("aktion", m.aktion());
        werte.put("knopf", m.knopf());
        werte.put("zurueck", m.zurueck());
        werte.put("zurueckText", m.zurueckText());
        werte.put("felder", m.felder());
        schreibe(a, status, "meldung", m.ueberschrift(), stelle, werte);
    }

    void schreibe(Anfrage a, int status, String vorlage, String titel, Stelle stelle, Map<String, Object> werte)
            throws IOException {
        schreibe(a, status, vorlage, titel, stelle, "", werte);
    }

    void schreibe(
            Anfrage a, int status, String vorlage, String titel, Stelle stelle, String kopf, Map<String, Object> werte)
            throws IOException {
        Ansicht ansicht = a.ansicht(stelle);
        HttpServletResponse antwort = a.antwort();
        antwort.setStatus(status);
        antwort.setContentType("text/html; charset=utf-8");
        antwort.setHeader("Cache-Control", "no-store");
        antwort.setHeader("Content-Language", a.gewaehlteSprache().getLanguage());
        vorlagen.schreibe(
                a.ort().huelle(),
                vorlage,
                titel + " – " + a.mandant().name(),
                ansicht,
                a.dienst().map(Antwortschreiber::fassung).orElse("") + kopf,
                werte,
                antwort.getWriter());
    }

    /** For machines: which version of the Dienst a page belongs to, and from which day on it takes nothing new. */
    private static String fassung(OzgDienst dienst) {
        return meta("ozg-dienst", dienst.ref().toString())
                + dienst.entwurf()
                        .ablauf()
                        .map(tag -> meta("ozg-ablauf", tag.toString()))
                        .orElse("");
    }

    /** Ids, versions and days have no character that HTML would read. */
    private static String meta(String name, String wert) {
        return "<meta name=\"" + name + "\" content=\"" + wert + "\">\n";
    }

    /** A new time for a page that is open, and a new token for its forms. */
    void frist(Anfrage a) throws IOException {
        Frist frist = a.frist().orElseThrow();
        Map<String, Object> werte = Map.of(
                "csrf",
                a.browser().token(),
                "sekunden",
                frist.sekunden(),
                "text",
                Texte.text(a.gewaehlteSprache(), "frist.bis", frist.bis()));
        HttpServletResponse antwort = a.antwort();
        antwort.setContentType("application/json; charset=utf-8");
        antwort.setHeader("Cache-Control", "no-store");
        antwort.getWriter().write(JSON.writeValueAsString(werte));
    }

    /**
     * Sends a file that no browser may show or run as a page of this portal. Its first piece is read before anything of the
     * answer is set, so that a file which cannot be read is a page that says so.
     */
    static void datei(HttpServletResponse antwort, Anlage anlage, InputStream inhalt) throws IOException {
        byte[] anfang = inhalt.readNBytes(ANFANG);
        antwort.setHeader("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
        antwort.setHeader("X-Content-Type-Options", "nosniff");
        antwort.setHeader("Cache-Control", "no-store");
        antwort.setHeader("Content-Disposition", Dateiname.disposition(anlage.dateiname()));
        antwort.setContentType(anlage.medientyp());
        antwort.setContentLengthLong(anlage.groesse());
        antwort.getOutputStream().write(anfang);
        inhalt.transferTo(antwort.getOutputStream());
    }

    /** What the browser sent, without files, to be shown again: all of it, as a part would wipe the rest. */
    static Map<String, String> gesendete(Anfrage a, String ohne) {
        Map<String, String> felder = new LinkedHashMap<>();
        for (String name : Collections.list(a.http().getParameterNames())) {
            String[] werte = a.http().getParameterValues(name);
            if (werte != null && !name.equals("csrf") && !name.equals(ohne) && !a.istWirtsfeld(name)) {
                felder.put(name, name.endsWith(Dateiannahme.HOCHGELADEN) ? String.join(" ", werte) : werte[0]);
            }
        }
        return felder;
    }
}
