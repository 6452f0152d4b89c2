/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A field.
 *
 * @param inhalt text of a label, default value of others; empty when absent
 * @param vorbefuellung XDF3
 * @param werte values inside the schema (XDF3); empty when there are none
 * @param codeliste reference to an external code list
 * @param spalten columns of that code list
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
        Metadaten metadaten,
        Optional<Schemaelementart> schemaelementart,
        Feldart feldart,
        Datentyp datentyp,
        Praezisierung praezisierung,
        String inhalt,
        Optional<Vorbefuellung> vorbefuellung,
        List<Wert> werte,
        Optional<CodelisteReferenz> codeliste,
        Spalten spalten,
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
    public enum Feldart implements Codiert {
        INPUT,
        SELECT,
        LABEL,
        HIDDEN,
        LOCKED;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Code list xdatenfelder.datentyp 2.0. */
    public enum Datentyp implements Codiert {
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
        OBJ;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Code list xdatenfelder.vorbefuellung 1.0: whether the field is to be filled from other data. */
    public enum Vorbefuellung implements Codiert {
        KEINE,
        OPTIONAL,
        VERPFLICHTEND;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One value of a select. */
    public record Wert(String code, String name, String hilfe) {}

    /**
     * Reference to a code list.
     *
     * @param urn canonical identification
     * @param version empty when absent
     * @param versionUrn canonical version URI
     * @param kennung the code list's own identification (XDF2)
     */
    public record CodelisteReferenz(String urn, String version, String versionUrn, Optional<Identifikation> kennung) {

        /** A reference as XDF3 has it. */
        public CodelisteReferenz(String urn, String version, String versionUrn) {
            this(urn, version, versionUrn, Optional.empty());
        }
    }

    /** Which columns of the code list hold code, name and help (XDF3); empty when absent. */
    public record Spalten(String codeKey, String nameKey, String helpKey) {
        /** None is named. */
        public static final Spalten KEINE = new Spalten("", "", "");
    }

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
