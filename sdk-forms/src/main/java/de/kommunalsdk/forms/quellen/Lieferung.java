/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.quellen;

import de.kommunalsdk.forms.definition.QuellenFehler;
import de.kommunalsdk.nutzerkonto.Attribut;
import java.util.Map;
import java.util.Optional;

/**
 * What a source gave.
 *
 * @param attribute by name
 * @param fehler why there is nothing, or less than there could be
 */
public record Lieferung(Map<String, Attribut> attribute, Optional<QuellenFehler> fehler) {

    public Lieferung {
        attribute = Map.copyOf(attribute);
    }

    static Lieferung keine(QuellenFehler grund) {
        return new Lieferung(Map.of(), Optional.of(grund));
    }
}
