/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel.internal;

import de.kommunalsdk.xdatenfelder.Datenfeld;
import de.kommunalsdk.xdatenfelder.regel.Ausdruck.Literal;
import de.kommunalsdk.xdatenfelder.regel.Ausdruck.Text;
import de.kommunalsdk.xdatenfelder.regel.Ausdruck.Wahr;
import de.kommunalsdk.xdatenfelder.regel.Ausdruck.Zahl;
import de.kommunalsdk.xdatenfelder.regel.Land;
import java.util.Arrays;
import java.util.Optional;

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

    /** How expressions read an answer. */
    de.kommunalsdk.ausdruck.Typ alsAusdruck() {
        return switch (this) {
            case TEXT, LAND -> de.kommunalsdk.ausdruck.Typ.TEXT;
            case ZAHL -> de.kommunalsdk.ausdruck.Typ.ZAHL;
            case BOOL -> de.kommunalsdk.ausdruck.Typ.WAHRHEIT;
            case DATUM -> de.kommunalsdk.ausdruck.Typ.DATUM;
            case UHRZEIT -> de.kommunalsdk.ausdruck.Typ.UHRZEIT;
            case ZEITPUNKT -> de.kommunalsdk.ausdruck.Typ.ZEITPUNKT;
            case OHNE_WERT -> de.kommunalsdk.ausdruck.Typ.DATEI;
        };
    }

    /** The value of a text; empty when it is not one of this type. */
    Optional<Object> wert(String text) {
        return Optional.ofNullable(alsAusdruck().lies(text));
    }
}
