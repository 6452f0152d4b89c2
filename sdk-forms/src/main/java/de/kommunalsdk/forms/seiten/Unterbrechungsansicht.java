/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

/**
 * The page of an interrupted Antrag.
 *
 * @param dienst title of the Dienst
 * @param pfad path of the draft
 * @param bis last day of the draft
 * @param mitPost whether the code can be mailed
 * @param erinnerungstage how many days before its expiry a mail reminds of the draft
 * @param mitBeiseite whether answers of an earlier version were set aside
 * @param eingabe what was typed as address
 * @param gesendetAn the address that the code goes to; empty: none
 * @param meldung error about the address; empty: none
 */
public record Unterbrechungsansicht(
        String dienst,
        String pfad,
        String code,
        String bis,
        boolean mitPost,
        long erinnerungstage,
        boolean mitBeiseite,
        String eingabe,
        String gesendetAn,
        String meldung,
        String fehlercode) {

    /** Leaves code and address out. */
    @Override
    public String toString() {
        return "Unterbrechungsansicht[" + dienst + "]";
    }
}
