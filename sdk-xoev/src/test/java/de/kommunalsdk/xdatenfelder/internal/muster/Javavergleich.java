/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal.muster;

import java.util.Optional;
import java.util.regex.Pattern;

/** Asks java.util.regex, which tries all ways, but only as long as it reads a bounded number of characters. */
final class Javavergleich {

    private static final int MAX_SCHRITTE = 20_000;

    private Javavergleich() {}

    /** Whether the whole text matches; empty when the engine would not come to an end. */
    static Optional<Boolean> passt(Pattern muster, String text) {
        try {
            return Optional.of(muster.matcher(new Zaehler(text, 0, text.length(), new int[] {MAX_SCHRITTE}))
                    .matches());
        } catch (Genug | StackOverflowError e) {
            return Optional.empty();
        }
    }

    private static final class Genug extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private record Zaehler(String text, int ab, int bis, int[] rest) implements CharSequence {

        @Override
        public char charAt(int index) {
            if (--rest[0] < 0) {
                throw new Genug();
            }
            return text.charAt(ab + index);
        }

        @Override
        public int length() {
            return bis - ab;
        }

        @Override
        public CharSequence subSequence(int von, int ende) {
            return new Zaehler(text, ab + von, ab + ende, rest);
        }

        @Override
        public String toString() {
            return text.substring(ab, bis);
        }
    }
}
