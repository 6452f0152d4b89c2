/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.http.internal;

import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.http.HttpAnfrage;
import de.kommunalsdk.http.HttpAntwort;
import de.kommunalsdk.http.HttpFehler;
import de.kommunalsdk.http.Wiederholung;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call with its attempts: decides whether there is a next one, within the time limit of the whole call. */
final class Ablauf {

    private static final Logger LOG = LoggerFactory.getLogger(Ablauf.class);
    private static final Set<Integer> VORUEBERGEHEND = Set.of(429, 502, 503, 504);
    private static final Set<Fehlercode> WIEDERHOLBAR =
            Set.of(HttpFehler.NICHT_ERREICHBAR, HttpFehler.TLS, HttpFehler.ZEIT, HttpFehler.VERBINDUNG);

    private final String name;
    private final Pausen pausen;
    private final int hoechstens;
    private final long ende;
    private int wiederholungen;
    private Duration pause = Duration.ZERO;

    Ablauf(String name, HttpAnfrage anfrage, Pausen pausen) {
        this.name = name;
        this.pausen = pausen;
        hoechstens = anfrage.wiederholung() == Wiederholung.EINMAL ? 0 : pausen.hoechstens();
        ende = System.nanoTime() + anfrage.grenzen().gesamt().toNanos();
    }

    /** Time left; at least a nanosecond, because OkHttp takes zero for "without limit". */
    long restNanos() {
        return Math.max(1, ende - System.nanoTime());
    }

    RetryPolicy<HttpAntwort> regel() {
        return RetryPolicy.<HttpAntwort>builder()
                .withMaxRetries(hoechstens)
                .handleIf(this::nochmal)
                .withDelayFn(versuch -> pause)
                .build();
    }

    private boolean nochmal(@Nullable HttpAntwort antwort, @Nullable Throwable fehler) {
        String grund = "";
        if (antwort != null && VORUEBERGEHEND.contains(antwort.status())) {
            grund = "Status " + antwort.status();
        } else if (fehler instanceof OzgException ozg && WIEDERHOLBAR.contains(ozg.fehlercode())) {
            grund = ozg.code();
        }
        if (grund.isEmpty() || wiederholungen >= hoechstens) {
            return false;
        }
        pause = pausen.vor(++wiederholungen, antwort);
        if (pause.compareTo(pausen.laengste()) > 0 || pause.toNanos() >= restNanos()) {
            return false;
        }
        LOG.info("{}: Wiederholung {} nach {} ms wegen {}", name, wiederholungen, pause.toMillis(), grund);
        return true;
    }
}
