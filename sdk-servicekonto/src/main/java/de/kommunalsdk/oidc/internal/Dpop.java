/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kommunalsdk.http.HttpAntwort;
import java.net.URI;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Proofs of possession (RFC 9449) with a key for this one login. Not thread-safe. */
final class Dpop {

    private final Klientschluessel schluessel = Klientschluessel.neu();
    private final Clock uhr;
    private Optional<String> nonce = Optional.empty();

    Dpop(Clock uhr) {
        this.uhr = uhr;
    }

    /** A new proof for a request. */
    String nachweis(String methode, URI ziel, Optional<String> zugang) {
        ObjectNode angaben = Klientschluessel.angaben()
                .put("jti", UUID.randomUUID().toString())
                .put("htm", methode)
                .put("htu", ziel.getScheme() + "://" + ziel.getRawAuthority() + ziel.getRawPath())
                .put("iat", uhr.instant().getEpochSecond());
        zugang.ifPresent(token -> angaben.put(
                "ath", Base64.getUrlEncoder().withoutPadding().encodeToString(Anspruch.sha("SHA-256", token))));
        nonce.ifPresent(wert -> angaben.put("nonce", wert));
        return schluessel.signiereMitSchluessel("dpop+jwt", angaben);
    }

    /** Takes the nonce that an answer gives; true when the answer asks for the same request with it. */
    boolean verlangtNonce(HttpAntwort antwort, String fehler) {
        antwort.kopf("DPoP-Nonce").ifPresent(wert -> nonce = Optional.of(wert));
        return fehler.equals("use_dpop_nonce") && antwort.kopf("DPoP-Nonce").isPresent();
    }
}
