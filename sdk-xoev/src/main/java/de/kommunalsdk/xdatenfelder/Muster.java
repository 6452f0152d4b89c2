/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.xdatenfelder.internal.muster.GelesenesMuster;

/**
 * A FIM pattern, matched against a whole text in time linear to its length, and written in other dialects that take the
 * same texts. Thread-safe.
 *
 * <p>Authors write for different engines, so their dialects are read with one meaning: {@code ^} and {@code $} at the
 * outer edges are dropped, {@code \d} is 0 to 9, {@code \w} is A to Z, a to z, 0 to 9 and the underscore, {@code \s} is
 * tab, line feed, carriage return and blank, the dot is every code point but line feed and carriage return,
 * {@code \p{Lu}} is a Unicode general category. Lazy repetitions mean what greedy ones do.
 */
public interface Muster {

    /**
     * Prepares a pattern. The reason of a refusal names the construct and its position; the first character is 1.
     *
     * @param quelle pattern as the schema has it, at most 2,000 characters
     * @throws InvalidInput {@link XdfFehler#MUSTER_NICHT_ERLAUBT} for look-around, back references, inline flags, inner
     *     anchors and other constructs that the dialects do not share, by their name;
     *     {@link XdfFehler#MUSTER_UNGUELTIG} for a broken expression; {@link XdfFehler#MUSTER_ZU_GROSS} when it is longer
     *     or names more than 5,000 characters once its counted repetitions are written out;
     *     {@link XdfFehler#MUSTER_ZU_TIEF}
     */
    static Muster von(String quelle) {
        return GelesenesMuster.von(quelle);
    }

    /** Whether the whole text matches; false when it is longer than 1,000,000 characters. */
    boolean passt(String text);

    /** The pattern as the schema has it. */
    String quelle();

    /**
     * The value of an XML Schema 1.0 pattern facet: no anchors. XSD processors may know no category beyond the Basic
     * Multilingual Plane (that of the JDK does not).
     */
    String alsXsd();

    /** The value of {@code pattern} in a JSON Schema (ECMA-262, flag u), wrapped in {@code ^(?:...)$}. */
    String alsJson();

    /** The pattern for {@code java.util.regex}, wrapped in {@code ^(?:...)$}; made for {@code matches}, no flags. */
    String alsJava();
}
