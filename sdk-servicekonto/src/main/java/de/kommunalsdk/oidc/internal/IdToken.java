/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kommunalsdk.oidc.OidcFehler;
import de.kommunalsdk.oidc.Schluesselsatz;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** An ID token that was verified. */
record IdToken(String subjekt, ObjectNode angaben) {

    private static final Set<String> TYPEN = Set.of("jwt");

    /**
     * What it is verified against.
     *
     * @param nonce empty: not compared, for a token out of a file only
     * @param accessToken that came with it
     * @param code that it was given for
     * @param angemeldetAb since when the person must have logged in at the account
     */
    record Erwartung(
            String aussteller,
            String klient,
            Set<String> verfahren,
            Optional<String> nonce,
            Optional<String> accessToken,
            Optional<String> code,
            Optional<Instant> angemeldetAb,
            Instant jetzt) {}

    static IdToken pruefe(String token, Schluesselsatz schluessel, Erwartung e) {
        Jwt jwt = Jwt.pruefe(token, schluessel, e.verfahren(), TYPEN);
        Anspruch anspruch = new Anspruch(jwt.angaben(), e.jetzt());
        anspruch.aussteller(e.aussteller());
        anspruch.empfaenger(e.klient());
        anspruch.zeiten();
        e.nonce().ifPresent(anspruch::nonce);
        e.accessToken().ifPresent(wert -> anspruch.hash("at_hash", wert, jwt.verfahren(), OidcFehler.AT_HASH));
        e.code().ifPresent(wert -> anspruch.hash("c_hash", wert, jwt.verfahren(), OidcFehler.C_HASH));
        e.angemeldetAb().ifPresent(anspruch::angemeldetAb);
        return new IdToken(anspruch.subjekt(), anspruch.angaben());
    }
}
