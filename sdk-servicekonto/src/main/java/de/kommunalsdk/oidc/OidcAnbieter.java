/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc;

import de.kommunalsdk.http.HttpZiel;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An account as it is configured here: its name, and the hosts that it may send us to.
 *
 * @param aussteller the issuer, character by character as its discovery says
 * @param weitere origins besides the issuer's own that its addresses may have, for example {@code https://api.konto.example}
 */
public record OidcAnbieter(String aussteller, List<URI> weitere) {

    private static final Set<String> DIESER_RECHNER = Set.of("localhost", "127.0.0.1", "[::1]");

    public OidcAnbieter {
        weitere = List.copyOf(weitere);
    }

    /** An account on one host. */
    public static OidcAnbieter von(String aussteller) {
        return new OidcAnbieter(aussteller, List.of());
    }

    /** Where its discovery is. */
    public URI discovery() {
        return URI.create(aussteller.replaceAll("/$", "") + "/.well-known/openid-configuration");
    }

    /**
     * Where requests to it may go, for {@code HttpClients.zugang}.
     *
     * @param name stands in messages and logs
     */
    public HttpZiel ziel(String name) {
        HttpZiel ziel = HttpZiel.von(name, herkuenfte().toArray(URI[]::new));
        return istHier(URI.create(aussteller)) ? ziel.mitKlartextAufLoopback() : ziel;
    }

    /** Whether an address is on one of its hosts. */
    public boolean gehoertDazu(URI adresse) {
        return adresse.getUserInfo() == null && herkuenfte().contains(herkunft(adresse));
    }

    /** Whether an address is https, or http when the account itself is on this machine. */
    public boolean istSicher(URI adresse) {
        return istErlaubt(adresse) && ("https".equals(adresse.getScheme()) || istHier(URI.create(aussteller)));
    }

    /** Whether an address is https, or http on this machine, with a host and nothing that misleads. */
    static boolean istErlaubt(URI adresse) {
        return adresse.getHost() != null
                && adresse.getUserInfo() == null
                && adresse.getFragment() == null
                && ("https".equals(adresse.getScheme()) || istHier(adresse));
    }

    private static boolean istHier(URI adresse) {
        return "http".equals(adresse.getScheme()) && DIESER_RECHNER.contains(String.valueOf(adresse.getHost()));
    }

    private List<URI> herkuenfte() {
        List<URI> alle = new ArrayList<>();
        alle.add(herkunft(URI.create(aussteller)));
        weitere.forEach(adresse -> alle.add(herkunft(adresse)));
        return alle;
    }

    private static URI herkunft(URI adresse) {
        return URI.create(adresse.getScheme() + "://" + adresse.getRawAuthority());
    }
}
