/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml.internal;

import de.kommunalsdk.saml.SamlFehler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * Step 4 for the assertion, in the clear or decrypted.
 *
 * @param wurzel the Assertion
 * @param aussteller its Issuer
 * @param signatur its Signature
 * @param nutzer its NameID or EncryptedID
 * @param bestaetigung its SubjectConfirmationData
 * @param bedingungen its Conditions
 * @param anmeldung its AuthnStatement
 * @param klasse the AuthnContextClassRef in it
 * @param attribute its attributes, still as elements
 */
record Assertionbau(
        Element wurzel,
        String aussteller,
        Optional<Element> signatur,
        Element nutzer,
        Element bestaetigung,
        Element bedingungen,
        Element anmeldung,
        String klasse,
        List<Element> attribute) {

    private static final SamlFehler FEHLER = SamlFehler.AUFBAU_ASSERTION;
    private static final String BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer";

    static Assertionbau lies(Element wurzel) {
        Kinderfolge.nurAttribute(wurzel, FEHLER, List.of("ID", "Version", "IssueInstant"));
        if (!Xml.attribut(wurzel, "Version").filter("2.0"::equals).isPresent()
                || Xml.attribut(wurzel, "ID").isEmpty()) {
            throw new Ablehnung(FEHLER, "Version oder ID");
        }
        Kinderfolge kinder = new Kinderfolge(wurzel, FEHLER);
        String aussteller = Antwortbau.aussteller(kinder.muss(Xml.SAML, "Issuer"), FEHLER);
        Optional<Element> signatur = kinder.darf(Xml.DS, "Signature");
        Element subjekt = kinder.muss(Xml.SAML, "Subject");
        Element bedingungen = kinder.muss(Xml.SAML, "Conditions");
        Optional<Element> anmeldung = Optional.empty();
        List<Element> attribute = new ArrayList<>();
        while (kinder.hatNoch()) {
            Optional<Element> angaben = kinder.darf(Xml.SAML, "AttributeStatement");
            if (angaben.isPresent()) {
                attribute.addAll(attribute(angaben.get()));
            } else if (anmeldung.isEmpty()) {
                anmeldung = Optional.of(kinder.muss(Xml.SAML, "AuthnStatement"));
            } else {
                kinder.ende();
            }
        }
        Element statement = anmeldung.orElseThrow(() -> new Ablehnung(SamlFehler.ANMELDEART, "AuthnStatement fehlt"));
        Kinderfolge inSubjekt = new Kinderfolge(subjekt, FEHLER);
        Element nutzer = inSubjekt
                .darf(Xml.SAML, "NameID")
                .or(() -> inSubjekt.darf(Xml.SAML, "EncryptedID"))
                .orElseThrow(() -> new Ablehnung(SamlFehler.NAMEID, "fehlt"));
        Element bestaetigung = bestaetigung(inSubjekt);
        return new Assertionbau(
                wurzel,
                aussteller,
                signatur,
                nutzer,
                bestaetigung,
                bedingungen,
                statement,
                klasse(statement),
                attribute);
    }

    private static Element bestaetigung(Kinderfolge subjekt) {
        Element bestaetigung = subjekt.darf(Xml.SAML, "SubjectConfirmation")
                .orElseThrow(() -> new Ablehnung(SamlFehler.BESTAETIGUNG, "fehlt"));
        if (subjekt.hatNoch()
                || !Xml.attribut(bestaetigung, "Method").filter(BEARER::equals).isPresent()) {
            throw new Ablehnung(SamlFehler.BESTAETIGUNG, "");
        }
        Kinderfolge kinder = new Kinderfolge(bestaetigung, SamlFehler.BESTAETIGUNG);
        Element daten = kinder.muss(Xml.SAML, "SubjectConfirmationData");
        kinder.ende();
        Kinderfolge.nurAttribute(
                daten,
                SamlFehler.BESTAETIGUNG,
                List.of("NotBefore", "NotOnOrAfter", "Recipient", "InResponseTo", "Address"));
        return daten;
    }

    private static String klasse(Element statement) {
        Kinderfolge kinder = new Kinderfolge(statement, FEHLER);
        kinder.darf(Xml.SAML, "SubjectLocality");
        Element kontext = kinder.muss(Xml.SAML, "AuthnContext");
        kinder.ende();
        Kinderfolge inKontext = new Kinderfolge(kontext, FEHLER);
        String klasse = inKontext
                .darf(Xml.SAML, "AuthnContextClassRef")
                .map(e -> Xml.wort(e, SamlFehler.ANMELDEART))
                .orElseThrow(() -> new Ablehnung(SamlFehler.ANMELDEART, "AuthnContextClassRef fehlt"));
        while (inKontext.darf(Xml.SAML, "AuthenticatingAuthority").isPresent()) {
            continue; // names who stands behind the account; nothing follows from it
        }
        inKontext.ende();
        return klasse;
    }

    private static List<Element> attribute(Element statement) {
        Kinderfolge kinder = new Kinderfolge(statement, FEHLER);
        List<Element> attribute = new ArrayList<>();
        while (kinder.hatNoch()) {
            if (kinder.darf(Xml.SAML, "EncryptedAttribute").isPresent()) {
                throw new Ablehnung(SamlFehler.ATTRIBUT_FORM, "EncryptedAttribute");
            }
            attribute.add(kinder.muss(Xml.SAML, "Attribute"));
        }
        return attribute;
    }
}
