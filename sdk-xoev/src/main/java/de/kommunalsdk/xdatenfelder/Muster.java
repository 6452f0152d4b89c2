/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

/** A FIM pattern, matched against a whole text in bounded time. Thread-safe. */
public interface Muster {

    /** Whether the whole text matches; false when matching would take too long. */
    boolean passt(String text);

    /** The pattern as the schema has it. */
    String quelle();
}
