/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.dienst.DienstId;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.SdkFehler;
import de.kommunalsdk.forms.reise.Feldfehler;
import de.kommunalsdk.forms.seiten.Ansicht;
import de.kommunalsdk.forms.seiten.Ansicht.Frist;
import de.kommunalsdk.forms.seiten.Einbettung;
import de.kommunalsdk.forms.servlet.Formularfelder;
import de.kommunalsdk.hilfe.Hilfeangebot;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.mandant.Mandant.Stelle;
import de.kommunalsdk.mandant.MandantFehler;
import de.kommunalsdk.web.Texte;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request: its Mandant, its path, its language, and the sealed cookies of its browser. Not thread-safe. */
final class Anfrage {

    private static final DateTimeFormatter UHRZEIT = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TAG_UND_UHRZEIT = DateTimeFormatter.ofPattern("dd.MM., HH:mm", Locale.ROOT);
    private static final String SPRACHCOOKIE = "ozg-sprache";

    private final KommunalSdk sdk;
    private final Formularanfrage http;
    private final List<Feldfehler> dateifehler = new ArrayList<>();
    private final HttpServletResponse antwort;
    private final Einbettungsort ort;
    private final Formularfelder felder;
    private final Mandant mandant;
    private final String davor;
    private final List<String> pfad;
    private final Locale sprache;
    private final Browser browser;
    private @Nullable String verlaengern;
    private @Nullable OzgDienst dienst;

    Anfrage(
            KommunalSdk sdk,
            HttpServletRequest http,
            HttpServletResponse antwort,
            Einbettungsort ort,
            Formularfelder felder) {
        this.sdk = sdk;
        this.http = new Formularanfrage(http);
        this.antwort = antwort;
        this.ort = ort;
        this.felder = felder;
        Anfrageadresse.verlangeSicher(http.getRequestURI());
        String unten = ort.pfad();
        this.mandant = sdk.mandanten()
                .finde(http.getServerName(), unten)
                .orElseThrow(() -> new Abbruch(404, MandantFehler.UNBEKANNT, "web.nichtda"));
        boolean imPfad = sdk.mandanten().mandantImPfad();
        this.davor = imPfad ? "/" + mandant.id() : "";
        List<String> teile =
                Arrays.stream(unten.split("/", -1)).filter(t -> !t.isEmpty()).toList();
        this.pfad = imPfad ? teile.subList(1, teile.size()) : teile;
        this.sprache = sprache();
        this.browser = new Browser(this, sdk.siegel());
    }

    Mandant mandant() {
        return mandant;
    }

    /** The address of a path below this Mandant's pages. */
    String url(String unten) {
        return ort.adresse(davor + unten);
    }

    /** A parameter of the address of these pages; null when there is none. */
    @Nullable
    String abfrage(String name) {
        return ort.abfrage(name);
    }

    /** A field of the form that was sent, else a parameter of the address. */
    @Nullable
    String wert(String name) {
        String feld = istPost() ? http.getParameter(name) : null;
        return feld == null ? ort.abfrage(name) : feld;
    }

    /** GET, also for a HEAD, whose body the container leaves out; POST, or what else the request says. */
    String methode() {
        return ort.methode().equals("HEAD") ? "GET" : ort.methode();
    }

    Einbettungsort ort() {
        return ort;
    }

    List<String> pfad() {
        return pfad;
    }

    Locale gewaehlteSprache() {
        return sprache;
    }

    /** Whether a parameter belongs to the portal: a field that it wants in each form, or one of its address. */
    boolean istWirtsfeld(String name) {
        return felder.fuer(http).containsKey(name) || name.startsWith(Seitenteil.DAVOR);
    }

    HttpServletRequest http() {
        return http;
    }

    HttpServletResponse antwort() {
        return antwort;
    }

    /** Reads the fields of a form without files. */
    void liesFelder(long hoechstens) throws IOException {
        liesFelder(hoechstens, (feld, name, typ, inhalt) -> {});
    }

    /**
     * Reads the fields of a form and hands on its files, so that what is broken or too large ends here and nowhere else.
     *
     * @param hoechstens bytes of a request with files; without them it is never more than {@link Formularanfrage#MAX_TEXT}
     */
    void liesFelder(long hoechstens, Formularanfrage.Dateiempfaenger dateien) throws IOException {
        if (!istPost()) {
            return; // a form of another part of the page is not ours to read
        }
        long umfang = http.getContentLengthLong();
        long erlaubt = istMehrteilig() ? hoechstens : Math.min(hoechstens, Formularanfrage.MAX_TEXT);
        if ((umfang < 0 && !istMehrteilig()) || umfang > erlaubt) {
            throw new Abbruch(413, SdkFehler.ZU_GROSS, "web.gross");
        }
        try {
            http.lies(erlaubt, dateien);
        } catch (Mehrteilleser.Unlesbar e) {
            throw e.istZuGross()
                    ? new Abbruch(413, SdkFehler.ZU_GROSS, "web.gross")
                    : new Abbruch(400, SdkFehler.UNGUELTIGE_ANFRAGE, "web.anfrage");
        } catch (Abbruch | OzgException e) {
            throw e;
        } catch (RuntimeException e) { // of a container that cannot decode an address or a form
            if (istMehrteilig()) {
                throw e;
            }
            throw new Abbruch(400, SdkFehler.UNGUELTIGE_ANFRAGE, "web.anfrage");
        }
    }

    boolean istMehrteilig() {
        return istPost() && http.istMehrteilig();
    }

    /** Notes a file of this request that was stored, as a field: so it travels on when the page cannot be saved now. */
    void merkeDatei(String feld, String id) {
        http.setze(feld, id);
    }

    /** Whether files came that nobody took. */
    boolean sindDateienVerworfen() {
        return http.sindDateienVerworfen();
    }

    /** What was wrong with the files of this request. */
    List<Feldfehler> dateifehler() {
        return dateifehler;
    }

    boolean istPost() {
        return methode().equals("POST");
    }

    Ansicht ansicht(Stelle stelle) {
        String dienstname = pfad.isEmpty() ? "" : pfad.get(0);
        String hier = istPost() ? "" : "/" + String.join("/", pfad);
        return new Ansicht(
                mandant,
                sprache,
                einbettung(),
                hier,
                browser.token(),
                stelle,
                sdk.istSynthetisch(dienstname),
                hilfe(dienstname),
                frist(),
                sdk.vorlagen());
    }

    private Einbettung einbettung() {
        return new Einbettung() {
            @Override
            public String url(String unten) {
                return Anfrage.this.url(unten);
            }

            @Override
            public String praefix() {
                return ort.praefix();
            }

            @Override
            public Map<String, String> formularfelder() {
                return felder.fuer(http);
            }
        };
    }

    private Hilfeangebot hilfe(String dienst) {
        return DienstId.istGueltig(dienst)
                ? sdk.dienste()
                        .dienst(new DienstId(dienst))
                        .map(d -> sdk.hilfe().zu(mandant, d, sprache))
                        .orElse(Hilfeangebot.KEINES)
                : Hilfeangebot.KEINES;
    }

    /** The Dienst of this request, in the version that it is answered with: the offered one, or that of the draft. */
    Optional<OzgDienst> dienst() {
        return Optional.ofNullable(dienst);
    }

    void zeigt(OzgDienst wert) {
        dienst = wert;
    }

    /** The pages of this request belong to a draft: they say until when they have to be sent. */
    void imEntwurf(String antragspfad) {
        verlaengern = url(antragspfad + "/verlaengern");
    }

    Optional<Frist> frist() {
        String url = verlaengern;
        if (url == null) {
            return Optional.empty();
        }
        Duration dauer =
                sdk.sitzungsdauer().filter(d -> d.compareTo(Browser.TOKEN) < 0).orElse(Browser.TOKEN);
        ZonedDateTime jetzt = sdk.clock().instant().atZone(Zeiten.BERLIN);
        ZonedDateTime bis = jetzt.plus(dauer);
        boolean heute = bis.toLocalDate().equals(jetzt.toLocalDate());
        return Optional.of(new Frist(dauer.toSeconds(), bis.format(heute ? UHRZEIT : TAG_UND_UHRZEIT), url));
    }

    /** The browser that sent it. */
    Browser browser() {
        return browser;
    }

    /** Ends the request unless its form was made for this browser. */
    void pruefeCsrf() {
        browser.pruefe(http.getParameter(Browser.FELD));
    }

    /** The same while its files are still to be read: the token stands before all files, or nothing is stored. */
    void pruefeCsrfVorDateien() {
        browser.pruefe(http.bisher(Browser.FELD));
    }

    Optional<String> cookie(String name) {
        Cookie[] alle = http.getCookies();
        return alle == null
                ? Optional.empty()
                : Arrays.stream(alle)
                        .filter(c -> c.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    /** Sets a sealed cookie for the pages below {@code unten}, a path below this Mandant's pages. */
    void setzeCookie(String name, String wert, String unten, Duration dauer) {
        String pfadDesCookies = ort.cookiepfad(davor + unten);
        if (pfadDesCookies.chars().anyMatch(c -> c == ';' || c < ' ' || c == 0x7f)) {
            throw new IllegalArgumentException("Der Pfad eines Cookies hat weder Semikolon noch Steuerzeichen");
        }
        boolean sicher = "https".equals(mandant.oeffentlicheBasisUrl().getScheme());
        antwort.addHeader(
                "Set-Cookie",
                name + "=" + wert + "; Path=" + pfadDesCookies + "; Max-Age=" + dauer.toSeconds()
                        + "; HttpOnly; SameSite=Lax" + (sicher ? "; Secure" : ""));
    }

    /** Where this request came to, as a path of this host. */
    String hier() {
        return url("/" + String.join("/", pfad));
    }

    /** Goes on with a GET at an address that the portal's own account gave. */
    void leiteWeiterZu(String adresse) {
        antwort.setStatus(HttpServletResponse.SC_SEE_OTHER);
        antwort.setHeader("Location", adresse);
    }

    /** Goes on with a GET; the path is below this Mandant's pages, never an address from outside. */
    void leiteWeiter(String unten) {
        antwort.setStatus(HttpServletResponse.SC_SEE_OTHER);
        antwort.setHeader("Location", url(unten));
    }

    private Locale sprache() {
        String gewuenscht = methode().equals("GET") ? abfrage("sprache") : null;
        for (Locale s : Texte.SPRACHEN) {
            if (s.getLanguage().equals(gewuenscht)) {
                setzeSprache(s);
                return s;
            }
        }
        String gemerkt = cookie(SPRACHCOOKIE).orElse("");
        for (Locale s : Texte.SPRACHEN) {
            if (s.getLanguage().equals(gemerkt)) {
                return s;
            }
        }
        String kopf = http.getHeader("Accept-Language");
        return Texte.waehle(kopf == null || kopf.length() > 200 ? "de" : kopf);
    }

    private void setzeSprache(Locale s) {
        setzeCookie(SPRACHCOOKIE, s.getLanguage(), "", Browser.DAUER);
    }
}
