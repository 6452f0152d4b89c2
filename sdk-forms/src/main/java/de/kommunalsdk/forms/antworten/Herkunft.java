/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.antworten;

import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.time.Instant;

/**
 * Where the answer at one place came from, when the citizen did not type it.
 *
 * @param quelle id of the source: {@code nutzerkonto}, id of a register, or id of a look-up in dienst.yaml
 * @param titel its name as shown
 * @param attribut which of its values
 * @param niveau how sure the source is of it; {@code OHNE} once it was changed, and for look-ups
 * @param zeit when it was fetched
 * @param fest whether the browser may not change it
 * @param geaendert whether the citizen changed it since: then the source does not stand for it any more
 */
public record Herkunft(
        String quelle,
        String titel,
        String attribut,
        Vertrauensniveau niveau,
        Instant zeit,
        boolean fest,
        boolean geaendert) {

    /** The same after the citizen typed something else. */
    public Herkunft vomAntragstellerGeaendert() {
        return new Herkunft(quelle, titel, attribut, Vertrauensniveau.OHNE, zeit, false, true);
    }

    /** The same for a value that breaks a rule: the citizen must be able to correct it. */
    public Herkunft aenderbar() {
        return new Herkunft(quelle, titel, attribut, niveau, zeit, false, geaendert);
    }
}
