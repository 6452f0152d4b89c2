/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.kommunalsdk.saml.Schluesselpaar;
import de.kommunalsdk.testkit.konto.Antwortbauer;
import de.kommunalsdk.testkit.konto.Testdienst;
import de.kommunalsdk.testkit.konto.Testkonto;
import de.kommunalsdk.testkit.konto.Testschluessel;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code saml verify}, {@code saml metadata} and {@code konto doctor}. */
class SamlTest {

    private static final Instant ZEIT = Instant.parse("2026-11-23T10:02:46Z");
    private static final Schluesselpaar IDP = Testschluessel.rsa(2048);
    private static final Schluesselpaar SP = Testschluessel.rsa(2048);
    private static final String NAME = "https://portal.example/sp";
    private static final String ACS = "https://portal.example/acs";
    private static final Testkonto KONTO =
            new Testkonto("https://id.example/idp", URI.create("https://id.example/sso"), List.of(IDP));
    private static final Testdienst DIENST =
            new Testdienst(NAME, URI.create(ACS), List.of(SP.zertifikat()), List.of(SP.zertifikat()));

    @TempDir
    private Path ordner;

    @BeforeEach
    void dateien() throws IOException, CertificateEncodingException {
        Files.write(ordner.resolve("idp.xml"), KONTO.metadaten());
        pem("sp.key", "PRIVATE KEY", SP.schluessel().getEncoded());
        pem("sp.crt", "CERTIFICATE", SP.zertifikat().getEncoded());
    }

    private void pem(String name, String art, byte[] der) throws IOException {
        Files.writeString(
                ordner.resolve(name),
                "-----BEGIN " + art + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + art
                        + "-----\n");
    }

    private Antwortbauer antwort() {
        return new Antwortbauer(KONTO, DIENST, "_anfrage", ZEIT).attribut("urn:oid:2.5.4.42", "HOCH", "Erika");
    }

    private Lauf pruefe(String antwort, String... weitere) throws IOException {
        Path datei = Files.writeString(ordner.resolve("antwort"), antwort);
        List<Object> argumente = new ArrayList<>(List.of(
                "saml",
                "verify",
                "--idp-metadata",
                ordner.resolve("idp.xml"),
                "--sp-key",
                ordner.resolve("sp.key"),
                "--sp-cert",
                ordner.resolve("sp.crt"),
                "--entity-id",
                NAME,
                "--acs",
                ACS));
        if (!Arrays.asList(weitere).contains("--at")) {
            argumente.addAll(List.of("--at", ZEIT));
        }
        argumente.addAll(Arrays.asList(weitere));
        argumente.add(datei);
        return Lauf.mit(argumente.toArray());
    }

    private static JsonNode json(Lauf lauf) throws IOException {
        return JsonMapper.builder().build().readTree(lauf.ergebnisse());
    }

    @Test
    void aGoodAnswerIsAcceptedAsXmlAndAsBase64() throws IOException {
        for (String antwort :
                List.of(antwort().baue(), antwort().xml(), "\ufeff " + antwort().xml())) {
            Lauf lauf = pruefe(antwort, "--in-response-to", "_anfrage");
            assertThat(lauf.code()).as(lauf.ergebnisse() + lauf.fehler()).isEqualTo(Kommandozeile.OK);
            JsonNode json = json(lauf);
            assertThat(json.path("result").asText()).isEqualTo("ACCEPTED");
            assertThat(json.path("nameId").asText()).isNotEmpty();
            assertThat(json.path("level").asText()).isEqualTo("substanziell");
            assertThat(json.path("attributes").path("urn:oid:2.5.4.42").asText())
                    .isEqualTo("Erika");
        }
        assertThat(pruefe(antwort().baue()).code()).isEqualTo(Kommandozeile.OK);
    }

    private void abgelehnt(Lauf lauf, String code) throws IOException {
        assertThat(lauf.code()).isEqualTo(Kommandozeile.BEFUNDE);
        assertThat(json(lauf).path("result").asText()).isEqualTo("REJECTED");
        assertThat(json(lauf).path("reason").asText()).as(lauf.ergebnisse()).isEqualTo(code);
        assertThat(lauf.ergebnisse()).doesNotContain("Erika");
    }

    @Test
    void aBadAnswerIsRejectedWithItsCode() throws IOException {
        abgelehnt(pruefe(antwort().baue(), "--in-response-to", "_andere"), "OZG-SAML-0035");
        abgelehnt(
                pruefe(antwort()
                        .text(x -> x.replace("InResponseTo=\"_anfrage\"", ""))
                        .baue()),
                "OZG-SAML-0035");
        abgelehnt(pruefe(antwort().signiert(false, false).baue()), "OZG-SAML-0027");
        abgelehnt(pruefe(antwort().verschluesselt(null).baue()), "OZG-SAML-0028");
        abgelehnt(pruefe(antwort().baue(), "--at", "2027-01-01T00:00:00Z"), "OZG-SAML-0038");
        abgelehnt(pruefe(antwort().baue(), "--profile", "muk"), "OZG-SAML-0043");
        abgelehnt(pruefe("QUFB".repeat(200_000)), "OZG-SAML-0003");
        abgelehnt(
                pruefe(antwort().fehler("Requester", "AuthnFailed", "Authentication was canceled", "")),
                "OZG-SAML-0067");
        assertThat(pruefe(antwort().verschluesselt(null).baue(), "--profile", "generic")
                        .code())
                .isEqualTo(Kommandozeile.OK);
        Files.writeString(ordner.resolve("idp.xml"), "<a/>");
        abgelehnt(pruefe(antwort().baue()), "OZG-SAML-0051");
    }

    @Test
    void theOldAlgorithmsCannotBeSwitchedOnHere() throws IOException {
        String alt = antwort()
                .verfahren("http://www.w3.org/2000/09/xmldsig#rsa-sha1")
                .baue();
        Lauf lauf = pruefe(alt, "--allow-legacy-algorithms");
        assertThat(lauf.code()).isEqualTo(2);
        assertThat(lauf.fehler()).contains("--allow-legacy-algorithms");
        System.setProperty("org.jcp.xml.dsig.secureValidation", "false");
        try {
            abgelehnt(pruefe(alt), "OZG-SAML-0019");
        } finally {
            System.clearProperty("org.jcp.xml.dsig.secureValidation");
        }
    }

    @Test
    void theMetadataOfThePortalAreWrittenOrRefused() throws IOException {
        Lauf gut = metadaten(NAME);
        assertThat(gut.code()).as(gut.fehler()).isEqualTo(Kommandozeile.OK);
        assertThat(gut.fehler()).contains("OZG-SAML-0063"); // 2048 bits are enough, but not for long
        assertThat(gut.ergebnisse()).contains("entityID=\"" + NAME + "\"", "Stadt Musterstadt");
        Lauf schlecht = metadaten("https://portal.example:8443/sp");
        assertThat(schlecht.code()).isEqualTo(Kommandozeile.BEFUNDE);
        assertThat(schlecht.fehler()).contains("OZG-SAML-0059");
        assertThat(schlecht.ergebnisse()).isEmpty();
    }

    private Lauf metadaten(String name) {
        return Lauf.mit(
                "saml",
                "metadata",
                "--entity-id",
                name,
                "--acs",
                ACS,
                "--sp-key",
                ordner.resolve("sp.key"),
                "--sp-cert",
                ordner.resolve("sp.crt"),
                "--organisation",
                "Stadt Musterstadt",
                "--display-name",
                "Portal",
                "--url",
                "https://musterstadt.example",
                "--contact-name",
                "Technik",
                "--contact-mail",
                "it@example.invalid");
    }

    private Lauf doctor(String... weitere) {
        List<Object> argumente = new ArrayList<>(List.of(
                "konto",
                "doctor",
                "--entity-id",
                NAME,
                "--acs",
                ACS,
                "--sp-key",
                ordner.resolve("sp.key"),
                "--sp-cert",
                ordner.resolve("sp.crt"),
                "--at",
                ZEIT));
        argumente.addAll(Arrays.asList(weitere));
        return Lauf.mit(argumente.toArray());
    }

    @Test
    void theDoctorSaysWhatIsWrongAndWhatToDo() throws IOException {
        String idp = ordner.resolve("idp.xml").toString();
        Lauf warnungen = doctor(
                "--idp-metadata",
                idp,
                "--display-name",
                "Musterstadt",
                "--online-service-id",
                "BMI-A0000",
                "--production");
        assertThat(warnungen.code()).as(warnungen.ergebnisse()).isEqualTo(Kommandozeile.OK);
        assertThat(warnungen.ergebnisse())
                .contains("OZG-SAML-0063", "OZG-SAML-0054", "0 Fehler, 3 Warnungen", "2049-12-31", "Abhilfe");

        Lauf fehler = doctor(
                "--idp-metadata",
                idp,
                "--portal",
                "https://stadt.example/ozg",
                "--back-url",
                "https://anderswo.example/",
                "--previous-entity-id",
                "https://frueher.example/sp",
                "--json");
        assertThat(fehler.code()).isEqualTo(Kommandozeile.BEFUNDE);
        JsonNode json = JsonMapper.builder().build().readTree(fehler.ergebnisse());
        assertThat(json.path("account").textValue()).isEqualTo("bundid");
        assertThat(json.path("certificateUntil").textValue()).isEqualTo("2049-12-31T00:00:00Z");
        assertThat(json.path("findings").findValuesAsText("code"))
                .contains("OZG-KONTO-0011", "OZG-SAML-0066", "OZG-SAML-0060");
        for (JsonNode befund : json.path("findings")) {
            assertThat(befund.fieldNames())
                    .toIterable()
                    .containsExactly("code", "severity", "where", "message", "remedy");
        }
        assertThat(doctor("--idp-metadata", idp, "--profile", "muk", "--idp-entity-id", "https://www.elster.de")
                        .ergebnisse())
                .contains("OZG-SAML-0052");
        assertThat(doctor("--idp-metadata", "http://127.0.0.1:9/idp", "--profile", "muk")
                        .code())
                .isEqualTo(Kommandozeile.BEFUNDE);
        assertThat(doctor("--idp-metadata", ordner.resolve("fehlt.xml").toString())
                        .code())
                .isEqualTo(Kommandozeile.FEHLSCHLAG);
        assertThat(doctor().code()).isEqualTo(2);
    }

    @Test
    void halfAPairForWhatIsEncryptedIsNotOverlooked() {
        String idp = ordner.resolve("idp.xml").toString();
        String schluessel = ordner.resolve("sp.key").toString();
        Lauf halb = doctor("--idp-metadata", idp, "--encryption-key", schluessel);
        assertThat(halb.code()).isEqualTo(2);
        assertThat(halb.fehler()).contains("--encryption-cert");
        Lauf ganz = doctor(
                "--idp-metadata",
                idp,
                "--encryption-key",
                schluessel,
                "--encryption-cert",
                ordner.resolve("sp.crt").toString());
        assertThat(ganz.code()).isNotEqualTo(2);
    }
}
