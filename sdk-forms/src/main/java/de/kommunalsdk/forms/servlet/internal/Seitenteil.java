/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.web.PageShell;
import de.kommunalsdk.web.Seite;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Writer;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page of the portal has the SDK's pages as a part. The portal's address stays; a parameter for each part says what the
 * part shows, and one which part a form was sent from. Those of the other parts are kept.
 */
public final class Seitenteil implements Einbettungsort, PageShell {

    /** What a part may be called. */
    public static final Pattern KENNUNG = Pattern.compile("[a-z][a-z0-9]{0,19}");

    /** Parameters of the address that belong to the parts of a page begin with it. */
    static final String DAVOR = "ozg-";

    private static final String GESENDET = "ozg-von";
    private static final int MAX_ADRESSE = 2_000;

    private final HttpServletRequest http;
    private final String kennung;
    private final String gewuenscht;
    private @Nullable Seite seite;

    /**
     * @param beginn path that is shown at first
     */
    public Seitenteil(HttpServletRequest http, String kennung, String beginn) {
        this.http = http;
        this.kennung = kennung;
        String wert = ausAdresse(DAVOR + kennung);
        this.gewuenscht = wert == null || !wert.startsWith("/") || wert.length() > MAX_ADRESSE ? beginn : wert;
    }

    /** What was written; empty when the answer is a redirect or a file. */
    public Optional<Seite> seite() {
        return Optional.ofNullable(seite);
    }

    @Override
    public String pfad() {
        int frage = gewuenscht.indexOf('?');
        return frage < 0 ? gewuenscht : gewuenscht.substring(0, frage);
    }

    @Override
    public @Nullable String abfrage(String name) {
        int frage = gewuenscht.indexOf('?');
        return frage < 0 ? null : wert(gewuenscht.substring(frage + 1), name);
    }

    /** A form of another part is none of ours: for this part it is a page to be shown again. */
    @Override
    public String methode() {
        boolean fremd = http.getMethod().equals("POST") && !kennung.equals(ausAdresse(GESENDET));
        return fremd ? "GET" : http.getMethod();
    }

    @Override
    public String adresse(String pfad) {
        Map<String, String> parameter = new LinkedHashMap<>();
        String abfrage = http.getQueryString();
        if (abfrage != null && abfrage.length() <= 4 * MAX_ADRESSE) {
            for (String paar : abfrage.split("&", -1)) {
                int gleich = paar.indexOf('=');
                String name = gleich < 0 ? paar : paar.substring(0, gleich);
                if (!name.isEmpty() && !name.equals(GESENDET)) {
                    parameter.put(name, gleich < 0 ? "" : paar.substring(gleich + 1));
                }
            }
        }
        parameter.put(
                DAVOR + kennung, URLEncoder.encode(pfad, StandardCharsets.UTF_8).replace("%2F", "/"));
        parameter.put(GESENDET, kennung);
        StringBuilder adresse = new StringBuilder(http.getRequestURI());
        parameter.forEach((name, wert) -> adresse.append(adresse.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(wert));
        return adresse.toString();
    }

    @Override
    public String cookiepfad(String pfad) {
        return http.getRequestURI();
    }

    @Override
    public String praefix() {
        return kennung + "-";
    }

    @Override
    public PageShell huelle() {
        return this;
    }

    @Override
    public void schreibe(Seite fertig, Writer ziel) {
        seite = fertig;
    }

    /** The headers of a page belong to the portal. */
    @Override
    public void sichere(HttpServletResponse antwort) {}

    /** Of the address only: asking for a parameter would make the container read the form. */
    private @Nullable String ausAdresse(String name) {
        String abfrage = http.getQueryString();
        return abfrage == null ? null : wert(abfrage, name);
    }

    private static @Nullable String wert(String abfrage, String name) {
        for (String paar : abfrage.split("&", -1)) {
            if (paar.startsWith(name + "=")) {
                try {
                    return URLDecoder.decode(paar.substring(name.length() + 1), StandardCharsets.UTF_8);
                } catch (IllegalArgumentException e) {
                    return null;
                }
            }
        }
        return null;
    }
}
