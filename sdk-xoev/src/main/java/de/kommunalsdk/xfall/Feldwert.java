/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xfall;

/**
 * The value of a field.
 *
 * @param text lexical form: dates as ISO 8601 ({@code 2026-11-24}), numbers with a decimal point and without grouping,
 *     {@code true} or {@code false}, the code of a list; empty means not given
 */
public record Feldwert(String text) implements Wert {

    @Override
    public String toString() {
        return "Feldwert[" + text.length() + " Zeichen]";
    }
}
