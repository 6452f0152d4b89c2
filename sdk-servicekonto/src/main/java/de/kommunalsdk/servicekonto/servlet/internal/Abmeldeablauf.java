/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto.servlet.internal;

import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.servicekonto.KontoFehler;
import de.kommunalsdk.servicekonto.Servicekonto;
import de.kommunalsdk.servicekonto.Servicekonto.Abmeldung;
import java.io.IOException;
import java.util.Optional;

/** The logout: asked once, here, and where the account knows one, there too. Thread-safe. */
final class Abmeldeablauf {

    private static final Meldung ALT = Meldung.von(400, "abmelden.titel", "abmelden.alt");

    private final Servicekonto konto;
    private final Anmeldeseiten seiten;
    private final Sitzungen sitzungen;
    private final Fernabmeldungen fern;
    private final Absagen absagen;

    Abmeldeablauf(
            Servicekonto konto, Anmeldeseiten seiten, Sitzungen sitzungen, Fernabmeldungen fern, Absagen absagen) {
        this.konto = konto;
        this.seiten = seiten;
        this.sitzungen = sitzungen;
        this.fern = fern;
        this.absagen = absagen;
    }

    /** Asks, and ends the session. */
    void abmelden(Besuch b) throws IOException {
        String w = b.einer("w");
        Optional<Abmeldung> abmeldung = konto.abmeldung(w);
        Optional<Mandant> mandant = abmeldung.flatMap(a -> absagen.mandant(a.mandant()));
        if (abmeldung.isEmpty() || mandant.isEmpty()) {
            absagen.herrenlos(b, "", ALT, KontoFehler.WUNSCH);
            return;
        }
        String cookie = Sitzungen.COOKIE + mandant.get().id();
        if (b.istPost() && b.cookie(cookie).isEmpty()) {
            // from another site, which brings no cookie and must not end anything: it is asked for here
            b.leiteWeiter(
                    konto.abmeldeadresse(mandant.get().id(), abmeldung.get().zurueck()));
            return;
        }
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
                b.leiteWeiter(abmeldung.get().zurueck());
            }
            return;
        }
        String quelle = sitzungen
                .von(b.http(), mandant.get().id())
                .map(s -> s.anmeldung().nutzer().quelle())
                .orElse("");
        boolean auchDort = b.cookie(cookie)
                .flatMap(marke -> sitzungen.fern(mandant.get().id(), marke))
                .isPresent();
        seiten.abmelden(b, mandant.get(), w, quelle, auchDort, abmeldung.get().zurueck());
    }

    /** Back from the logout at the account; where to go on says only what was sealed here. */
    void abgemeldet(Besuch b) throws IOException {
        Optional<Abmeldung> abmeldung = konto.abmeldung(b.einer("state"));
        if (abmeldung.isEmpty()) {
            absagen.herrenlos(b, "", ALT, KontoFehler.WUNSCH);
        } else {
            b.leiteWeiter(abmeldung.get().zurueck());
        }
    }
}
