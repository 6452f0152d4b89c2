/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.error;

/**
 * Where a problem stands.
 *
 * @param datei file or resource name as the caller gave it; never an absolute path the caller did not give
 * @param zeile 1-based line, 0 when unknown
 * @param spalte 1-based column, 0 when unknown
 * @param pfad path inside the document, for example {@code /seiten/1/felder}; empty when unknown
 */
public record Fundstelle(String datei, int zeile, int spalte, String pfad) {

    /** A place in a file without line and column. */
    public static Fundstelle in(String datei) {
        return new Fundstelle(datei, 0, 0, "");
    }

    /** {@code datei:zeile:spalte pfad}, leaving out what is unknown. */
    @Override
    public String toString() {
        String stelle = zeile > 0 ? datei + ":" + zeile + ":" + spalte : datei;
        return pfad.isEmpty() ? stelle : stelle + " " + pfad;
    }
}
