/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import static de.kommunalsdk.testkit.konto.Pruefstelle.DIENST;
import static de.kommunalsdk.testkit.konto.Pruefstelle.EC;
import static de.kommunalsdk.testkit.konto.Pruefstelle.JETZT;
import static de.kommunalsdk.testkit.konto.Pruefstelle.RSA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.saml.AkdbErweiterung;
import de.kommunalsdk.saml.AkdbErweiterung.Angefordert;
import de.kommunalsdk.saml.AkdbErweiterung.Verfahren;
import de.kommunalsdk.saml.AllgemeinesSaml;
import de.kommunalsdk.saml.Anfrageschreiber;
import de.kommunalsdk.saml.Anfragewunsch;
import de.kommunalsdk.saml.Anmeldeanfrage;
import de.kommunalsdk.saml.BundId;
import de.kommunalsdk.saml.Dienstanbieter;
import de.kommunalsdk.saml.IdpMetadaten;
import de.kommunalsdk.saml.Kontoprofil;
import de.kommunalsdk.saml.SamlFehler;
import de.kommunalsdk.saml.Schluesselpaar;
import de.kommunalsdk.xml.SecureXml;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests are signed, valid, and say what the account wants to know. */
class AnfrageTest {

    private static final String MARKE = "k3JvZ0r1T-4_abcdefghijkl";
    private static final Testkonto KONTO =
            new Testkonto("https://id.bund.de/idp", URI.create("https://id.bund.de/idp/sso"), List.of(RSA));
    private static final IdpMetadaten IDP = IdpMetadaten.lies(KONTO.metadaten(), KONTO.entityId(), List.of(), JETZT);

    private static Dienstanbieter dienst(Schluesselpaar schluessel) {
        return new Dienstanbieter(DIENST.entityId(), DIENST.acs(), schluessel, DIENST.entschluesselung(), true);
    }

    private static AkdbErweiterung erweiterung(URI zurueck) {
        return new AkdbErweiterung(
                AkdbErweiterung.attribute(List.of("vorname", "familienname"), false),
                Map.of(Verfahren.EID, true, Verfahren.FINK, false),
                "Musterstadt: Jagd & Fischerei <Prüfung> für Jägerinnen und Jäger",
                "de",
                Optional.of(zurueck),
                "BMI-A0000");
    }

    private static Anfragewunsch wunsch() {
        return new Anfragewunsch(
                Vertrauensniveau.SUBSTANZIELL,
                Optional.of(erweiterung(URI.create("https://portal.musterstadt.example/antrag?schritt=1&abbruch=1"))));
    }

    static Stream<List<Object>> schluessel() {
        Kontoprofil ohnePss = AllgemeinesSaml.profil("Konto", "", Map.of(), Map.of());
        return Stream.of(
                List.of(dienst(RSA), BundId.profil(), Xmlsignierer.RSA_PSS),
                List.of(dienst(EC), BundId.profil(), Xmlsignierer.ECDSA),
                List.of(dienst(RSA), ohnePss, Xmlsignierer.RSA));
    }

    @ParameterizedTest
    @MethodSource("schluessel")
    void theAccountAcceptsBothBindings(List<Object> fall) {
        Dienstanbieter dienst = (Dienstanbieter) fall.get(0);
        Anfrageschreiber schreiber = new Anfrageschreiber(dienst, (Kontoprofil) fall.get(1));
        Anfragenleser leser = new Anfragenleser(Testdienst.aus(dienst), true);

        Anmeldeanfrage formular = schreiber.formular(IDP, wunsch(), MARKE, JETZT);
        assertThat(formular.felder().keySet()).containsExactlyInAnyOrder("SAMLRequest", "RelayState");
        assertThat(new String(Base64.getDecoder().decode(formular.felder().get("SAMLRequest")), StandardCharsets.UTF_8))
                .contains("<ds:SignatureMethod Algorithm=\"" + fall.get(2) + "\"");
        Kontoanfrage gelesen = leser.formular(formular.felder().get("SAMLRequest"));
        assertThat(gelesen.id()).isEqualTo(formular.vorgang().anfrageId()).matches("_[0-9a-f]{32}");
        assertThat(gelesen.attribute()).containsEntry(BundId.BPK2, true).containsEntry("urn:oid:2.5.4.42", false);
        assertThat(gelesen.anzeigename()).isEqualTo("Musterstadt: Jagd & Fischerei <Prüfung> für Jäger…");
        assertThat(gelesen.zurueck()).endsWith("?schritt=1&abbruch=1");

        Anmeldeanfrage weiterleitung = schreiber.weiterleitung(IDP, wunsch(), MARKE, JETZT);
        assertThat(weiterleitung.felder()).isEmpty();
        assertThat(weiterleitung.ziel().toString()).startsWith("https://id.bund.de/idp/sso?SAMLRequest=");
        assertThat(URLDecoder.decode(weiterleitung.ziel().getRawQuery(), StandardCharsets.UTF_8))
                .contains("&SigAlg=" + fall.get(2) + "&");
        assertThat(leser.weiterleitung(weiterleitung.ziel().getRawQuery()).id())
                .isEqualTo(weiterleitung.vorgang().anfrageId())
                .isNotEqualTo(formular.vorgang().anfrageId());
    }

    @Test
    void aChangedRequestIsRefusedByTheAccount() {
        Anfrageschreiber schreiber = new Anfrageschreiber(dienst(RSA), BundId.profil());
        Anfragenleser leser = new Anfragenleser(Testdienst.aus(dienst(RSA)), true);
        String xml = new String(
                Base64.getDecoder()
                        .decode(schreiber
                                .formular(IDP, wunsch(), MARKE, JETZT)
                                .felder()
                                .get("SAMLRequest")),
                StandardCharsets.UTF_8);
        assertThatThrownBy(() -> leser.formular(Antwortbauer.kodiert(xml.replace("BMI-A0000", "BMI-A0001"))))
                .hasMessage("saml-request-not-signed");
        String abfrage =
                schreiber.weiterleitung(IDP, wunsch(), MARKE, JETZT).ziel().getRawQuery();
        assertThatThrownBy(() -> leser.weiterleitung(abfrage.replace(MARKE, MARKE + "x")))
                .hasMessage("saml-request-not-signed");
    }

    @Test
    void theRequestIsValidByTheSchemasOfSamlAndTheExtension() {
        String xml = new String(
                Base64.getDecoder()
                        .decode(new Anfrageschreiber(dienst(RSA), BundId.profil())
                                .formular(IDP, wunsch(), MARKE, JETZT)
                                .felder()
                                .get("SAMLRequest")),
                StandardCharsets.UTF_8);
        assertThat(xml).contains(">STORK-QAA-Level-3</").doesNotContain("&#13;");
        assertThat(probleme("saml-schema-protocol-2.0.xsd", xml)).isEmpty();
        String erweiterung =
                xml.substring(xml.indexOf("<akdb:AuthenticationRequest"), xml.indexOf("</saml2p:Extensions>"));
        Map<String, byte[]> akdb = Map.of(
                "akdb-extension-reconstructed.xsd", Kontodaten.datei("bundid/akdb-extension-reconstructed.xsd"),
                "akdb-classic-ui-reconstructed.xsd", Kontodaten.datei("bundid/akdb-classic-ui-reconstructed.xsd"));
        assertThat(SecureXml.pruefe(
                        SecureXml.schema("akdb-extension-reconstructed.xsd", akdb),
                        "Erweiterung",
                        new ByteArrayInputStream(erweiterung.getBytes(StandardCharsets.UTF_8)),
                        XmlGrenzen.STANDARD))
                .isEmpty();
    }

    static List<?> probleme(String haupt, String xml) {
        Map<String, byte[]> schemata = new HashMap<>();
        for (String name : List.of(
                "saml-schema-assertion-2.0.xsd",
                "saml-schema-protocol-2.0.xsd",
                "saml-schema-metadata-2.0.xsd",
                "xmldsig-core-schema.xsd",
                "xenc-schema.xsd",
                "xml.xsd")) {
            schemata.put(name, Kontodaten.datei("schemas/" + name));
        }
        return SecureXml.pruefe(
                SecureXml.schema(haupt, schemata),
                "Dokument",
                new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
                XmlGrenzen.STANDARD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kurz", "https://portal.musterstadt.example/weiter", "javascript:alert(1)//aaaaaa"})
    void aRelayStateIsNothingButAToken(String marke) {
        Anfrageschreiber schreiber = new Anfrageschreiber(dienst(RSA), BundId.profil());
        mitCode(SamlFehler.SP_ANFRAGE, () -> schreiber.formular(IDP, wunsch(), marke, JETZT));
        mitCode(SamlFehler.SP_ANFRAGE, () -> schreiber.formular(IDP, wunsch(), "a".repeat(81), JETZT));
    }

    @Test
    void backLeadsIntoThisPortalOnly() {
        Anfrageschreiber schreiber = new Anfrageschreiber(dienst(RSA), BundId.profil());
        for (String fremd : List.of(
                "https://evil.example/",
                "http://portal.musterstadt.example/",
                "https://portal.musterstadt.example:8443/",
                "https://portal.musterstadt.example@evil.example/",
                "//evil.example/",
                "javascript:alert(1)")) {
            Anfragewunsch wunsch =
                    new Anfragewunsch(Vertrauensniveau.HOCH, Optional.of(erweiterung(URI.create(fremd))));
            mitCode(SamlFehler.SP_ANFRAGE, () -> schreiber.formular(IDP, wunsch, MARKE, JETZT));
        }
    }

    @Test
    void whatTheAccountWouldRefuseIsNotAsked() {
        List<Angefordert> einer = List.of(new Angefordert(BundId.BPK2, true));
        mitCode(SamlFehler.SP_ANFRAGE, () -> neu(List.of(), Map.of(), "Stadt", "de", "BMI-A0000"));
        mitCode(SamlFehler.SP_ANFRAGE, () -> neu(List.of(einer.get(0), einer.get(0)), Map.of(), "Stadt", "de", "B"));
        mitCode(
                SamlFehler.SP_ANFRAGE,
                () -> neu(List.of(new Angefordert(BundId.BPK_ALT, false)), Map.of(), "Stadt", "de", "BMI-A0000"));
        mitCode(SamlFehler.SP_ANFRAGE, () -> neu(einer, Map.of(Verfahren.EID, false), "Stadt", "de", "BMI-A0000"));
        mitCode(SamlFehler.SP_ANFRAGE, () -> neu(einer, Map.of(), " ", "de", "BMI-A0000"));
        mitCode(SamlFehler.SP_ANFRAGE, () -> neu(einer, Map.of(), "Stadt", "fr", "BMI-A0000"));
        mitCode(SamlFehler.SP_ANFRAGE, () -> neu(einer, Map.of(), "Stadt", "de", ""));
        mitCode(SamlFehler.SP_ANFRAGE, () -> AkdbErweiterung.attribute(List.of("schuhgroesse"), false));
        assertThat(AkdbErweiterung.attribute(List.of(), true))
                .noneMatch(a -> a.name().equals(BundId.BPK2) || a.pflicht());
    }

    private static AkdbErweiterung neu(
            List<Angefordert> attribute, Map<Verfahren, Boolean> verfahren, String anzeige, String sprache, String id) {
        return new AkdbErweiterung(attribute, verfahren, anzeige, sprache, Optional.empty(), id);
    }

    static void mitCode(SamlFehler code, Runnable tat) {
        assertThatThrownBy(tat::run).isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.fehlercode())
                .isEqualTo(code));
    }
}
