/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and times as the pages write them: the law counts days where the Kommune is. */
final class Zeiten {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final DateTimeFormatter TAG = muster("dd.MM.yyyy");
    static final DateTimeFormatter MINUTE = muster("dd.MM.yyyy, HH:mm");
    static final DateTimeFormatter SEKUNDE = muster("dd.MM.yyyy, HH:mm:ss");

    private Zeiten() {}

    private static DateTimeFormatter muster(String muster) {
        return DateTimeFormatter.ofPattern(muster, Locale.ROOT).withZone(BERLIN);
    }
}
