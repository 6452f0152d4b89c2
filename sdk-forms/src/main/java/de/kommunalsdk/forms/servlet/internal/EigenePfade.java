/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.web.PageShell;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** The SDK has a servlet of its own: its pages have addresses of their own, below the servlet's. */
final class EigenePfade implements Einbettungsort {

    private static final String CSP = "Content-Security-Policy";
    private static final String EIGENE_CSP = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'"
            + " data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final HttpServletRequest http;
    private final PageShell huelle;

    EigenePfade(HttpServletRequest http, PageShell huelle) {
        this.http = http;
        this.huelle = huelle;
    }

    @Override
    public String pfad() {
        return http.getPathInfo() == null ? "/" : http.getPathInfo();
    }

    @Override
    public @Nullable String abfrage(String name) {
        try {
            return http.getParameter(name);
        } catch (RuntimeException e) {
            return null; // what the container cannot decode counts as none
        }
    }

    @Override
    public String methode() {
        return http.getMethod();
    }

    @Override
    public String adresse(String pfad) {
        return http.getContextPath() + http.getServletPath() + pfad;
    }

    @Override
    public String cookiepfad(String pfad) {
        return adresse(pfad);
    }

    @Override
    public String praefix() {
        return "";
    }

    @Override
    public PageShell huelle() {
        return huelle;
    }

    /** A policy that the portal set before, in a filter, stays. */
    @Override
    public void sichere(HttpServletResponse antwort) {
        if (!antwort.containsHeader(CSP)) {
            antwort.setHeader(CSP, EIGENE_CSP);
        }
        antwort.setHeader("X-Content-Type-Options", "nosniff");
        antwort.setHeader("Referrer-Policy", "same-origin");
        antwort.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    }
}
