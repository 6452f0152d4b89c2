/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import de.kommunalsdk.forms.antworten.Herkunft;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Where an answer came from, as pages say it. */
public final class Herkunftstext {

    private static final DateTimeFormatter TAG =
            DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT).withZone(ZoneId.of("Europe/Berlin"));

    private Herkunftstext() {}

    /** One line, plain text. */
    public static String von(Ansicht ansicht, Herkunft h) {
        return h.geaendert()
                ? ansicht.t("herkunft.geaendert", h.titel())
                : ansicht.t("herkunft.aus", h.titel(), TAG.format(h.zeit()));
    }
}
