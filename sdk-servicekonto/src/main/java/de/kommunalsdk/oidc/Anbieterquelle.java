/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc;

import java.time.Instant;
import java.util.Optional;

/** Where the relying party knows the account from. Thread-safe. */
@FunctionalInterface
public interface Anbieterquelle {

    /** What is to be used now; does not wait for a network as long as something good is at hand. */
    Anbieterstand aktuell();

    /** The same without waiting for a network; empty while it is still asked for, or cannot be had. */
    default Optional<Anbieterstand> zurHand() {
        return Optional.of(aktuell());
    }

    /** What is known of the way to it. */
    default Stand stand() {
        return Stand.UNBEKANNT;
    }

    /**
     * The way to an account.
     *
     * @param geholt when what is in use was fetched
     * @param fehler code of why the last call failed; empty when it did not
     */
    record Stand(Optional<Instant> geholt, Optional<String> fehler) {

        /** Nothing is known. */
        public static final Stand UNBEKANNT = new Stand(Optional.empty(), Optional.empty());
    }

    /** Why newer keys are asked for. */
    enum Anlass {
        /** Somebody logs in. */
        ANMELDUNG,
        /** Somebody, the account or not, says that a session is over: this must not use up the calls of logins. */
        ABMELDUNG
    }

    /**
     * Asks for newer keys because a signature fits none of those that were tried; may block for one call, its own or the one
     * that runs.
     *
     * @return whether {@link #aktuell()} now has other keys than those
     */
    default boolean dringend(Schluesselsatz versucht, Anlass anlass) {
        return false;
    }
}
