/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Where the verifier has the metadata of the account from. Thread-safe. */
@FunctionalInterface
public interface Metadatenquelle {

    /** The metadata to use now; does not wait for a network as long as good ones are at hand. */
    IdpMetadaten aktuell();

    /**
     * The same without waiting for a network; empty while they are still asked for, or cannot be had.
     */
    default Optional<IdpMetadaten> zurHand() {
        return Optional.of(aktuell());
    }

    /**
     * Asks for newer metadata because a signature fits none of the keys that were tried; may block for one call, its own or
     * the one that runs.
     *
     * @return whether {@link #aktuell()} now has other keys than those
     */
    default boolean dringend(IdpMetadaten versucht) {
        return false;
    }

    /** What is known of the way to them. */
    default Stand stand() {
        return Stand.UNBEKANNT;
    }

    /**
     * The way to metadata.
     *
     * @param geholt when those in use were fetched
     * @param uhrabweichung how far the own clock is off the account's, without sign
     * @param fehler code of why the last call failed; empty when it did not
     */
    record Stand(Optional<Instant> geholt, Optional<Duration> uhrabweichung, Optional<String> fehler) {

        /** Nothing is known, as of a file. */
        public static final Stand UNBEKANNT = new Stand(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
