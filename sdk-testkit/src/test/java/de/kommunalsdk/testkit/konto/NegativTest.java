/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import static de.kommunalsdk.saml.SamlFehler.*;
import static de.kommunalsdk.testkit.konto.Pruefstelle.EC;
import static de.kommunalsdk.testkit.konto.Pruefstelle.JETZT;
import static de.kommunalsdk.testkit.konto.Pruefstelle.RSA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.saml.AllgemeinesSaml;
import de.kommunalsdk.saml.BundId;
import de.kommunalsdk.saml.Kontoprofil;
import de.kommunalsdk.saml.SamlFehler;
import de.kommunalsdk.saml.Schluesselpaar;
import de.kommunalsdk.saml.Unternehmenskonto;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Comment;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The rows of negative-cases-saml.csv that concern an answer: each generated with RSA-PSS and with ECDSA, each with the
 * one code that it must be refused with. The other rows are in {@link RandTest}.
 */
class NegativTest {

    private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    private static final String XENC = "http://www.w3.org/2001/04/xmlenc#";
    private static final Kontoprofil OFFEN = AllgemeinesSaml.profil("Konto", "", Map.of(), BundId.niveaus());
    private static final Schluesselpaar FREMD = Testschluessel.rsa(2048);
    private static final Schluesselpaar FREMD_EC = Testschluessel.ec();

    /** One row: what is sent, by what profile, and why it is refused. */
    private record Fall(
            String zeile, String name, Kontoprofil profil, SamlFehler grund, Function<Pruefstelle, String> antwort) {}

    private final List<Fall> faelle = new ArrayList<>();

    /** The answer is encrypted and signed as the BundID does it. */
    private void bundId(String zeile, String name, SamlFehler grund, Function<Pruefstelle, String> antwort) {
        faelle.add(new Fall(zeile, name, BundId.profil(), grund, antwort));
    }

    /** The answer is not encrypted, so that an attacker on the way may change it. */
    private void offen(String zeile, String name, SamlFehler grund, Consumer<Document> aenderung) {
        faelle.add(new Fall(zeile, name, OFFEN, grund, s -> s.antwort()
                .verschluesselt(null)
                .zuletzt(aenderung)
                .baue()));
    }

    /** The account itself sends what is not allowed: changed before it signs. */
    private void vomKonto(String zeile, String name, SamlFehler grund, String alt, String neu) {
        bundId(zeile, name, grund, s -> s.antwort()
                .text(x -> ersetzt(x, alt, neu))
                .baue());
    }

    private static String ersetzt(String xml, String muster, String neu) {
        String anders = xml.replaceAll(muster, neu);
        assertThat(anders).as(muster).isNotEqualTo(xml);
        return anders;
    }

    private static Element ein(Document dokument, String name) {
        return (Element) dokument.getElementsByTagNameNS("*", name).item(0);
    }

    private static Consumer<Document> verfahren(String element, String uri) {
        return d -> ein(d, element).setAttribute("Algorithm", uri);
    }

    private static Consumer<Document> kommentar(String element) {
        return d -> {
            Element ort = ein(d, element);
            Comment kommentar = d.createComment("x");
            ort.insertBefore(kommentar, ort.getFirstChild());
        };
    }

    private void umhuellungen() {
        for (Umhuellung weg : Umhuellung.values()) {
            String zeile = "S0" + (weg.ordinal() + 1);
            SamlFehler grund = weg == Umhuellung.XSW9 ? SIGNATUR_AUFBAU : ASSERTION_ANZAHL;
            for (boolean antwort : new boolean[] {false, true}) {
                String wo = antwort ? " Antwort signiert" : " Assertion signiert";
                faelle.add(new Fall(zeile, weg + wo, OFFEN, grund, s -> s.antwort()
                        .signiert(antwort, !antwort)
                        .verschluesselt(null)
                        .zuletzt(weg)
                        .baue()));
                faelle.add(new Fall(zeile, weg + wo + ", beide", OFFEN, grund, s -> s.antwort()
                        .signiert(true, true)
                        .verschluesselt(null)
                        .zuletzt(weg)
                        .baue()));
            }
            if (weg.ordinal() >= 2) {
                bundId(zeile, weg + " vor der Verschlüsselung", grund, s -> s.antwort()
                        .nachDerAssertion(weg)
                        .baue());
            } else {
                faelle.add(new Fall(zeile, weg + " um Verschlüsseltes", OFFEN, grund, s -> s.antwort()
                        .signiert(true, false)
                        .zuletzt(weg)
                        .baue()));
            }
        }
    }

    private void signaturen() {
        offen("S10", "zwei Signaturen", SIGNATUR_ORT, d -> {
            Element signatur = ein(d, "Signature");
            signatur.getParentNode().insertBefore(signatur.cloneNode(true), signatur);
        });
        offen("S10", "zwei DigestValue", SIGNATUR_AUFBAU, d -> {
            Element wert = ein(d, "DigestValue");
            wert.getParentNode().appendChild(wert.cloneNode(true));
        });
        offen("S10", "Kommentar in DigestValue", KOMMENTAR, kommentar("DigestValue"));
        offen("S11", "Kommentar in NameID", KOMMENTAR, kommentar("NameID"));
        bundId("S11", "Kommentar in NameID, verschlüsselt", KOMMENTAR, s -> s.antwort()
                .nachDerAssertion(kommentar("NameID"))
                .baue());
        bundId("S11", "Kommentar im Attribut", KOMMENTAR, s -> s.antwort()
                .attribut("urn:oid:2.5.4.4", "HOCH", "X")
                .nachDerAssertion(kommentar("AttributeValue"))
                .baue());
        offen("S11", "Verarbeitungsanweisung", KOMMENTAR, d -> ein(d, "NameID")
                .appendChild(d.createProcessingInstruction("x", "y")));
        faelle.add(new Fall("S12", "nichts signiert", OFFEN, NICHT_SIGNIERT, s -> s.antwort()
                .signiert(false, false)
                .verschluesselt(null)
                .baue()));
        bundId("S13", "verschlüsselt, nichts signiert", NICHT_SIGNIERT, s -> s.antwort()
                .signiert(false, false)
                .baue());
        bundId("S13", "nur Antwort signiert, BundID", NICHT_SIGNIERT, s -> s.antwort()
                .signiert(true, false)
                .baue());
        bundId("S12", "nicht verschlüsselt, BundID", NICHT_VERSCHLUESSELT, s -> s.antwort()
                .verschluesselt(null)
                .baue());
        faelle.add(new Fall("S14", "böse verschlüsselt, gute daneben", OFFEN, ASSERTION_ANZAHL, s -> {
            String boese = s.antwort().signiert(false, false).xml();
            Element fremd = ein(Antwortbauer.dokument(boese), "EncryptedAssertion");
            return s.antwort()
                    .verschluesselt(null)
                    .zuletzt(d -> {
                        Element gut = ein(d, "Assertion");
                        gut.getParentNode().insertBefore(d.importNode(fremd, true), gut);
                    })
                    .baue();
        }));
        bundId("S15", "fremder Schlüssel mit Zertifikat in KeyInfo", SIGNATUR_FALSCH, s -> {
            Schluesselpaar fremd = s.konto.signatur().get(0) == EC ? FREMD_EC : FREMD;
            Testkonto falsch = new Testkonto(s.konto.entityId(), s.konto.anmeldung(), List.of(fremd));
            return new Antwortbauer(falsch, Testdienst.aus(s.dienst), Pruefstelle.ANFRAGE, JETZT)
                    .nachDerAssertion(d -> schluesselinfo(d, "X509Data", ""))
                    .baue();
        });
        offen("S16", "HMAC", SIGNATURVERFAHREN, verfahren("SignatureMethod", MEHR + "hmac-sha256"));
        offen("S16", "EC statt RSA und umgekehrt", SIGNATUR_FALSCH, d -> {
            boolean ec = ein(d, "SignatureMethod").getAttribute("Algorithm").contains("ecdsa");
            ein(d, "SignatureMethod").setAttribute("Algorithm", MEHR + (ec ? "rsa-sha256" : "ecdsa-sha256"));
        });
        for (String alt : List.of("rsa-sha1", "dsa-sha1", "hmac-sha1")) {
            offen("S17", alt, SIGNATURVERFAHREN, verfahren("SignatureMethod", DS + alt));
        }
        bundId("S17", "rsa-sha1, richtig signiert", SIGNATURVERFAHREN, s -> s.antwort()
                .signiert(false, false)
                .nachDerAssertion(d -> Xmlsignierer.signiere(ein(d, "Assertion"), RSA, DS + "rsa-sha1"))
                .baue());
        bundId("S17", "SHA-1 als Prüfsumme, richtig signiert", PRUEFSUMMENVERFAHREN, s -> s.antwort()
                .signiert(false, false)
                .nachDerAssertion(d -> Xmlsignierer.signiere(
                        ein(d, "Assertion"), RSA, Xmlsignierer.RSA_PSS, DS + "sha1", List.of("xsd")))
                .baue());
        offen("S17", "MD5 als Prüfsumme", PRUEFSUMMENVERFAHREN, verfahren("DigestMethod", MEHR + "md5"));
        for (String transform : List.of(
                "http://www.w3.org/TR/1999/REC-xslt-19991116",
                "http://www.w3.org/TR/1999/REC-xpath-19991116",
                "http://www.w3.org/2002/06/xmldsig-filter2",
                DS + "base64",
                "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
                "http://www.w3.org/2001/10/xml-exc-c14n#WithComments")) {
            offen("S18", transform, TRANSFORMATION, verfahren("Transform", transform));
            offen("S18", "Kanonisierung " + transform, TRANSFORMATION, verfahren("CanonicalizationMethod", transform));
        }
        offen("S18", "dritte Umformung", TRANSFORMATION, d -> ein(d, "Transforms")
                .appendChild(ein(d, "Transform").cloneNode(true)));
        offen("S18", "keine Umformung", TRANSFORMATION, d -> ein(d, "Reference").removeChild(ein(d, "Transforms")));
        for (String uri : List.of("", "#_andere", "http://evil.example/", "file:///etc/passwd", "#xpointer(/)")) {
            offen("S19", "URI " + uri, VERWEIS, d -> ein(d, "Reference").setAttribute("URI", uri));
        }
        offen("S19", "ohne URI", VERWEIS, d -> ein(d, "Reference").removeAttribute("URI"));
        offen("S19", "zwei Verweise", VERWEIS, d -> ein(d, "SignedInfo")
                .appendChild(ein(d, "Reference").cloneNode(true)));
        vomKonto("S20", "doppelte ID", DOPPELTE_ID, " ID=\"_[^\"]*\"", " ID=\"_eins\"");
        offen("S20", "xml:id", DOPPELTE_ID, d -> ein(d, "Status")
                .setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:id", "_x"));
        offen("S20", "Id in anderer Schreibung", DOPPELTE_ID, d -> ein(d, "Signature")
                .setAttribute("Id", ein(d, "Assertion").getAttribute("ID")));
        offen(
                "S21",
                "RetrievalMethod",
                SCHLUESSELVERWEIS,
                d -> schluesselinfo(d, "RetrievalMethod", "file:///etc/passwd"));
        bundId("S21", "RetrievalMethod am verschlüsselten Teil", SCHLUESSELVERWEIS, s -> s.antwort()
                .zuletzt(d -> {
                    Element verweis = d.createElementNS(DS, "ds:RetrievalMethod");
                    verweis.setAttribute("URI", "file:///etc/passwd");
                    ein(d, "KeyInfo").appendChild(verweis);
                })
                .baue());
        offen("S43", "Inhalt verändert", PRUEFSUMME_FALSCH, d -> ein(d, "NameID")
                .setTextContent("anders"));
        offen("S43", "Namensraum verändert", PRUEFSUMME_FALSCH, d -> ein(d, "AuthnContextClassRef")
                .setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:xsd", "urn:x:y"));
    }

    private static final String MEHR = "http://www.w3.org/2001/04/xmldsig-more#";

    private static void schluesselinfo(Document d, String kind, String uri) {
        Element info = d.createElementNS(DS, "ds:KeyInfo");
        Element inhalt = d.createElementNS(DS, "ds:" + kind);
        if (uri.isEmpty()) {
            Element zertifikat = d.createElementNS(DS, "ds:X509Certificate");
            zertifikat.setTextContent("AAAA");
            inhalt.appendChild(zertifikat);
        } else {
            inhalt.setAttribute("URI", uri);
        }
        info.appendChild(inhalt);
        ein(d, "Signature").appendChild(info);
    }

    private void eingang() {
        for (String doctype : List.of(
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
                "<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://evil.example/x.dtd\"> %p;]>",
                "<!DOCTYPE x>")) {
            bundId(
                    "S22",
                    doctype,
                    DOCTYPE,
                    s -> Antwortbauer.kodiert(doctype + s.antwort().xml()));
        }
        bundId("S23", "10 MB", ZU_GROSS, s -> "QUFB".repeat(2_500_000));
        bundId("S23", "10.000 Ebenen", XML_GRENZE, s -> Antwortbauer.kodiert("<a>".repeat(10_000)));
        bundId("S23", "10.000 Elemente", XML_GRENZE, s -> Antwortbauer.kodiert("<a>" + "<b/>".repeat(10_000) + "</a>"));
        bundId("S23", "41 Attribute", XML_GRENZE, s -> {
            StringBuilder xml = new StringBuilder("<a");
            for (int i = 0; i < 41; i++) {
                xml.append(" a").append(i).append("=''");
            }
            return Antwortbauer.kodiert(xml.append("/>").toString());
        });
        bundId("S23", "kein Base64", BASE64, s -> "<Response/>");
        bundId("S23", "leer", BASE64, s -> "");
        bundId("S23", "kein XML", XML, s -> Antwortbauer.kodiert("a=b"));
        bundId("S23", "gepackt (nur bei Weiterleitung erlaubt)", XML, s -> "fZFBT8MwDIXv/IrK");
        for (String relativ : List.of("x", "1", "a/b", "//x", "?x", "x y:z")) {
            offen("S43", "Namensraum " + relativ, NAMENSRAUM, d -> ein(d, "Assertion")
                    .setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:leer", relativ));
            bundId("S43", "Namensraum verschlüsselt " + relativ, NAMENSRAUM, s -> s.antwort()
                    .nachDerAssertion(d ->
                            ein(d, "Assertion").setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:leer", relativ))
                    .baue());
        }
        faelle.add(new Fall("S43", "Assertion im falschen Namensraum", OFFEN, ASSERTION_ANZAHL, s -> s.antwort()
                .text(x -> ersetzt(x, "(<saml2:Assertion) xmlns:saml2=\"[^\"]*\"", "$1 xmlns:saml2=\"urn:x:y\""))
                .verschluesselt(null)
                .baue()));
        bundId(
                "S47",
                "LogoutRequest am ACS",
                WURZEL,
                s -> Antwortbauer.kodiert(
                        "<p:LogoutRequest xmlns:p=\"urn:oasis:names:tc:SAML:2.0:protocol\" ID=\"_a\" Version=\"2.0\"/>"));
        bundId(
                "S47",
                "LogoutResponse am ACS",
                WURZEL,
                s -> Antwortbauer.kodiert(
                        "<p:LogoutResponse xmlns:p=\"urn:oasis:names:tc:SAML:2.0:protocol\" ID=\"_a\" Version=\"2.0\"/>"));
        vomKonto("S47", "SAML 1.1", WURZEL, "(<saml2p:Response.*?)Version=\"2.0\"", "$1Version=\"1.1\"");
        vomKonto("S12", "ohne ID", AUFBAU_ANTWORT, "(<saml2p:Response.*?) ID=\"[^\"]*\"", "$1");
    }

    private void zustellung() {
        String acs = Pruefstelle.DIENST.acs().toString();
        faelle.add(new Fall("S24", "anderes Ziel", OFFEN, ZIEL, s -> s.antwort()
                .text(x -> ersetzt(x, "Destination=\"[^\"]*\"", "Destination=\"https://evil.example/acs\""))
                .baue()));
        faelle.add(new Fall("S24", "signiert ohne Ziel", OFFEN, ZIEL, s -> s.antwort()
                .signiert(true, true)
                .text(x -> ersetzt(x, " Destination=\"[^\"]*\"", ""))
                .baue()));
        faelle.add(new Fall("S24", "leeres Ziel", OFFEN, ZIEL, s -> s.antwort()
                .text(x -> ersetzt(x, "Destination=\"[^\"]*\"", "Destination=\"\""))
                .baue()));
        vomKonto("S25", "anderer Empfänger", EMPFAENGER, "Recipient=\"[^\"]*\"", "Recipient=\"" + acs + "/\"");
        vomKonto("S25", "ohne Empfänger", EMPFAENGER, " Recipient=\"[^\"]*\"", "");
        vomKonto("S26", "andere Anfrage", ANFRAGE, "InResponseTo=\"[^\"]*\"", "InResponseTo=\"_fremd\"");
        vomKonto("S26", "unaufgefordert", ANFRAGE, " InResponseTo=\"[^\"]*\"", "");
        vomKonto("S26", "nur außen", ANFRAGE, "(Data [^>]*?) InResponseTo=\"[^\"]*\"", "$1");
        vomKonto("S26", "nur innen", ANFRAGE, "(<saml2p:Response [^>]*?) InResponseTo=\"[^\"]*\"", "$1");
        bundId("S41", "Antwort auf die Anfrage eines anderen Browsers", ANFRAGE, s -> new Antwortbauer(
                        s.konto, Testdienst.aus(s.dienst), "_anderer", JETZT)
                .baue());
        vomKonto("S27", "andere Zielgruppe", ZIELGRUPPE, "<saml2:Audience>[^<]*", "<saml2:Audience>https://x.example");
        vomKonto(
                "S27", "ohne Zielgruppe", ZIELGRUPPE, "<saml2:AudienceRestriction>.*?</saml2:AudienceRestriction>", "");
        vomKonto(
                "S27",
                "zweite passt nicht",
                ZIELGRUPPE,
                "(</saml2:AudienceRestriction>)",
                "$1<saml2:AudienceRestriction><saml2:Audience>https://x.example</saml2:Audience></saml2:AudienceRestriction>");
        vomKonto(
                "S28",
                "anderer Aussteller der Antwort",
                AUSSTELLER,
                "^(.*?<saml2:Issuer>)[^<]*",
                "$1https://x.example");
        vomKonto(
                "S28",
                "anderer Aussteller der Assertion",
                AUSSTELLER,
                "(Version=\"2.0\"><saml2:Issuer>)[^<]*",
                "$1https://x.example");
        vomKonto("S28", "ohne Aussteller", AUFBAU_ANTWORT, "^(.*?)<saml2:Issuer>[^<]*</saml2:Issuer>", "$1");
        vomKonto(
                "S28",
                "Aussteller in anderem Format",
                AUSSTELLER,
                "<saml2:Issuer>",
                "<saml2:Issuer Format=\"urn:x:y\">");
        String spaet = "NotOnOrAfter=\"2026-11-23T10:01:46Z\"";
        vomKonto("S29", "Conditions abgelaufen", ABGELAUFEN, "(Conditions [^>]*)NotOnOrAfter=\"[^\"]*\"", "$1" + spaet);
        vomKonto("S29", "Bestätigung abgelaufen", ABGELAUFEN, "(Data [^>]*)NotOnOrAfter=\"[^\"]*\"", "$1" + spaet);
        vomKonto(
                "S29",
                "Sitzung abgelaufen",
                ABGELAUFEN,
                "AuthnInstant",
                "SessionNotOnOrAfter=\"2026-11-23T10:01:46Z\" AuthnInstant");
        vomKonto(
                "S29",
                "noch nicht gültig",
                NOCH_NICHT_GUELTIG,
                "NotBefore=\"[^\"]*\"",
                "NotBefore=\"2026-11-23T10:03:47Z\"");
        vomKonto(
                "S29",
                "in der Zukunft ausgestellt",
                NOCH_NICHT_GUELTIG,
                "IssueInstant=\"[^\"]*\"",
                "IssueInstant=\"2026-11-23T10:03:47Z\"");
        vomKonto(
                "S29",
                "in der Zukunft angemeldet",
                NOCH_NICHT_GUELTIG,
                "AuthnInstant=\"[^\"]*\"",
                "AuthnInstant=\"2026-11-23T10:03:47Z\"");
        vomKonto(
                "S29",
                "Bestätigung mit NotBefore",
                ZEITANGABE,
                "(SubjectConfirmationData)",
                "$1 NotBefore=\"2026-11-23T10:00:00Z\"");
        vomKonto("S29", "Bestätigung ohne Ende", ZEITANGABE, "(Data [^>]*) NotOnOrAfter=\"[^\"]*\"", "$1");
        vomKonto("S29", "Conditions ohne Ende", ZEITANGABE, "(Conditions [^>]*) NotOnOrAfter=\"[^\"]*\"", "$1");
        vomKonto("S29", "keine Zeit", ZEITANGABE, "NotBefore=\"[^\"]*\"", "NotBefore=\"gestern\"");
        vomKonto("S29", "unbekannte Bedingung", AUFBAU_ASSERTION, "(</saml2:Conditions>)", "<saml2:Condition/>$1");
        vomKonto(
                "S29",
                "alte Sitzung trotz ForceAuthn",
                ALTE_ANMELDUNG,
                "AuthnInstant=\"[^\"]*\"",
                "AuthnInstant=\"2026-11-23T10:01:45Z\"");
        vomKonto("S31", "andere Methode", BESTAETIGUNG, "cm:bearer", "cm:sender-vouches");
        vomKonto(
                "S31",
                "ohne Bestätigung",
                BESTAETIGUNG,
                "<saml2:SubjectConfirmation .*?</saml2:SubjectConfirmation>",
                "");
        vomKonto(
                "S31",
                "zwei Bestätigungen",
                BESTAETIGUNG,
                "(<saml2:SubjectConfirmation .*?</saml2:SubjectConfirmation>)",
                "$1$1");
        vomKonto("S31", "Bestätigung ohne Daten", BESTAETIGUNG, "<saml2:SubjectConfirmationData[^>]*>", "");
        vomKonto("S32", "Fehler mit Assertion", STATUS_MIT_ASSERTION, "status:Success", "status:Responder");
        bundId("S32", "Erfolg ohne Assertion", STATUS_MIT_ASSERTION, s -> s.antwort()
                .signiert(false, false)
                .zuletzt(d -> d.getDocumentElement().removeChild(ein(d, "EncryptedAssertion")))
                .baue());
        vomKonto("S32", "unbekannter Status", STATUS, "status:Success", "status:Erfolg");
        vomKonto("S32", "fremder Status", STATUS, "urn:oasis:names:tc:SAML:2.0:status:Success", "urn:x:Success");
        vomKonto("S32", "ohne Status", AUFBAU_ANTWORT, "<saml2p:Status>.*?</saml2p:Status>", "");
    }

    private void inhalt() {
        bundId("S33", "Niveau zu niedrig", NIVEAU_ZU_NIEDRIG, s -> {
            s.gefordert = Vertrauensniveau.HOCH;
            return s.antwort().klasse("STORK-QAA-Level-3").baue();
        });
        for (String klasse : List.of("STORK-QAA-Level-5", "stork-qaa-level-4", "urn:x:STORK-QAA-Level-4", "LoA4")) {
            bundId("S33", "Klasse " + klasse, ANMELDEART, s -> s.antwort()
                    .klasse(klasse)
                    .baue());
            faelle.add(new Fall("S33", "allgemein, Klasse " + klasse, OFFEN, ANMELDEART, s -> s.antwort()
                    .klasse(klasse)
                    .baue()));
        }
        vomKonto("S33", "ohne AuthnStatement", ANMELDEART, "<saml2:AuthnStatement.*?</saml2:AuthnStatement>", "");
        vomKonto(
                "S33",
                "zwei AuthnStatement",
                AUFBAU_ASSERTION,
                "(<saml2:AuthnStatement.*?</saml2:AuthnStatement>)",
                "$1$1");
        bundId("S34", "Niveau widerspricht", NIVEAU_WIDERSPRUCH, s -> s.antwort()
                .klasse("STORK-QAA-Level-4")
                .attribut(BundId.NIVEAU, "NORMAL", "STORK-QAA-Level-1")
                .baue());
        bundId("S36", "Attribut doppelt", ATTRIBUT_DOPPELT, s -> s.antwort()
                .attribut(BundId.BPK2, "NORMAL", "a")
                .attribut(BundId.BPK2, "NORMAL", "b")
                .baue());
        bundId("S36", "Attribut doppelt mit Leerzeichen", ATTRIBUT_DOPPELT, s -> s.antwort()
                .attribut(BundId.BPK2, "NORMAL", "a")
                .attribut(" " + BundId.BPK2, "NORMAL", "b")
                .baue());
        bundId("S39", "EncryptedAttribute", ATTRIBUT_FORM, s -> s.antwort()
                .attributXml("<saml2:EncryptedAttribute/>")
                .baue());
        vomKonto("S39", "leere NameID", NAMEID, "(<saml2:NameID[^>]*>)[^<]*", "$1");
        vomKonto("S39", "ohne NameID", NAMEID, "<saml2:NameID.*?</saml2:NameID>", "");
        vomKonto(
                "S39",
                "NameID für anderen Dienst",
                NAMEID,
                "SPNameQualifier=\"[^\"]*\"",
                "SPNameQualifier=\"https://x.example\"");
        vomKonto("S31", "Subject zweimal", AUFBAU_ASSERTION, "(<saml2:Subject>.*?</saml2:Subject>)", "$1$1");
        vomKonto("S31", "Advice", AUFBAU_ASSERTION, "(</saml2:Conditions>)", "$1<saml2:Advice/>");
        for (String inhalt : List.of(XENC + "aes256-cbc", XENC + "aes128-cbc", XENC + "tripledes-cbc")) {
            bundId("S37", inhalt, VERSCHLUESSELUNGSVERFAHREN, s -> s.antwort()
                    .zuletzt(d -> ein(d, "EncryptionMethod").setAttribute("Algorithm", inhalt))
                    .baue());
        }
        for (String schluessel : List.of(XENC + "rsa-1_5", XENC + "kw-aes256", "urn:x:y")) {
            bundId("S37", schluessel, VERSCHLUESSELUNGSVERFAHREN, s -> s.antwort()
                    .zuletzt(d ->
                            ((Element) ein(d, "EncryptedKey").getFirstChild()).setAttribute("Algorithm", schluessel))
                    .baue());
        }
        bundId("S37", "Maske mit SHA-1 in neuer Form", VERSCHLUESSELUNGSVERFAHREN, s -> s.antwort()
                .zuletzt(verfahren("MGF", "http://www.w3.org/2009/xmlenc11#mgf1sha1"))
                .baue());
        bundId("S38", "für anderen Schlüssel", ENTSCHLUESSELUNG, s -> new Antwortbauer(
                        s.konto,
                        new Testdienst(s.dienst.entityId(), s.dienst.acs(), List.of(), List.of(FREMD.zertifikat())),
                        Pruefstelle.ANFRAGE,
                        JETZT)
                .baue());
        bundId("S38", "für anderen Empfänger", ENTSCHLUESSELUNG, s -> s.antwort()
                .zuletzt(d -> ein(d, "EncryptedKey").setAttribute("Recipient", "https://x.example"))
                .baue());
        bundId("S38", "Inhalt verändert", ENTSCHLUESSELUNG, s -> s.antwort()
                .zuletzt(d -> {
                    Element wert = (Element)
                            d.getElementsByTagNameNS(XENC, "CipherValue").item(1);
                    byte[] geheim = java.util.Base64.getDecoder().decode(wert.getTextContent());
                    geheim[geheim.length / 2] ^= 1;
                    wert.setTextContent(java.util.Base64.getEncoder().encodeToString(geheim));
                })
                .baue());
        for (int laenge : new int[] {1, 12, 20, 27, 28, 44}) {
            bundId("S38", "Inhalt von " + laenge + " Bytes", ENTSCHLUESSELUNG, s -> s.antwort()
                    .zuletzt(d -> d.getElementsByTagNameNS(XENC, "CipherValue")
                            .item(1)
                            .setTextContent(java.util.Base64.getEncoder().encodeToString(new byte[laenge])))
                    .baue());
        }
        bundId("S38", "Schlüssel verändert", ENTSCHLUESSELUNG, s -> s.antwort()
                .zuletzt(d -> {
                    Element wert = (Element)
                            d.getElementsByTagNameNS(XENC, "CipherValue").item(0);
                    wert.setTextContent("AAAA" + wert.getTextContent().substring(4));
                })
                .baue());
        bundId("S38", "neun Schlüssel", VERSCHLUESSELUNG_AUFBAU, s -> s.antwort()
                .zuletzt(d -> {
                    Element schluessel = ein(d, "EncryptedKey");
                    for (int i = 0; i < 8; i++) {
                        schluessel.getParentNode().appendChild(schluessel.cloneNode(true));
                    }
                })
                .baue());
        bundId("S38", "CipherReference", VERSCHLUESSELUNG_AUFBAU, s -> s.antwort()
                .zuletzt(d -> {
                    Element wert = ein(d, "CipherValue");
                    Element verweis = d.createElementNS(XENC, "xenc:CipherReference");
                    verweis.setAttribute("URI", "file:///etc/passwd");
                    wert.getParentNode().replaceChild(verweis, wert);
                })
                .baue());
        faelle.add(new Fall("S45", "Testkonto in Produktion", Unternehmenskonto.profil(), TESTKONTO, s -> s.antwort()
                .signiert(true, false)
                .attribut("IstTestkonto", "true")
                .baue()));
        faelle.add(
                new Fall("S45", "Testkonto mit unklarem Wort", Unternehmenskonto.profil(), TESTKONTO, s -> s.antwort()
                        .signiert(true, false)
                        .attribut("IstTestkonto", "nein")
                        .baue()));
        faelle.add(new Fall("S33", "MUK ohne Niveau", Unternehmenskonto.profil(), ANMELDEART, s -> s.antwort()
                .signiert(true, false)
                .baue()));
        faelle.add(new Fall("S12", "MUK nicht signiert", Unternehmenskonto.profil(), NICHT_SIGNIERT, s -> s.antwort()
                .signiert(false, false)
                .baue()));
    }

    @TestFactory
    Stream<DynamicTest> everyRowIsRefusedForItsReason() {
        alle();
        return faelle.stream().flatMap(fall -> Stream.of(RSA, EC)
                .map(schluessel ->
                        dynamicTest(fall.zeile + " " + schluessel.schluessel().getAlgorithm() + " " + fall.name, () -> {
                            Pruefstelle stelle = new Pruefstelle(fall.profil, schluessel);
                            stelle.abgewiesen(fall.antwort.apply(stelle), fall.grund);
                        })));
    }

    private void alle() {
        umhuellungen();
        signaturen();
        eingang();
        zustellung();
        inhalt();
    }

    @Test
    void aTestSystemIsRefusedInProduction() { // S45
        Pruefstelle stelle = new Pruefstelle("https://int.id.bund.de/idp", BundId.profil(), RSA);
        stelle.abgewiesen(stelle.antwort().baue(), TESTSYSTEM);
        stelle.dienst = stelle.testbetrieb();
        stelle.angenommen(stelle.antwort().baue());
    }

    @Test
    void anAnswerIsAcceptedOnce() { // S30
        Pruefstelle stelle = Pruefstelle.bundId();
        String antwort = stelle.antwort().baue();
        stelle.angenommen(antwort);
        stelle.gemerkt.add("etwas anderes");
        assertThat(stelle.pruefe(antwort).toString()).contains(WIEDERHOLUNG.name());
    }

    @Test
    void aMinuteOfDriftIsToleratedAndNotMore() {
        Pruefstelle stelle = Pruefstelle.bundId();
        String antwort = stelle.antwort().baue();
        stelle.uhr = JETZT.minus(Duration.ofSeconds(60));
        stelle.angenommen(antwort);
        stelle.gemerkt.clear();
        stelle.uhr = JETZT.minus(Duration.ofSeconds(61));
        stelle.abgewiesen(antwort, NOCH_NICHT_GUELTIG);
        stelle.uhr = JETZT.plus(Duration.ofMinutes(6)).minusMillis(1);
        stelle.angenommen(antwort);
        stelle.gemerkt.clear();
        stelle.uhr = JETZT.plus(Duration.ofMinutes(6));
        stelle.abgewiesen(antwort, ABGELAUFEN);
    }

    @Test
    void everyRowOfTheTableIsTestedSomewhere() {
        alle();
        TreeSet<String> geprueft = new TreeSet<>(List.of("S30", "S35", "S40", "S42", "S44", "S46", "S48"));
        faelle.forEach(fall -> geprueft.add(fall.zeile));
        assertThat(geprueft)
                .containsExactlyElementsOf(Kontodaten.tabelle("negative-cases-saml.csv").stream()
                        .map(zeile -> zeile.get(0))
                        .toList());
    }
}
