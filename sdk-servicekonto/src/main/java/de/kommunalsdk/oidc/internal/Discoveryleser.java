/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.oidc.Anbieterdaten;
import de.kommunalsdk.oidc.OidcAnbieter;
import de.kommunalsdk.oidc.OidcFehler;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads a discovery document. */
public final class Discoveryleser {

    private Discoveryleser() {}

    public static Anbieterdaten lies(byte[] json, OidcAnbieter anbieter) {
        try {
            return lies(Json.objekt(json, OidcFehler.ANBIETERDATEN), anbieter);
        } catch (Ablehnung e) {
            throw new InvalidInput(e.grund(), e.detail());
        }
    }

    private static Anbieterdaten lies(ObjectNode d, OidcAnbieter anbieter) {
        if (!Json.text(d, "issuer").equals(Optional.of(anbieter.aussteller()))) {
            throw new Ablehnung(OidcFehler.ANBIETER_ANDERER);
        }
        // absent says nothing; OpenID Connect asks for the first, RFC 8414 recommends the second
        verlange(d, "response_types_supported", "code");
        verlange(d, "code_challenge_methods_supported", "S256");
        return new Anbieterdaten(
                anbieter.aussteller(),
                noetig(d, "authorization_endpoint", anbieter),
                noetig(d, "token_endpoint", anbieter),
                noetig(d, "jwks_uri", anbieter),
                adresse(d, "pushed_authorization_request_endpoint", anbieter),
                adresse(d, "userinfo_endpoint", anbieter),
                adresse(d, "end_session_endpoint", anbieter),
                d.path("authorization_response_iss_parameter_supported").asBoolean(false),
                worte(d.path("token_endpoint_auth_methods_supported")),
                worte(d.path("id_token_signing_alg_values_supported")));
    }

    private static void verlange(ObjectNode d, String name, String wort) {
        if (d.has(name) && !worte(d.path(name)).contains(wort)) {
            throw new Ablehnung(OidcFehler.FAEHIGKEIT, name);
        }
    }

    private static Set<String> worte(JsonNode liste) {
        Set<String> worte = new HashSet<>();
        liste.forEach(wort -> worte.add(wort.asText("")));
        return worte;
    }

    private static URI noetig(ObjectNode d, String name, OidcAnbieter anbieter) {
        return adresse(d, name, anbieter).orElseThrow(() -> new Ablehnung(OidcFehler.ANBIETERDATEN, name));
    }

    private static Optional<URI> adresse(ObjectNode d, String name, OidcAnbieter anbieter) {
        if (!d.has(name)) {
            return Optional.empty();
        }
        URI adresse;
        try {
            adresse = new URI(d.path(name).asText(""));
        } catch (URISyntaxException e) {
            throw new Ablehnung(OidcFehler.ANBIETERDATEN, name);
        }
        if (!anbieter.istSicher(adresse)) {
            throw new Ablehnung(OidcFehler.ADRESSE_UNSICHER, name);
        }
        if (!anbieter.gehoertDazu(adresse)) {
            throw new Ablehnung(OidcFehler.ADRESSE_FREMD, name + " " + adresse.getHost());
        }
        return Optional.of(adresse);
    }
}
