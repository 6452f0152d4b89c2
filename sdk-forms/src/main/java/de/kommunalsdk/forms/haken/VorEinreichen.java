/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.haken;

import java.util.Optional;

/** Called when a complete Antrag is about to be submitted, and may refuse. */
@FunctionalInterface
public non-sealed interface VorEinreichen extends Haken {

    /**
     * Why the Antrag is not taken as it is, and what to do, for the citizen and in the language of the context; empty: it
     * is taken. The page shows it with OZG-FORM-0026. May be called more than once for one Antrag. A fault stops the
     * submission: the citizen may try again.
     */
    Optional<String> ablehnung(Kontext kontext);
}
