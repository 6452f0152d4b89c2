/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schriftstueck;

/**
 * A file inside a PDF.
 *
 * @param dateiname {@code [A-Za-z0-9._-]{1,120}}, unique in the document
 * @param medientyp media type
 * @param verhaeltnis how it relates to the pages ({@code AFRelationship} of PDF/A-3)
 * @param beschreibung one sentence for the reader
 * @param inhalt its bytes
 */
public record Beilage(String dateiname, String medientyp, Verhaeltnis verhaeltnis, String beschreibung, byte[] inhalt) {

    /** Relationship of a file to the pages. */
    public enum Verhaeltnis {
        /** The data that the pages show. */
        DATA,
        /** What the pages were made from. */
        SOURCE,
        /** The same in another form. */
        ALTERNATIVE,
        /** More than the pages say. */
        SUPPLEMENT
    }

    public Beilage {
        if (!dateiname.matches("[A-Za-z0-9._-]{1,120}")) {
            throw new IllegalArgumentException("Beilage: dateiname");
        }
    }

    @Override
    public String toString() {
        return "Beilage[" + medientyp + ", " + inhalt.length + " Byte]";
    }
}
