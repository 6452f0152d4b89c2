/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.auffrischung;

import de.kommunalsdk.http.HttpAntwort;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How far the own clock is off another one, by the {@code Date} of an answer. Pure. */
public final class Uhrvergleich {

    private Uhrvergleich() {}

    /**
     * The distance, without sign; empty when the answer tells no time.
     *
     * @param vorher time here before the call
     * @param nachher time here after it
     */
    public static Optional<Duration> abweichung(HttpAntwort antwort, Instant vorher, Instant nachher) {
        return datum(antwort).map(dort -> abstand(dort, vorher, nachher));
    }

    /** The time of the answer; a cache on the way tells by {@code Age} how long it has kept it. */
    private static Optional<Instant> datum(HttpAntwort antwort) {
        try {
            return antwort.kopf("Date").map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()
                    .plusSeconds(antwort.kopf("Age")
                            .filter(alter -> alter.matches("[0-9]{1,9}"))
                            .map(Long::parseLong)
                            .orElse(0L)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The time there has whole seconds and was read between the two times here. */
    private static Duration abstand(Instant dort, Instant vorher, Instant nachher) {
        if (dort.isAfter(nachher)) {
            return Duration.between(nachher, dort);
        }
        Instant spaetestens = dort.plusSeconds(1);
        return spaetestens.isBefore(vorher) ? Duration.between(spaetestens, vorher) : Duration.ZERO;
    }
}
