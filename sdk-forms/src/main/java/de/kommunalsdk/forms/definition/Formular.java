/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.regel.Regelwerk;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A form, compiled from the FIM schema and the overlay of dienst.yaml. Immutable.
 *
 * @param dienst its Dienst
 * @param schema its FIM schema
 * @param seiten all pages in order, at least one
 * @param synthetischeCodelisten version URNs of code lists that are not installed; in test mode each is replaced by a generated
 *     list whose entries say SYNTHETISCH; empty when the Dienst may be offered in production
 * @param regeln the translated rules of the schema
 * @param schriftform how the Antrag is signed
 * @param felder all fields of the schema by path
 * @param gruppen all groups of the schema by path, also those that are divided over several pages
 */
public record Formular(
        OzgDienst dienst,
        Stammdatenschema schema,
        List<Formularseite> seiten,
        List<String> synthetischeCodelisten,
        Regelwerk regeln,
        Schriftform schriftform,
        Map<String, Feld> felder,
        Map<String, Gruppe> gruppen) {

    public Formular {
        seiten = List.copyOf(seiten);
        synthetischeCodelisten = List.copyOf(synthetischeCodelisten);
        felder = Map.copyOf(felder);
        gruppen = Map.copyOf(gruppen);
    }

    /** The page with this id. */
    public Optional<Formularseite> seite(String id) {
        return seiten.stream().filter(s -> s.id().equals(id)).findFirst();
    }
}
