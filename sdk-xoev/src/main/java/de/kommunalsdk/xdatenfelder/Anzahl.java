/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Multiplicity of a use.
 *
 * @param min at least, 0 or more
 * @param max at most, 1 or more; {@link #UNBEGRENZT} for {@code *}
 */
public record Anzahl(int min, int max) {

    /** {@code *} */
    public static final int UNBEGRENZT = Integer.MAX_VALUE;

    private static final Pattern FORM = Pattern.compile("(\\d{1,6}):(\\d{1,6}|\\*)");

    public Anzahl {
        if (min < 0 || max < 1 || min > max) {
            throw new IllegalArgumentException("Anzahl: min:max mit 0 <= min <= max und max >= 1");
        }
    }

    /**
     * Reads {@code 1:1}, {@code 0:*}, {@code 2:5}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Anzahl lies(String text) {
        Matcher teile = FORM.matcher(text);
        if (!teile.matches()) {
            throw new IllegalArgumentException("Anzahl: zum Beispiel 1:1, 0:* oder 2:5");
        }
        String max = teile.group(2);
        return new Anzahl(Integer.parseInt(teile.group(1)), max.equals("*") ? UNBEGRENZT : Integer.parseInt(max));
    }

    public boolean pflicht() {
        return min > 0;
    }

    public boolean mehrfach() {
        return max > 1;
    }

    @Override
    public String toString() {
        return min + ":" + (max == UNBEGRENZT ? "*" : max);
    }
}
