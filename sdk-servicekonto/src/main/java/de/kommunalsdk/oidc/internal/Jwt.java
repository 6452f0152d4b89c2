/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import de.kommunalsdk.oidc.OidcFehler;
import de.kommunalsdk.oidc.Schluesselsatz;
import de.kommunalsdk.oidc.Schluesselsatz.Schluessel;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A signed token whose signature was verified. The header says which of the known keys to take and nothing else: keys and
 * addresses in it ({@code jwk}, {@code jku}, {@code x5c}, {@code x5u}) are never looked at.
 */
record Jwt(Verfahren verfahren, byte[] inhalt) {

    static final int HOECHSTENS = 64 * 1024;

    private static final Pattern JWS = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

    /**
     * Verifies.
     *
     * @param erlaubt algorithms that are agreed
     * @param typen allowed {@code typ} in lower case, besides none
     */
    static Jwt pruefe(String token, Schluesselsatz schluessel, Set<String> erlaubt, Set<String> typen) {
        pruefeForm(token);
        int erster = token.indexOf('.');
        int zweiter = token.indexOf('.', erster + 1);
        ObjectNode kopf = Json.objekt(base64(token.substring(0, erster)), OidcFehler.FORM);
        byte[] inhalt = base64(token.substring(erster + 1, zweiter));
        Verfahren verfahren = verfahren(kopf, erlaubt);
        if (kopf.has("crit") || kopf.has("b64")) {
            throw new Ablehnung(OidcFehler.KRITISCH);
        }
        String typ = kopf.path("typ").asText("").toLowerCase(Locale.ROOT).replaceFirst("^application/", "");
        if (kopf.has("typ") && !typen.contains(typ)) {
            throw new Ablehnung(OidcFehler.TYP);
        }
        String signatur = token.substring(zweiter + 1);
        base64(signatur);
        Schluessel gewaehlt = waehle(kopf, schluessel, verfahren);
        if (!stimmt(verfahren, gewaehlt, token.substring(0, zweiter), signatur)) {
            throw new Ablehnung(OidcFehler.SIGNATUR);
        }
        return new Jwt(verfahren, inhalt);
    }

    /** The claims of a token that nobody has verified yet, so nothing of them may be believed. */
    static ObjectNode ungeprueft(String token) {
        pruefeForm(token);
        return Json.objekt(base64(token.split("\\.", -1)[1]), OidcFehler.FORM);
    }

    private static void pruefeForm(String token) {
        if (token.length() > HOECHSTENS) {
            throw new Ablehnung(OidcFehler.GROESSE);
        }
        if (token.chars().filter(c -> c == '.').count() == 4) {
            throw new Ablehnung(OidcFehler.VERSCHLUESSELT);
        }
        if (!JWS.matcher(token).matches()) {
            throw new Ablehnung(OidcFehler.FORM);
        }
    }

    ObjectNode angaben() {
        return Json.objekt(inhalt, OidcFehler.FORM);
    }

    private static Verfahren verfahren(ObjectNode kopf, Set<String> erlaubt) {
        String name = Json.text(kopf, "alg").orElse("");
        Verfahren verfahren =
                Verfahren.von(name).orElseThrow(() -> new Ablehnung(OidcFehler.VERFAHREN_VERBOTEN, Json.wort(name)));
        if (!erlaubt.contains(name)) {
            throw new Ablehnung(OidcFehler.VERFAHREN_ANDERES, name);
        }
        return verfahren;
    }

    private static Schluessel waehle(ObjectNode kopf, Schluesselsatz satz, Verfahren verfahren) {
        Optional<String> kid = Json.text(kopf, "kid");
        if (kopf.has("kid") && kid.isEmpty()) {
            throw new Ablehnung(OidcFehler.FORM, "kid");
        }
        List<Schluessel> genannte = satz.schluessel().stream()
                .filter(s -> kid.isEmpty() || kid.get().equals(s.kid()))
                .toList();
        if (genannte.isEmpty()) {
            throw new Ablehnung(OidcFehler.KID_UNBEKANNT);
        }
        List<Schluessel> passende = genannte.stream()
                .filter(s -> verfahren.passt(s.oeffentlich())
                        && (s.verfahren().isEmpty() || s.verfahren().equals(verfahren.name())))
                .toList();
        if (passende.isEmpty()) {
            throw new Ablehnung(OidcFehler.SCHLUESSEL_ANDERER, verfahren.name());
        }
        if (passende.size() > 1) {
            throw new Ablehnung(OidcFehler.KID_MEHRDEUTIG);
        }
        return passende.get(0);
    }

    private static boolean stimmt(Verfahren verfahren, Schluessel schluessel, String signiert, String signatur) {
        try {
            JWSVerifier pruefer = schluessel.oeffentlich() instanceof RSAPublicKey rsa
                    ? new RSASSAVerifier(rsa)
                    : new ECDSAVerifier((ECPublicKey) schluessel.oeffentlich());
            return pruefer.verify(
                    new JWSHeader(JWSAlgorithm.parse(verfahren.name())),
                    signiert.getBytes(StandardCharsets.US_ASCII),
                    new Base64URL(signatur));
        } catch (JOSEException e) {
            throw new Ablehnung(OidcFehler.SCHLUESSEL_ANDERER, verfahren.name());
        }
    }

    /** Without padding, and with the bits that are left over at zero: each value has one spelling. */
    private static byte[] base64(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // refused below
        }
        throw new Ablehnung(OidcFehler.FORM, "Base64url");
    }
}
