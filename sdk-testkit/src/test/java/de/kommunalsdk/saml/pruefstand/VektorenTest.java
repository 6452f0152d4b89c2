/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml.pruefstand;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import de.kommunalsdk.saml.AllgemeinesSaml;
import de.kommunalsdk.saml.Antwortdiagnose.Auftrag;
import de.kommunalsdk.saml.BundId;
import de.kommunalsdk.saml.Schluesselpaar;
import de.kommunalsdk.saml.internal.Algorithmenregel;
import de.kommunalsdk.saml.internal.Diagnose;
import de.kommunalsdk.saml.internal.StrengeAlgorithmen;
import de.kommunalsdk.testkit.konto.Kontodaten;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every answer of the public archives, with the broken algorithms allowed and each verified at its own time and address,
 * so that it is refused for what is wrong with it and not for its age. The table beside this class says what is expected;
 * {@code -Dvektoren=schreibe} writes it anew.
 */
class VektorenTest {

    private static final Path TABELLE = Path.of("src/test/resources/de/kommunalsdk/saml/pruefstand/vektoren.csv");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path ordner;

    private final Map<String, byte[]> java = Kontodaten.archiv("java-saml.zip");
    private final Map<String, byte[]> ruby = Kontodaten.archiv("ruby-saml.zip");
    private final Map<String, byte[]> python = Kontodaten.archiv("pysaml2.zip");

    @Test
    void everyPublicVectorIsTakenOrRefusedForTheReasonInTheTable() throws IOException {
        Map<String, String> ist = alle(AlteAlgorithmen.REGEL);
        if ("schreibe".equals(System.getProperty("vektoren"))) {
            List<String> zeilen = new ArrayList<>();
            ist.forEach((name, urteil) -> zeilen.add(name + "," + urteil));
            Files.write(TABELLE, zeilen);
        }
        Map<String, String> soll = new TreeMap<>();
        Files.readAllLines(TABELLE)
                .forEach(z -> soll.put(z.substring(0, z.lastIndexOf(',')), z.substring(z.lastIndexOf(',') + 1)));
        assertThat(ist).containsExactlyEntriesOf(soll);
        assertThat(ist.keySet())
                .filteredOn(n -> n.matches(".*(attack|xsw|concealed|doubled|wrapp|hmac).*"))
                .hasSizeGreaterThan(15)
                .allSatisfy(n -> assertThat(ist.get(n)).as(n).isNotEqualTo("ACCEPTED"));
    }

    @Test
    void theProductTakesNoneOfTheOldOnes() {
        assertThat(alle(StrengeAlgorithmen.REGEL).values()).doesNotContain("ACCEPTED");
    }

    private Map<String, String> alle(Algorithmenregel regel) {
        Map<String, String> urteile = new TreeMap<>();
        String idp = idpMetadaten();
        Schluesselpaar javaSchluessel = javaSchluessel();
        Schluesselpaar rubySchluessel = Schluesselpaar.ausPem(
                datei("ruby.key", text(ruby, "test/certificates/ruby-saml.key")),
                datei("ruby.crt", text(ruby, "test/certificates/ruby-saml.crt")));
        java.forEach((name, bytes) -> {
            if (name.contains("/data/responses/")) {
                urteile.put("java-saml/" + kurz(name), urteil(bytes, javaSchluessel, idp, regel));
            }
        });
        ruby.forEach((name, bytes) -> {
            if (name.startsWith("test/responses/")) {
                urteile.put("ruby-saml/" + kurz(name), urteil(bytes, rubySchluessel, idp, regel));
            }
        });
        python.forEach((name, bytes) -> {
            if (name.endsWith(".xml")) {
                urteile.put("pysaml2/" + kurz(name), urteil(bytes, javaSchluessel, idp, regel));
            }
        });
        return urteile;
    }

    private static String kurz(String name) {
        return name.replaceAll("^.*?(responses|tests)/", "");
    }

    private static String urteil(byte[] datei, Schluesselpaar schluessel, String idp, Algorithmenregel regel) {
        String xml = xml(datei);
        String acs =
                erstes(xml, "(?:Destination|Recipient)=['\"]([^'\"]+)['\"]").replaceAll("[{}]", "");
        String zielgruppe = erstes(xml, "Audience>([^<]+)<");
        Auftrag auftrag = new Auftrag(
                idp.replace("$", erstes(xml, "Issuer[^>]*>([^<]*)<")).getBytes(StandardCharsets.UTF_8),
                schluessel,
                zielgruppe.isEmpty() ? dienst(acs) : zielgruppe,
                URI.create(acs),
                Optional.empty(),
                zeit(erstes(xml, "IssueInstant=['\"]([^'\"]*)['\"]")),
                AllgemeinesSaml.profil("SAML", "", Map.of(), BundId.niveaus()));
        try {
            var json = JSON.readTree(Diagnose.pruefe(auftrag, datei, regel).json());
            return json.path("reason").asText(json.path("result").asText());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Name of the portal where it stands in the encrypted part. */
    private static String dienst(String acs) {
        if (acs.startsWith("http://localhost:8080")) {
            return "http://localhost:8080/java-saml-jspsample/metadata.jsp";
        }
        return acs.contains("rubysaml.com")
                ? "http://rubysaml.com:3000/saml/metadata"
                : "http://sp.example.com/demo1/metadata.php";
    }

    private static Instant zeit(String text) {
        try {
            return Instant.parse(text).plusSeconds(1);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    private static String xml(byte[] datei) {
        String text = new String(datei, StandardCharsets.UTF_8).strip();
        if (text.startsWith("<")) {
            return text;
        }
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String erstes(String text, String muster) {
        Matcher treffer = Pattern.compile(muster).matcher(text);
        return treffer.find() ? treffer.group(1).strip() : "";
    }

    /** All keys that signed anything genuine: an attack must not be refused because its key is missing. */
    private String idpMetadaten() {
        StringBuilder xml = new StringBuilder("<md:EntityDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\""
                + " xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" entityID=\"$\"><md:IDPSSODescriptor"
                + " protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:2.0:protocol\">");
        String certs = "core/src/test/resources/certs/certificate";
        String antworten = "test/responses/";
        for (String zertifikat : List.of(
                pem(text(java, certs + "1")),
                pem(text(java, certs + "2")),
                pem(text(java, certs + "3")),
                pem(text(ruby, "test/certificates/ruby-saml.crt")),
                eingebettet(text(python, "tests/saml_signed.xml")),
                eingebettet(text(ruby, antworten + "response_with_ds_namespace_at_the_root.xml.base64")),
                eingebettet(text(ruby, antworten + "inclusive_namespaces.xml")),
                eingebettet(text(ruby, antworten + "response_with_retrieval_method.xml")),
                eingebettet(text(java, "core/src/test/resources/data/responses/response_long_cert.xml")))) {
            xml.append("<md:KeyDescriptor use=\"signing\"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>")
                    .append(zertifikat)
                    .append("</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>");
        }
        return xml + "</md:IDPSSODescriptor></md:EntityDescriptor>";
    }

    private static String pem(String text) {
        return erstes(text.replaceAll("\\s", ""), "CERTIFICATE-----([^-]*)");
    }

    private static String eingebettet(String text) {
        return erstes(xml(text.getBytes(StandardCharsets.UTF_8)), "X509Certificate>([^<]*)<");
    }

    private Schluesselpaar javaSchluessel() {
        Properties angaben = new Properties();
        try {
            angaben.load(new StringReader(text(java, "core/src/test/resources/config/config.my.properties")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return Schluesselpaar.ausPem(
                datei("java.key", zeilen(angaben.getProperty("onelogin.saml2.sp.privatekey", ""))),
                datei("java.crt", zeilen(angaben.getProperty("onelogin.saml2.sp.x509cert", ""))));
    }

    private static String zeilen(String pem) {
        return pem.replaceAll("(-----BEGIN [A-Z ]+-----)", "$1\n").replace("-----END", "\n-----END");
    }

    private static String text(Map<String, byte[]> archiv, String name) {
        return new String(archiv.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    private Path datei(String name, String inhalt) {
        try {
            return Files.writeString(ordner.resolve(name), inhalt);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
