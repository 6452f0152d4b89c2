/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto.servlet.internal;

import de.kommunalsdk.anmeldung.Anmeldewunsch;
import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.servicekonto.Heimkehr.Rat;
import de.kommunalsdk.servicekonto.KontoFehler;
import de.kommunalsdk.servicekonto.Kontobeobachter.Ereignis;
import de.kommunalsdk.servicekonto.Servicekonto;
import de.kommunalsdk.servicekonto.Servicekonto.Abmeldung;
import de.kommunalsdk.servicekonto.servlet.Kontoumgebung;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers to a login that does not go on: a page that says what to do, or plain text where no Mandant is known. Each is told
 * once to the log, with the id that the answer shows, and once to who listens. Thread-safe.
 */
final class Absagen {

    private static final Logger LOG = LoggerFactory.getLogger(Absagen.class);

    private final Servicekonto konto;
    private final Kontoumgebung umgebung;
    private final Anmeldeseiten seiten;

    Absagen(Servicekonto konto, Kontoumgebung umgebung, Anmeldeseiten seiten) {
        this.konto = konto;
        this.umgebung = umgebung;
        this.seiten = seiten;
    }

    /**
     * The page of a login that failed.
     *
     * @param anbieter id of the account; empty when it is about none
     * @param wunsch to begin again with; may be empty
     * @param zurueck to go on without; may be empty
     */
    void scheitere(
            Besuch b,
            Mandant mandant,
            String anbieter,
            int status,
            Fehlercode grund,
            String detail,
            Rat rat,
            String wunsch,
            String zurueck)
            throws IOException {
        String kennung = vermerke(anbieter, grund, detail);
        String text =
                switch (rat) {
                    case NOCHMALS -> nochmals(grund);
                    case HOEHERES_NIVEAU -> "anmeldung.gescheitert.niveau";
                    case ANGABEN_FEHLEN -> "anmeldung.gescheitert.angaben";
                    case ANDERES_KONTO -> "anmeldung.gescheitert.konto";
                };
        Meldung meldung = Meldung.von(status, "anmeldung.gescheitert", text);
        if (status == 429) {
            b.antwort().setHeader("Retry-After", Long.toString(Anmeldebeginn.FENSTER.toSeconds()));
        }
        if (status == 503) {
            b.antwort().setHeader("Retry-After", "30");
            meldung = Meldung.von(status, "anmeldung.stoerung", "anmeldung.stoerung.nochmal");
        }
        seiten.meldung(b, mandant, meldung.mit(kennung).weiter(nochmal(wunsch), zurueck));
    }

    private static String nochmals(Fehlercode grund) {
        if (grund == KontoFehler.BROWSER) {
            return "anmeldung.gescheitert.cookies";
        }
        return grund == KontoFehler.ZU_VIELE ? "anmeldung.gescheitert.zuviele" : "anmeldung.gescheitert.nochmals";
    }

    /** Tells who listens; an id that no account here has is not passed on, for anybody can have written it. */
    void melde(String anbieter, Fehlercode grund) {
        konto.melde(Ereignis.abgewiesen(konto.anbieter(anbieter).isPresent() ? anbieter : "", grund));
    }

    /** The database is away. Nothing was decided, so the same request may be sent again: the page offers just that. */
    void stoerung(Besuch b, ServiceUnavailable e) throws IOException {
        b.antwort().setHeader("Retry-After", "30");
        Optional<Mandant> mandant = konto.wunsch(b.einer("w"))
                .map(Anmeldewunsch::mandant)
                .or(() -> konto.abmeldung(b.einer("w")).map(Abmeldung::mandant))
                .or(() -> Anmeldungen.mandant(b.einer("RelayState")))
                .or(() -> Anmeldungen.mandant(b.einer("state")))
                .flatMap(this::mandant)
                .or(() -> hiesiger(b));
        if (mandant.isEmpty()) {
            klartext(b.antwort(), "", 503, e.fehlercode());
            return;
        }
        LOG.warn("{} {}", e.code(), e.correlationId());
        melde("", e.fehlercode());
        nochmals(
                b,
                mandant.get(),
                Meldung.von(503, "anmeldung.stoerung", "anmeldung.stoerung.text")
                        .mit(e.correlationId()));
    }

    /** A page that offers the same request once more. */
    void nochmals(Besuch b, Mandant mandant, Meldung meldung) throws IOException {
        String abfrage = b.http().getQueryString();
        String adresse = b.http().getRequestURI() + (b.istPost() || abfrage == null ? "" : "?" + abfrage);
        Map<String, String> felder = new LinkedHashMap<>();
        if (b.istPost()) {
            b.http().getParameterMap().forEach((name, werte) -> felder.put(name, werte[0]));
        }
        seiten.meldung(b, mandant, meldung.nochmals(adresse, felder));
    }

    /** The same wish, sealed anew. */
    String nochmal(String w) {
        return konto.wunsch(w).map(konto::anmeldeadresse).orElse("");
    }

    Optional<Mandant> mandant(MandantId id) {
        return umgebung.mandanten().alle().stream()
                .filter(m -> m.id().equals(id))
                .findFirst();
    }

    /** By the name of the host alone: the path below this servlet names none. */
    private Optional<Mandant> hiesiger(Besuch b) {
        return umgebung.mandanten().finde(b.http().getServerName(), "/");
    }

    /** What belongs to no login that is known here: a page left open over night, an answer without a token. */
    void herrenlos(Besuch b, String anbieter, int status, Fehlercode grund) throws IOException {
        String text = status == 400 ? "anmeldung.gescheitert.alt" : "anmeldung.gescheitert.nochmals";
        herrenlos(b, anbieter, Meldung.von(status, "anmeldung.gescheitert", text), grund);
    }

    /** The same with another text. The way on is the list of one's own drafts at the Mandant of this host. */
    void herrenlos(Besuch b, String anbieter, Meldung meldung, Fehlercode grund) throws IOException {
        Optional<Mandant> mandant = hiesiger(b);
        if (mandant.isEmpty()) {
            klartext(b.antwort(), anbieter, meldung.status(), grund);
            return;
        }
        String meine = Anmeldeseiten.formulare(mandant.get()) + "/_konto";
        seiten.meldung(
                b, mandant.get(), meldung.mit(vermerke(anbieter, grund, "")).zu(meine, "konto.meine"));
    }

    /** Without a Mandant there is no frame. */
    void klartext(HttpServletResponse antwort, String anbieter, int status, Fehlercode grund) throws IOException {
        schreibe(antwort, status, grund, "\nKennung " + vermerke(anbieter, grund, ""));
    }

    /** Into the log and to who listens; gives the id for a call. */
    private String vermerke(String anbieter, Fehlercode grund, String detail) {
        String kennung = UUID.randomUUID().toString();
        LOG.warn("{} {} {}", grund.code(), kennung, detail);
        melde(anbieter, grund);
        return kennung;
    }

    /** There is no such page, and so nothing that was refused. */
    static void nichtDa(HttpServletResponse antwort) throws IOException {
        schreibe(antwort, 404, KontoFehler.WUNSCH, "");
    }

    private static void schreibe(HttpServletResponse antwort, int status, Fehlercode grund, String kennung)
            throws IOException {
        antwort.setStatus(status);
        antwort.setHeader("Cache-Control", "no-store");
        antwort.setContentType("text/plain; charset=utf-8");
        antwort.getWriter()
                .write(grund.bedeutung() + "\n" + grund.abhilfe() + "\nFehlercode " + grund.code() + kennung + "\n");
    }
}
