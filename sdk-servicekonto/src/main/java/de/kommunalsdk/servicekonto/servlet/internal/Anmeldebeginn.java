/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto.servlet.internal;

import de.kommunalsdk.anmeldung.Anmeldewunsch;
import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.grenze.Absendernetz;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.servicekonto.Aufbruch;
import de.kommunalsdk.servicekonto.Heimkehr.Rat;
import de.kommunalsdk.servicekonto.KontoFehler;
import de.kommunalsdk.servicekonto.Kontoanbieter;
import de.kommunalsdk.servicekonto.Kontobeobachter.Ereignis;
import de.kommunalsdk.servicekonto.Servicekonto;
import de.kommunalsdk.servicekonto.servlet.Kontoumgebung;
import de.kommunalsdk.servicekonto.servlet.internal.Anmeldungen.Offene;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The first half of a login: the choice of an account and the way to it. Thread-safe. */
final class Anmeldebeginn {

    /** More than a Buergerbuero or a carrier's address begins; few enough that the rows of one attacker are no burden. */
    private static final int VERSUCHE = 100;

    static final Duration FENSTER = Duration.ofMinutes(1); // who is refused waits no longer than this

    private final Servicekonto konto;
    private final Kontoumgebung umgebung;
    private final Kontolage lage;
    private final Anmeldeseiten seiten;
    private final Anmeldungen anmeldungen;
    private final Absagen absagen;

    Anmeldebeginn(
            Servicekonto konto,
            Kontoumgebung umgebung,
            Kontolage lage,
            Anmeldeseiten seiten,
            Anmeldungen anmeldungen,
            Absagen absagen) {
        this.konto = konto;
        this.umgebung = umgebung;
        this.lage = lage;
        this.seiten = seiten;
        this.anmeldungen = anmeldungen;
        this.absagen = absagen;
    }

    /** Shows the choice, or sends the browser off. */
    void bediene(Besuch b) throws IOException {
        String w = b.einer("w");
        Optional<Anmeldewunsch> wunsch = konto.wunsch(w);
        Optional<Mandant> mandant = wunsch.flatMap(x -> absagen.mandant(x.mandant()));
        if (wunsch.isEmpty() || mandant.isEmpty()) {
            absagen.herrenlos(b, "", 400, KontoFehler.WUNSCH);
            return;
        }
        List<Kontoanbieter> moegliche = lage.angebotene(wunsch.get().niveau());
        if (moegliche.isEmpty()) {
            absagen.scheitere(
                    b,
                    mandant.get(),
                    "",
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
        String gewaehlt = b.einer("anbieter");
        Optional<Kontoanbieter> anbieter =
                moegliche.stream().filter(a -> a.id().equals(gewaehlt)).findFirst();
        if (anbieter.isEmpty()) {
            absagen.scheitere(
                    b,
                    mandant.get(),
                    gewaehlt,
                    400,
                    KontoFehler.ANBIETER,
                    "",
                    Rat.NOCHMALS,
                    w,
                    wunsch.get().zurueck());
        } else if (!umgebung.grenze().erlaubt(zaehler(b), VERSUCHE, FENSTER)) {
            absagen.scheitere(
                    b,
                    mandant.get(),
                    gewaehlt,
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
            absagen.scheitere(b, mandant, anbieter.id(), 503, e.fehlercode(), "", Rat.NOCHMALS, w, wunsch.zurueck());
            return;
        }
        // one token for all logins of this browser, so that two tabs do not take it from each other
        String bindung = b.cookie(Anmeldungen.BINDUNG)
                .filter(alte -> Sitzungen.istMarke(alte))
                .orElseGet(Zufall::marke);
        anmeldungen.beginne(
                mandant.id(),
                marke,
                new Offene(
                        anbieter.id(),
                        bindung,
                        w,
                        wunsch.zurueck(),
                        aufbruch.vorgang(),
                        konto.clock().instant().getEpochSecond(),
                        b.cookie(Sitzungen.COOKIE + mandant.id())
                                .filter(Sitzungen::istMarke)
                                .orElse("")));
        konto.melde(Ereignis.begonnen(anbieter.id()));
        b.setze(Anmeldungen.BINDUNG, bindung, true, -1);
        // never a redirect: the policy of the page that was left lets forms lead to this host only
        seiten.weiter(b, mandant, anbieter, aufbruch, konto.anmeldeadresse(wunsch));
    }

    static String zaehler(Besuch b) {
        return "anmelden:" + Absendernetz.von(b.http().getRemoteAddr());
    }
}
