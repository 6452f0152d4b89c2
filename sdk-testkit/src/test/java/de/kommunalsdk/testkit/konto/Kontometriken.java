/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.error.Problem.Schwere;
import de.kommunalsdk.servicekonto.Kontobeobachter;
import de.kommunalsdk.servicekonto.Kontozustand;
import de.kommunalsdk.servicekonto.servlet.KontoServlet;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What a portal with Micrometer writes; docs/anmeldung.md shows it. */
final class Kontometriken {

    private Kontometriken() {}

    // begin of the snippet in docs/anmeldung.md
    static Kontobeobachter zaehler(MeterRegistry r) {
        return e -> {
            String grund = e.grund().map(Fehlercode::code).orElse("");
            r.counter("konto.anmeldung", "konto", e.konto(), "art", e.art().name(), "grund", grund)
                    .increment();
            e.unterwegs().ifPresent(dauer -> r.timer("konto.unterwegs", "konto", e.konto())
                    .record(dauer));
        };
    }

    static void pegel(MeterRegistry r, KontoServlet login, Clock uhr) {
        pegel(r, login, "konto.fehler", z -> z.schwere().equals(Optional.of(Schwere.FEHLER)) ? 1 : 0);
        pegel(r, login, "konto.zertifikat.tage", z -> tage(uhr.instant(), z.zertifikatBis()));
        pegel(
                r,
                login,
                "konto.metadaten.tage",
                z -> tage(z.metadatenVon().orElse(Instant.EPOCH), Optional.of(uhr.instant())));
    }

    static void pegel(MeterRegistry r, KontoServlet login, String name, ToDoubleFunction<Kontozustand> wert) {
        login.zustaende().keySet().forEach(konto -> Gauge.builder(
                        name, () -> wert.applyAsDouble(login.zustaende().get(konto)))
                .tag("konto", konto)
                .register(r));
    }

    static double tage(Instant von, Optional<Instant> bis) {
        return bis.map(b -> (double) Duration.between(von, b).toDays()).orElse(Double.NaN);
    }
    // end of the snippet
}
