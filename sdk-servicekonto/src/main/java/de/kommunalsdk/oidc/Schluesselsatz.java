/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.oidc.internal.Schluesselsatzleser;
import java.security.PublicKey;
import java.util.List;

/**
 * The keys that an account signs with. Keys for anything else, symmetric, private, weak or broken ones are left out.
 *
 * @param schluessel at least one
 */
public record Schluesselsatz(List<Schluessel> schluessel) {

    public Schluesselsatz {
        schluessel = List.copyOf(schluessel);
    }

    /**
     * A public key.
     *
     * @param kid its name; may be empty
     * @param verfahren the one algorithm that it is for; empty: any that fits
     * @param oeffentlich RSA or EC
     */
    public record Schluessel(String kid, String verfahren, PublicKey oeffentlich) {}

    /**
     * Reads a JWK Set.
     *
     * @throws InvalidInput {@link OidcFehler#SCHLUESSELSATZ}
     */
    public static Schluesselsatz lies(byte[] json) {
        return Schluesselsatzleser.lies(json);
    }
}
