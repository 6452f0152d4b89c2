/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.bezahlung;

import java.text.NumberFormat;
import java.util.Locale;

/**
 * Money in euro.
 *
 * @param cent cents, never negative, at most 99,999,999,999
 */
public record Betrag(long cent) implements Comparable<Betrag> {

    /** Nothing to pay. */
    public static final Betrag NULL = new Betrag(0);

    private static final long HOECHSTENS = 99_999_999_999L;

    public Betrag {
        if (cent < 0 || cent > HOECHSTENS) {
            throw new IllegalArgumentException("Betrag: 0 bis 999.999.999,99 Euro");
        }
    }

    /**
     * Reads {@code 12}, {@code 12,50} or {@code 12.50}; no sign, no grouping, at most two decimals.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Betrag lies(String text) {
        if (!text.matches("\\d{1,9}([.,]\\d{1,2})?")) {
            throw new IllegalArgumentException("Betrag: zum Beispiel 12 oder 12,50");
        }
        String[] teile = text.split("[.,]", -1);
        long cent = Long.parseLong(teile[0]) * 100;
        if (teile.length == 2) {
            cent += teile[1].length() == 1 ? Long.parseLong(teile[1]) * 10 : Long.parseLong(teile[1]);
        }
        return new Betrag(cent);
    }

    /** The sum; fails above the limit of the type. */
    public Betrag plus(Betrag anderer) {
        return new Betrag(Math.addExact(cent, anderer.cent));
    }

    /** Shown to people in German: {@code 12,50 €}. */
    public String anzeige() {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.GERMANY);
        format.setMinimumFractionDigits(2);
        return format.format(java.math.BigDecimal.valueOf(cent, 2)) + " €";
    }

    @Override
    public int compareTo(Betrag anderer) {
        return Long.compare(cent, anderer.cent);
    }
}
