/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.dienst;

/** Leistungsschluessel (LeiKa): 14 digits beginning with 99. */
public record Leistungsschluessel(String wert) {

    public Leistungsschluessel {
        if (!wert.matches("99\\d{12}")) {
            throw new IllegalArgumentException("Leistungsschluessel: 14 Ziffern, beginnend mit 99");
        }
    }

    @Override
    public String toString() {
        return wert;
    }
}
