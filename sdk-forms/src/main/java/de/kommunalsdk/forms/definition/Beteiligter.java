/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Somebody else who has to agree to an Antrag before it is submitted: a role of {@code beteiligte} in dienst.yaml.
 *
 * @param id of the role, {@code [a-z0-9-]{1,40}}
 * @param titel name of the role as people read it
 * @param wenn the role is asked only when this is true
 * @param je path of a repeated group: one person for each of its entries
 * @param name path of the field with the person's name, or of several
 * @param email path of the field with the person's mail address
 * @param sicht what the person may see of the applicant's answers: pages with these elements only
 * @param seiten ids of the pages that this person fills in; empty for a mere consent
 * @param vertrauensniveau login that the person needs
 * @param frist time to decide
 * @param erklaerung what the person declares by agreeing
 */
public record Beteiligter(
        String id,
        String titel,
        Optional<Bedingung> wenn,
        Optional<String> je,
        List<String> name,
        Optional<String> email,
        List<Formularseite> sicht,
        List<String> seiten,
        Vertrauensniveau vertrauensniveau,
        Duration frist,
        String erklaerung) {

    public Beteiligter {
        name = List.copyOf(name);
        sicht = List.copyOf(sicht);
        seiten = List.copyOf(seiten);
    }
}
