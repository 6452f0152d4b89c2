/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc;

import de.kommunalsdk.oidc.internal.Diagnose;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Verifies an ID token that was kept as a file, to find out why it is refused. Nobody is logged in by it. */
public final class IdTokendiagnose {

    private IdTokendiagnose() {}

    /**
     * What the token is verified against.
     *
     * @param klient the client_id
     * @param jwks keys of the account, which are trusted as they are
     * @param nonce empty: not compared
     * @param zeit the time to verify at
     * @param acr the level that was asked for, as the account calls it: the token must have the same, or by the words of the
     *     presets a higher one; empty: not looked at
     * @param verfahren algorithms that are agreed, of {@link OidcKlient#ALLE_VERFAHREN}
     */
    public record Auftrag(
            String aussteller,
            String klient,
            byte[] jwks,
            Optional<String> nonce,
            Instant zeit,
            Optional<String> acr,
            Set<String> verfahren) {}

    /**
     * What came out, as JSON.
     *
     * @param angenommen whether the token is good
     * @param json {@code {"result":"ACCEPTED","subject":...,"claims":{...}}} with the personal data of the token, or
     *     {@code {"result":"REJECTED","reason":"OZG-OIDC-...","detail":"..."}} without
     */
    public record Befund(boolean angenommen, String json) {}

    /** Verifies a token. */
    public static Befund pruefe(Auftrag auftrag, byte[] datei) {
        return Diagnose.pruefe(auftrag, datei);
    }
}
