/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.reise;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates in canonical form. */
public final class Datum {

    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Datum() {}

    /** A date of the calendar written as {@code 2026-11-23}; empty for anything else. */
    public static Optional<LocalDate> lies(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
