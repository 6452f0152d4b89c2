/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto.servlet.internal;

import de.kommunalsdk.anmeldung.Anmeldenachweis;
import de.kommunalsdk.anmeldung.Anmeldewunsch;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.nutzerkonto.Kontoanmeldung;
import de.kommunalsdk.postfach.Postfachadresse;
import de.kommunalsdk.servicekonto.Aufbruch;
import de.kommunalsdk.servicekonto.Heimkehr;
import de.kommunalsdk.servicekonto.Heimkehr.Rat;
import de.kommunalsdk.servicekonto.Identifikationsbericht;
import de.kommunalsdk.servicekonto.KontoFehler;
import de.kommunalsdk.servicekonto.Kontoanbieter;
import de.kommunalsdk.servicekonto.Kontobeobachter;
import de.kommunalsdk.servicekonto.Kontobeobachter.Ereignis;
import de.kommunalsdk.servicekonto.Servicekonto;
import de.kommunalsdk.servicekonto.Servicekonto.Abmeldung;
import de.kommunalsdk.servicekonto.servlet.Kontoumgebung;
import de.kommunalsdk.servicekonto.servlet.internal.Anmeldungen.Offene;
import de.kommunalsdk.servicekonto.servlet.internal.Anmeldungen.Spur;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of a login: choice, out, back, and the logout. An answer without a login of this browser that waits for it shows
 * a page and begins nothing, so nothing goes in circles. Thread-safe.
 */
public final class Anmeldeablauf {

    private static final Logger LOG = LoggerFactory.getLogger(Anmeldeablauf.class);
    private static final String BINDUNG = "ozg-bindung";
    private static final String SITZUNG = "ozg-konto-";
    private static final int HOECHSTENS = 500_000; // an answer of 256 KiB, percent-encoded
    private static final int VERSUCHE = 60;
    private static final Duration FENSTER = Duration.ofMinutes(10);
    private static final Pattern MARKE = Pattern.compile("[A-Za-z0-9_-]{32}");

    private final Servicekonto konto;
    private final Kontoumgebung umgebung;
    private final Anmeldeseiten seiten;
    private final Anmeldungen anmeldungen;
    private final Sitzungen sitzungen;
    private final Fernabmeldungen fern;
    private final Kontolage lage;

    /** For one portal. */
    public Anmeldeablauf(Servicekonto konto, Kontoumgebung umgebung, Kontolage lage) {
        this.konto = konto;
        this.umgebung = umgebung;
        this.seiten = new Anmeldeseiten(umgebung.huelle());
        this.anmeldungen = new Anmeldungen(umgebung.ablage(), konto.clock());
        Sitzungsenden enden = new Sitzungsenden(konto, umgebung.ablage());
        this.sitzungen = new Sitzungen(konto, umgebung.ablage(), enden);
        this.fern = new Fernabmeldungen(konto, umgebung, enden);
        this.lage = lage;
    }

    /** The login of a request's browser at a Mandant. */
    public Optional<Kontoanmeldung> anmeldung(HttpServletRequest anfrage, MandantId mandant) {
        return sitzung(anfrage, mandant).map(Sitzungen.Sitzung::anmeldung);
    }

    /**
     * What the login of a request's browser leaves with an Antrag.
     *
     * @param attribute names of what the Dienst received
     */
    public Optional<Anmeldenachweis> nachweis(
            HttpServletRequest anfrage, MandantId mandant, AntragId antrag, Set<String> attribute) {
        return sitzung(anfrage, mandant).flatMap(sitzung -> mandant(mandant).map(m -> {
            Kontoanmeldung a = sitzung.anmeldung();
            Identifikationsbericht bericht =
                    new Identifikationsbericht(m.url(""), sitzung.begonnen(), List.of("Antrag " + antrag), attribute);
            return new Anmeldenachweis(
                    bericht.schreibe(a, konto.clock().instant()),
                    a.postfach()
                            .or(a::antragskennung) // a guest has only this
                            .map(eines -> new Postfachadresse(
                                    a.nutzer().quelle(), a.postfach().orElse(""), a.antragskennung())));
        }));
    }

    private Optional<Sitzungen.Sitzung> sitzung(HttpServletRequest anfrage, MandantId mandant) {
        return Besuch.cookie(anfrage, SITZUNG + mandant)
                .filter(marke -> MARKE.matcher(marke).matches())
                .flatMap(marke -> sitzungen.lies(mandant, marke));
    }

    /** Answers a request below the servlet. */
    public void bediene(HttpServletRequest http, HttpServletResponse antwort) throws IOException {
        Besuch b = new Besuch(http, antwort);
        String methode = http.getMethod();
        String weg = (methode.equals("HEAD") ? "GET" : methode) + " " + b.pfad();
        if (weg.equals("GET /_/weiter.js")) {
            skript(antwort);
        } else if (!b.istErlaubt()) {
            LOG.warn("{}", KontoFehler.UNVERSCHLUESSELT.code());
            klartext(antwort, 403, KontoFehler.UNVERSCHLUESSELT);
        } else {
            try {
                bediene(b, weg);
            } catch (ServiceUnavailable e) {
                stoerung(b, e);
            }
        }
    }

    private void bediene(Besuch b, String weg) throws IOException {
        if (weg.equals("GET /anmelden") || weg.equals("POST /beginnen")) {
            beginn(b);
        } else if (weg.startsWith("POST /acs/")
                || weg.startsWith("GET /acs/") && b.http().getMethod().equals("GET")) {
            heimkehr(b, b.pfad().substring("/acs/".length()));
        } else if (weg.startsWith("POST /abmeldung/")) {
            fern.empfange(b, b.pfad().substring("/abmeldung/".length()));
        } else if (weg.equals("GET /abgemeldet")) {
            abgemeldet(b);
        } else if (b.pfad().equals("/abmelden")) {
            abmelden(b);
        } else if (weg.startsWith("GET /metadata/")) {
            Auskunft.gib(b, konto, b.pfad().substring("/metadata/".length()));
        } else {
            klartext(b.antwort(), 404, KontoFehler.WUNSCH);
        }
    }

    private void beginn(Besuch b) throws IOException {
        String w = einer(b, "w");
        Optional<Anmeldewunsch> wunsch = konto.wunsch(w);
        Optional<Mandant> mandant = wunsch.flatMap(x -> mandant(x.mandant()));
        if (wunsch.isEmpty() || mandant.isEmpty()) {
            klartext(b.antwort(), 400, KontoFehler.WUNSCH);
            return;
        }
        List<Kontoanbieter> moegliche = lage.angebotene(wunsch.get().niveau());
        if (moegliche.isEmpty()) {
            scheitere(
                    b,
                    mandant.get(),
                    503,
                    KontoFehler.GESPERRT,
                    "",
                    Rat.NOCHMALS,
                    w,
                    wunsch.get().zurueck());
            return;
        }
        if (!b.istPost()) {
            seiten.wahl(b, mandant.get(), wunsch.get(), w, moegliche);
            return;
        }
        String gewaehlt = einer(b, "anbieter");
        Optional<Kontoanbieter> anbieter =
                moegliche.stream().filter(a -> a.id().equals(gewaehlt)).findFirst();
        if (anbieter.isEmpty()) {
            klartext(b.antwort(), 400, KontoFehler.ANBIETER);
        } else if (!umgebung.grenze().erlaubt(zaehler(b), VERSUCHE, FENSTER)) {
            scheitere(
                    b,
                    mandant.get(),
                    429,
                    KontoFehler.ZU_VIELE,
                    "",
                    Rat.NOCHMALS,
                    w,
                    wunsch.get().zurueck());
        } else {
            breche(b, mandant.get(), anbieter.get(), wunsch.get(), w);
        }
    }

    private void breche(Besuch b, Mandant mandant, Kontoanbieter anbieter, Anmeldewunsch wunsch, String w)
            throws IOException {
        String marke = Anmeldungen.marke(mandant.id());
        Aufbruch aufbruch;
        try {
            aufbruch = anbieter.beginne(wunsch, b.sprache(), marke);
        } catch (OzgException e) {
            konto.melde(Ereignis.abgewiesen(anbieter.id(), e.fehlercode()));
            scheitere(b, mandant, 503, e.fehlercode(), "", Rat.NOCHMALS, w, wunsch.zurueck());
            return;
        }
        // one token for all logins of this browser, so that two tabs do not take it from each other
        String bindung =
                b.cookie(BINDUNG).filter(alte -> MARKE.matcher(alte).matches()).orElseGet(Zufall::marke);
        anmeldungen.beginne(
                mandant.id(),
                marke,
                new Offene(
                        anbieter.id(),
                        bindung,
                        w,
                        wunsch.zurueck(),
                        aufbruch.vorgang(),
                        konto.clock().instant().getEpochSecond()));
        konto.melde(Ereignis.begonnen(anbieter.id()));
        b.setze(BINDUNG, bindung, true, (int) Anmeldungen.ERINNERT.toSeconds());
        // never a redirect: the policy of the page that was left lets forms lead to this host only
        seiten.weiter(b, mandant, anbieter, aufbruch, konto.anmeldeadresse(wunsch));
    }

    private void heimkehr(Besuch b, String anbieterId) throws IOException {
        HttpServletRequest http = b.http();
        if (b.istPost() && (http.getContentLengthLong() > HOECHSTENS || http.getContentLengthLong() < 0)) {
            klartext(b.antwort(), 413, KontoFehler.ZU_GROSS);
            return;
        }
        Map<String, String[]> felder = http.getParameterMap();
        Optional<Kontoanbieter> anbieter = konto.anbieter(anbieterId);
        if (anbieter.isEmpty()) {
            klartext(b.antwort(), 400, KontoFehler.VORGANG);
            return;
        }
        String marke;
        try {
            marke = anbieter.get().marke(http.getMethod(), http.getContentType(), felder);
        } catch (InvalidInput e) {
            LOG.warn("{} {}", e.code(), e.correlationId());
            klartext(b.antwort(), 400, e.fehlercode());
            return;
        }
        Optional<MandantId> id = Anmeldungen.mandant(marke);
        Optional<Mandant> mandant = id.flatMap(this::mandant);
        if (mandant.isEmpty()) {
            klartext(b.antwort(), 400, KontoFehler.VORGANG);
            return;
        }
        Optional<Offene> offene = anmeldungen.lies(mandant.get().id(), marke);
        if (offene.isEmpty()) {
            nochmalsGesendet(b, mandant.get(), marke);
        } else if (!istVonHier(b, offene.get().bindung())) {
            konto.melde(Ereignis.abgewiesen(anbieterId, KontoFehler.BROWSER));
            scheitere(b, mandant.get(), 400, KontoFehler.BROWSER, "", Rat.NOCHMALS, "", "");
        } else if (!offene.get().anbieter().equals(anbieterId)) {
            konto.melde(Ereignis.abgewiesen(anbieterId, KontoFehler.VORGANG));
            scheitere(b, mandant.get(), 400, KontoFehler.VORGANG, "", Rat.NOCHMALS, "", "");
        } else {
            Optional<Offene> genommen = anmeldungen.nimm(mandant.get().id(), marke);
            if (genommen.isEmpty()) {
                nochmalsGesendet(b, mandant.get(), marke); // the same answer, a moment ago
            } else {
                empfange(b, mandant.get(), marke, anbieter.get(), genommen.get(), felder);
            }
        }
    }

    private void empfange(
            Besuch b,
            Mandant mandant,
            String marke,
            Kontoanbieter anbieter,
            Offene offene,
            Map<String, String[]> felder)
            throws IOException {
        Heimkehr heimkehr;
        try {
            heimkehr = anbieter.empfange(offene.vorgang(), felder, (assertion, bis) -> umgebung.ablage()
                    .legeAb(mandant.id(), "kontoantwort", anbieter.id() + " " + assertion, new byte[0], bis));
        } catch (OzgException e) {
            konto.melde(Ereignis.abgewiesen(anbieter.id(), e.fehlercode()));
            scheitere(b, mandant, 503, e.fehlercode(), "", Rat.NOCHMALS, offene.wunsch(), offene.zurueck());
            return;
        }
        Duration unterwegs = Duration.between(
                Instant.ofEpochSecond(offene.begonnen()), konto.clock().instant());
        if (heimkehr instanceof Heimkehr.Angemeldet angemeldet) {
            konto.melde(Ereignis.zurueck(anbieter.id(), Kontobeobachter.Art.ANGEMELDET, unterwegs));
            meldeAn(b, mandant, marke, offene, angemeldet);
        } else if (heimkehr instanceof Heimkehr.Gescheitert g) {
            konto.melde(Ereignis.abgewiesen(anbieter.id(), g.grund()));
            scheitere(b, mandant, 403, g.grund(), g.detail(), g.rat(), offene.wunsch(), offene.zurueck());
        } else {
            konto.melde(Ereignis.zurueck(anbieter.id(), Kontobeobachter.Art.ABGEBROCHEN, unterwegs));
            seiten.meldung(
                    b,
                    mandant,
                    Meldung.von(200, "anmeldung.abgebrochen", "anmeldung.abgebrochen.text")
                            .weiter(nochmal(offene.wunsch()), offene.zurueck()));
        }
    }

    private void meldeAn(Besuch b, Mandant mandant, String marke, Offene offene, Heimkehr.Angemeldet angemeldet) {
        umgebung.grenze().gibZurueck(zaehler(b));
        String cookie = SITZUNG + mandant.id();
        Optional<String> alte = b.cookie(cookie);
        Optional<Sitzungen.Fern> dort = angemeldet
                .fern()
                .map(f -> new Sitzungen.Fern(offene.anbieter(), f.subjekt(), f.sitzung(), f.hinweis()));
        String sitzung = sitzungen.eroeffne(mandant.id(), angemeldet.anmeldung(), dort);
        anmeldungen.beende(mandant.id(), marke, offene, sitzung);
        b.setze(cookie, sitzung, false, -1);
        alte.ifPresent(bisher -> sitzungen.beende(mandant.id(), bisher));
        if (b.http().getSession(false) != null) {
            b.http().changeSessionId(); // of the portal: nobody knew the new one before
        }
        leiteWeiter(b, offene.zurueck());
    }

    /**
     * The back button, a second click and a browser that did not get our answer send the same once more: who is logged in
     * by it goes on, with the session of the first time and no other.
     */
    private void nochmalsGesendet(Besuch b, Mandant mandant, String marke) throws IOException {
        Optional<Spur> spur = anmeldungen.spur(mandant.id(), marke).filter(s -> istVonHier(b, s.bindung()));
        String zurueck = spur.map(Spur::zurueck).orElse("");
        if (spur.isPresent() && anmeldung(b.http(), mandant.id()).isPresent()) {
            leiteWeiter(b, zurueck);
            return;
        }
        Optional<String> sitzung = spur.map(Spur::sitzung)
                .filter(s -> !s.isEmpty())
                .filter(s -> sitzungen.lies(mandant.id(), s).isPresent());
        if (sitzung.isPresent()) {
            b.setze(SITZUNG + mandant.id(), sitzung.get(), false, -1);
            leiteWeiter(b, zurueck);
            return;
        }
        String wunsch = spur.map(Spur::wunsch).orElse("");
        scheitere(b, mandant, 400, KontoFehler.VORGANG, "", Rat.NOCHMALS, wunsch, zurueck);
    }

    private static boolean istVonHier(Besuch b, String bindung) {
        return b.cookie(BINDUNG)
                .filter(hier -> MessageDigest.isEqual(
                        hier.getBytes(StandardCharsets.UTF_8), bindung.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    private void abmelden(Besuch b) throws IOException {
        String w = einer(b, "w");
        Optional<Abmeldung> abmeldung = konto.abmeldung(w);
        Optional<Mandant> mandant = abmeldung.flatMap(a -> mandant(a.mandant()));
        if (abmeldung.isEmpty() || mandant.isEmpty()) {
            klartext(b.antwort(), 400, KontoFehler.WUNSCH);
            return;
        }
        String cookie = SITZUNG + mandant.get().id();
        if (b.istPost()) {
            Optional<Fernabmeldungen.Weg> weg = b.cookie(cookie)
                    .flatMap(marke -> sitzungen.fern(mandant.get().id(), marke))
                    .flatMap(dort -> fern.weg(dort, w));
            b.cookie(cookie).ifPresent(marke -> sitzungen.beende(mandant.get().id(), marke));
            b.setze(cookie, "", false, 0);
            if (weg.isPresent()) {
                seiten.weiter(
                        b,
                        mandant.get(),
                        weg.get().anbieter(),
                        weg.get().aufbruch(),
                        abmeldung.get().zurueck());
            } else {
                leiteWeiter(b, abmeldung.get().zurueck());
            }
            return;
        }
        String quelle = anmeldung(b.http(), mandant.get().id())
                .map(a -> a.nutzer().quelle())
                .orElse("");
        boolean auchDort = b.cookie(cookie)
                .flatMap(marke -> sitzungen.fern(mandant.get().id(), marke))
                .isPresent();
        seiten.abmelden(b, mandant.get(), w, quelle, auchDort, abmeldung.get().zurueck());
    }

    /** Back from the logout at the account; where to go on says only what was sealed here. */
    private void abgemeldet(Besuch b) throws IOException {
        Optional<Abmeldung> abmeldung = konto.abmeldung(einer(b, "state"));
        if (abmeldung.isEmpty()) {
            klartext(b.antwort(), 400, KontoFehler.WUNSCH);
        } else {
            leiteWeiter(b, abmeldung.get().zurueck());
        }
    }

    private void scheitere(
            Besuch b,
            Mandant mandant,
            int status,
            Fehlercode grund,
            String detail,
            Rat rat,
            String wunsch,
            String zurueck)
            throws IOException {
        String kennung = UUID.randomUUID().toString();
        LOG.warn("{} {} {}", grund.code(), kennung, detail);
        String text =
                switch (rat) {
                    case NOCHMALS ->
                        grund == KontoFehler.BROWSER
                                ? "anmeldung.gescheitert.cookies"
                                : "anmeldung.gescheitert.nochmals";
                    case HOEHERES_NIVEAU -> "anmeldung.gescheitert.niveau";
                    case ANGABEN_FEHLEN -> "anmeldung.gescheitert.angaben";
                };
        Meldung meldung = Meldung.von(status, "anmeldung.gescheitert", text);
        if (status == 503) {
            b.antwort().setHeader("Retry-After", "30");
            meldung = Meldung.von(status, "anmeldung.stoerung", "anmeldung.stoerung.nochmal");
        }
        seiten.meldung(b, mandant, meldung.mit(kennung).weiter(nochmal(wunsch), zurueck));
    }

    /** The database is away. Nothing was decided, so the same request may be sent again: the page offers just that. */
    private void stoerung(Besuch b, ServiceUnavailable e) throws IOException {
        LOG.warn("{} {}", e.code(), e.correlationId());
        b.antwort().setHeader("Retry-After", "30");
        Optional<Mandant> mandant = konto.wunsch(einer(b, "w"))
                .map(Anmeldewunsch::mandant)
                .or(() -> konto.abmeldung(einer(b, "w")).map(Abmeldung::mandant))
                .or(() -> Anmeldungen.mandant(einer(b, "RelayState")))
                .or(() -> Anmeldungen.mandant(einer(b, "state")))
                .flatMap(this::mandant);
        if (mandant.isEmpty()) {
            klartext(b.antwort(), 503, e.fehlercode());
            return;
        }
        String abfrage = b.http().getQueryString();
        String adresse = b.http().getRequestURI() + (b.istPost() || abfrage == null ? "" : "?" + abfrage);
        Map<String, String> felder = new LinkedHashMap<>();
        if (b.istPost()) {
            b.http().getParameterMap().forEach((name, werte) -> felder.put(name, werte[0]));
        }
        seiten.meldung(
                b,
                mandant.get(),
                Meldung.von(503, "anmeldung.stoerung", "anmeldung.stoerung.text")
                        .mit(e.correlationId())
                        .nochmals(adresse, felder));
    }

    /** The same wish, sealed anew. */
    private String nochmal(String w) {
        return konto.wunsch(w).map(konto::anmeldeadresse).orElse("");
    }

    private Optional<Mandant> mandant(MandantId id) {
        return umgebung.mandanten().alle().stream()
                .filter(m -> m.id().equals(id))
                .findFirst();
    }

    private static String zaehler(Besuch b) {
        return "anmelden:" + b.http().getRemoteAddr();
    }

    private static String einer(Besuch b, String name) {
        String[] werte = b.http().getParameterValues(name);
        return werte != null && werte.length == 1 ? werte[0] : "";
    }

    private static void leiteWeiter(Besuch b, String wohin) {
        b.antwort().setStatus(HttpServletResponse.SC_SEE_OTHER);
        b.antwort().setHeader("Cache-Control", "no-store");
        b.antwort().setHeader("Location", wohin);
    }

    /** Without a Mandant there is no frame. */
    static void klartext(HttpServletResponse antwort, int status, Fehlercode grund) throws IOException {
        antwort.setStatus(status);
        antwort.setHeader("Cache-Control", "no-store");
        antwort.setContentType("text/plain; charset=utf-8");
        antwort.getWriter().write(grund.bedeutung() + "\n" + grund.abhilfe() + "\nFehlercode " + grund.code() + "\n");
    }

    private static void skript(HttpServletResponse antwort) throws IOException {
        try (InputStream quelle = Servicekonto.class.getResourceAsStream("weiter.js")) {
            if (quelle == null) {
                throw new IllegalStateException("Im Klassenpfad fehlt weiter.js");
            }
            antwort.setContentType("text/javascript; charset=utf-8");
            antwort.setHeader("Cache-Control", "public, max-age=300");
            antwort.getOutputStream().write(quelle.readAllBytes());
        }
    }
}
