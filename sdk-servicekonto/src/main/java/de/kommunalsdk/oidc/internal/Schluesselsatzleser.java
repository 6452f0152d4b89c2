/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.oidc.OidcFehler;
import de.kommunalsdk.oidc.Schluesselsatz;
import de.kommunalsdk.oidc.Schluesselsatz.Schluessel;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a JWK Set; what is of no use for signatures is left out, so that a new kind of key stops no login. */
public final class Schluesselsatzleser {

    private static final Set<Integer> KURVEN = Set.of(256, 384, 521);
    private static final int HOECHSTENS = 100;
    private static final BigInteger DREI = BigInteger.valueOf(3);

    private Schluesselsatzleser() {}

    public static Schluesselsatz lies(byte[] json) {
        List<Schluessel> brauchbar = new ArrayList<>();
        try {
            for (JsonNode eintrag : Json.objekt(json, OidcFehler.SCHLUESSELSATZ).path("keys")) {
                if (eintrag instanceof ObjectNode jwk && brauchbar.size() < HOECHSTENS) {
                    schluessel(jwk).ifPresent(brauchbar::add);
                }
            }
        } catch (Ablehnung e) {
            throw new InvalidInput(OidcFehler.SCHLUESSELSATZ, e.detail());
        }
        if (brauchbar.isEmpty()) {
            throw new InvalidInput(OidcFehler.SCHLUESSELSATZ, "kein brauchbarer Schluessel");
        }
        return new Schluesselsatz(brauchbar);
    }

    private static Optional<Schluessel> schluessel(ObjectNode jwk) {
        boolean signiert = jwk.path("use").asText("sig").equals("sig") && pruefend(jwk.path("key_ops"));
        if (!signiert || jwk.has("d")) { // a private key that is published is nobody's any more
            return Optional.empty();
        }
        try {
            PublicKey schluessel =
                    switch (jwk.path("kty").asText("")) {
                        case "RSA" -> RSAKey.parse(jwk.toString()).toRSAPublicKey();
                        case "EC" -> ECKey.parse(jwk.toString()).toECPublicKey();
                        default -> null;
                    };
            return schluessel != null && istStark(schluessel)
                    ? Optional.of(new Schluessel(
                            Json.text(jwk, "kid").orElse(""), jwk.path("alg").asText(""), schluessel))
                    : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty(); // a point that is not on its curve, for example
        }
    }

    private static boolean pruefend(JsonNode aufgaben) {
        for (JsonNode aufgabe : aufgaben) {
            if (aufgabe.asText("").equals("verify")) {
                return true;
            }
        }
        return aufgaben.isMissingNode();
    }

    private static boolean istStark(PublicKey schluessel) {
        if (schluessel instanceof RSAPublicKey rsa) {
            int bits = rsa.getModulus().bitLength();
            return bits >= 2048
                    && bits <= 8192 // larger ones cost more than they give
                    && rsa.getPublicExponent().compareTo(DREI) >= 0
                    && rsa.getPublicExponent().bitLength() <= 64
                    && !Roca.betrifft(rsa.getModulus());
        }
        return KURVEN.contains(((ECPublicKey) schluessel).getParams().getOrder().bitLength());
    }
}
