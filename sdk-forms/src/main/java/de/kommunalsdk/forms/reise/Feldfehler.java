/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.reise;

import java.util.List;

/**
 * An answer that cannot stay as it is.
 *
 * @param ort place with indices
 * @param art which rule
 * @param beschriftung label of the field, to be named in the message
 * @param angaben values of the message, for example a limit; never the citizen's answer, only for {@link Art#ZEICHEN} the one
 *     character that cannot stay
 */
public record Feldfehler(String ort, Art art, String beschriftung, List<String> angaben) {

    public Feldfehler {
        angaben = List.copyOf(angaben);
    }

    /** The rules; each has one text per language under the key {@code fehler.<name in lower case>}. */
    public enum Art {
        PFLICHT,
        AUSWAHL_PFLICHT,
        DATEI_PFLICHT,
        ZU_KURZ,
        ZU_LANG,
        MUSTER,
        EMAIL,
        KEINE_GANZZAHL,
        KEINE_ZAHL,
        ZU_KLEIN,
        ZU_GROSS,
        KEIN_DATUM,
        DATUM_ZU_FRUEH,
        DATUM_ZU_SPAET,
        KEINE_UHRZEIT,
        KEIN_WAHRHEITSWERT,
        NICHT_IN_LISTE,
        /**
         * A character that DIN 91379 does not allow: its place from 1, itself or its number, how many more there are,
         * what to write instead (empty: leave it out; missing: not known).
         */
        ZEICHEN,
        ZU_VIELE,
        AUSWAHLGRUPPE,
        /** A rule of the schema; the message of the rule is the only value. */
        REGEL,
        DATEI_ZU_GROSS,
        DATEI_TYP,
        DATEI_LEER,
        DATEI_VERDAECHTIG,
        /** More entries than a repetition may have; the limit. */
        ZU_VIELE_EINTRAEGE,
        IBAN,
        DATEI_UMBENANNT,
        DATEI_GEMISCHT,
        DATEI_KAPUTT,
        DATEI_ARCHIV,
        DATEI_ARCHIV_PFAD,
        DATEI_VERSCHLUESSELT,
        DATEI_PIXEL,
        DATEI_ZEICHEN,
        DATEI_DOPPELT,
        /** A page names one that is not stored any more. */
        DATEI_WEG,
        DATEI_PLATZ,
        DATEI_ANDRANG,
        DATEI_BEFALLEN,
        /** A calculated value is required, and the answers do not give one. */
        BERECHNUNG
    }
}
