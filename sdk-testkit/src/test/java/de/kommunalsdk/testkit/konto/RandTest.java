/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import static de.kommunalsdk.testkit.konto.AnfrageTest.mitCode;
import static de.kommunalsdk.testkit.konto.Pruefstelle.DIENST;
import static de.kommunalsdk.testkit.konto.Pruefstelle.EC;
import static de.kommunalsdk.testkit.konto.Pruefstelle.JETZT;
import static de.kommunalsdk.testkit.konto.Pruefstelle.RSA;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.error.Problem;
import de.kommunalsdk.nutzerkonto.Attribut;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.saml.Acsformular;
import de.kommunalsdk.saml.Anfrageschreiber;
import de.kommunalsdk.saml.BundId;
import de.kommunalsdk.saml.Dienstanbieter;
import de.kommunalsdk.saml.Dienstpruefung;
import de.kommunalsdk.saml.IdpMetadaten;
import de.kommunalsdk.saml.SamlFehler;
import de.kommunalsdk.saml.Schluesselpaar;
import de.kommunalsdk.saml.SpMetadaten;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** Rows of negative-cases-saml.csv around the answer: form, metadata of both sides, trust in single attributes. */
class RandTest {

    private static final String FORMULAR = "application/x-www-form-urlencoded";
    private static final String MARKE = "abcdefghijklmnop";
    private static final Testkonto KONTO =
            new Testkonto("https://id.bund.de/idp", URI.create("https://id.bund.de/idp/sso"), List.of(RSA));

    private static Map<String, String[]> felder(String[] antwort, String... marke) {
        Map<String, String[]> felder = new HashMap<>();
        felder.put("SAMLResponse", antwort);
        felder.put("RelayState", marke);
        return felder;
    }

    @ParameterizedTest // S40
    @ValueSource(
            strings = {
                "",
                "kurz",
                "https://evil.example/aaaaaaaa",
                "javascript:alert(1)",
                "//evil.example/aaaaaaaaaaa",
                "abcdefghijklmnop\n",
                "äbcdefghijklmnop"
            })
    void aRelayStateThatIsNoTokenIsRefused(String marke) {
        String[] antwort = {"x"};
        mitCode(SamlFehler.RELAYSTATE, () -> Acsformular.lies("POST", FORMULAR, felder(antwort, marke)));
        mitCode(SamlFehler.RELAYSTATE, () -> Acsformular.lies("POST", FORMULAR, felder(antwort, "a".repeat(81))));
        mitCode(SamlFehler.RELAYSTATE, () -> Acsformular.lies("POST", FORMULAR, felder(antwort, MARKE, MARKE)));
        mitCode(SamlFehler.RELAYSTATE, () -> Acsformular.lies("POST", FORMULAR, felder(antwort)));
    }

    @Test // S46
    void onlyOneFormWithOneAnswerIsTaken() {
        Map<String, String[]> gut = felder(new String[] {"x"}, MARKE);
        assertThat(Acsformular.lies("POST", "Application/X-WWW-Form-Urlencoded; charset=UTF-8", gut))
                .isEqualTo(new Acsformular("x", MARKE))
                .hasToString("Acsformular[1]");
        for (String methode : List.of("GET", "HEAD", "PUT", "post")) {
            mitCode(SamlFehler.FORMULAR, () -> Acsformular.lies(methode, FORMULAR, gut));
        }
        for (String typ : List.of("text/plain", "multipart/form-data", "application/json", "")) {
            mitCode(SamlFehler.FORMULAR, () -> Acsformular.lies("POST", typ, gut));
        }
        mitCode(SamlFehler.FORMULAR, () -> Acsformular.lies("POST", null, gut));
        mitCode(SamlFehler.FORMULAR, () -> Acsformular.lies("POST", FORMULAR, Map.of()));
        mitCode(SamlFehler.FORMULAR, () -> Acsformular.lies("POST", FORMULAR, felder(new String[] {"x", "y"}, MARKE)));
    }

    @Test // S35
    void whatNobodyVouchesForIsNotHandedOn() {
        Pruefstelle stelle = Pruefstelle.bundId();
        List<Attribut> attribute = stelle.angenommen(stelle.antwort()
                        .klasse("STORK-QAA-Level-3")
                        .attribut("urn:oid:2.5.4.42", "HOCH", "Erika")
                        .attribut("urn:oid:2.5.4.4", "NORMAL", "Mustermann")
                        .attribut("urn:oid:2.5.4.7", "hoch", "Köln")
                        .attribut("urn:oid:2.5.4.17", "SEHR HOCH", "51147")
                        .attributXml("<saml2:Attribute Name=\"urn:oid:2.5.4.16\" TrustLevel=\"HOCH\">"
                                + "<saml2:AttributeValue>Heidestraße</saml2:AttributeValue></saml2:Attribute>")
                        .attributXml(
                                "<saml2:Attribute xmlns:a=\"urn:x:y\" Name=\"urn:oid:2.5.4.20\" a:TrustLevel=\"HOCH\">"
                                        + "<saml2:AttributeValue>1</saml2:AttributeValue></saml2:Attribute>")
                        .attributXml("<saml2:Attribute Name=\"urn:x:y\" FriendlyName=\"placeOfBirth\">"
                                + "<saml2:AttributeValue>X</saml2:AttributeValue></saml2:Attribute>")
                        .attribut("urn:oid:1.2.40.0.10.2.1.1.55", "HOCH", "  ")
                        .baue())
                .anmeldung()
                .nutzer()
                .attribute();
        assertThat(attribute)
                .containsExactly(
                        new Attribut("vorname", "Erika", Vertrauensniveau.SUBSTANZIELL, ""), // never above the login
                        new Attribut("familienname", "Mustermann", Vertrauensniveau.NIEDRIG, ""));
    }

    @Test // S44
    void whatIsReadIsWhatWasSigned() {
        Pruefstelle stelle = Pruefstelle.bundId();
        String wert = "A&#x42;<![CDATA[C<!--D-->]]>&#13;&lt;E ";
        assertThat(stelle.angenommen(stelle.antwort()
                                .attributXml("<saml2:Attribute Name=\"a\"><saml2:AttributeValue>" + wert
                                        + "</saml2:AttributeValue></saml2:Attribute>")
                                .baue())
                        .aussage()
                        .text("a"))
                .contains("ABC<!--D-->\r<E ");
    }

    private static void metadaten(SamlFehler code, String alt, String neu) {
        String xml = new String(KONTO.metadaten(), StandardCharsets.UTF_8);
        String anders = xml.replaceAll(alt, neu);
        assertThat(anders).isNotEqualTo(xml);
        mitCode(code, () -> lies(anders, List.of()));
    }

    private static IdpMetadaten lies(String xml, List<X509Certificate> anker) {
        return IdpMetadaten.lies(xml.getBytes(StandardCharsets.UTF_8), KONTO.entityId(), anker, JETZT);
    }

    @Test // S42
    void metadataThatAreNotThoseOfTheAccountAreRefused() {
        metadaten(SamlFehler.METADATEN_FORM, "^", "<!DOCTYPE a>");
        metadaten(SamlFehler.METADATEN_FORM, "EntityDescriptor", "EntitiesDescriptor");
        metadaten(SamlFehler.METADATEN_FORM, "(<ds:X509Certificate>)", "$1<!-- x -->");
        metadaten(SamlFehler.METADATEN_FORM, "</md:EntityDescriptor>", "");
        metadaten(SamlFehler.METADATEN_FORM, "entityID=", "validUntil=\"morgen\" entityID=");
        metadaten(SamlFehler.METADATEN_ENTITYID, "entityID=\"[^\"]*\"", "entityID=\"https://evil.example\"");
        metadaten(SamlFehler.METADATEN_ROLLE, "IDPSSODescriptor", "SPSSODescriptor");
        metadaten(SamlFehler.METADATEN_ROLLE, "(<md:IDPSSODescriptor.*</md:IDPSSODescriptor>)", "$1$1");
        metadaten(SamlFehler.METADATEN_ROLLE, "SAML:2.0:protocol", "SAML:1.1:protocol");
        metadaten(SamlFehler.METADATEN_SCHLUESSEL, "use=\"signing\"", "use=\"encryption\"");
        metadaten(SamlFehler.METADATEN_SCHLUESSEL, "<ds:X509Certificate>[^<]*", "<ds:X509Certificate>AAAA");
        metadaten(SamlFehler.METADATEN_ABGELAUFEN, "entityID=", "validUntil=\"2026-11-23T10:02:46Z\" entityID=");
        metadaten(SamlFehler.METADATEN_ABGELAUFEN, "(<md:IDPSSODescriptor)", "$1 validUntil=\"2020-01-01T00:00:00Z\"");
        metadaten(SamlFehler.METADATEN_FORM, "<md:IDPSSODescriptor", "<a>".repeat(41) + "<md:IDPSSODescriptor");
        mitCode(SamlFehler.METADATEN_FORM, () -> lies(" ".repeat(1024 * 1024 + 1), List.of()));
        Testkonto schwach = new Testkonto(KONTO.entityId(), KONTO.anmeldung(), List.of(Testschluessel.rsa(1024)));
        mitCode(
                SamlFehler.METADATEN_SCHLUESSEL,
                () -> lies(new String(schwach.metadaten(), StandardCharsets.UTF_8), List.of()));
    }

    @Test
    void metadataMayHaveCommentsAndOtherKeys() {
        String xml = new String(KONTO.metadaten(), StandardCharsets.UTF_8)
                .replace("<md:IDPSSODescriptor", "<!-- Schlüssel von 2026 --><md:IDPSSODescriptor")
                .replace(" use=\"signing\"", "");
        assertThat(lies(xml, List.of()).signaturzertifikate()).containsExactly(RSA.zertifikat());
    }

    @Test // S42
    void metadataAreSignedByTheConfiguredCertificateOrRefused() {
        List<X509Certificate> anker = List.of(EC.zertifikat());
        String xml = new String(KONTO.metadaten(), StandardCharsets.UTF_8)
                .replace("<md:EntityDescriptor", "<md:EntityDescriptor ID=\"_m\"");
        mitCode(SamlFehler.METADATEN_SIGNATUR, () -> lies(xml, anker));
        Document dokument = Antwortbauer.dokument(xml);
        Xmlsignierer.signiere(dokument.getDocumentElement(), EC, Xmlsignierer.ECDSA);
        String signiert = Antwortbauer.geschrieben(dokument);
        assertThat(lies(signiert, anker).signaturzertifikate()).containsExactly(RSA.zertifikat());
        mitCode(SamlFehler.METADATEN_SIGNATUR, () -> lies(signiert, List.of(RSA.zertifikat())));
        mitCode(SamlFehler.METADATEN_SIGNATUR, () -> lies(signiert.replace("/idp/sso", "/idp/ss0"), anker));
    }

    @Test // S42
    void aRequestGoesToAnHttpsAddressOnly() {
        for (String adresse : List.of("http://id.bund.de/sso", "javascript:alert(1)", "https:///sso", "")) {
            String xml = new String(KONTO.metadaten(), StandardCharsets.UTF_8)
                    .replace("https://id.bund.de/idp/sso", adresse);
            IdpMetadaten idp = lies(xml, List.of());
            mitCode(SamlFehler.METADATEN_ZIEL, () -> new Anfrageschreiber(DIENST, BundId.profil())
                    .formular(idp, de.kommunalsdk.saml.Anfragewunsch.ab(Vertrauensniveau.HOCH), MARKE, JETZT));
        }
    }

    @Test
    void duringAChangeOfKeysBothAreGood() {
        Schluesselpaar neu = Testschluessel.rsa(2048);
        Pruefstelle stelle = new Pruefstelle(BundId.profil(), RSA, neu);
        Testkonto nachher = new Testkonto(stelle.konto.entityId(), stelle.konto.anmeldung(), List.of(neu));
        stelle.angenommen(stelle.antwort().baue());
        stelle.angenommen(new Antwortbauer(nachher, Testdienst.aus(DIENST), Pruefstelle.ANFRAGE, JETZT).baue());
    }

    private static List<SamlFehler> codes(Dienstanbieter dienst, String frueher) {
        List<SamlFehler> codes = new ArrayList<>();
        for (Problem p : Dienstpruefung.pruefe(dienst, Optional.of(frueher).filter(f -> !f.isEmpty()), JETZT)) {
            if (p.istFehler()) {
                codes.add((SamlFehler) p.code());
            }
        }
        return codes;
    }

    private static Dienstanbieter dienst(String entityId, String acs, Schluesselpaar paar) {
        return new Dienstanbieter(entityId, URI.create(acs), paar, List.of(paar), true);
    }

    @Test // S48
    void theOwnSideIsCheckedBeforeAnybodyLogsIn() {
        String name = DIENST.entityId();
        String acs = DIENST.acs().toString();
        assertThat(codes(DIENST, name)).isEmpty();
        for (String falsch : List.of(
                "https://portal.example:8443/sp",
                "http://portal.example/sp",
                "portal",
                "https://localhost/sp",
                "https://portal.example/sp?x=1",
                "https://portal.example/sp#x",
                "https://a@portal.example/sp",
                "a b")) {
            assertThat(codes(dienst(falsch, acs, RSA), "")).containsExactly(SamlFehler.SP_ENTITYID);
            mitCode(SamlFehler.SP_ENTITYID, () -> new Anfrageschreiber(dienst(falsch, acs, RSA), BundId.profil()));
        }
        assertThat(codes(DIENST, "https://anders.example/sp")).containsExactly(SamlFehler.SP_ENTITYID_GEWECHSELT);
        assertThat(codes(DIENST, "https://portal.musterstadt.example/frueher")).isEmpty();
        for (String falsch : List.of("http://portal.example/acs", "https://portal.example/acs#x", "/acs")) {
            assertThat(codes(dienst(name, falsch, RSA), "")).containsExactly(SamlFehler.SP_ACS);
        }
        assertThat(codes(dienst(name, "http://127.0.0.1:8080/acs", RSA), "")).isEmpty();
        assertThat(codes(dienst(name, acs, EC), "")).containsExactly(SamlFehler.SP_SCHLUESSEL);
        assertThat(codes(dienst(name, acs, Testschluessel.rsa(1024)), ""))
                .containsOnly(SamlFehler.SP_SCHLUESSEL_SCHWACH);
        assertThat(codes(new Dienstanbieter(name, DIENST.acs(), RSA, List.of(), true), ""))
                .containsExactly(SamlFehler.SP_SCHLUESSEL);
        assertThat(Dienstpruefung.pruefe(DIENST, Optional.empty(), Instant.parse("2050-01-01T00:00:00Z")))
                .extracting(Problem::code)
                .contains(SamlFehler.SP_ZERTIFIKAT);
        mitCode(SamlFehler.SP_ANGABE, () -> new SpMetadaten("", "a", URI.create("https://a.example"), "b", "c@d"));
        mitCode(SamlFehler.SP_ANGABE, () -> new SpMetadaten("a", "a", URI.create("http://a.example"), "b", "c@d"));
        mitCode(SamlFehler.SP_ANGABE, () -> new SpMetadaten("a", "a", URI.create("https://a.example"), "b", "c"));
    }
}
