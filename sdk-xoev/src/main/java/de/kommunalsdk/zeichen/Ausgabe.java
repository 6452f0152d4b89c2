/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.zeichen;

/** Editions; 2022-08 allows five glyphs more, and nothing less. */
public enum Ausgabe {
    /** DIN SPEC 91379:2019-03, the XSD types {@code din-spec-91379_2019-03}. */
    DIN_SPEC_2019_03("2019-03"),
    /** DIN 91379:2022-08, the XSD types {@code din-91379_2022-08}. */
    DIN_2022_08("2022-08");

    private final String datum;

    Ausgabe(String datum) {
        this.datum = datum;
    }

    /** Year and month, for example {@code 2022-08}. */
    public String datum() {
        return datum;
    }
}
