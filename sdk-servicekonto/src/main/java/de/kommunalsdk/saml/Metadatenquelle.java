/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml;

/** Where the verifier has the metadata of the account from. Thread-safe. */
@FunctionalInterface
public interface Metadatenquelle {

    /** The metadata to use now; does not wait for a network as long as good ones are at hand. */
    IdpMetadaten aktuell();

    /**
     * Asks for newer metadata because a signature fits none of the keys at hand; may block for one call.
     *
     * @return whether {@link #aktuell()} now has other keys
     */
    default boolean dringend() {
        return false;
    }
}
