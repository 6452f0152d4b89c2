/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.http.internal;

import de.kommunalsdk.http.HttpAntwort;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * How often and after which pauses a request is repeated.
 *
 * @param clock for {@code Retry-After} with a date
 * @param hoechstens repetitions after the first attempt
 * @param erste pause before the first repetition; doubles with each one, up to 20 % more by chance
 * @param laengste longest pause
 */
public record Pausen(Clock clock, int hoechstens, Duration erste, Duration laengste) {

    public Pausen {
        if (hoechstens < 0 || hoechstens > 10 || erste.isNegative() || laengste.compareTo(erste) < 0) {
            throw new IllegalArgumentException("Wiederholungen: 0 bis 10, laengste Pause nicht kuerzer als die erste");
        }
    }

    /** The pause before the n-th repetition; longer than {@code laengste} only when the answer asks for it. */
    Duration vor(int n, @Nullable HttpAntwort antwort) {
        double zufall = 1 + 0.2 * ThreadLocalRandom.current().nextDouble();
        Duration eigene =
                Duration.ofNanos((long) (erste.multipliedBy(1L << (n - 1)).toNanos() * zufall));
        Duration verlangt = antwort == null
                ? Duration.ZERO
                : verlangt(antwort.kopf("Retry-After").orElse(""));
        Duration begrenzt = eigene.compareTo(laengste) > 0 ? laengste : eigene;
        return verlangt.compareTo(begrenzt) > 0 ? verlangt : begrenzt;
    }

    /** RFC 9110, section 10.2.3: seconds or a date; anything else asks for nothing. */
    private Duration verlangt(String wert) {
        if (wert.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(wert));
        }
        try {
            return Duration.between(
                    clock.instant(),
                    ZonedDateTime.parse(wert, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
