/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml;

import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.util.Optional;

/**
 * What is asked of an account in one login.
 *
 * @param niveau least level; an account that does not negotiate levels is not told, and its answer is checked all the same
 * @param erweiterung what the accounts of the AKDB want to know besides; empty for others
 */
public record Anfragewunsch(Vertrauensniveau niveau, Optional<AkdbErweiterung> erweiterung) {

    /** Without extension. */
    public static Anfragewunsch ab(Vertrauensniveau niveau) {
        return new Anfragewunsch(niveau, Optional.empty());
    }
}
