/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What a mistyped word may have meant. */
public final class Vorschlag {

    private static final int NAEHE = 2;

    private Vorschlag() {}

    /** The nearest of the possible words that at most two letters make different; of equally near ones the first in order. */
    public static Optional<String> zu(String wort, Collection<String> moegliche) {
        return moegliche.stream()
                .filter(m -> abstand(m, wort) <= NAEHE)
                .min(Comparator.<String>comparingInt(m -> abstand(m, wort)).thenComparing(Comparator.naturalOrder()));
    }

    private static int abstand(String a, String b) {
        if (Math.abs(a.length() - b.length()) > NAEHE) {
            return NAEHE + 1;
        }
        int[] vorige = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            vorige[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] zeile = new int[b.length() + 1];
            zeile[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int ersetzt = vorige[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                zeile[j] = Math.min(Math.min(vorige[j] + 1, zeile[j - 1] + 1), ersetzt);
            }
            vorige = zeile;
        }
        return vorige[b.length()];
    }
}
