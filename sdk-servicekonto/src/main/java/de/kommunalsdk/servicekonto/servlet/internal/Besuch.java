/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto.servlet.internal;

import de.kommunalsdk.web.Texte;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One request to the pages of the login, with the cookies of its browser. Not thread-safe. */
final class Besuch {

    private static final Set<String> DIESER_RECHNER = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final String SPRACHCOOKIE = "ozg-sprache"; // of the forms

    private final HttpServletRequest http;
    private final HttpServletResponse antwort;

    Besuch(HttpServletRequest http, HttpServletResponse antwort) {
        this.http = http;
        this.antwort = antwort;
    }

    HttpServletRequest http() {
        return http;
    }

    HttpServletResponse antwort() {
        return antwort;
    }

    boolean istPost() {
        return http.getMethod().equals("POST");
    }

    /** Path below the servlet, {@code /anmelden} for example. */
    String pfad() {
        return http.getPathInfo() == null ? "/" : http.getPathInfo();
    }

    /** Whether this is a machine of a developer without https, where browsers keep no secure cookies. */
    boolean istUnverschluesselt() {
        return !http.isSecure();
    }

    /** Whether cookies of a login may be set at all. */
    boolean istErlaubt() {
        return http.isSecure() || DIESER_RECHNER.contains(http.getServerName());
    }

    Locale sprache() {
        String gemerkt = cookieMitNamen(http, SPRACHCOOKIE).orElse("");
        return Texte.SPRACHEN.stream()
                .filter(s -> s.getLanguage().equals(gemerkt))
                .findFirst()
                .orElseGet(() -> {
                    String kopf = http.getHeader("Accept-Language");
                    return kopf == null ? Locale.GERMAN : Texte.waehle(kopf);
                });
    }

    /** A cookie of this host alone. */
    Optional<String> cookie(String name) {
        return cookie(http, name);
    }

    /** The same for any request of the portal. */
    static Optional<String> cookie(HttpServletRequest http, String name) {
        return cookieMitNamen(http, davor(http) + name);
    }

    private static Optional<String> cookieMitNamen(HttpServletRequest http, String name) {
        Cookie[] cookies = http.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        String wert = null;
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name)) {
                if (wert != null) {
                    return Optional.empty(); // two of them: one was put there by somebody else
                }
                wert = cookie.getValue();
            }
        }
        return Optional.ofNullable(wert);
    }

    /** For the browser's session, or until it is closed. Never a domain: no neighbour can set or read it. */
    void setze(String name, String wert, boolean vonFremderSeite, int sekunden) {
        boolean sicher = !istUnverschluesselt();
        // None needs Secure; without https both ends are on this machine, which is one site for a browser
        String seite = vonFremderSeite && sicher ? "None" : "Lax";
        antwort.addHeader(
                "Set-Cookie",
                davor(http) + name + "=" + wert + "; Path=/; HttpOnly; SameSite=" + seite + (sicher ? "; Secure" : "")
                        + (sekunden >= 0 ? "; Max-Age=" + sekunden : ""));
    }

    private static String davor(HttpServletRequest http) {
        return http.isSecure() ? "__Host-" : "";
    }

    /** The value of a parameter that came exactly once; else empty. */
    String einer(String name) {
        String[] werte = http.getParameterValues(name);
        return werte != null && werte.length == 1 ? werte[0] : "";
    }

    /** Reads on what nobody wants, up to a limit: a browser that is still sending does not get to read the answer. */
    void verwirf(long hoechstens) throws IOException {
        byte[] puffer = new byte[8192];
        InputStream rest = http.getInputStream();
        for (long gelesen = 0; gelesen < hoechstens; ) {
            int stueck = rest.read(puffer);
            if (stueck < 0) {
                return;
            }
            gelesen += stueck;
        }
    }

    /** Goes on with a GET. */
    void leiteWeiter(String wohin) {
        antwort.setStatus(HttpServletResponse.SC_SEE_OTHER);
        antwort.setHeader("Cache-Control", "no-store");
        antwort.setHeader("Location", wohin);
    }
}
