/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel.internal;

import de.kommunalsdk.xdatenfelder.Datenfeld;
import de.kommunalsdk.xdatenfelder.regel.Ausdruck.Literal;
import de.kommunalsdk.xdatenfelder.regel.Ausdruck.Text;
import de.kommunalsdk.xdatenfelder.regel.Ausdruck.Wahr;
import de.kommunalsdk.xdatenfelder.regel.Ausdruck.Zahl;
import de.kommunalsdk.xdatenfelder.regel.Land;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What values a field has for a comparison. */
enum Typ {
    TEXT("ein Text"),
    ZAHL("eine Zahl"),
    BOOL("true oder false"),
    DATUM("ein Datum wie 2026-11-23"),
    UHRZEIT("eine Uhrzeit wie 14:30:00"),
    ZEITPUNKT("ein Zeitpunkt wie 2026-11-23T14:30:00"),
    LAND("ein Land wie NW"),
    OHNE_WERT("kein Wert");

    private static final Pattern DEZIMAL = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");

    private final String name;

    Typ(String name) {
        this.name = name;
    }

    static Typ von(Datenfeld feld) {
        if (feld.feldart() == Datenfeld.Feldart.LABEL) {
            return OHNE_WERT;
        }
        return switch (feld.datentyp()) {
            case TEXT, TEXT_LATIN -> TEXT;
            case NUM, NUM_INT, NUM_CURRENCY -> ZAHL;
            case BOOL -> BOOL;
            case DATE -> DATUM;
            case TIME -> UHRZEIT;
            case DATETIME -> ZEITPUNKT;
            case FILE, OBJ -> OHNE_WERT;
        };
    }

    /** For messages. */
    String benannt() {
        return name;
    }

    boolean vergleichbarMit(Typ anderer) {
        return this != OHNE_WERT
                && (this == anderer || (this == LAND && anderer == TEXT) || (this == TEXT && anderer == LAND));
    }

    /** Whether a constant is a value of this type; a Land that does not exist still is one. */
    boolean nimmt(Literal literal) {
        return switch (this) {
            case TEXT, LAND -> literal instanceof Text;
            case ZAHL -> literal instanceof Zahl;
            case BOOL -> literal instanceof Wahr;
            case DATUM, UHRZEIT, ZEITPUNKT ->
                literal instanceof Text text && wert(text.wert()).isPresent();
            case OHNE_WERT -> false;
        };
    }

    static boolean istLand(String text) {
        return Arrays.stream(Land.values()).anyMatch(land -> land.name().equals(text));
    }

    /** The value of an answer, equal for equal values; empty when there is none, or not one of this type. */
    Optional<Object> wert(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return switch (this) {
                case TEXT, LAND -> Optional.of(text);
                case BOOL ->
                    text.equals("true") || text.equals("false") ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
                case ZAHL ->
                    DEZIMAL.matcher(text).matches()
                            ? Optional.of(new BigDecimal(text).stripTrailingZeros())
                            : Optional.empty();
                case DATUM -> Optional.of(LocalDate.parse(text));
                case UHRZEIT -> Optional.of(LocalTime.parse(text));
                case ZEITPUNKT -> Optional.of(LocalDateTime.parse(text));
                case OHNE_WERT -> Optional.empty();
            };
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
