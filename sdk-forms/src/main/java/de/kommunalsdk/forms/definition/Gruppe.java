/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

import de.kommunalsdk.xdatenfelder.Anzahl;
import java.util.List;
import java.util.Optional;

/**
 * A group of fields. An optional group (min 0) counts as given as soon as one of its fields is filled; only then its
 * own required fields are required.
 *
 * @param hilfe help text, may be empty
 * @param auswahl true for an Auswahlgruppe: exactly one child is given
 */
public record Gruppe(
        String pfad,
        String titel,
        String hilfe,
        Anzahl anzahl,
        boolean auswahl,
        Optional<Bedingung> sichtbarWenn,
        Optional<Bedingung> pflichtWenn,
        List<Baustein> kinder)
        implements Baustein {
    public Gruppe {
        kinder = List.copyOf(kinder);
    }

    /** More fields than this in an entry of a repetition, and each entry has a page of its own. */
    public static final int FELDER_JE_EINTRAG = 6;

    /** Whether entries are edited one at a time: they have many fields, or repetitions within. */
    public boolean einzeln() {
        return anzahl.mehrfach() && (felder(kinder) > FELDER_JE_EINTRAG || hatWiederholung(kinder));
    }

    /**
     * Whether this is the harmonised group of day, month and year, of which parts may be unknown: {@code G60000000083},
     * in XDF2 {@code G60000083}.
     */
    public boolean teildatum() {
        return pfad.endsWith("G60000000083") || pfad.endsWith("G60000083");
    }

    private static int felder(List<Baustein> bausteine) {
        int felder = 0;
        for (Baustein baustein : bausteine) {
            felder += baustein instanceof Gruppe gruppe ? felder(gruppe.kinder()) : baustein instanceof Feld ? 1 : 0;
        }
        return felder;
    }

    private static boolean hatWiederholung(List<Baustein> bausteine) {
        return bausteine.stream()
                .anyMatch(b ->
                        b instanceof Gruppe gruppe && (gruppe.anzahl().mehrfach() || hatWiederholung(gruppe.kinder())));
    }
}
