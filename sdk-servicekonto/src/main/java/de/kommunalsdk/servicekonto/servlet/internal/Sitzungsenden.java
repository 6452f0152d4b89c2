/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto.servlet.internal;

import de.kommunalsdk.kurzablage.Kurzablage;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.oidc.Abmeldepruefer.Abgemeldet;
import de.kommunalsdk.servicekonto.Servicekonto;
import de.kommunalsdk.servicekonto.servlet.internal.Sitzungen.Fern;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * Which sessions an account has ended. Sessions are found by their token only, so an end is put beside them and each
 * session looks for its own when it is used next; that also meets a session that begins while the end is being told.
 * Thread-safe.
 */
final class Sitzungsenden {

    private static final String ART = "kontositzung-ende";

    private final Kurzablage ablage;
    private final Clock clock;
    private final Duration laengste;

    Sitzungsenden(Servicekonto konto, Kurzablage ablage) {
        this.ablage = ablage;
        this.clock = konto.clock();
        this.laengste = Arrays.stream(Vertrauensniveau.values())
                .filter(niveau -> niveau != Vertrauensniveau.OHNE)
                .map(niveau -> konto.dauer(niveau).hoechstens())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    void merke(MandantId mandant, String anbieter, Abgemeldet wer) {
        wer.sitzung().ifPresent(sitzung -> merke(mandant, sitzung(anbieter, sitzung)));
        wer.subjekt()
                .ifPresent(person -> merke(
                        mandant, wer.sitzung().isEmpty() ? person(anbieter, person) : namenlos(anbieter, person)));
    }

    private void merke(MandantId mandant, String schluessel) {
        Instant jetzt = clock.instant();
        byte[] zeit = Long.toString(jetzt.getEpochSecond()).getBytes(StandardCharsets.US_ASCII);
        if (!ablage.legeAb(mandant, ART, schluessel, zeit, jetzt.plus(laengste))) {
            ablage.ersetze(mandant, ART, schluessel, zeit, jetzt.plus(laengste));
        }
    }

    /** Whether a session that began in this second is over. */
    boolean istBeendet(MandantId mandant, Fern fern, long begonnen) {
        boolean dieSitzung = fern.sitzung().isEmpty()
                ? istNach(begonnen, ablage.lies(mandant, ART, namenlos(fern.anbieter(), fern.subjekt())))
                : ablage.lies(mandant, ART, sitzung(fern.anbieter(), fern.sitzung()))
                        .isPresent();
        return dieSitzung || istNach(begonnen, ablage.lies(mandant, ART, person(fern.anbieter(), fern.subjekt())));
    }

    private static boolean istNach(long begonnen, Optional<byte[]> ende) {
        return ende.filter(zeit -> begonnen <= Long.parseLong(new String(zeit, StandardCharsets.US_ASCII)))
                .isPresent();
    }

    private static String sitzung(String anbieter, String sitzung) {
        return anbieter + " sid " + sitzung;
    }

    private static String person(String anbieter, String subjekt) {
        return anbieter + " sub " + subjekt;
    }

    /** Sessions of a person of which the account gave no name. */
    private static String namenlos(String anbieter, String subjekt) {
        return anbieter + " sub without sid " + subjekt;
    }
}
