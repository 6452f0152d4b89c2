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
}
