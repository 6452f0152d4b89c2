/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kommunalsdk.oidc.OidcFehler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks of claims, each for itself. Times may differ by a minute. */
record Anspruch(ObjectNode angaben, Instant jetzt) {

    private static final double ABWEICHUNG = 60;
    private static final Pattern SUB = Pattern.compile("[\\x20-\\x7e]{1,255}");

    void aussteller(String erwartet) {
        if (!Json.text(angaben, "iss").equals(Optional.of(erwartet))) {
            throw new Ablehnung(OidcFehler.ISS, angaben.has("iss") ? "" : "fehlt");
        }
    }

    /** For this client alone; nobody else is trusted with a login here. */
    void empfaenger(String klient) {
        JsonNode aud = angaben.path("aud");
        boolean allein = aud.isTextual()
                ? aud.textValue().equals(klient)
                : aud.isArray()
                        && aud.size() == 1
                        && aud.path(0).isTextual()
                        && aud.path(0).textValue().equals(klient);
        if (!allein) {
            throw new Ablehnung(OidcFehler.AUD, aud.isMissingNode() ? "fehlt" : aud.isArray() ? aud.size() + "" : "");
        }
        if (angaben.has("azp") && !Json.text(angaben, "azp").equals(Optional.of(klient))) {
            throw new Ablehnung(OidcFehler.AZP);
        }
    }

    void zeiten() {
        double sekunde = jetzt.getEpochSecond();
        double ende = Json.zeit(angaben, "exp").orElseThrow(() -> new Ablehnung(OidcFehler.EXP, "fehlt"));
        if (ende + ABWEICHUNG <= sekunde) {
            throw new Ablehnung(OidcFehler.EXP, "abgelaufen");
        }
        ausgestellt();
        if (angaben.has("nbf")
                && Json.zeit(angaben, "nbf")
                        .filter(ab -> ab <= sekunde + ABWEICHUNG)
                        .isEmpty()) {
            throw new Ablehnung(OidcFehler.NBF);
        }
    }

    void ausgestellt() {
        double ausgestellt = Json.zeit(angaben, "iat").orElseThrow(() -> new Ablehnung(OidcFehler.IAT, "fehlt"));
        if (ausgestellt > jetzt.getEpochSecond() + ABWEICHUNG) {
            throw new Ablehnung(OidcFehler.IAT, "in der Zukunft");
        }
    }

    /** By the account's own word; that the browser left out of the request what asks for it changes nothing. */
    void angemeldetAb(Instant frueheste) {
        double angemeldet =
                Json.zeit(angaben, "auth_time").orElseThrow(() -> new Ablehnung(OidcFehler.AUTH_TIME, "fehlt"));
        if (angemeldet + ABWEICHUNG < frueheste.getEpochSecond()) {
            throw new Ablehnung(OidcFehler.AUTH_TIME, "zu alt");
        }
    }

    void nonce(String erwartet) {
        String nonce = Json.text(angaben, "nonce").orElse("");
        if (!MessageDigest.isEqual(nonce.getBytes(StandardCharsets.UTF_8), erwartet.getBytes(StandardCharsets.UTF_8))) {
            throw new Ablehnung(OidcFehler.NONCE, nonce.isEmpty() ? "fehlt" : "");
        }
    }

    /** Compares a hash claim when it is there. */
    void hash(String name, String wert, Verfahren verfahren, OidcFehler grund) {
        if (angaben.has(name) && !Json.text(angaben, name).equals(Optional.of(haelfte(wert, verfahren)))) {
            throw new Ablehnung(grund);
        }
    }

    String subjekt() {
        return Json.text(angaben, "sub")
                .filter(sub -> SUB.matcher(sub).matches())
                .orElseThrow(() -> new Ablehnung(OidcFehler.SUB, angaben.has("sub") ? "" : "fehlt"));
    }

    private static String haelfte(String wert, Verfahren verfahren) {
        byte[] hash = sha(verfahren.hash(), wert);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, hash.length / 2));
    }

    static byte[] sha(String name, String wert) {
        try {
            return MessageDigest.getInstance(name).digest(wert.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-2 gibt es immer", e);
        }
    }
}
