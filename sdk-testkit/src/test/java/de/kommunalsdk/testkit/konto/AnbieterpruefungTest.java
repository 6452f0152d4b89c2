/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.error.Problem;
import de.kommunalsdk.error.Problem.Schwere;
import de.kommunalsdk.http.HttpAntwort;
import de.kommunalsdk.oidc.Anbieterabruf;
import de.kommunalsdk.oidc.Anbieterpruefung;
import de.kommunalsdk.oidc.Anbieterstand;
import de.kommunalsdk.oidc.OidcFehler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The clock of an account by OpenID Connect; what else the doctor finds is tested with the command line. */
class AnbieterpruefungTest {

    private static List<Problem> uhr(Duration voraus) {
        try (var s = new Oidcstelle()) {
            s.skript().schluessel("ES256", List.of(Oidcstelle.EC)).vorab();
            Instant jetzt = Instant.parse("2026-11-23T10:00:00Z");
            String dort = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    ZonedDateTime.ofInstant(jetzt.plus(voraus), ZoneOffset.UTC));
            Anbieterabruf abruf = new Anbieterabruf(
                    anfrage -> {
                        HttpAntwort antwort = s.http.sende(anfrage);
                        Map<String, List<String>> kopf = new HashMap<>(Map.of("Date", List.of(dort)));
                        return new HttpAntwort(antwort.status(), kopf, antwort.inhalt());
                    },
                    s.server.anbieter(),
                    Clock.fixed(jetzt, ZoneOffset.UTC));
            Anbieterstand stand = abruf.get();
            return Anbieterpruefung.pruefe(stand, s.klient, abruf.uhrabweichung());
        }
    }

    private static void findet(Duration voraus, Schwere schwere) {
        assertThat(uhr(voraus)).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo(OidcFehler.UHR);
            assertThat(p.schwere()).isEqualTo(schwere);
        });
    }

    @Test
    void theClockIsOff() {
        assertThat(uhr(Duration.ofSeconds(29))).isEmpty();
        findet(Duration.ofSeconds(32), Schwere.WARNUNG);
        findet(Duration.ofSeconds(-60), Schwere.WARNUNG);
        findet(Duration.ofSeconds(-62), Schwere.FEHLER);
    }
}
