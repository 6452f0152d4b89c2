/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import de.kommunalsdk.beteiligung.Zustimmungsstand;
import java.util.Locale;

/**
 * One person as the applicant sees it.
 *
 * @param id of the person's part, empty before a round
 * @param titel of the role
 * @param name as the form has it, may be empty
 * @param email as the form has it, may be empty
 * @param zeit when decided, may be empty
 * @param link to be passed on by the applicant, shown once; empty when it was sent
 * @param grund why declined, may be empty
 */
public record Beteiligtenansicht(
        String id,
        String titel,
        String name,
        String email,
        Zustimmungsstand stand,
        String zeit,
        String link,
        String grund) {

    /** Key of the text for the state. */
    public String standtext() {
        return "beteiligt.stand." + stand.name().toLowerCase(Locale.ROOT);
    }

    public boolean istOffen() {
        return stand == Zustimmungsstand.OFFEN;
    }

    /** Leaves the person out. */
    @Override
    public String toString() {
        return "Beteiligtenansicht[" + id + ", " + stand + "]";
    }
}
