/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xfall;

import de.kommunalsdk.xdatenfelder.Datenfeld;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the value of a field stands in an instance. */
public enum Wertart {
    /** Any text. */
    TEXT(""),
    /** A code of a list, whatever the data type of the field says; white space is collapsed as in xs:token. */
    CODE(""),
    /** {@code 2026-11-24}, from the year 1000 on. */
    DATUM("[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"),
    /** {@code 08:15:00}, local time. */
    ZEIT(Form.ZEIT),
    /** {@code 2026-11-24T08:15:00}, local or with an offset. */
    ZEITPUNKT(Form.KALENDER + "T" + Form.ZEIT + "(Z|[+-](0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?"),
    /** {@code true} or {@code false}. */
    WAHRHEITSWERT(""),
    /** A whole number of at most 100 digits. */
    GANZZAHL(""),
    /** A decimal number of at most 100 digits before and 100 behind the point. */
    ZAHL(""),
    /** The name under which a file is delivered. */
    ANLAGE("");

    private static final Pattern GANZE = Pattern.compile("[+-]?\\d{1,100}");
    private static final Pattern DEZIMALE = Pattern.compile("[+-]?\\d{1,100}(\\.\\d{1,100})?");
    private static final Pattern LEERRAUM = Pattern.compile("[ \\t\\r\\n]+");
    private static final Pattern ZONE = Pattern.compile(".{16,}(Z|[+-]\\d{2}:\\d{2})");

    private final String form;
    private final Pattern muster;

    Wertart(String form) {
        this.form = form;
        this.muster = Pattern.compile(form);
    }

    /** The kind of a field's values. */
    public static Wertart von(Datenfeld feld) {
        return switch (feld.datentyp()) {
            case FILE, OBJ -> ANLAGE;
            default ->
                feld.feldart() == Datenfeld.Feldart.SELECT
                                || !feld.werte().isEmpty()
                                || feld.codeliste().isPresent()
                        ? CODE
                        : ohneListe(feld.datentyp());
        };
    }

    private static Wertart ohneListe(Datenfeld.Datentyp datentyp) {
        return switch (datentyp) {
            case DATE -> DATUM;
            case TIME -> ZEIT;
            case DATETIME -> ZEITPUNKT;
            case BOOL -> WAHRHEITSWERT;
            case NUM_INT -> GANZZAHL;
            case NUM, NUM_CURRENCY -> ZAHL;
            default -> TEXT;
        };
    }

    /**
     * The regular expression that a date or time must match in a file, in the common part of XSD and ECMAScript, without
     * anchors; empty for the other kinds. It is linear. For ZEITPUNKT it knows the calendar with its leap years, since
     * JSON Schema has no format for a local point in time.
     */
    public String form() {
        return form;
    }

    /** Whether a text of a file has this form; true for kinds without one. */
    public boolean hatForm(String text) {
        return form.isEmpty() || muster.matcher(text).matches();
    }

    /**
     * The text as it is written into an instance: {@code +007} as {@code 7}, {@code 08:15} as {@code 08:15:00}.
     *
     * @return empty when it has not the form of this kind
     */
    public Optional<String> kanonisch(String text) {
        try {
            return switch (this) {
                case TEXT, ANLAGE -> Optional.of(text);
                case CODE -> nichtLeer(LEERRAUM.matcher(text).replaceAll(" ").strip());
                case GANZZAHL -> zahl(GANZE, text);
                case ZAHL -> zahl(DEZIMALE, text);
                case WAHRHEITSWERT ->
                    text.equals("true") || text.equals("false") ? Optional.of(text) : Optional.empty();
                case DATUM -> inForm(LocalDate.parse(text).toString());
                case ZEIT -> inForm(LocalTime.parse(text).format(DateTimeFormatter.ISO_LOCAL_TIME));
                case ZEITPUNKT ->
                    inForm(
                            ZONE.matcher(text).matches()
                                    ? OffsetDateTime.parse(text).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                                    : LocalDateTime.parse(text).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME));
            };
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> nichtLeer(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static Optional<String> zahl(Pattern form, String text) {
        return form.matcher(text).matches() ? Optional.of(new BigDecimal(text).toPlainString()) : Optional.empty();
    }

    private Optional<String> inForm(String text) {
        return hatForm(text) ? Optional.of(text) : Optional.empty();
    }

    private static final class Form {
        static final String ZEIT = "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?";
        private static final String SCHALTJAHR =
                "([1-9][0-9](0[48]|[2468][048]|[13579][26])|([13579][26]|[2468][048])00)";
        static final String KALENDER = "([1-9][0-9]{3}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
                + "|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|" + SCHALTJAHR + "-02-29)";
    }
}
