/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc;

import de.kommunalsdk.saml.Schluesselpaar;
import java.util.function.Supplier;

/** How the portal proves to the account who it is. */
public sealed interface Klientausweis {

    /**
     * By a signature ({@code private_key_jwt}): PS256 with RSA, ES256 with EC. The account has the public key.
     *
     * @param paar RSA, or EC on P-256
     */
    record Schluessel(Schluesselpaar paar) implements Klientausweis {}

    /**
     * By a secret ({@code client_secret_basic}), for accounts that cannot do better.
     *
     * @param geheimnis gives a new array for each call, which is wiped after use
     */
    record Geheimnis(Supplier<char[]> geheimnis) implements Klientausweis {
        @Override
        public String toString() {
            return "Geheimnis[]";
        }
    }
}
