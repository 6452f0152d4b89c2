/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml;

import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.time.Instant;

/**
 * The login that an answer must belong to. Whoever keeps it takes it out atomically before the answer is verified, so that
 * it serves once, and gives only that of the browser which sends the answer.
 *
 * @param anfrageId ID of the AuthnRequest
 * @param begonnen when it was made
 * @param gefordert level that was asked for
 */
public record Anmeldevorgang(String anfrageId, Instant begonnen, Vertrauensniveau gefordert) {

    public Anmeldevorgang {
        if (anfrageId.isEmpty()) {
            throw new IllegalArgumentException("Anmeldevorgang: die Id der Anfrage fehlt");
        }
    }
}
