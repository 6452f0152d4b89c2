/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

import java.util.List;
import java.util.Optional;

/**
 * A field.
 *
 * @param definition FIM definition, empty when absent
 * @param inhalt text of a label, default value of others; empty when absent
 * @param werte values inside the schema (XDF3); empty when there are none
 * @param codeliste reference to an external code list
 * @param maxSize bytes of a file
 * @param mediaTypes allowed media types of a file; empty when not restricted
 */
public record Datenfeld(
        String id,
        String version,
        String name,
        String bezeichnungEingabe,
        String bezeichnungAusgabe,
        String hilfetextEingabe,
        String hilfetextAusgabe,
        String definition,
        Feldart feldart,
        Datentyp datentyp,
        Praezisierung praezisierung,
        String inhalt,
        List<Wert> werte,
        Optional<CodelisteReferenz> codeliste,
        Optional<Long> maxSize,
        List<String> mediaTypes,
        List<Regel> regeln)
        implements Element {
    public Datenfeld {
        werte = List.copyOf(werte);
        mediaTypes = List.copyOf(mediaTypes);
        regeln = List.copyOf(regeln);
    }

    /** Code list xdatenfelder.feldart 2.0. */
    public enum Feldart {
        INPUT,
        SELECT,
        LABEL,
        HIDDEN,
        LOCKED
    }

    /** Code list xdatenfelder.datentyp 2.0. */
    public enum Datentyp {
        TEXT,
        TEXT_LATIN,
        DATE,
        TIME,
        DATETIME,
        BOOL,
        NUM,
        NUM_INT,
        NUM_CURRENCY,
        FILE,
        OBJ
    }

    /** One value of a select. */
    public record Wert(String code, String name, String hilfe) {}

    /**
     * Reference to a code list.
     *
     * @param urn canonical identification
     * @param version empty when absent
     * @param versionUrn canonical version URI
     */
    public record CodelisteReferenz(String urn, String version, String versionUrn) {}

    /**
     * Limits of the value, as written; XDF2's JSON is read into the same shape.
     *
     * @param pattern regular expression in the dialect of the author, empty when absent
     */
    public record Praezisierung(
            Optional<Integer> minLength,
            Optional<Integer> maxLength,
            Optional<java.math.BigDecimal> minValue,
            Optional<java.math.BigDecimal> maxValue,
            String minDate,
            String maxDate,
            String pattern) {
        /** No limits. */
        public static final Praezisierung KEINE =
                new Praezisierung(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "", "", "");
    }
}
