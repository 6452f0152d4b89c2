/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.einbettung;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * What a portal's own filter does: it wants its token in each POST, sets its Content-Security-Policy, and says in a header
 * whether anybody made a session.
 */
public final class Wirtsfilter extends HttpFilter {

    static final String CSP = "default-src 'self'; object-src 'none'";
    static final String FELD = "_wirt";
    static final String MERKMAL = "merkmal-des-wirts";

    private static final long serialVersionUID = 1L;

    static Map<String, String> felder(HttpServletRequest anfrage) {
        return Map.of(FELD, String.valueOf(anfrage.getAttribute(FELD)));
    }

    @Override
    protected void doFilter(HttpServletRequest anfrage, HttpServletResponse antwort, FilterChain kette)
            throws IOException, ServletException {
        if (anfrage.getMethod().equals("POST") && !MERKMAL.equals(anfrage.getParameter(FELD))) {
            antwort.sendError(403, "wirt");
            return;
        }
        anfrage.setAttribute(FELD, MERKMAL);
        antwort.setHeader("Content-Security-Policy", CSP);
        Cookie eigener = new Cookie("wirt", "da");
        antwort.addCookie(eigener);
        antwort.setHeader("X-Sitzung", String.valueOf(anfrage.getSession(false) != null));
        kette.doFilter(anfrage, antwort);
        if (anfrage.getSession(false) != null) {
            throw new IllegalStateException("Das SDK hat eine Sitzung begonnen");
        }
    }
}
