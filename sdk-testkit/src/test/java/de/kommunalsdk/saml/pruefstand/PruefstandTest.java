/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml.pruefstand;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.saml.Schluesselpaar;
import de.kommunalsdk.testkit.konto.Antwortbauer;
import de.kommunalsdk.testkit.konto.Testdienst;
import de.kommunalsdk.testkit.konto.Testkonto;
import de.kommunalsdk.testkit.konto.Testschluessel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tool with the old algorithms: only with its option, and as strict as the product in everything else. */
class PruefstandTest {

    private static final Instant ZEIT = Instant.parse("2026-11-23T10:02:46Z");
    private static final Schluesselpaar SCHLUESSEL = Testschluessel.rsa(2048);
    private static final Testkonto KONTO =
            new Testkonto("https://id.example/idp", URI.create("https://id.example/sso"), List.of(SCHLUESSEL));
    private static final Testdienst DIENST = new Testdienst(
            "https://portal.example/sp",
            URI.create("https://portal.example/acs"),
            List.of(),
            List.of(SCHLUESSEL.zertifikat()));

    @TempDir
    private Path ordner;

    private String laufe(int code, String antwort, String... weitere) throws IOException, CertificateEncodingException {
        Files.write(ordner.resolve("idp.xml"), KONTO.metadaten());
        Files.writeString(ordner.resolve("antwort"), antwort);
        pem("sp.key", "PRIVATE KEY", SCHLUESSEL.schluessel().getEncoded());
        pem("sp.crt", "CERTIFICATE", SCHLUESSEL.zertifikat().getEncoded());
        List<String> argumente = new ArrayList<>(List.of("saml", "verify"));
        argumente.addAll(List.of("--idp-metadata", pfad("idp.xml"), "--sp-key", pfad("sp.key")));
        argumente.addAll(List.of("--sp-cert", pfad("sp.crt"), "--entity-id", DIENST.entityId()));
        argumente.addAll(List.of("--acs", DIENST.acs().toString(), "--at", ZEIT.toString()));
        argumente.addAll(Arrays.asList(weitere));
        argumente.add(pfad("antwort"));
        ByteArrayOutputStream aus = new ByteArrayOutputStream();
        PrintStream strom = new PrintStream(aus, true, StandardCharsets.UTF_8);
        assertThat(Pruefstand.laufe(argumente.toArray(String[]::new), strom, strom))
                .as(aus.toString(StandardCharsets.UTF_8))
                .isEqualTo(code);
        return aus.toString(StandardCharsets.UTF_8);
    }

    private String pfad(String name) {
        return ordner.resolve(name).toString();
    }

    private void pem(String name, String art, byte[] der) throws IOException {
        Files.writeString(
                ordner.resolve(name),
                "-----BEGIN " + art + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + art
                        + "-----\n");
    }

    @Test
    void theOldAlgorithmsAreTakenWithTheOptionOnly() throws Exception {
        String alt = new Antwortbauer(KONTO, DIENST, "_a", ZEIT)
                .verfahren("http://www.w3.org/2000/09/xmldsig#rsa-sha1")
                .baue();
        assertThat(laufe(1, alt)).contains("\"reason\":\"OZG-SAML-0019\"");
        assertThat(laufe(0, alt, "--allow-legacy-algorithms")).contains("\"result\":\"ACCEPTED\"");
        assertThat(laufe(1, alt, "--allow-legacy-algorithms", "--in-response-to", "_b"))
                .contains("OZG-SAML-0035");
    }

    @Test
    void aWrongCallIsExplained() throws Exception {
        assertThat(laufe(2, "x", "--unbekannt")).contains("saml-pruefstand");
        assertThat(laufe(2, "x", "--profile", "egal")).contains("bundid, muk oder generic");
        assertThat(laufe(2, "x", "--sp-key", "gibt-es-nicht")).contains("OZG-SAML-0062");
    }
}
