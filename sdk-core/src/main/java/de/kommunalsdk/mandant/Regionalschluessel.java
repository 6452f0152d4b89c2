/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.mandant;

/**
 * Amtlicher Regionalschluessel (ARS), 12 digits: Land 2, Regierungsbezirk 1, Kreis 2, Verband 4, Gemeinde 3. It has no
 * check digit; {@link Gemeindeverzeichnis} tells whether it exists.
 */
public record Regionalschluessel(String wert) {

    public Regionalschluessel {
        if (!wert.matches("\\d{12}")) {
            throw new IllegalArgumentException("Regionalschluessel: genau 12 Ziffern, als Text geschrieben");
        }
    }

    /** Amtlicher Gemeindeschluessel (AGS), 8 digits: the ARS without its Verband. */
    public String ags() {
        return wert.substring(0, 5) + wert.substring(9);
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
