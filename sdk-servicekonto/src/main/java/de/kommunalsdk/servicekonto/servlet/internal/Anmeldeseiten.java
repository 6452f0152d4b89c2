/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto.servlet.internal;

import de.kommunalsdk.anmeldung.Anmeldewunsch;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.servicekonto.Aufbruch;
import de.kommunalsdk.servicekonto.Kontoanbieter;
import de.kommunalsdk.servicekonto.servlet.internal.jte.JteabmeldenGenerated;
import de.kommunalsdk.servicekonto.servlet.internal.jte.JtekopfGenerated;
import de.kommunalsdk.servicekonto.servlet.internal.jte.JtemeldungGenerated;
import de.kommunalsdk.servicekonto.servlet.internal.jte.JtewahlGenerated;
import de.kommunalsdk.servicekonto.servlet.internal.jte.JteweiterGenerated;
import de.kommunalsdk.web.PageShell;
import de.kommunalsdk.web.Seite;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

/** Writes the pages of the login into the frame of the portal. Thread-safe. */
final class Anmeldeseiten {

    private static final String CSP = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
            + "font-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'self'; form-action 'self'";

    private final PageShell huelle;

    Anmeldeseiten(PageShell huelle) {
        this.huelle = huelle;
    }

    void wahl(Besuch b, Mandant mandant, Anmeldewunsch wunsch, String w, List<Kontoanbieter> anbieter)
            throws IOException {
        Kontoansicht a = ansicht(b, mandant);
        // who asks only for "logged in at all" needs no sentence about levels
        String niveau = wunsch.niveau() == Vertrauensniveau.BASISREGISTRIERUNG ? "" : a.niveau(wunsch.niveau());
        schreibe(
                b,
                a,
                200,
                "",
                a.t("anmeldung.titel"),
                ziel -> JtewahlGenerated.render(ziel, null, a, wunsch.anlass(), niveau, w, anbieter));
    }

    /** The form that leaves for the account; {@code wahl} is where the back button leads. */
    void weiter(Besuch b, Mandant mandant, Kontoanbieter anbieter, Aufbruch aufbruch, String wahl) throws IOException {
        Kontoansicht a = ansicht(b, mandant);
        schreibe(
                b,
                a,
                200,
                herkunft(aufbruch.ziel()),
                a.t("anmeldung.weiter", anbieter.angaben().name()),
                ziel -> JteweiterGenerated.render(
                        ziel, null, a, anbieter.angaben().name(), aufbruch, wahl));
    }

    void meldung(Besuch b, Mandant mandant, Meldung m) throws IOException {
        Kontoansicht a = ansicht(b, mandant);
        schreibe(b, a, m.status(), "", a.t(m.titel()), ziel -> JtemeldungGenerated.render(ziel, null, a, m));
    }

    void abmelden(Besuch b, Mandant mandant, String w, String quelle, boolean auchDort, String zurueck)
            throws IOException {
        String text = auchDort ? "abmelden.auch" : "abmelden.text";
        Kontoansicht a = ansicht(b, mandant);
        schreibe(
                b,
                a,
                200,
                "",
                a.t("abmelden.titel"),
                ziel -> JteabmeldenGenerated.render(ziel, null, a, w, quelle, text, zurueck));
    }

    /** Path of the forms, without a slash at the end. */
    static String formulare(Mandant mandant) {
        return mandant.url("").getRawPath().replaceAll("/+$", "");
    }

    private static Kontoansicht ansicht(Besuch b, Mandant mandant) {
        return new Kontoansicht(
                mandant,
                b.sprache(),
                b.http().getContextPath() + b.http().getServletPath(),
                formulare(mandant),
                b.istUnverschluesselt());
    }

    private void schreibe(
            Besuch b,
            Kontoansicht a,
            int status,
            String formularziel,
            String titel,
            Consumer<HtmlTemplateOutput> inhalt)
            throws IOException {
        HttpServletResponse antwort = b.antwort();
        antwort.setStatus(status);
        antwort.setContentType("text/html; charset=utf-8");
        antwort.setHeader("Cache-Control", "no-store");
        antwort.setHeader("Content-Language", a.sprache().getLanguage());
        // a policy of the portal stands; it must then allow forms to the accounts itself
        if (!antwort.containsHeader("Content-Security-Policy")) {
            antwort.setHeader("Content-Security-Policy", (CSP + " " + formularziel).strip());
        }
        antwort.setHeader("X-Content-Type-Options", "nosniff");
        antwort.setHeader("Referrer-Policy", "same-origin");
        String kopf = rendere(ziel -> JtekopfGenerated.render(ziel, null, a));
        String mitte = rendere(inhalt);
        huelle.schreibe(
                new Seite(
                        titel + " – " + a.mandant().name(),
                        a.sprache(),
                        a.mandant(),
                        a.formulare(),
                        ziel -> ziel.write(kopf),
                        ziel -> ziel.write(mitte)),
                antwort.getWriter());
    }

    private static String rendere(Consumer<HtmlTemplateOutput> inhalt) {
        StringOutput text = new StringOutput();
        inhalt.accept(new OwaspHtmlTemplateOutput(text));
        return text.toString();
    }

    private static String herkunft(URI ziel) {
        return ziel.getScheme() + "://" + ziel.getRawAuthority();
    }
}
