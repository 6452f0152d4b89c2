/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.beteiligung.BeteiligungFehler;
import de.kommunalsdk.dienst.DienstFehler;
import de.kommunalsdk.dienst.DienstId;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.error.Fehlerspur;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.SdkFehler;
import de.kommunalsdk.forms.seiten.Ansicht;
import de.kommunalsdk.forms.seiten.Vorlagen;
import de.kommunalsdk.forms.servlet.Formularfelder;
import de.kommunalsdk.forms.servlet.Nutzererkennung;
import de.kommunalsdk.mandant.Mandant.Stelle;
import de.kommunalsdk.store.StoreFehler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads a request to its page, and whatever goes wrong to an error page with its code. Thread-safe. */
public final class Verteiler {

    /** Bytes of the largest request that is read at all. */
    public static final int MAX_ANFRAGE = 110 << 20;

    private static final int MAX_FORMULAR = 64 << 10; // of a form without files

    private static final Logger LOG = LoggerFactory.getLogger(Verteiler.class);
    /** Pages that read a form only after they have looked at a cookie. */
    private static final Set<String> MIT_COOKIE = Set.of("antrag", "beteiligt");

    /** What another login would mend. */
    private static final Set<Fehlercode> FALSCHES_KONTO =
            Set.of(SdkFehler.FREMDES_KONTO, BeteiligungFehler.KONTO_VERGEBEN);

    private static final Set<String> METHODEN = Set.of("GET", "POST");

    private final KommunalSdk sdk;
    private final Formularfelder felder;
    private final Antwortschreiber schreiber;
    private final Antragsseiten antragsseiten;
    private final Katalogseiten katalogseiten;
    private final Druckseiten druckseiten;
    private final Zustimmungsseiten zustimmungsseiten;
    private final Kontoseiten kontoseiten;
    private final Beigaben beigaben = new Beigaben();

    /** For one SDK; {@code erkennung} tells who is logged in. */
    public Verteiler(KommunalSdk sdk, Nutzererkennung erkennung, Formularfelder felder) {
        this.sdk = sdk;
        this.felder = felder;
        this.schreiber = new Antwortschreiber(new Vorlagen());
        Nutzerfrage nutzerfrage = new Nutzerfrage(erkennung);
        Entwurfscookies cookies = new Entwurfscookies(sdk);
        Sendungen sendungen = new Sendungen(sdk, schreiber);
        this.druckseiten = new Druckseiten(sdk);
        this.antragsseiten = new Antragsseiten(sdk, schreiber, druckseiten, cookies, nutzerfrage, sendungen);
        this.kontoseiten = new Kontoseiten(sdk, schreiber, cookies, nutzerfrage);
        this.zustimmungsseiten = new Zustimmungsseiten(sdk, schreiber, nutzerfrage, sendungen);
        this.katalogseiten = new Katalogseiten(sdk, schreiber, cookies);
    }

    /** Answers with a page of its own. */
    public void bediene(HttpServletRequest http, HttpServletResponse antwort) throws IOException {
        bediene(http, antwort, new EigenePfade(http, sdk.huelle()));
    }

    /** Answers. */
    public void bediene(HttpServletRequest http, HttpServletResponse antwort, Einbettungsort ort) throws IOException {
        beantworte(http, antwort, ort);
        if (ort.methode().equals("POST")) {
            Restkoerper.verwirf(http);
        }
    }

    private void beantworte(HttpServletRequest http, HttpServletResponse antwort, Einbettungsort ort)
            throws IOException {
        ort.sichere(antwort);
        Anfrage a;
        try {
            http.setCharacterEncoding("UTF-8");
            a = new Anfrage(sdk, http, antwort, ort, felder);
        } catch (Abbruch e) {
            // Without a Mandant there is no frame, no Wappen, no language.
            antwort.setStatus(e.status());
            antwort.setContentType("text/plain; charset=utf-8");
            antwort.getWriter()
                    .write(e.fehler().bedeutung() + "\nFehlercode " + e.fehler().code() + "\n");
            return;
        }
        try {
            verteile(a);
        } catch (Abbruch e) {
            fehlerseite(a, e.status(), e.fehler(), e.text(), "");
        } catch (ServiceUnavailable e) {
            LOG.warn("{} {}", e.code(), e.correlationId());
            antwort.setHeader("Retry-After", "30");
            fehlerseite(a, 503, e.fehlercode(), "web.stoerung", e.correlationId());
        } catch (InvalidInput e) {
            // Deleted, submitted or expired between two steps of this request.
            boolean weg = e.fehlercode() == StoreFehler.ENTWURF_WEG || e.fehlercode() == StoreFehler.KEIN_ENTWURF;
            LOG.warn("{} {}", e.code(), e.correlationId());
            if (e.fehlercode() == BeteiligungFehler.KONTO_VERGEBEN) {
                fehlerseite(a, 403, e.fehlercode(), "beteiligt.konto.vergeben", "");
                return;
            }
            if (e.fehlercode() == StoreFehler.ZU_GROSS) {
                fehlerseite(a, 413, e.fehlercode(), "web.antworten.gross", "");
                return;
            }
            fehlerseite(a, weg ? 410 : 500, e.fehlercode(), weg ? "web.abgelaufen" : "web.intern", e.correlationId());
        } catch (OzgException e) {
            LOG.error("{} {} {}", e.code(), e.correlationId(), Fehlerspur.von(e));
            fehlerseite(a, 500, e.fehlercode(), "web.intern", e.correlationId());
        } catch (IOException e) {
            LOG.warn("{} {}", SdkFehler.UEBERTRAGUNG.code(), e.getClass().getName());
            fehlerseite(a, 503, SdkFehler.UEBERTRAGUNG, "web.uebertragung", "");
        } catch (RuntimeException e) {
            String kennung = UUID.randomUUID().toString();
            LOG.error("{} {} bei {} {}", SdkFehler.INTERN.code(), kennung, http.getMethod(), Fehlerspur.von(e));
            fehlerseite(a, 500, SdkFehler.INTERN, "web.intern", kennung);
        }
    }

    private void verteile(Anfrage a) throws IOException {
        if (!METHODEN.contains(a.methode())) {
            a.antwort().setHeader("Allow", "GET, HEAD, POST");
            throw new Abbruch(405, SdkFehler.METHODE, "web.methode");
        }
        List<String> pfad = a.pfad();
        if (pfad.isEmpty()) {
            katalogseiten.liste(a);
            return;
        }
        if (pfad.get(0).equals("_")) {
            beigaben.schreibe(a, pfad.size() == 2 ? pfad.get(1) : "");
            return;
        }
        if (pfad.get(0).equals(Kontoseiten.PFAD)) {
            kontoseiten.bediene(a, pfad.subList(1, pfad.size()));
            return;
        }
        OzgDienst dienst = dienst(a, pfad.get(0));
        a.zeigt(dienst);
        if (pfad.size() < 2 || !MIT_COOKIE.contains(pfad.get(1))) {
            // Files are for the owner of a draft only: nobody else makes the server read them.
            if (a.istMehrteilig()) {
                throw new Abbruch(400, SdkFehler.UNGUELTIGE_ANFRAGE, "web.anfrage");
            }
            a.liesFelder(MAX_FORMULAR);
        }
        String wohin = pfad.size() < 2 ? "" : pfad.get(1);
        switch (wohin) {
            case "" -> katalogseiten.katalog(a, dienst);
            case "start" -> {
                nurPost(a);
                a.pruefeCsrf();
                antragsseiten.starte(a, dienst);
            }
            case "blanko.pdf" -> druckseiten.blanko(a, dienst);
            case "beteiligt" -> zustimmungsseiten.bediene(a, dienst, pfad.subList(2, pfad.size()));
            case "fortsetzen" -> katalogseiten.fortsetzen(a, dienst);
            case "antrag" -> {
                if (pfad.size() < 3 || !AntragId.istGueltig(pfad.get(2))) {
                    throw new Abbruch(404, SdkFehler.NICHT_GEFUNDEN, "web.nichtda");
                }
                antragsseiten.bediene(a, dienst, new AntragId(pfad.get(2)), pfad.subList(3, pfad.size()));
            }
            default -> throw new Abbruch(404, SdkFehler.NICHT_GEFUNDEN, "web.nichtda");
        }
    }

    private static void nurPost(Anfrage a) {
        if (!a.istPost()) {
            a.antwort().setHeader("Allow", "POST");
            throw new Abbruch(405, SdkFehler.METHODE, "web.methode");
        }
    }

    private OzgDienst dienst(Anfrage a, String id) {
        return gefunden(a, id).orElseThrow(() -> new Abbruch(404, DienstFehler.UNBEKANNT, "web.nichtda"));
    }

    private Optional<OzgDienst> gefunden(Anfrage a, String id) {
        return Optional.of(id)
                .filter(DienstId::istGueltig)
                .map(DienstId::new)
                .filter(d -> a.mandant().angebot(d).isPresent())
                .flatMap(sdk.dienste()::dienst);
    }

    private void fehlerseite(Anfrage a, int status, Fehlercode fehler, String text, String kennung) throws IOException {
        if (a.antwort().isCommitted()) {
            return;
        }
        a.antwort().resetBuffer();
        Optional<OzgDienst> dienst =
                a.pfad().isEmpty() ? Optional.empty() : gefunden(a, a.pfad().get(0));
        Stelle stelle = dienst.map(d -> Vorgang.stelle(a, d)).orElse(a.mandant().stelle());
        Ansicht ansicht = a.ansicht(stelle);
        // A token that expired overnight, or a form that was not saved, must not cost what was typed. Only below a
        // draft, where the cookie of the
        // draft was checked before the token: no other site can bring a citizen there with a form of its own.
        boolean imEntwurf = a.pfad().size() > 2 && MIT_COOKIE.contains(a.pfad().get(1));
        boolean csrf = fehler == SdkFehler.CSRF;
        boolean zuViel = fehler == StoreFehler.ZU_GROSS || fehler == SdkFehler.ZU_VIELE_VERSUCHE;
        boolean erneut = a.istPost() && (csrf || zuViel ? imEntwurf : status == 503);
        String hinweis = csrf ? (erneut ? "web.csrf.erneut" : "web.csrf.neu") : "stoerung.text";
        Map<String, String> gesendete = erneut ? Antwortschreiber.gesendete(a, "") : Map.of();
        String dateien = a.sindDateienVerworfen() ? " " + ansicht.t("web.dateien.erneut") : "";
        Optional<String> anderesKonto = sdk.nutzerkonto()
                .filter(k -> FALSCHES_KONTO.contains(fehler))
                .map(k -> k.abmeldeadresse(a.mandant().id(), ansicht.url("/" + String.join("/", a.pfad()))));
        Antwortschreiber.Meldung meldung = new Antwortschreiber.Meldung(
                ansicht.t("web.titel"),
                ansicht.t(text) + (erneut || csrf ? " " + ansicht.t(hinweis) : "") + dateien,
                fehler.code(),
                kennung,
                erneut ? ansicht.url("/" + String.join("/", a.pfad())) : "",
                ansicht.t("stoerung.erneut"),
                anderesKonto.orElseGet(
                        () -> ansicht.url(dienst.map(d -> "/" + d.id()).orElse("/"))),
                ansicht.t(
                        anderesKonto.isPresent()
                                ? "konto.abmelden"
                                : dienst.isPresent() ? "zurueck.dienst" : "dienste"),
                gesendete);
        schreiber.meldung(a, status, stelle, meldung);
    }
}
