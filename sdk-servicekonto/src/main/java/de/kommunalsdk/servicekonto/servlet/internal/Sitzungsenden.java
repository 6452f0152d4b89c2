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
        Instant jetzt = clock.instant();
        String schluessel = wer.sitzung()
                .map(sitzung -> sitzung(anbieter, sitzung))
                .orElseGet(() -> person(anbieter, wer.subjekt().orElseThrow()));
        byte[] zeit = Long.toString(jetzt.getEpochSecond()).getBytes(StandardCharsets.US_ASCII);
        if (!ablage.legeAb(mandant, ART, schluessel, zeit, jetzt.plus(laengste))) {
            ablage.ersetze(mandant, ART, schluessel, zeit, jetzt.plus(laengste));
        }
    }

    /** Whether a session that began in this second is over. */
    boolean istBeendet(MandantId mandant, Fern fern, long begonnen) {
        boolean dieSitzung = !fern.sitzung().isEmpty()
                && ablage.lies(mandant, ART, sitzung(fern.anbieter(), fern.sitzung()))
                        .isPresent();
        Optional<byte[]> allePerson = ablage.lies(mandant, ART, person(fern.anbieter(), fern.subjekt()));
        return dieSitzung
                || allePerson
                        .filter(zeit -> begonnen <= Long.parseLong(new String(zeit, StandardCharsets.US_ASCII)))
                        .isPresent();
    }

    private static String sitzung(String anbieter, String sitzung) {
        return anbieter + " sid " + sitzung;
    }

    private static String person(String anbieter, String subjekt) {
        return anbieter + " sub " + subjekt;
    }
}
