/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc;

/** Where the relying party knows the account from. Thread-safe. */
@FunctionalInterface
public interface Anbieterquelle {

    /** What is to be used now; does not wait for a network as long as something good is at hand. */
    Anbieterstand aktuell();

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
