/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.kommunalsdk.oidc.AivotBroker;
import de.kommunalsdk.saml.Schluesselpaar;
import de.kommunalsdk.testkit.konto.Oidcserver;
import de.kommunalsdk.testkit.konto.Testperson;
import de.kommunalsdk.testkit.konto.Testschluessel;
import de.kommunalsdk.testkit.konto.Testtoken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code konto doctor-oidc}. */
class OidcDoctorTest {

    private static final Schluesselpaar PORTAL = Testschluessel.rsa(3072);
    private static final Schluesselpaar KONTO = Testschluessel.rsa(2048);
    private static final String KONTO_NAME = "https://konto.example";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path ordner;

    private final Map<String, Object> discovery = new LinkedHashMap<>(Map.of(
            "issuer", KONTO_NAME,
            "authorization_endpoint", KONTO_NAME + "/auth",
            "token_endpoint", KONTO_NAME + "/token",
            "jwks_uri", KONTO_NAME + "/jwks",
            "end_session_endpoint", KONTO_NAME + "/logout",
            "pushed_authorization_request_endpoint", KONTO_NAME + "/par",
            "authorization_response_iss_parameter_supported", true,
            "token_endpoint_auth_methods_supported", List.of("private_key_jwt"),
            "id_token_signing_alg_values_supported", List.of("PS256", "HS256")));
    private Object jwk = Testtoken.jwk(Testschluessel.ec(), "k1");

    @BeforeEach
    void dateien() throws IOException, CertificateEncodingException {
        pem("key", "PRIVATE KEY", PORTAL.schluessel().getEncoded());
        pem("cert", "CERTIFICATE", PORTAL.zertifikat().getEncoded());
    }

    private void pem(String name, String art, byte[] der) throws IOException {
        Files.writeString(
                ordner.resolve(name),
                "-----BEGIN " + art + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + art
                        + "-----\n");
    }

    private Lauf doctor(String aussteller, String... weitere) {
        List<Object> argumente = new ArrayList<>(List.of(
                "konto",
                "doctor-oidc",
                "--issuer",
                aussteller,
                "--client-id",
                "portal",
                "--redirect-uri",
                "https://portal.example/konto/acs/land",
                "--json"));
        argumente.addAll(Arrays.asList(weitere));
        return Lauf.mit(argumente.toArray());
    }

    private String[] mit(String... weitere) {
        List<String> alle = new ArrayList<>(List.of(
                "--key",
                ordner.resolve("key").toString(),
                "--cert",
                ordner.resolve("cert").toString()));
        alle.addAll(Arrays.asList(weitere));
        return alle.toArray(String[]::new);
    }

    private Lauf ausDatei(String... weitere) throws IOException {
        Path d = Files.write(ordner.resolve("d.json"), JSON.writeValueAsBytes(discovery));
        Path k = Files.write(ordner.resolve("k.json"), JSON.writeValueAsBytes(Map.of("keys", List.of(jwk))));
        List<String> alle = new ArrayList<>(List.of("--discovery", d.toString(), "--jwks", k.toString()));
        alle.addAll(Arrays.asList(weitere));
        return doctor(KONTO_NAME, mit(alle.toArray(String[]::new)));
    }

    private static void findet(Lauf lauf, int exit, String... befunde) throws IOException {
        JsonNode json = JSON.readTree(lauf.ergebnisse());
        List<String> gefunden = new ArrayList<>();
        for (JsonNode b : json.path("findings")) {
            gefunden.add(b.path("code").asText() + " " + b.path("severity").asText());
            assertThat(b.path("remedy").asText()).isNotBlank();
        }
        assertThat(gefunden).as(lauf.ergebnisse() + lauf.fehler()).containsExactlyInAnyOrder(befunde);
        assertThat(lauf.code()).isEqualTo(exit);
    }

    @Test
    void nothingIsWrong() throws IOException {
        Lauf lauf = ausDatei("--portal", "https://portal.example/ozg");
        findet(lauf, Kommandozeile.OK);
        JsonNode json = JSON.readTree(lauf.ergebnisse());
        assertThat(json.path("account").asText()).isEqualTo(KONTO_NAME);
        assertThat(json.path("certificateUntil").asText()).isEqualTo("2049-12-31T00:00:00Z");
    }

    @Test
    void theOwnCertificateRunsOut() throws IOException {
        findet(ausDatei("--at", "2049-10-31T00:00:00Z"), Kommandozeile.OK); // 61 days
        findet(ausDatei("--at", "2049-12-30T00:00:00Z"), Kommandozeile.OK, "OZG-OIDC-0090 WARNUNG");
        findet(ausDatei("--at", "2049-12-31T00:00:00Z"), Kommandozeile.BEFUNDE, "OZG-OIDC-0090 FEHLER");
    }

    @Test
    void whatTheAccountCannotDo() throws IOException {
        discovery.put("token_endpoint_auth_methods_supported", List.of("client_secret_post"));
        discovery.put("id_token_signing_alg_values_supported", List.of("HS256", "none"));
        findet(ausDatei(), Kommandozeile.BEFUNDE, "OZG-OIDC-0006 FEHLER", "OZG-OIDC-0034 FEHLER");
    }

    @Test
    void whatCouldBeBetter() throws IOException {
        discovery
                .keySet()
                .removeAll(List.of(
                        "end_session_endpoint",
                        "pushed_authorization_request_endpoint",
                        "authorization_response_iss_parameter_supported"));
        jwk = Testtoken.jwk(KONTO, "k1");
        findet(ausDatei(), Kommandozeile.OK, "OZG-OIDC-0086 WARNUNG", "OZG-OIDC-0088 WARNUNG", "OZG-OIDC-0089 HINWEIS");
        assertThat(ausDatei("--post-logout-redirect-uri", "https://portal.example/konto/abgemeldet")
                        .ergebnisse())
                .contains("OZG-OIDC-0087");
    }

    @Test
    void anotherIssuerAnotherHostAndNoHttps() throws IOException {
        discovery.put("jwks_uri", "https://anderswo.example/jwks");
        findet(ausDatei(), Kommandozeile.BEFUNDE, "OZG-OIDC-0005 FEHLER");
        findet(ausDatei("--origin", "https://anderswo.example"), Kommandozeile.OK);
        discovery.put("token_endpoint", "http://konto.example/token");
        findet(ausDatei(), Kommandozeile.BEFUNDE, "OZG-OIDC-0004 FEHLER");
        discovery.put("issuer", KONTO_NAME + "/");
        findet(ausDatei(), Kommandozeile.BEFUNDE, "OZG-OIDC-0003 FEHLER");
        findet(doctor("http://konto.example", mit()), Kommandozeile.BEFUNDE, "OZG-OIDC-0080 FEHLER");
        findet(
                ausDatei("--portal", "https://stadt.example/ozg"),
                Kommandozeile.BEFUNDE,
                "OZG-KONTO-0011 FEHLER",
                "OZG-OIDC-0003 FEHLER");
    }

    @Test
    void anAccountIsAskedAndItsClockCompared() throws IOException {
        try (var server = Oidcserver.starte(
                AivotBroker.profil("BundID", "bundid"), Clock.systemUTC(), List.of(Testperson.erika()))) {
            String name = server.anbieter().aussteller();
            server.skript().schluessel("ES256", List.of(Testschluessel.ec()));
            findet(doctor(name, mit()), Kommandozeile.OK, "OZG-OIDC-0089 HINWEIS");
            assertThat(server.aufrufe("/jwks")).isEqualTo(1);
            server.skript().ausgefallen(true);
            findet(doctor(name, mit()), Kommandozeile.BEFUNDE, "OZG-HTTP-0007 FEHLER");
        }
    }

    @Test
    void whatIsMissing() throws IOException {
        assertThat(doctor(KONTO_NAME, "--key", ordner.resolve("key").toString()).code())
                .as("half a pair")
                .isEqualTo(2);
        assertThat(doctor(KONTO_NAME, "--discovery", "fehlt.json").code()).isEqualTo(2);
        assertThat(doctor(KONTO_NAME, mit("--discovery", "fehlt.json", "--jwks", "fehlt.json"))
                        .code())
                .isEqualTo(Kommandozeile.FEHLSCHLAG);
        discovery.put("token_endpoint_auth_methods_supported", List.of("client_secret_basic"));
        Path d = Files.write(ordner.resolve("d.json"), JSON.writeValueAsBytes(discovery));
        Path k = Files.write(ordner.resolve("k.json"), JSON.writeValueAsBytes(Map.of("keys", List.of(jwk))));
        findet(
                doctor(KONTO_NAME, "--discovery", d.toString(), "--jwks", k.toString()),
                Kommandozeile.OK,
                "OZG-OIDC-0083 WARNUNG");
    }
}
