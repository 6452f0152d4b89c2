/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.kommunalsdk.oidc.IdTokendiagnose;
import de.kommunalsdk.oidc.IdTokendiagnose.Auftrag;
import de.kommunalsdk.oidc.IdTokendiagnose.Befund;
import de.kommunalsdk.oidc.OidcKlient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whatever is sent, a token is refused as a value: nobody without the account's key gets in. And whatever the account signs
 * (bytes that begin with <code>{</code> are taken for claims, or for header and claims on two lines), nothing is thrown, and
 * who is accepted has a name.
 */
class IdTokenFuzzTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final byte[] KOPF = "{\"alg\":\"ES256\",\"kid\":\"ec\"}".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] JWKS = Testtoken.json(Map.of("keys", List.of(Testtoken.jwk(Pruefstelle.EC, "ec"))));

    @FuzzTest(maxDuration = "10m")
    void anyToken(byte[] bytes) throws JsonProcessingException {
        boolean signiert = bytes.length > 0 && bytes[0] == '{';
        Befund befund = IdTokendiagnose.pruefe(
                new Auftrag(
                        "https://konto.example",
                        "portal",
                        JWKS,
                        Optional.empty(),
                        Pruefstelle.JETZT,
                        Optional.empty(),
                        OidcKlient.ALLE_VERFAHREN),
                signiert ? signiere(bytes) : bytes);
        JsonNode json = JSON.readTree(befund.json());
        if (befund.angenommen() && (!signiert || json.path("subject").asText("").isBlank())) {
            throw new IllegalStateException("accepted without the key of the account, or without a name");
        }
    }

    private static byte[] signiere(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int zeile = text.indexOf('\n');
        byte[] kopf = zeile < 0 ? KOPF : text.substring(0, zeile).getBytes(StandardCharsets.ISO_8859_1);
        String signiert = Testtoken.base64(kopf) + "."
                + Testtoken.base64(text.substring(zeile + 1).getBytes(StandardCharsets.ISO_8859_1));
        try {
            Signature signatur = Signature.getInstance("SHA256withECDSAinP1363Format");
            signatur.initSign(Pruefstelle.EC.schluessel());
            signatur.update(signiert.getBytes(StandardCharsets.US_ASCII));
            return (signiert + "." + Testtoken.base64(signatur.sign())).getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
