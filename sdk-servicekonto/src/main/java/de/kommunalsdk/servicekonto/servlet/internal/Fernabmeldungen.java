/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto.servlet.internal;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.kurzablage.Kurzablage;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.oidc.Abmeldepruefer.Abgemeldet;
import de.kommunalsdk.oidc.OidcFehler;
import de.kommunalsdk.servicekonto.Aufbruch;
import de.kommunalsdk.servicekonto.Fernabmelder;
import de.kommunalsdk.servicekonto.Kontoanbieter;
import de.kommunalsdk.servicekonto.Servicekonto;
import de.kommunalsdk.servicekonto.servlet.Kontoumgebung;
import de.kommunalsdk.servicekonto.servlet.internal.Sitzungen.Fern;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logouts that the account takes part in: begun here with a browser, or told by the account itself. Thread-safe. */
final class Fernabmeldungen {

    private static final Logger LOG = LoggerFactory.getLogger(Fernabmeldungen.class);
    private static final int HOECHSTENS = 100_000;

    private final Servicekonto konto;
    private final Kontoumgebung umgebung;
    private final Sitzungsenden enden;
    private final Absagen absagen;

    Fernabmeldungen(Servicekonto konto, Kontoumgebung umgebung, Sitzungsenden enden, Absagen absagen) {
        this.konto = konto;
        this.umgebung = umgebung;
        this.enden = enden;
        this.absagen = absagen;
    }

    /** A way out of the portal. */
    record Weg(Kontoanbieter anbieter, Aufbruch aufbruch) {}

    /** The way to the logout at the account; empty when it has none or cannot be asked: here the session is over anyway. */
    Optional<Weg> weg(Fern fern, String marke) {
        Optional<Kontoanbieter> anbieter = konto.anbieter(fern.anbieter());
        try {
            return anbieter.filter(a -> a instanceof Fernabmelder).flatMap(a -> ((Fernabmelder) a)
                    .abmeldung(fern.sitzungDort(), marke)
                    .map(aufbruch -> new Weg(a, aufbruch)));
        } catch (OzgException e) {
            LOG.warn("{} {}", e.code(), e.correlationId());
            return Optional.empty();
        }
    }

    /** The account tells that sessions are over (OpenID Connect Back-Channel Logout 1.0, 2.8). */
    void empfange(Besuch b, String anbieterId) throws IOException {
        HttpServletRequest http = b.http();
        HttpServletResponse antwort = b.antwort();
        antwort.setHeader("Cache-Control", "no-store");
        antwort.setContentType("application/json");
        try {
            beende(pruefe(http, anbieterId), anbieterId);
            antwort.setStatus(HttpServletResponse.SC_OK);
        } catch (InvalidInput e) {
            LOG.warn("{} {}", e.code(), e.correlationId());
            absagen.melde(anbieterId, e.fehlercode());
            antwort.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            antwort.getWriter().write("{\"error\":\"invalid_request\",\"error_description\":\"" + e.code() + "\"}");
        } catch (OzgException e) {
            LOG.warn("{} {}", e.code(), e.correlationId());
            absagen.melde(anbieterId, e.fehlercode());
            antwort.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    /** The ends first, then the id of the token: whoever was told that it did not work may send it again. */
    private void beende(Abgemeldet wer, String anbieterId) {
        List<Mandant> mandanten = List.copyOf(umgebung.mandanten().alle());
        if (mandanten.isEmpty()) {
            return; // so there are no sessions
        }
        Kurzablage ablage = umgebung.ablage();
        MandantId erster = mandanten.get(0).id();
        String schluessel = anbieterId + " logout " + wer.kennung();
        if (ablage.lies(erster, "kontoantwort", schluessel).isEmpty()) {
            mandanten.forEach(mandant -> enden.merke(mandant.id(), anbieterId, wer));
            ablage.legeAb(erster, "kontoantwort", schluessel, new byte[0], wer.bis());
        }
    }

    private Abgemeldet pruefe(HttpServletRequest http, String anbieterId) {
        long laenge = http.getContentLengthLong();
        String[] tokens = laenge < 0 || laenge > HOECHSTENS ? null : http.getParameterValues("logout_token");
        Fernabmelder abmelder = konto.anbieter(anbieterId)
                .filter(a -> a instanceof Fernabmelder)
                .map(a -> (Fernabmelder) a)
                .orElseThrow(() -> new InvalidInput(OidcFehler.ABMELDUNG_FORM, "Anbieter"));
        if (tokens == null || tokens.length != 1) {
            throw new InvalidInput(OidcFehler.ABMELDUNG_FORM, "");
        }
        return abmelder.abgemeldet(tokens[0]);
    }
}
