/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel;

import de.kommunalsdk.xdatenfelder.regel.internal.Dateischreiber;

/** Writes a rule file. Thread-safe. */
public final class RegelSchreiber {

    private RegelSchreiber() {}

    /**
     * The file as JSON in its one canonical form: entries in their order, members in the order effect, target, message,
     * condition, identifiers with {@code self.}, two blanks per level, a line feed at the end. What is read from it
     * equals what was written.
     */
    public static String schreibe(Regeldatei datei) {
        return Dateischreiber.schreibe(datei);
    }
}
