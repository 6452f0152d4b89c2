/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import static de.kommunalsdk.testkit.konto.AufbauTest.ein;
import static de.kommunalsdk.testkit.konto.Pruefstelle.ANFRAGE;
import static de.kommunalsdk.testkit.konto.Pruefstelle.DIENST;
import static de.kommunalsdk.testkit.konto.Pruefstelle.EC;
import static de.kommunalsdk.testkit.konto.Pruefstelle.JETZT;
import static de.kommunalsdk.testkit.konto.Pruefstelle.grund;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.saml.Anmeldevorgang;
import de.kommunalsdk.saml.Antwortergebnis;
import de.kommunalsdk.saml.Antwortergebnis.Angenommen;
import de.kommunalsdk.saml.Antwortpruefer;
import de.kommunalsdk.saml.BundId;
import de.kommunalsdk.saml.IdpMetadaten;
import de.kommunalsdk.saml.Metadatenquelle;
import de.kommunalsdk.saml.SamlAttribut.Wert;
import de.kommunalsdk.saml.SamlFehler;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is just still accepted, and what is refused one step further. */
class GrenzeTest {

    private static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";

    private final Pruefstelle stelle = new Pruefstelle(BundId.profil(), EC);

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
        assertThat(stelle.aussage(stelle.antwort().attributXml(wert))
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
        String erweiterung =
                "<saml2p:Extensions><a xmlns=\"%s\"><b xmlns=\"\"/></a></saml2p:Extensions><saml2p:Status>";
        for (String raum : List.of("urn:x:y", "x")) {
            stelle.gemerkt.clear();
            assertThat(grund(stelle.pruefe(stelle.antwort()
                            .text(xml -> xml.replace("<saml2p:Status>", erweiterung.formatted(raum)))
                            .baue())))
                    .isEqualTo(raum.equals("x") ? "NAMENSRAUM " : "angenommen");
        }
        stelle.gemerkt.clear();
        String xml = stelle.antwort().xml();
        stelle.abgewiesen(
                Antwortbauer.kodiert("<?xml version=\"1.1\"?>"
                        + xml.replaceFirst("<saml2p:Response", "<saml2p:Response xmlns:weg=\"\"")),
                SamlFehler.NAMENSRAUM);
    }

    @Test
    void conditionsThatConcernNobodyHereAreNoReasonToRefuse() {
        for (String bedingung : List.of("OneTimeUse", "ProxyRestriction")) {
            stelle.aussage(stelle.antwort().vorDerSignatur(d -> ein(d, "Conditions")
                    .appendChild(d.createElementNS(SAML, "saml2:" + bedingung))));
        }
        stelle.aussage(
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
        assertThat(stelle.aussage(stelle.antwort()
                                .attributXml("<saml2:Attribute Name=\"a\"/></saml2:AttributeStatement>"
                                        + "<saml2:AttributeStatement><saml2:Attribute Name=\"b\"/>"))
                        .attribute())
                .hasSize(2);
    }

    @Test
    void aValueIsTextOrPartsOrNil() {
        String xsi = "<saml2:AttributeValue xsi:nil=\"true\"/>";
        List<Wert> werte = stelle.aussage(stelle.antwort()
                        .attributXml("<saml2:Attribute Name=\" a \">" + xsi
                                + "<saml2:AttributeValue>x</saml2:AttributeValue>"
                                + "<saml2:AttributeValue> <b>1</b> <c>2</c> </saml2:AttributeValue></saml2:Attribute>"))
                .attribut("a")
                .orElseThrow()
                .werte();
        assertThat(werte).containsExactly(new Wert("x", Map.of()), new Wert("", Map.of("b", "1", "c", "2")));
        assertThat(stelle.aussage(stelle.antwort().attribut(BundId.MITTEL, "NORMAL", "eID"))
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
        IdpMetadaten alt = IdpMetadaten.lies(stelle.konto.metadaten(), stelle.konto.entityId(), List.of(), JETZT);
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
                        public boolean dringend(IdpMetadaten versucht) {
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
}
