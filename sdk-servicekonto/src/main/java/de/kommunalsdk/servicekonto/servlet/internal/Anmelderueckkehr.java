/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto.servlet.internal;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.servicekonto.Heimkehr;
import de.kommunalsdk.servicekonto.Heimkehr.Rat;
import de.kommunalsdk.servicekonto.KontoFehler;
import de.kommunalsdk.servicekonto.Kontoanbieter;
import de.kommunalsdk.servicekonto.Kontobeobachter;
import de.kommunalsdk.servicekonto.Kontobeobachter.Ereignis;
import de.kommunalsdk.servicekonto.Servicekonto;
import de.kommunalsdk.servicekonto.servlet.Kontoumgebung;
import de.kommunalsdk.servicekonto.servlet.internal.Anmeldungen.Offene;
import de.kommunalsdk.servicekonto.servlet.internal.Anmeldungen.Spur;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The second half of a login: the answer of the account. One without a login of this browser that waits for it shows a page
 * and begins nothing, so nothing goes in circles. Thread-safe.
 */
final class Anmelderueckkehr {

    private static final Logger LOG = LoggerFactory.getLogger(Anmelderueckkehr.class);
    private static final long VERWORFEN = 8 << 20;
    private static final int HOECHSTENS = 500_000; // an answer of 256 KiB, percent-encoded

    private final Servicekonto konto;
    private final Kontoumgebung umgebung;
    private final Anmeldeseiten seiten;
    private final Anmeldungen anmeldungen;
    private final Sitzungen sitzungen;
    private final Absagen absagen;

    Anmelderueckkehr(
            Servicekonto konto,
            Kontoumgebung umgebung,
            Anmeldeseiten seiten,
            Anmeldungen anmeldungen,
            Sitzungen sitzungen,
            Absagen absagen) {
        this.konto = konto;
        this.umgebung = umgebung;
        this.seiten = seiten;
        this.anmeldungen = anmeldungen;
        this.sitzungen = sitzungen;
        this.absagen = absagen;
    }

    /**
     * The first request of ours after a login. An answer that is posted from another site brings no cookie of the portal's own
     * session; this one does, so here its id is changed: nobody knew the new one before.
     */
    void kommeAn(Besuch b) throws IOException {
        Optional<String> zurueck = konto.angekommen(b.einer("w"));
        if (zurueck.isEmpty()) {
            absagen.herrenlos(b, "", 400, KontoFehler.WUNSCH);
            return;
        }
        if (b.http().getSession(false) != null) {
            b.http().changeSessionId();
        }
        b.leiteWeiter(zurueck.get());
    }

    /** Takes the answer of an account. */
    void empfange(Besuch b, String anbieterId) throws IOException {
        HttpServletRequest http = b.http();
        if (b.istPost() && (http.getContentLengthLong() > HOECHSTENS || http.getContentLengthLong() < 0)) {
            b.verwirf(VERWORFEN);
            absagen.herrenlos(b, anbieterId, 413, KontoFehler.ZU_GROSS);
            return;
        }
        Map<String, String[]> felder = http.getParameterMap();
        Optional<Kontoanbieter> anbieter = konto.anbieter(anbieterId);
        if (anbieter.isEmpty()) {
            absagen.herrenlos(b, anbieterId, 400, KontoFehler.VORGANG);
            return;
        }
        String marke;
        try {
            marke = anbieter.get().marke(http.getMethod(), http.getContentType(), felder);
        } catch (InvalidInput e) {
            absagen.herrenlos(b, anbieterId, 400, e.fehlercode());
            return;
        }
        Optional<MandantId> id = Anmeldungen.mandant(marke);
        Optional<Mandant> mandant = id.flatMap(absagen::mandant);
        if (mandant.isEmpty()) {
            absagen.herrenlos(b, anbieterId, 400, KontoFehler.VORGANG);
            return;
        }
        Optional<Offene> offene = anmeldungen.lies(mandant.get().id(), marke);
        if (offene.isEmpty()) {
            nochmalsGesendet(b, mandant.get(), anbieterId, marke);
        } else if (!istVonHier(b, offene.get().bindung())) {
            absagen.scheitere(b, mandant.get(), anbieterId, 400, KontoFehler.BROWSER, "", Rat.NOCHMALS, "", "");
        } else if (!offene.get().anbieter().equals(anbieterId)) {
            absagen.scheitere(b, mandant.get(), anbieterId, 400, KontoFehler.VORGANG, "", Rat.NOCHMALS, "", "");
        } else {
            anbieter.get().bereite(); // before the login is taken: if it cannot, the same answer may come again
            bearbeite(b, mandant.get(), marke, anbieter.get(), felder);
        }
    }

    /** One request verifies, the same one beside it does not; the mark is there before the login is taken. */
    private void bearbeite(
            Besuch b, Mandant mandant, String marke, Kontoanbieter anbieter, Map<String, String[]> felder)
            throws IOException {
        Optional<Offene> genommen = Optional.empty();
        if (anmeldungen.beginneArbeit(mandant.id(), marke)) {
            try {
                genommen = anmeldungen.nimm(mandant.id(), marke);
                if (genommen.isPresent()) {
                    empfange(b, mandant, marke, anbieter, genommen.get(), felder);
                }
            } finally {
                ohneFolgen(() -> anmeldungen.beendeArbeit(mandant.id(), marke));
            }
        }
        if (genommen.isEmpty()) {
            nochmalsGesendet(b, mandant, anbieter.id(), marke); // the same answer, a moment ago
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
            gestoert(b, mandant, offene, e);
            return;
        }
        Duration unterwegs = Duration.between(
                Instant.ofEpochSecond(offene.begonnen()), konto.clock().instant());
        if (heimkehr instanceof Heimkehr.Angemeldet angemeldet) {
            String sitzung;
            try {
                sitzung = eroeffne(b, mandant, marke, offene, angemeldet);
            } catch (ServiceUnavailable e) { // the answer is used up: sending it again would do nothing
                gestoert(b, mandant, offene, e);
                return;
            }
            konto.melde(Ereignis.zurueck(anbieter.id(), Kontobeobachter.Art.ANGEMELDET, unterwegs));
            b.setze(Sitzungen.COOKIE + mandant.id(), sitzung, false, -1);
            b.leiteWeiter(konto.ankunft(offene.zurueck()));
            ohneFolgen(() -> umgebung.grenze().gibZurueck(Anmeldebeginn.zaehler(b)));
        } else if (heimkehr instanceof Heimkehr.Gescheitert g) {
            absagen.scheitere(
                    b, mandant, anbieter.id(), 403, g.grund(), g.detail(), g.rat(), offene.wunsch(), offene.zurueck());
        } else {
            konto.melde(Ereignis.zurueck(anbieter.id(), Kontobeobachter.Art.ABGEBROCHEN, unterwegs));
            seiten.meldung(
                    b,
                    mandant,
                    Meldung.von(200, "anmeldung.abgebrochen", "anmeldung.abgebrochen.text")
                            .weiter(absagen.nochmal(offene.wunsch()), offene.zurueck()));
        }
    }

    /** The answer is used up, and nobody is logged in: the login may begin again. */
    private void gestoert(Besuch b, Mandant mandant, Offene offene, OzgException e) throws IOException {
        absagen.scheitere(
                b,
                mandant,
                offene.anbieter(),
                503,
                e.fehlercode(),
                "",
                Rat.NOCHMALS,
                offene.wunsch(),
                offene.zurueck());
    }

    /** Opens the session, in place of the one that this browser had. */
    private String eroeffne(Besuch b, Mandant mandant, String marke, Offene offene, Heimkehr.Angemeldet angemeldet) {
        Optional<Sitzungen.Fern> dort = angemeldet
                .fern()
                .map(f -> new Sitzungen.Fern(offene.anbieter(), f.subjekt(), f.sitzung(), f.hinweis()));
        String sitzung = sitzungen.eroeffne(mandant.id(), angemeldet.anmeldung(), dort);
        // From here on somebody is logged in, whatever the database does.
        ohneFolgen(() -> anmeldungen.beende(mandant.id(), marke, offene, sitzung));
        Stream.concat(Stream.of(offene.sitzung()), b.cookie(Sitzungen.COOKIE + mandant.id()).stream())
                .filter(Sitzungen::istMarke)
                .forEach(bisher -> ohneFolgen(() -> sitzungen.beende(mandant.id(), bisher)));
        return sitzung;
    }

    /** For what ends by itself: without a database it is left to its time. */
    private static void ohneFolgen(Runnable aufraeumen) {
        try {
            aufraeumen.run();
        } catch (ServiceUnavailable e) {
            LOG.warn("{} {}", e.code(), e.correlationId());
        }
    }

    /**
     * The back button, a second click and a browser that did not get our answer send the same once more: who is logged in
     * by it goes on, with the session of the first time and no other.
     */
    private void nochmalsGesendet(Besuch b, Mandant mandant, String anbieterId, String marke) throws IOException {
        // asked for before the trace is read: whoever works on it writes the trace first
        boolean inArbeit = anmeldungen.istInArbeit(mandant.id(), marke);
        Optional<Spur> spur = anmeldungen.spur(mandant.id(), marke).filter(s -> istVonHier(b, s.bindung()));
        String zurueck = spur.map(Spur::zurueck).orElse("");
        Optional<String> sitzung = spur.map(Spur::sitzung)
                .filter(s -> !s.isEmpty())
                .filter(s -> sitzungen.lies(mandant.id(), s).isPresent());
        if (sitzung.isPresent()) {
            b.setze(Sitzungen.COOKIE + mandant.id(), sitzung.get(), false, -1);
            b.leiteWeiter(konto.ankunft(zurueck));
            return;
        }
        if (spur.isPresent() && inArbeit) {
            absagen.nochmals(b, mandant, Meldung.von(202, "anmeldung.laeuft", "anmeldung.laeuft.text"));
            return;
        }
        if (spur.isPresent() && sitzungen.von(b.http(), mandant.id()).isPresent()) { // by another login
            b.leiteWeiter(zurueck);
            return;
        }
        String wunsch = spur.map(Spur::wunsch).orElse("");
        absagen.scheitere(b, mandant, anbieterId, 400, KontoFehler.VORGANG, "", Rat.NOCHMALS, wunsch, zurueck);
    }

    private static boolean istVonHier(Besuch b, String bindung) {
        return b.cookie(Anmeldungen.BINDUNG)
                .filter(hier -> MessageDigest.isEqual(
                        hier.getBytes(StandardCharsets.UTF_8), bindung.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }
}
