/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.reise;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Dates in canonical form. */
public final class Datum {

    private Datum() {}

    /** A date of the calendar written as {@code 2026-11-23}; empty for anything else. */
    public static Optional<LocalDate> lies(String text) {
        if (!text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
