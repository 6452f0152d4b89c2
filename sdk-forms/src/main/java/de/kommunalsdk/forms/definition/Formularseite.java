/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

import java.util.List;
import java.util.Optional;

/**
 * One page of a form.
 *
 * @param id part of the URL, {@code [a-z0-9-]{1,40}}
 * @param einleitung text above the fields, may be empty
 * @param sichtbarWenn the page is skipped when this is false
 * @param bausteine what stands on it, in order
 */
public record Formularseite(
        String id, String titel, String einleitung, Optional<Bedingung> sichtbarWenn, List<Baustein> bausteine) {
    public Formularseite {
        bausteine = List.copyOf(bausteine);
    }
}
