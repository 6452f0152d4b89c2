/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.mandant;

/**
 * Amtlicher Gemeindeschluessel (AGS), 8 digits: Land 2, Regierungsbezirk 1, Kreis 2, Gemeinde 3. It has no check digit;
 * {@link Gemeindeverzeichnis} tells whether it exists.
 */
public record Gemeindeschluessel(String wert) {

    public Gemeindeschluessel {
        if (!wert.matches("[0-9]{8}")) {
            throw new IllegalArgumentException("Gemeindeschluessel: genau 8 Ziffern, als Text geschrieben");
        }
    }

    /** Two digits of the Land, {@code 05} for Nordrhein-Westfalen. */
    public String land() {
        return wert.substring(0, 2);
    }

    @Override
    public String toString() {
        return wert;
    }
}
