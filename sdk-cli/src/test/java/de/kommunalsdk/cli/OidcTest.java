/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.kommunalsdk.saml.Schluesselpaar;
import de.kommunalsdk.testkit.konto.Testschluessel;
import de.kommunalsdk.testkit.konto.Testtoken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code oidc verify-id-token}. */
class OidcTest {

    private static final Instant ZEIT = Instant.parse("2026-11-23T10:02:46Z");
    private static final Schluesselpaar KONTO = Testschluessel.rsa(2048);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path ordner;

    private static Map<String, Object> angaben() {
        return new HashMap<>(Map.of(
                "iss", "https://konto.example",
                "aud", "portal",
                "sub", "erika-1",
                "iat", ZEIT.getEpochSecond(),
                "exp", ZEIT.getEpochSecond() + 300,
                "nonce", "n",
                "acr", "STORK-QAA-Level-3",
                "given_name", "Erika"));
    }

    private static String token(Map<String, ?> angaben) {
        return Testtoken.signiere(Map.of("alg", "PS256", "kid", "k1"), angaben, KONTO);
    }

    private Lauf pruefe(String token, String... weitere) throws IOException {
        Path jwks = Files.writeString(
                ordner.resolve("jwks.json"),
                JSON.writeValueAsString(Map.of("keys", List.of(Testtoken.jwk(KONTO, "k1")))));
        List<Object> argumente = new ArrayList<>(List.of(
                "oidc",
                "verify-id-token",
                "--issuer",
                "https://konto.example",
                "--client-id",
                "portal",
                "--jwks",
                jwks));
        if (!Arrays.asList(weitere).contains("--at")) {
            argumente.addAll(List.of("--at", ZEIT));
        }
        argumente.addAll(Arrays.asList(weitere));
        argumente.add(Files.writeString(ordner.resolve("token"), token));
        return Lauf.mit(argumente.toArray());
    }

    private static JsonNode json(Lauf lauf) throws JsonProcessingException {
        return JSON.readTree(lauf.ergebnisse());
    }

    @Test
    void aGoodTokenIsAccepted() throws IOException {
        for (String acr : List.of("STORK-QAA-Level-3", "STORK-QAA-Level-1", "3")) {
            Lauf lauf = pruefe(token(angaben()) + "\n", "--nonce", "n", "--acr", acr);
            assertThat(lauf.code()).as(lauf.ergebnisse() + lauf.fehler()).isEqualTo(Kommandozeile.OK);
            assertThat(json(lauf).path("result").asText()).isEqualTo("ACCEPTED");
            assertThat(json(lauf).path("subject").asText()).isEqualTo("erika-1");
            assertThat(json(lauf).path("claims").path("given_name").asText()).isEqualTo("Erika");
        }
    }

    private void abgelehnt(Lauf lauf, String code) throws IOException {
        assertThat(lauf.code()).isEqualTo(Kommandozeile.BEFUNDE);
        assertThat(json(lauf).path("result").asText()).isEqualTo("REJECTED");
        assertThat(json(lauf).path("reason").asText()).as(lauf.ergebnisse()).isEqualTo(code);
        assertThat(json(lauf).path("detail").asText()).isNotEmpty();
        assertThat(lauf.ergebnisse()).doesNotContain("Erika", "erika");
    }

    @Test
    void aBadTokenIsRejectedWithItsCode() throws IOException {
        String gut = token(angaben());
        abgelehnt(pruefe(gut, "--nonce", "andere"), "OZG-OIDC-0048");
        abgelehnt(pruefe(gut, "--acr", "4"), "OZG-OIDC-0054");
        abgelehnt(pruefe(gut, "--acr", "unbekannt"), "OZG-OIDC-0053");
        abgelehnt(pruefe(gut, "--at", "2027-01-01T00:00:00Z"), "OZG-OIDC-0045");
        abgelehnt(pruefe(gut.substring(0, gut.length() - 4) + "AAAA"), "OZG-OIDC-0041");
        abgelehnt(pruefe("kein Token"), "OZG-OIDC-0031");
        abgelehnt(pruefe("A".repeat(70_000)), "OZG-OIDC-0030");
        String keine = Testtoken.signiere(Map.of("alg", "PS256"), angaben(), KONTO)
                .replaceFirst(
                        "^[^.]+",
                        java.util.Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.US_ASCII)));
        abgelehnt(pruefe(keine), "OZG-OIDC-0034");
        Map<String, Object> ohneNiveau = angaben();
        ohneNiveau.remove("acr");
        abgelehnt(pruefe(token(ohneNiveau), "--acr", "3"), "OZG-OIDC-0052");
        Map<String, Object> fremd = angaben();
        fremd.put("iss", "https://boese.example");
        abgelehnt(pruefe(token(fremd)), "OZG-OIDC-0042");
    }

    @Test
    void keysThatAreNoneAreSaidToBe() throws IOException {
        Path jwks = Files.writeString(ordner.resolve("leer.json"), "{\"keys\":[]}");
        Path token = Files.writeString(ordner.resolve("t"), token(angaben()));
        Lauf lauf = Lauf.mit(
                "oidc",
                "verify-id-token",
                "--issuer",
                "https://konto.example",
                "--client-id",
                "portal",
                "--jwks",
                jwks,
                token);
        abgelehnt(lauf, "OZG-OIDC-0007");
        assertThat(Lauf.mit("oidc", "verify-id-token", token).code()).isEqualTo(2);
    }
}
