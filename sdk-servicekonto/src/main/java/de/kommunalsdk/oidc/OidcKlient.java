/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc;

import de.kommunalsdk.oidc.internal.Klientschluessel;
import de.kommunalsdk.oidc.internal.Verfahren;
import de.kommunalsdk.saml.Schluesselpaar;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The own side: one portal, registered at one account.
 *
 * @param id the client_id
 * @param rueckkehr where answers arrive (redirect_uri), exactly as registered
 * @param nachAbmeldung where browsers come back to after a logout at the account (post_logout_redirect_uri); empty: a logout
 *     ends the session here only
 * @param ausweis how it authenticates
 * @param verfahren algorithms of signatures that the account may use for this client, of {@link #ALLE_VERFAHREN}
 * @param dpop whether access tokens are bound to a key (RFC 9449)
 */
public record OidcKlient(
        String id,
        URI rueckkehr,
        Optional<URI> nachAbmeldung,
        Klientausweis ausweis,
        Set<String> verfahren,
        boolean dpop) {

    /** Every algorithm that there is here. None and HMAC are not among them, and nothing adds them. */
    public static final Set<String> ALLE_VERFAHREN = Verfahren.namen();

    public OidcKlient {
        verfahren = Set.copyOf(verfahren);
        if (verfahren.isEmpty() || !ALLE_VERFAHREN.containsAll(verfahren)) {
            throw new IllegalArgumentException("verfahren: mindestens eines aus " + ALLE_VERFAHREN);
        }
    }

    /** A portal that signs. */
    public static OidcKlient mitSchluessel(String id, URI rueckkehr, Schluesselpaar paar) {
        return new OidcKlient(
                id, rueckkehr, Optional.empty(), new Klientausweis.Schluessel(paar), ALLE_VERFAHREN, false);
    }

    /** A portal with a secret. */
    public static OidcKlient mitGeheimnis(String id, URI rueckkehr, Supplier<char[]> geheimnis) {
        return new OidcKlient(
                id, rueckkehr, Optional.empty(), new Klientausweis.Geheimnis(geheimnis), ALLE_VERFAHREN, false);
    }

    /** The same, logging out at the account as well. */
    public OidcKlient mitAbmeldung(URI danach) {
        return new OidcKlient(id, rueckkehr, Optional.of(danach), ausweis, verfahren, dpop);
    }

    /** The same with these algorithms only, as agreed with the account. */
    public OidcKlient nurVerfahren(Set<String> wenige) {
        return new OidcKlient(id, rueckkehr, nachAbmeldung, ausweis, wenige, dpop);
    }

    /** The same with DPoP. */
    public OidcKlient mitDpop() {
        return new OidcKlient(id, rueckkehr, nachAbmeldung, ausweis, verfahren, true);
    }

    /** The public key as JWK Set, to be registered at the account; empty for a portal with a secret. */
    public Optional<String> jwks() {
        return ausweis instanceof Klientausweis.Schluessel schluessel
                ? Optional.of(Klientschluessel.von(schluessel.paar()).jwks())
                : Optional.empty();
    }
}
