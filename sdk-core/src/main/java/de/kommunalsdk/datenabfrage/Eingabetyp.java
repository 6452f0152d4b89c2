/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.datenabfrage;

/** Type of an input of a look-up. */
public enum Eingabetyp {
    /** Any text, also a code. */
    TEXT,
    /** Number or money, with a point. */
    ZAHL,
    /** Day as {@code 2026-11-23}. */
    DATUM,
    /** {@code true} or {@code false}. */
    JA_NEIN
}
