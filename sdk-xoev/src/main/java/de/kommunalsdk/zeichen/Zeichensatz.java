/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.zeichen;

/** Data types of DIN 91379, by what a text names; each holds the letters with and without diacritics of all Latin scripts in use. */
public enum Zeichensatz {
    /** Names of natural persons; no digits, no line breaks. */
    A,
    /** Names of places, streets and the like; no line breaks. */
    B,
    /** All normative letters and signs, with tab and line break. */
    C,
    /** Names of legal persons and of products, Greek included; no line breaks. */
    D,
    /** Everything, Greek and Cyrillic included, with tab and line break. */
    E
}
