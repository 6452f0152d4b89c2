/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

import de.kommunalsdk.xdatenfelder.Anzahl;
import de.kommunalsdk.xdatenfelder.Datenfeld;
import de.kommunalsdk.xdatenfelder.Muster;
import java.util.List;
import java.util.Optional;

/**
 * A field.
 *
 * @param datenfeld its FIM element, with type and limits
 * @param anzeige how it is asked
 * @param beschriftung label, never empty
 * @param hilfe help text, may be empty
 * @param beispiel an example, may be empty
 * @param autocomplete token of WCAG 1.3.5, may be empty
 * @param anzahl how often
 * @param pflichtWenn makes an optional field required
 * @param werte the choices of a select; of an installed or generated list when the schema refers to one
 * @param muster compiled pattern
 * @param maxBytes limit of one file
 * @param medientypen allowed media types of a file
 * @param berechnet calculated: shown, never asked
 */
public record Feld(
        String pfad,
        Datenfeld datenfeld,
        Anzeige anzeige,
        String beschriftung,
        String hilfe,
        String beispiel,
        String autocomplete,
        Anzahl anzahl,
        Optional<Bedingung> sichtbarWenn,
        Optional<Bedingung> pflichtWenn,
        List<Datenfeld.Wert> werte,
        Optional<Muster> muster,
        long maxBytes,
        List<String> medientypen,
        boolean berechnet)
        implements Baustein {

    public Feld {
        werte = List.copyOf(werte);
        medientypen = List.copyOf(medientypen);
    }

    /** How a field is asked. */
    public enum Anzeige {
        /** One line of text. */
        ZEILE,
        /** Several lines of text. */
        MEHRZEILIG,
        /** Whole number. */
        GANZZAHL,
        /** Number with decimal comma. */
        ZAHL,
        /** Money with decimal comma. */
        GELD,
        /** Day, month, year in three boxes. */
        DATUM,
        /** {@code HH:MM}. */
        UHRZEIT,
        /** Date and time. */
        ZEITPUNKT,
        /** Yes or no, as two radios. */
        JA_NEIN,
        /** A few choices as radios. */
        RADIO,
        /** Many choices as a select. */
        AUSWAHL,
        /** Files. */
        DATEI,
        /** Shown, not to be changed. */
        FEST,
        /** Neither shown nor changed; delivered with its default. */
        VERBORGEN
    }
}
