/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc;

/** Where the relying party knows the account from. Thread-safe. */
@FunctionalInterface
public interface Anbieterquelle {

    /** What is to be used now; does not wait for a network as long as something good is at hand. */
    Anbieterstand aktuell();

    /**
     * Asks for newer keys because a signature fits none of those at hand; may block for one call.
     *
     * @return whether {@link #aktuell()} now has other keys
     */
    default boolean dringend() {
        return false;
    }
}
