/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung;

/**
 * Where the schemas come from, as the operator says. It decides the wording of the report, never the check.
 *
 * @param quelle address, edition or other evidence; empty when nothing was said
 */
public record Herkunft(Art art, String quelle) {

    /** Whose schema it is. */
    public enum Art {
        /** Published by the body that maintains the standard. */
        AMTLICH,
        /** Built after the standard by somebody else; agreement with it proves nothing about the standard. */
        NACHGEBILDET,
        /** Nothing was said. */
        UNBEKANNT
    }

    /** Nothing was said. */
    public static final Herkunft UNBEKANNT = new Herkunft(Art.UNBEKANNT, "");

    public Herkunft {
        if (art == Art.AMTLICH && quelle.isBlank()) {
            throw new IllegalArgumentException("Herkunft: eine amtliche Fassung braucht ihre Quelle");
        }
    }

    /** Published by the body that maintains the standard. */
    public static Herkunft amtlich(String quelle) {
        return new Herkunft(Art.AMTLICH, quelle);
    }

    /** Built after the standard by somebody else. */
    public static Herkunft nachgebildet(String quelle) {
        return new Herkunft(Art.NACHGEBILDET, quelle);
    }
}
