/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc;

import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.time.Instant;

/**
 * A login under way, kept on the server until its answer comes. It serves once.
 *
 * @param nachweis secret of PKCE (code_verifier)
 * @param nonce that the ID token must name
 * @param gefordert level that was asked for
 * @param begonnen when the browser was sent out
 */
public record Oidcvorgang(String nachweis, String nonce, Vertrauensniveau gefordert, Instant begonnen) {

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Oidcvorgang[" + gefordert + "]";
    }
}
