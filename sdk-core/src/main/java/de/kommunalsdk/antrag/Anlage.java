/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.antrag;

/**
 * An attachment that is wholly stored.
 *
 * @param id its id
 * @param dateiname cleaned file name as shown to people (no path, no control characters, at most 120 characters)
 * @param medientyp checked media type, for example {@code application/pdf}
 * @param groesse bytes
 * @param sha256 SHA-256 of the clear bytes, 64 lower case hex digits
 */
public record Anlage(AnlageId id, String dateiname, String medientyp, long groesse, String sha256) {

    /** Leaves the file name out: it may hold a name of a person. */
    @Override
    public String toString() {
        return "Anlage[" + id + ", " + medientyp + ", " + groesse + " Byte]";
    }
}
