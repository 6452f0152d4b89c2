/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import static de.kommunalsdk.saml.SamlFehler.*;
import static de.kommunalsdk.testkit.konto.Pruefstelle.EC;
import static de.kommunalsdk.testkit.konto.Pruefstelle.RSA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.kommunalsdk.saml.AllgemeinesSaml;
import de.kommunalsdk.saml.Antwortergebnis.Abgewiesen;
import de.kommunalsdk.saml.BundId;
import de.kommunalsdk.saml.SamlFehler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Each rule of structure alone: an answer that breaks this one and no other, so that no rule can go away unnoticed because
 * a later one refuses the same answer. Refused by our rule, never by an exception of the JDK's reader.
 */
class AufbauTest {

    private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    private static final String EXC = "http://www.w3.org/2001/10/xml-exc-c14n#";
    private static final String PSS = "http://www.w3.org/2007/05/xmldsig-more#";
    private static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
    private static final String XENC = "http://www.w3.org/2001/04/xmlenc#";

    private final List<DynamicTest> faelle = new ArrayList<>();

    /** Changed on the way; the answer is not encrypted. */
    private void offen(String name, SamlFehler grund, Consumer<Document> aenderung) {
        fall(
                name,
                new Pruefstelle(AllgemeinesSaml.profil("Konto", "", Map.of(), BundId.niveaus()), EC),
                s -> s.verschluesselt(null).zuletzt(aenderung),
                grund);
    }

    /** Changed on the way, outside of what is encrypted. */
    private void verschluesselt(String name, SamlFehler grund, Consumer<Document> aenderung) {
        fall(name, new Pruefstelle(BundId.profil(), EC), s -> s.zuletzt(aenderung), grund);
    }

    /** Signed like this by the account itself. */
    private void vomKonto(String name, SamlFehler grund, Consumer<Document> aenderung) {
        fall(name, new Pruefstelle(BundId.profil(), EC), s -> s.vorDerSignatur(aenderung), grund);
    }

    private void fall(String name, Pruefstelle stelle, Consumer<Antwortbauer> aenderung, SamlFehler grund) {
        faelle.add(dynamicTest(grund + " " + name, () -> {
            Antwortbauer antwort = stelle.antwort();
            aenderung.accept(antwort);
            String fertig = antwort.baue();
            stelle.abgewiesen(fertig, grund);
            assertThat(((Abgewiesen) stelle.pruefe(fertig)).detail()).doesNotContain("Exception");
        }));
    }

    static Element ein(Document dokument, String name) {
        return (Element) dokument.getElementsByTagNameNS("*", name).item(0);
    }

    private static Consumer<Document> attribut(String element) {
        return d -> ein(d, element).setAttribute("Fremd", "x");
    }

    private static Consumer<Document> kind(String element, String raum, String name) {
        return d -> ein(d, element).appendChild(d.createElementNS(raum, name));
    }

    private static Consumer<Document> text(String element) {
        return d -> ein(d, element).appendChild(d.createTextNode("x"));
    }

    private static Consumer<Document> ohne(String element) {
        return d -> ein(d, element).getParentNode().removeChild(ein(d, element));
    }

    private void verschluesselung() {
        for (String element : List.of("EncryptedData", "EncryptedKey", "EncryptionMethod")) {
            verschluesselt(element + " mit Attribut", VERSCHLUESSELUNG_AUFBAU, attribut(element));
        }
        for (String element :
                List.of("EncryptedAssertion", "EncryptedData", "EncryptedKey", "EncryptionMethod", "CipherData")) {
            verschluesselt(element + " mit Kind", VERSCHLUESSELUNG_AUFBAU, kind(element, XENC, "xenc:Fremd"));
            verschluesselt(element + " mit Text", VERSCHLUESSELUNG_AUFBAU, text(element));
        }
        verschluesselt("Methode des Schlüssels mit Attribut", VERSCHLUESSELUNG_AUFBAU, d -> ((Element)
                        ein(d, "EncryptedKey").getFirstChild())
                .setAttribute("Fremd", "x"));
        verschluesselt("Methode des Schlüssels mit OAEPparams", VERSCHLUESSELUNG_AUFBAU, d -> ein(d, "EncryptedKey")
                .getFirstChild()
                .appendChild(d.createElementNS(XENC, "xenc:OAEPparams")));
        verschluesselt("Methode ohne Angabe", VERSCHLUESSELUNGSVERFAHREN, d -> ein(d, "EncryptionMethod")
                .removeAttribute("Algorithm"));
        verschluesselt("ohne Methode", VERSCHLUESSELUNG_AUFBAU, ohne("EncryptionMethod"));
        verschluesselt("ohne CipherValue", VERSCHLUESSELUNG_AUFBAU, ohne("CipherValue"));
        verschluesselt("CipherValue leer", VERSCHLUESSELUNG_AUFBAU, d -> ein(d, "CipherValue")
                .setTextContent(" "));
        verschluesselt("CipherValue kein Base64", VERSCHLUESSELUNG_AUFBAU, d -> ein(d, "CipherValue")
                .setTextContent("AAAAA"));
        verschluesselt("Inhalt statt Element", VERSCHLUESSELUNG_AUFBAU, d -> ein(d, "EncryptedData")
                .setAttribute("Type", XENC + "Content"));
        verschluesselt("Schlüssel als KeyValue", VERSCHLUESSELUNG_AUFBAU, kind("KeyInfo", DS, "ds:KeyValue"));
        verschluesselt("RetrievalMethod mit Transforms", SCHLUESSELVERWEIS, d -> {
            Element verweis = d.createElementNS(DS, "ds:RetrievalMethod");
            verweis.setAttribute("URI", "#_k");
            verweis.appendChild(d.createElementNS(DS, "ds:Transforms"));
            ein(d, "KeyInfo").appendChild(verweis);
        });
        verschluesselt("RetrievalMethod ohne URI", SCHLUESSELVERWEIS, kind("KeyInfo", DS, "ds:RetrievalMethod"));
    }

    private void signatur() {
        for (String element : List.of(
                "Signature", "SignedInfo", "SignatureMethod", "CanonicalizationMethod", "Reference", "Transform")) {
            offen(element + " mit Attribut", SIGNATUR_AUFBAU, attribut(element));
        }
        for (String element :
                List.of("Signature", "SignedInfo", "SignatureMethod", "CanonicalizationMethod", "Reference")) {
            offen(element + " mit Kind", SIGNATUR_AUFBAU, kind(element, DS, "ds:Fremd"));
            offen(element + " mit Text", SIGNATUR_AUFBAU, text(element));
        }
        offen("ohne SignatureValue", SIGNATUR_AUFBAU, ohne("SignatureValue"));
        offen("SignatureValue leer", SIGNATUR_AUFBAU, d -> ein(d, "SignatureValue")
                .setTextContent(""));
        offen("SignatureMethod ohne Angabe", SIGNATURVERFAHREN, d -> ein(d, "SignatureMethod")
                .removeAttribute("Algorithm"));
        offen("ohne Verweis", VERWEIS, ohne("Reference"));
        offen("Object in Signature", SIGNATUR_AUFBAU, kind("Signature", DS, "ds:Object"));
        offen("nur eine Umformung", TRANSFORMATION, d -> ein(d, "Transforms")
                .removeChild(ein(d, "Transforms").getLastChild()));
        offen("erste Umformung mit Kind", TRANSFORMATION, kind("Transform", DS, "ds:XPath"));
        offen("zweite Umformung anders", TRANSFORMATION, d -> ((Element)
                        ein(d, "Transforms").getLastChild())
                .setAttribute("Algorithm", EXC + "WithComments"));
        offen("zweite Umformung mit Kind", SIGNATUR_AUFBAU, d -> ein(d, "Transforms")
                .getLastChild()
                .appendChild(d.createElementNS(DS, "ds:XPath")));
        offen("InclusiveNamespaces mit Attribut", SIGNATUR_AUFBAU, attribut("InclusiveNamespaces"));
        offen("InclusiveNamespaces mit Kind", SIGNATUR_AUFBAU, kind("InclusiveNamespaces", EXC, "ec:Fremd"));
        offen("DigestMethod mit Kind", PRUEFSUMMENVERFAHREN, kind("DigestMethod", DS, "ds:Fremd"));
        offen("DigestValue mit Attribut", SIGNATUR_AUFBAU, attribut("DigestValue"));
        offen("DigestValue leer", SIGNATUR_AUFBAU, d -> ein(d, "DigestValue").setTextContent(""));
        offen("KeyInfo mit fremdem Kind", SCHLUESSELVERWEIS, d -> {
            Element info = d.createElementNS(DS, "ds:KeyInfo");
            info.appendChild(d.createElementNS("urn:x:y", "KeyName"));
            ein(d, "Signature").appendChild(info);
        });
        offen("Parameter von RSA-PSS an ECDSA", SIGNATUR_AUFBAU, pssParameter(XENC + "sha256"));
        pss("SHA-1 in den Parametern", PRUEFSUMMENVERFAHREN, pssParameter(DS + "sha1"));
        pss("Parameter nachträglich", SIGNATUR_FALSCH, pssParameter(XENC + "sha512"));
        pss("anderes als Parameter", SIGNATUR_AUFBAU, kind("SignatureMethod", PSS, "pss:Fremd"));
    }

    private void pss(String name, SamlFehler grund, Consumer<Document> aenderung) {
        fall(
                name,
                new Pruefstelle(AllgemeinesSaml.profil("Konto", "", Map.of(), BundId.niveaus()), RSA),
                s -> s.verschluesselt(null)
                        .verfahren(Xmlsignierer.RSA_PSS_PARAMETER)
                        .zuletzt(aenderung),
                grund);
    }

    private static Consumer<Document> pssParameter(String pruefsumme) {
        return d -> {
            Element parameter = d.createElementNS(PSS, "pss:RSAPSSParams");
            Element summe = d.createElementNS(DS, "ds:DigestMethod");
            summe.setAttribute("Algorithm", pruefsumme);
            parameter.appendChild(summe);
            ein(d, "SignatureMethod").appendChild(parameter);
        };
    }

    private void antwort() {
        vomKonto("Response mit Attribut", AUFBAU_ANTWORT, attribut("Response"));
        vomKonto("Response mit Kind", AUFBAU_ANTWORT, kind("Response", SAML, "saml2:Fremd"));
        vomKonto("Response mit Text", AUFBAU_ANTWORT, text("Response"));
        vomKonto("Issuer mit Attribut", AUFBAU_ANTWORT, attribut("Issuer"));
        vomKonto("Issuer leer", AUSSTELLER, d -> ein(d, "Issuer").setTextContent(" "));
        for (String element :
                List.of("Assertion", "AuthnContext", "AuthnStatement", "Subject", "SubjectConfirmation")) {
            SamlFehler grund = element.startsWith("Subject") ? BESTAETIGUNG : AUFBAU_ASSERTION;
            vomKonto(element + " mit Kind", grund, kind(element, SAML, "saml2:Fremd"));
        }
        for (String element : List.of("Assertion", "AuthnContext", "AuthnStatement", "Subject")) {
            vomKonto(element + " mit Text", AUFBAU_ASSERTION, text(element));
        }
        vomKonto("Assertion mit Attribut", AUFBAU_ASSERTION, attribut("Assertion"));
        vomKonto("Conditions mit Attribut", AUFBAU_ASSERTION, attribut("Conditions"));
        vomKonto("Bestätigung mit Attribut", BESTAETIGUNG, attribut("SubjectConfirmationData"));
        vomKonto("Assertion in anderer Version", AUFBAU_ASSERTION, d -> ein(d, "Assertion")
                .setAttribute("Version", "1.1"));
        fall(
                "Assertion ohne ID",
                new Pruefstelle(AllgemeinesSaml.profil("Konto", "", Map.of(), BundId.niveaus()), EC),
                s -> s.signiert(true, false).verschluesselt(null).vorDerSignatur(d -> ein(d, "Assertion")
                        .removeAttribute("ID")),
                AUFBAU_ASSERTION);
        vomKonto("ohne AuthnContextClassRef", ANMELDEART, ohne("AuthnContextClassRef"));
        vomKonto(
                "Zielgruppe in anderem Element",
                ZIELGRUPPE,
                d -> d.renameNode(ein(d, "Audience"), SAML, "saml2:Fremd"));
        fall(
                "Bedingung in fremdem Namensraum",
                new Pruefstelle(BundId.profil(), EC),
                s -> s.text(xml ->
                        xml.replace("</saml2:Conditions>", "<OneTimeUse xmlns=\"urn:x:y\"/></saml2:Conditions>")),
                AUFBAU_ASSERTION);
        vomKonto("nur die Antwort ist von morgen", NOCH_NICHT_GUELTIG, d -> ein(d, "Response")
                .setAttribute("IssueInstant", "2026-11-23T10:03:47Z"));
        vomKonto("nur die Assertion ist von morgen", NOCH_NICHT_GUELTIG, d -> ein(d, "Assertion")
                .setAttribute("IssueInstant", "2026-11-23T10:03:47Z"));
    }

    private void attribute() {
        attribut("ohne Name", ATTRIBUT_FORM, "<saml2:Attribute/>");
        attribut("leerer Name", ATTRIBUT_FORM, "<saml2:Attribute Name=\" \"/>");
        attribut("fremdes Kind", ATTRIBUT_FORM, "<saml2:Attribute Name=\"a\"><saml2:Fremd/></saml2:Attribute>");
        attribut("Text statt Wert", ATTRIBUT_FORM, "<saml2:Attribute Name=\"a\">x</saml2:Attribute>");
        attribut("Text zwischen Teilen", ATTRIBUT_FORM, wert("<b/>x"));
        attribut("Teil in Teil", ATTRIBUT_FORM, wert("<b><c/></b>"));
        attribut("Teil doppelt", ATTRIBUT_DOPPELT, wert("<b>1</b><b>2</b>"));
        attribut("kein Attribut", AUFBAU_ASSERTION, "<saml2:Fremd/>");
    }

    private static String wert(String inhalt) {
        return "<saml2:Attribute Name=\"a\"><saml2:AttributeValue>" + inhalt
                + "</saml2:AttributeValue></saml2:Attribute>";
    }

    private void attribut(String name, SamlFehler grund, String xml) {
        fall(name, new Pruefstelle(BundId.profil(), EC), s -> s.attributXml(xml), grund);
    }

    @TestFactory
    Stream<DynamicTest> everyRuleOfStructureRefusesByItself() {
        verschluesselung();
        signatur();
        antwort();
        attribute();
        return faelle.stream();
    }
}
