/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.reise;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Dates in canonical form. */
public final class Datum {

    private static final String GANZ = "0000-00-00";
    private static final Pattern TEIL = Pattern.compile("\\d{4}(-(0[1-9]|1[0-2]))?");
    private static final Pattern ZAHL = Pattern.compile("\\d{1,4}");

    /** Day, month and year of the harmonised group "Geburtsdatum (teilbekannt)" end in 231, 232, 233: XDF3, XDF2. */
    private static final List<String> ELEMENTE = List.of(".F60000000", ".F60000");

    private Datum() {}

    /** A date of the calendar written as {@code 2026-11-23}; empty for anything else. */
    public static Optional<LocalDate> lies(String text) {
        if (!istGanz(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(text, 0, 4, 10),
                    Integer.parseInt(text, 5, 7, 10),
                    Integer.parseInt(text, 8, 10, 10)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean istGanz(String text) {
        boolean ganz = text.length() == GANZ.length();
        for (int i = 0; i < GANZ.length() && ganz; i++) {
            char zeichen = text.charAt(i);
            ganz = GANZ.charAt(i) == '0' ? zeichen >= '0' && zeichen <= '9' : zeichen == '-';
        }
        return ganz;
    }

    /** The last day that a date may mean of which day, or day and month, may be missing; empty for anything else. */
    public static Optional<LocalDate> spaetestens(String text) {
        if (!TEIL.matcher(text).matches()) {
            return lies(text);
        }
        return Optional.of(
                text.length() == 7
                        ? YearMonth.parse(text).atEndOfMonth()
                        : LocalDate.of(Integer.parseInt(text), 12, 31));
    }

    /** The answers for day, month and year of the harmonised group at a place; empty texts for what is not given. */
    static List<String> teile(UnaryOperator<String> antworten, String ort) {
        for (String element : ELEMENTE) {
            List<String> teile = List.of(
                    antworten.apply(ort + element + "231"),
                    antworten.apply(ort + element + "232"),
                    antworten.apply(ort + element + "233"));
            if (teile.stream().anyMatch(teil -> !teil.isEmpty())) {
                return teile;
            }
        }
        return List.of("", "", "");
    }

    /** Whether day, month and year, as far as they are given, can stand together; what is no number is left to others. */
    static boolean gibtEs(List<String> teile) {
        if (teile.stream()
                .anyMatch(teil -> !teil.isEmpty() && !ZAHL.matcher(teil).matches())) {
            return true;
        }
        int tag = zahl(teile.get(0), 0);
        int monat = zahl(teile.get(1), 0);
        int jahr = zahl(teile.get(2), 2000); // a leap year: without the year the 29th of February is possible
        if (tag > 0 && teile.get(1).isEmpty()) {
            return tag <= 31;
        }
        return monat <= 12
                && (tag == 0 || (monat > 0 && tag <= YearMonth.of(jahr, monat).lengthOfMonth()));
    }

    private static int zahl(String text, int sonst) {
        return text.isEmpty() ? sonst : Integer.parseInt(text);
    }
}
