/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.postfach;

import java.util.Optional;

/**
 * The mailbox of who applied.
 *
 * @param quelle name of the account that it belongs to, for example {@code BundID}
 * @param adresse its address there ({@code legacyPostkorbHandle} of the BundID); empty for a guest, who has none
 * @param antragskennung id that the account gave the one login of this Antrag ({@code applicationId}), for its status monitor
 */
public record Postfachadresse(String quelle, String adresse, Optional<String> antragskennung) {

    /** Without address and id, which are personal data. */
    @Override
    public String toString() {
        return "Postfachadresse[" + quelle + "]";
    }
}
