/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc;

import de.kommunalsdk.nutzerkonto.Vertrauensniveau;

/**
 * A login under way, kept on the server until its answer comes. It serves once.
 *
 * @param nachweis secret of PKCE (code_verifier)
 * @param nonce that the ID token must name
 * @param gefordert level that was asked for
 */
public record Oidcvorgang(String nachweis, String nonce, Vertrauensniveau gefordert) {

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Oidcvorgang[" + gefordert + "]";
    }
}
