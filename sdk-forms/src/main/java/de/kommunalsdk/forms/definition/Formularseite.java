/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.util.List;
import java.util.Optional;

/**
 * One page of a form.
 *
 * @param id part of the URL, {@code [a-z0-9-]{1,40}}
 * @param einleitung text above the fields, may be empty
 * @param abschnitt task of a long Dienst that the page belongs to; empty when it has no tasks
 * @param vertrauensniveau level needed to fill it in and to submit it; the higher of this and the level of the Dienst counts
 * @param sichtbarWenn the page is skipped when this is false
 * @param bausteine what stands on it, in order
 */
public record Formularseite(
        String id,
        String titel,
        String einleitung,
        String abschnitt,
        Vertrauensniveau vertrauensniveau,
        Optional<Bedingung> sichtbarWenn,
        List<Baustein> bausteine) {
    public Formularseite {
        bausteine = List.copyOf(bausteine);
    }

    /** The same page with this text above the fields. */
    public Formularseite mitEinleitung(String andere) {
        return new Formularseite(id, titel, andere, abschnitt, vertrauensniveau, sichtbarWenn, bausteine);
    }

    /** The same page with these elements. */
    public Formularseite mit(List<Baustein> andere) {
        return new Formularseite(id, titel, einleitung, abschnitt, vertrauensniveau, sichtbarWenn, andere);
    }
}
