/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.oidc.internal.Discoveryleser;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * What an account says about itself, checked.
 *
 * @param aussteller the issuer
 * @param autorisierung where browsers go to log in
 * @param token where codes are redeemed
 * @param schluessel where its keys are
 * @param vorab where requests are pushed beforehand (PAR)
 * @param nutzerinfo where it tells about the user
 * @param abmeldung where browsers go to log out
 * @param ausstellerInAntwort whether each answer names the issuer (RFC 9207)
 * @param ausweisungen how clients may authenticate; empty: not said
 * @param verfahren algorithms of its ID tokens; empty: not said
 */
public record Anbieterdaten(
        String aussteller,
        URI autorisierung,
        URI token,
        URI schluessel,
        Optional<URI> vorab,
        Optional<URI> nutzerinfo,
        Optional<URI> abmeldung,
        boolean ausstellerInAntwort,
        Set<String> ausweisungen,
        Set<String> verfahren) {

    public Anbieterdaten {
        ausweisungen = Set.copyOf(ausweisungen);
        verfahren = Set.copyOf(verfahren);
    }

    /**
     * Reads a discovery document.
     *
     * @param anbieter the account that it must belong to
     * @throws InvalidInput {@link OidcFehler#ANBIETERDATEN}, {@link OidcFehler#ANBIETER_ANDERER},
     *     {@link OidcFehler#ADRESSE_UNSICHER}, {@link OidcFehler#ADRESSE_FREMD}, {@link OidcFehler#FAEHIGKEIT}
     */
    public static Anbieterdaten lies(byte[] json, OidcAnbieter anbieter) {
        return Discoveryleser.lies(json, anbieter);
    }
}
