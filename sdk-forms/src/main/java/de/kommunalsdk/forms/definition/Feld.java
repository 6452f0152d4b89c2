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
 * @param maxDateien how many files at most
 * @param medientypen allowed media types of a file
 * @param sonderform a form beyond the schema's type that an answer has
 * @param pruefung says quickly whether an answer is right
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
        int maxDateien,
        List<String> medientypen,
        Sonderform sonderform,
        Wertpruefung pruefung)
        implements Baustein {

    public Feld {
        werte = List.copyOf(werte);
        medientypen = List.copyOf(medientypen);
    }

    /** The same with its quick check. */
    public Feld mit(Wertpruefung andere) {
        return new Feld(
                pfad,
                datenfeld,
                anzeige,
                beschriftung,
                hilfe,
                beispiel,
                autocomplete,
                anzahl,
                sichtbarWenn,
                pflichtWenn,
                werte,
                muster,
                maxBytes,
                maxDateien,
                medientypen,
                sonderform,
                andere);
    }

    /** More entries than this are not all shown in a select: the citizen searches first. */
    public static final int SUCHE_AB = 250;

    /** Whether the choices are so many that they are searched. */
    public boolean suchbar() {
        return anzeige == Anzeige.AUSWAHL && werte.size() > SUCHE_AB;
    }

    /** Whether the citizen can answer: neither locked nor hidden. */
    public boolean fragt() {
        return anzeige != Anzeige.FEST && anzeige != Anzeige.VERBORGEN;
    }

    /** Longest answer of a text in code points: the schema's limit, else 5,000; never more than 100,000. */
    public int hoechstlaenge() {
        return Math.min(datenfeld.praezisierung().maxLength().orElse(5_000), 100_000);
    }

    /** Forms that the type of the schema does not say. */
    public enum Sonderform {
        /** None. */
        KEINE,
        /** An e-mail address. */
        EMAIL,
        /** An IBAN, kept without blanks in capitals. */
        IBAN
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
        /** Year, perhaps with month and day: {@code 2026}, {@code 2026-11} or {@code 2026-11-23}, as the pattern allows. */
        TEILDATUM,
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
