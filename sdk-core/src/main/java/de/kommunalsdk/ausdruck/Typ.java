/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ausdruck;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** What values an expression has. */
public enum Typ {
    /** A text, or the code of a list. */
    TEXT("ein Text"),
    /** A decimal number. */
    ZAHL("eine Zahl"),
    /** True or false. */
    WAHRHEIT("true oder false"),
    /** A day. */
    DATUM("ein Datum"),
    /** A day of which the day, or day and month, may be unknown; it counts as the last possible day. */
    TEILDATUM("ein Datum"),
    /** A time of day. */
    UHRZEIT("eine Uhrzeit"),
    /** A local point in time. */
    ZEITPUNKT("ein Zeitpunkt"),
    /** Days, or months and days, between two days. */
    DAUER("eine Dauer"),
    /** A group: only whether there is something in it, and how many entries. */
    GRUPPE("eine Gruppe"),
    /** A file: only whether there is one. */
    DATEI("eine Datei"),
    /** Nothing can be known: null. */
    NICHTS("null");

    private static final int STELLEN = 30;

    private final String name;

    Typ(String name) {
        this.name = name;
    }

    /** For messages. */
    public String benannt() {
        return name;
    }

    /** Whether values of both can be equal. */
    public boolean vergleichbarMit(Typ anderer) {
        return this == NICHTS || anderer == NICHTS || (hatWert() && stamm() == anderer.stamm());
    }

    /** Whether values of this type have an order. */
    public boolean istGeordnet() {
        return switch (this) {
            case ZAHL, DATUM, TEILDATUM, UHRZEIT, ZEITPUNKT, NICHTS -> true;
            default -> false;
        };
    }

    /** Whether there is a value to be read at a place. */
    public boolean hatWert() {
        return this != GRUPPE && this != DATEI;
    }

    private Typ stamm() {
        return this == TEILDATUM ? DATUM : this;
    }

    /**
     * The value of a text in lexical form: dates as ISO 8601, numbers with a point and at most 30 digits before and after
     * it, {@code true} or {@code false}.
     *
     * @return null when it is empty or not of this type
     */
    public @Nullable Object lies(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return switch (this) {
                case TEXT -> text;
                case ZAHL -> zahl(text);
                case WAHRHEIT -> text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : null;
                case DATUM -> LocalDate.parse(text);
                case TEILDATUM -> letzterTag(text);
                case UHRZEIT -> LocalTime.parse(text);
                case ZEITPUNKT -> LocalDateTime.parse(text);
                case DAUER, GRUPPE, DATEI, NICHTS -> null;
            };
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalDate letzterTag(String text) {
        return switch (text.length()) {
            case 4 -> YearMonth.parse(text + "-12").atEndOfMonth();
            case 7 -> YearMonth.parse(text).atEndOfMonth();
            default -> LocalDate.parse(text);
        };
    }

    private static @Nullable BigDecimal zahl(String text) {
        int anfang = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        int punkt = text.indexOf('.');
        int ganze = (punkt < 0 ? text.length() : punkt) - anfang;
        int bruch = punkt < 0 ? 1 : text.length() - punkt - 1;
        if (ganze < 1 || ganze > STELLEN || bruch < 1 || bruch > STELLEN) {
            return null;
        }
        for (int i = anfang; i < text.length(); i++) {
            char z = text.charAt(i);
            if ((z < '0' || z > '9') && i != punkt) {
                return null;
            }
        }
        return new BigDecimal(text);
    }
}
