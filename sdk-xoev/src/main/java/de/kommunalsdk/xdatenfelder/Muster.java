/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.xdatenfelder.internal.RegexMuster;

/** A FIM pattern, matched against a whole text in bounded time. Thread-safe. */
public interface Muster {

    /**
     * Prepares a pattern. Authors write for different engines, so outer anchors are dropped and the whole text is
     * matched; character classes and escapes keep their meaning.
     *
     * @param quelle pattern as the schema has it, at most 2,000 characters
     * @throws InvalidInput {@link XdfFehler#MUSTER_NICHT_ERLAUBT} for look-around, back references, inline flags and
     *     other constructs beyond regular languages, by their name; {@link XdfFehler#MUSTER_UNGUELTIG} for a broken
     *     expression
     */
    static Muster von(String quelle) {
        return RegexMuster.von(quelle);
    }

    /** Whether the whole text matches; false when it is longer than 5,000 characters or would take too long. */
    boolean passt(String text);

    /** The pattern as the schema has it. */
    String quelle();
}
