/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.oidc.internal.Ablehnung;
import de.kommunalsdk.oidc.internal.Logouttoken;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Verifies that the account itself ends sessions (back-channel logout). Thread-safe. */
public final class Abmeldepruefer {

    private final Logouttoken pruefer;

    /** A verifier for one account. */
    public Abmeldepruefer(OidcKlient klient, Anbieterquelle quelle, Clock uhr) {
        this.pruefer = new Logouttoken(klient, quelle, uhr);
    }

    /**
     * Whose sessions are over.
     *
     * @param subjekt the user (sub); with a session as well only that one is over, and those of which no name is known
     * @param sitzung the session at the account (sid)
     * @param kennung id of the token (jti), to be remembered until it is too old: the same again must end no session that
     *     began after it
     * @param bis when it is too old
     */
    public record Abgemeldet(Optional<String> subjekt, Optional<String> sitzung, String kennung, Instant bis) {
        /** Without the ids. */
        @Override
        public String toString() {
            return "Abgemeldet[" + (sitzung.isPresent() ? "Sitzung" : "Person") + "]";
        }
    }

    /**
     * Verifies a token. Blocks for one call when the account may have changed its keys.
     *
     * @throws InvalidInput with a code of {@link OidcFehler}; the account is answered 400
     */
    public Abgemeldet pruefe(String logoutToken) {
        try {
            return pruefer.pruefe(logoutToken);
        } catch (Ablehnung e) {
            throw new InvalidInput(e.grund(), e.detail());
        }
    }
}
