/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import static de.kommunalsdk.testkit.konto.Pruefstelle.ANFRAGE;
import static de.kommunalsdk.testkit.konto.Pruefstelle.DIENST;
import static de.kommunalsdk.testkit.konto.Pruefstelle.EC;
import static de.kommunalsdk.testkit.konto.Pruefstelle.JETZT;
import static de.kommunalsdk.testkit.konto.Pruefstelle.RSA;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.saml.AllgemeinesSaml;
import de.kommunalsdk.saml.Anmeldevorgang;
import de.kommunalsdk.saml.Antwortergebnis;
import de.kommunalsdk.saml.Antwortergebnis.Abgewiesen;
import de.kommunalsdk.saml.Antwortergebnis.Angenommen;
import de.kommunalsdk.saml.Antwortergebnis.Fehlerstatus;
import de.kommunalsdk.saml.Antwortpruefer;
import de.kommunalsdk.saml.Aussage;
import de.kommunalsdk.saml.BundId;
import de.kommunalsdk.saml.IdpMetadaten;
import de.kommunalsdk.saml.Metadatenquelle;
import de.kommunalsdk.saml.SamlAttribut.Wert;
import de.kommunalsdk.saml.SamlFehler;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What is just still accepted, what is refused one step further, and what an operator reads about it. */
class GrenzeTest {

    private static final String AKDB = "https://www.akdb.de/request/2018/09";
    private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    private static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
    private static final String XENC = "http://www.w3.org/2001/04/xmlenc#";

    private final Pruefstelle stelle = new Pruefstelle(BundId.profil(), EC);

    private Pruefstelle offen() {
        return new Pruefstelle(AllgemeinesSaml.profil("Konto", "", Map.of(), BundId.niveaus()), EC);
    }

    private Aussage angenommen(Antwortbauer antwort) {
        stelle.gemerkt.clear();
        return stelle.angenommen(antwort.baue()).aussage();
    }

    /** Puts the assertion, changed as a text, in an EncryptedAssertion made by hand. */
    private static Consumer<Document> verpackt(UnaryOperator<String> verschluesseler) {
        return d -> {
            Element assertion = ein(d, "Assertion");
            Element huelle = d.createElementNS(SAML, "saml2:EncryptedAssertion");
            Document inhalt = Antwortbauer.dokument(verschluesseler.apply(Antwortbauer.geschrieben(assertion)));
            huelle.appendChild(d.importNode(inhalt.getDocumentElement(), true));
            assertion.getParentNode().replaceChild(huelle, assertion);
        };
    }

    private static String verschluesselt(String klar) {
        return Xmlverschluesseler.STANDARD.verschluessele(
                klar, List.of(DIENST.entschluesselung().get(0).zertifikat()));
    }

    @Test
    void upToEightKeysAreTried() {
        angenommen(stelle.antwort().zuletzt(d -> {
            Element schluessel = ein(d, "EncryptedKey");
            for (int i = 0; i < 7; i++) {
                Element fremd = (Element) schluessel.cloneNode(true);
                ein(fremd, "CipherValue").setTextContent("AAAA");
                schluessel.getParentNode().insertBefore(fremd, schluessel);
            }
        }));
    }

    private static Element ein(Element element, String name) {
        return (Element) element.getElementsByTagNameNS("*", name).item(0);
    }

    private static Element ein(Document dokument, String name) {
        return AufbauTest.ein(dokument, name);
    }

    @Test
    void hintsAtTheKeyAreNotFollowed() {
        for (String hinweis : List.of("X509Data", "KeyName")) {
            angenommen(stelle.antwort()
                    .zuletzt(d -> ein(d, "KeyInfo").appendChild(d.createElementNS(DS, "ds:" + hinweis))));
        }
        angenommen(stelle.antwort().zuletzt(d -> {
            Element verweis = d.createElementNS(DS, "ds:RetrievalMethod");
            verweis.setAttribute("URI", "#_k");
            ein(d, "KeyInfo").appendChild(verweis);
        }));
        angenommen(stelle.antwort().zuletzt(d -> ein(d, "EncryptedKey").setAttribute("Recipient", DIENST.entityId())));
    }

    @Test
    void aKeyThatCannotBeOpenedIsReplacedByOneThatNobodyKnows() {
        stelle.abgewiesen(
                stelle.antwort()
                        .verschluesselt(null)
                        .nachDerAssertion(verpackt(klar -> mitNullschluessel(klar)))
                        .baue(),
                SamlFehler.ENTSCHLUESSELUNG);
    }

    /** What an attacker would send if the key for a broken EncryptedKey were known: thirty-two zeros. */
    private static String mitNullschluessel(String klar) {
        try {
            Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
            aes.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(new byte[32], "AES"),
                    new GCMParameterSpec(128, new byte[12]));
            byte[] geheim = aes.doFinal(klar.getBytes(StandardCharsets.UTF_8));
            byte[] mitIv = new byte[12 + geheim.length];
            System.arraycopy(geheim, 0, mitIv, 12, geheim.length);
            Document d = Antwortbauer.dokument(verschluesselt(klar));
            List<byte[]> werte = List.of(new byte[256], mitIv);
            for (int i = 0; i < 2; i++) {
                d.getElementsByTagNameNS(XENC, "CipherValue")
                        .item(i)
                        .setTextContent(Base64.getEncoder().encodeToString(werte.get(i)));
            }
            return Antwortbauer.geschrieben(d);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatWasEncryptedMayUsePrefixesFromOutside() {
        Consumer<Document> ohneNamensraum = verpackt(klar -> {
            String kurz = klar.replaceFirst(" xmlns:saml2=\"[^\"]*\"", "");
            assertThat(kurz).isNotEqualTo(klar);
            return verschluesselt(kurz);
        });
        angenommen(stelle.antwort().verschluesselt(null).nachDerAssertion(ohneNamensraum));
    }

    @Test
    void theEncryptedPartHasOneElementOfTheExpectedName() {
        for (String inhalt : List.of("", "x", "<a/>", "<a/><b/>", "<saml2:NameID/>", "</innen><innen>", "<a>")) {
            stelle.abgewiesen(
                    stelle.antwort()
                            .verschluesselt(null)
                            .nachDerAssertion(verpackt(klar -> verschluesselt(inhalt)))
                            .baue(),
                    SamlFehler.ENTSCHLUESSELUNG);
        }
    }

    @Test
    void anEncryptedNameIdIsReadAndCheckedLikeAnyOther() {
        assertThat(angenommen(stelle.antwort().nameId("wer", "urn:x:y").nameIdVerschluesselt())
                        .nameId())
                .isEqualTo("wer");
        assertThat(angenommen(stelle.antwort().nameId("wer", "urn:x:y")).nameIdFormat())
                .isEqualTo("urn:x:y");
        String mitKommentar = "<saml2:NameID xmlns:saml2=\"" + SAML + "\">w<!-- x -->er</saml2:NameID>";
        stelle.gemerkt.clear();
        stelle.abgewiesen(
                stelle.antwort()
                        .nameIdVerschluesselt()
                        .text(xml -> xml.replaceAll(
                                "(<saml2:EncryptedID>).*(</saml2:EncryptedID>)",
                                "$1" + verschluesselt(mitKommentar) + "$2"))
                        .baue(),
                SamlFehler.KOMMENTAR);
    }

    @Test
    void anAnswerMayHaveTheWholeSizeAndNotMore() {
        String antwort = stelle.antwort().baue();
        String voll = antwort + " ".repeat(256 * 1024 - antwort.length());
        stelle.abgewiesen(voll + " ", SamlFehler.ZU_GROSS);
        stelle.angenommen(voll.replaceFirst(" {3}$", "\r\n\t"));
    }

    @Test
    void anElementMayHaveFortyAttributes() {
        for (int anzahl : new int[] {40, 41}) {
            StringBuilder xml = new StringBuilder("<a");
            for (int i = 0; i < anzahl; i++) {
                xml.append(" a").append(i).append("=''");
            }
            stelle.abgewiesen(
                    Antwortbauer.kodiert(xml.append("/>").toString()),
                    anzahl == 40 ? SamlFehler.WURZEL : SamlFehler.XML_GRENZE);
        }
    }

    @Test
    void namespacesAndIdsHaveOneMeaning() {
        String wert = "<saml2:Attribute Name=\"a\"><saml2:AttributeValue><b xmlns=\"\">x</b></saml2:AttributeValue>"
                + "</saml2:Attribute>";
        assertThat(angenommen(stelle.antwort().attributXml(wert))
                        .attribute()
                        .get(0)
                        .teile())
                .containsExactly(Map.entry("b", "x"));
        stelle.gemerkt.clear();
        stelle.abgewiesen(
                stelle.antwort()
                        .zuletzt(d ->
                                ein(d, "Status").setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:id", "_x"))
                        .baue(),
                SamlFehler.DOPPELTE_ID);
        for (String id : List.of("1", "a b", "a".repeat(257), "")) {
            assertThat(grund(stelle.pruefe(stelle.antwort()
                            .zuletzt(d -> ein(d, "EncryptedData").setAttribute("Id", id))
                            .baue())))
                    .isEqualTo("DOPPELTE_ID Form");
        }
        assertThat(grund(stelle.pruefe(stelle.antwort()
                        .zuletzt(d -> ein(d, "EncryptedData")
                                .setAttribute("Id", d.getDocumentElement().getAttribute("ID")))
                        .baue())))
                .isEqualTo("DOPPELTE_ID ");
        String xml = stelle.antwort().xml();
        stelle.abgewiesen(
                Antwortbauer.kodiert("<?xml version=\"1.1\"?>"
                        + xml.replaceFirst("<saml2p:Response", "<saml2p:Response xmlns:weg=\"\"")),
                SamlFehler.NAMENSRAUM);
    }

    @Test
    void conditionsThatConcernNobodyHereAreNoReasonToRefuse() {
        for (String bedingung : List.of("OneTimeUse", "ProxyRestriction")) {
            angenommen(stelle.antwort().vorDerSignatur(d -> ein(d, "Conditions")
                    .appendChild(d.createElementNS(SAML, "saml2:" + bedingung))));
        }
        angenommen(
                stelle.antwort()
                        .text(
                                xml -> xml.replace(
                                                "<saml2:Audience>",
                                                "<saml2:Audience>https://x.example</saml2:Audience>"
                                                        + "<saml2:Audience>")
                                        .replaceFirst("(Conditions) NotBefore=\"[^\"]*\"", "$1")
                                        .replace("<saml2:AuthnContext>", "<saml2:SubjectLocality/><saml2:AuthnContext>")
                                        .replace(
                                                "</saml2:AuthnContext>",
                                                "<saml2:AuthenticatingAuthority>a</saml2:AuthenticatingAuthority>"
                                                        + "<saml2:AuthenticatingAuthority>b</saml2:AuthenticatingAuthority></saml2:AuthnContext>")));
        assertThat(angenommen(stelle.antwort()
                                .attributXml("<saml2:Attribute Name=\"a\"/></saml2:AttributeStatement>"
                                        + "<saml2:AttributeStatement><saml2:Attribute Name=\"b\"/>"))
                        .attribute())
                .hasSize(2);
    }

    @Test
    void aValueIsTextOrPartsOrNil() {
        String xsi = "<saml2:AttributeValue xsi:nil=\"true\"/>";
        List<Wert> werte = angenommen(stelle.antwort()
                        .attributXml("<saml2:Attribute Name=\" a \">" + xsi
                                + "<saml2:AttributeValue>x</saml2:AttributeValue>"
                                + "<saml2:AttributeValue> <b>1</b> <c>2</c> </saml2:AttributeValue></saml2:Attribute>"))
                .attribut("a")
                .orElseThrow()
                .werte();
        assertThat(werte).containsExactly(new Wert("x", Map.of()), new Wert("", Map.of("b", "1", "c", "2")));
        assertThat(angenommen(stelle.antwort().attribut(BundId.MITTEL, "NORMAL", "eID"))
                        .attribute()
                        .get(0)
                        .vertrauen())
                .contains("NORMAL");
    }

    @Test
    void anAnswerIsRememberedUntilNobodyWouldAcceptItAnyMore() {
        List<Instant> bis = new ArrayList<>();
        IdpMetadaten idp = IdpMetadaten.lies(stelle.konto.metadaten(), stelle.konto.entityId(), List.of(), JETZT);
        Antwortpruefer pruefer = new Antwortpruefer(
                DIENST, stelle.profil, () -> idp, (id, ende) -> bis.add(ende), Clock.fixed(JETZT, ZoneOffset.UTC));
        assertThat(pruefer.pruefe(stelle.antwort().baue(), vorgang(JETZT))).isInstanceOf(Angenommen.class);
        assertThat(bis).containsExactly(JETZT.plus(Duration.ofMinutes(6)));
    }

    private static Anmeldevorgang vorgang(Instant begonnen) {
        return new Anmeldevorgang(ANFRAGE, begonnen, Vertrauensniveau.BASISREGISTRIERUNG);
    }

    @Test
    void aLoginIsFreshUpToAMinuteBeforeItWasAskedFor() {
        String antwort = stelle.antwort().baue();
        stelle.uhr = JETZT.plusSeconds(61);
        Antwortpruefer pruefer = stelle.pruefer();
        assertThat(grund(pruefer.pruefe(antwort, vorgang(JETZT.plusSeconds(60).plusMillis(1)))))
                .isEqualTo("ALTE_ANMELDUNG ");
        assertThat(pruefer.pruefe(antwort, vorgang(JETZT.plusSeconds(60)))).isInstanceOf(Angenommen.class);
    }

    @Test
    void metadataCountUntilTheyEnd() {
        Instant ende = JETZT.plusSeconds(1);
        byte[] metadaten = new String(stelle.konto.metadaten(), StandardCharsets.UTF_8)
                .replace("entityID=", "validUntil=\"" + ende + "\" entityID=")
                .getBytes(StandardCharsets.UTF_8);
        IdpMetadaten idp = IdpMetadaten.lies(metadaten, stelle.konto.entityId(), List.of(), JETZT);
        for (Instant uhr : List.of(ende.minusMillis(1), ende)) {
            Antwortpruefer pruefer = new Antwortpruefer(
                    DIENST, stelle.profil, () -> idp, (id, bis) -> true, Clock.fixed(uhr, ZoneOffset.UTC));
            Antwortergebnis ergebnis = pruefer.pruefe(stelle.antwort().baue(), vorgang(JETZT));
            assertThat(grund(ergebnis)).isEqualTo(uhr.equals(ende) ? "METADATEN_ABGELAUFEN " : "angenommen");
        }
    }

    @Test
    void newMetadataAreAskedForOnceAndOnlyForAnotherKey() {
        IdpMetadaten alt = IdpMetadaten.lies(offen().konto.metadaten(), stelle.konto.entityId(), List.of(), JETZT);
        Testkonto anderes =
                new Testkonto(stelle.konto.entityId(), stelle.konto.anmeldung(), List.of(Testschluessel.ec()));
        IdpMetadaten neu = IdpMetadaten.lies(anderes.metadaten(), stelle.konto.entityId(), List.of(), JETZT);
        List<String> gefragt = new ArrayList<>();
        for (boolean hilft : new boolean[] {true, false}) {
            Antwortpruefer pruefer = new Antwortpruefer(
                    DIENST,
                    stelle.profil,
                    new Metadatenquelle() {
                        @Override
                        public IdpMetadaten aktuell() {
                            return gefragt.contains("ja") ? neu : alt;
                        }

                        @Override
                        public boolean dringend() {
                            gefragt.add(hilft ? "ja" : "nein");
                            return hilft;
                        }
                    },
                    (id, bis) -> true,
                    Clock.fixed(JETZT, ZoneOffset.UTC));
            assertThat(grund(pruefer.pruefe("", vorgang(JETZT)))).startsWith("BASE64");
            assertThat(gefragt).isEmpty();
            String antwort = new Antwortbauer(anderes, Testdienst.aus(DIENST), ANFRAGE, JETZT).baue();
            assertThat(grund(pruefer.pruefe(antwort, vorgang(JETZT))))
                    .isEqualTo(hilft ? "angenommen" : "SIGNATUR_FALSCH ");
            assertThat(gefragt).hasSize(1);
            gefragt.clear();
        }
    }

    private Antwortergebnis fehler(boolean signiert, String code, String zweiter, String meldung, String detail) {
        return stelle.pruefe(stelle.antwort().signiert(signiert, false).fehler(code, zweiter, meldung, detail));
    }

    private static String detail(String json) {
        return "<saml2p:StatusDetail><akdb:StatusDetail xmlns:akdb=\"" + AKDB + "\">" + json
                + "</akdb:StatusDetail><a xmlns=\"\">{\"code\":\"FREMD\"}</a></saml2p:StatusDetail>";
    }

    @Test
    void anErrorIsToldWithItsCodes() {
        assertThat(fehler(false, "Responder", "AuthnFailed", "Login was CANCELED", ""))
                .isEqualTo(new Fehlerstatus("Responder", "AuthnFailed", List.of(), true, false));
        assertThat(fehler(true, "Requester", "NoAuthnContext", "cancelled", ""))
                .isEqualTo(new Fehlerstatus("Requester", "NoAuthnContext", List.of(), false, true));
        assertThat(fehler(
                        false,
                        "Requester",
                        "AuthnFailed",
                        "",
                        detail("[{\"code\":\"A_1\",\"x\":\"B\",\"y\":{\"code\":"
                                + "\"C\"}},{\"code\":\"a b\"},{\"code\":7}]")))
                .isEqualTo(new Fehlerstatus("Requester", "AuthnFailed", List.of("A_1", "C"), false, false));
        assertThat(fehler(false, "Requester", "AuthnFailed", "", detail("{\"code\":\"A\",")))
                .isEqualTo(new Fehlerstatus("Requester", "AuthnFailed", List.of("A"), false, false));
        String viele = "[" + "{\"code\":\"A\"},".repeat(30) + "0]";
        assertThat(((Fehlerstatus) fehler(false, "VersionMismatch", "X", "", detail(viele))).einzelheiten())
                .hasSize(20);
        assertThat(grund(stelle.pruefe(stelle.antwort()
                        .signiert(false, false)
                        .text(xml -> xml.replace("urn:oasis:names:tc:SAML:2.0:status:X", "urn:konto:Eigenes"))
                        .fehler("Responder", "X", "", ""))))
                .isEqualTo("Fehler Eigenes");
    }

    @Test
    void anErrorIsForThisLoginOrRefused() {
        Antwortbauer fremd = new Antwortbauer(stelle.konto, Testdienst.aus(DIENST), "_fremd", JETZT);
        assertThat(grund(stelle.pruefe(fremd.signiert(false, false).fehler("Responder", "AuthnFailed", "", ""))))
                .isEqualTo("ANFRAGE ");
        for (String falsch : List.of("Responder ", "", "a-b", "X".repeat(61))) {
            assertThat(grund(fehler(false, "Responder", falsch, "", ""))).startsWith("STATUS ");
            assertThat(grund(fehler(false, falsch, "AuthnFailed", "", ""))).startsWith("STATUS ");
        }
        assertThat(grund(fehler(false, "Success", "AuthnFailed", "", ""))).isEqualTo("STATUS Success mit zweitem Code");
        for (String kind : List.of("Status", "StatusCode", "StatusMessage")) {
            assertThat(grund(stelle.pruefe(stelle.antwort()
                            .signiert(false, false)
                            .zuletzt(d -> ein(d, kind).appendChild(d.createElementNS(DS, "ds:Fremd")))
                            .fehler("Responder", "AuthnFailed", "x", ""))))
                    .startsWith("STATUS " + kind);
        }
    }

    private static String grund(Antwortergebnis ergebnis) {
        if (ergebnis instanceof Abgewiesen abgewiesen) {
            return abgewiesen.grund().name() + " " + abgewiesen.detail();
        }
        return ergebnis instanceof Fehlerstatus fehler ? "Fehler " + fehler.zweiterCode() : "angenommen";
    }

    @Test
    void theDetailSaysWhatIsMissing() {
        assertThat(grund(new Pruefstelle(BundId.profil(), RSA)
                        .pruefe(stelle.antwort().baue())))
                .isEqualTo("SIGNATUR_FALSCH kein Schlüssel dieser Art");
        assertThat(grund(stelle.pruefe(stelle.antwort()
                        .zuletzt(d -> d.getDocumentElement().removeChild(ein(d, "EncryptedAssertion")))
                        .baue())))
                .isEqualTo("STATUS_MIT_ASSERTION Assertion fehlt");
        assertThat(grund(stelle.pruefe(stelle.antwort().signiert(true, false).baue())))
                .isEqualTo("NICHT_SIGNIERT Assertion");
        assertThat(grund(stelle.pruefe(stelle.antwort().signiert(false, false).baue())))
                .isEqualTo("NICHT_SIGNIERT ");
        assertThat(grund(stelle.pruefe(stelle.antwort()
                        .signiert(true, true)
                        .text(xml -> xml.replaceFirst(" Destination=\"[^\"]*\"", ""))
                        .baue())))
                .isEqualTo("ZIEL fehlt");
        assertThat(grund(stelle.pruefe(stelle.antwort()
                        .text(xml -> xml.replaceFirst(" Destination=\"[^\"]*\"", " Destination=\"https://x.example\""))
                        .baue())))
                .isEqualTo("ZIEL ");
        assertThat(grund(stelle.pruefe(stelle.antwort()
                        .text(xml -> xml.replaceFirst(" InResponseTo=\"[^\"]*\"", ""))
                        .baue())))
                .isEqualTo("ANFRAGE InResponseTo fehlt");
        assertThat(grund(stelle.pruefe(stelle.antwort()
                        .text(xml -> xml.replaceFirst(" InResponseTo=\"[^\"]*\"", " InResponseTo=\"_x\""))
                        .baue())))
                .isEqualTo("ANFRAGE ");
    }
}
