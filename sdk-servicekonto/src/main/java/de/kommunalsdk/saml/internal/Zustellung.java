/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml.internal;

import de.kommunalsdk.saml.Anmeldevorgang;
import de.kommunalsdk.saml.Dienstanbieter;
import de.kommunalsdk.saml.SamlFehler;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** Step 10: from the account that was asked, to this address, for this request, for this portal, and now. */
final class Zustellung {

    private static final Duration ABWEICHUNG = Duration.ofSeconds(60);
    private static final Set<String> BEDINGUNGEN = Set.of("OneTimeUse", "ProxyRestriction");

    private final Dienstanbieter dienst;
    private final Anmeldevorgang vorgang;
    private final String idp;
    private final Instant jetzt;

    Zustellung(Dienstanbieter dienst, Anmeldevorgang vorgang, String idp, Instant jetzt) {
        this.dienst = dienst;
        this.vorgang = vorgang;
        this.idp = idp;
        this.jetzt = jetzt;
    }

    /** The Response itself, with or without an assertion. */
    void pruefe(Antwortbau antwort, boolean signiert) {
        aussteller(antwort.aussteller());
        Optional<String> ziel = Xml.attribut(antwort.wurzel(), "Destination");
        // SAML bindings 3.5.5.2: a signed message must name its destination
        if (ziel.isEmpty() ? signiert : !ziel.get().equals(dienst.acs().toString())) {
            throw new Ablehnung(SamlFehler.ZIEL, ziel.isEmpty() ? "fehlt" : "");
        }
        anfrage(Xml.attribut(antwort.wurzel(), "InResponseTo"));
        nichtVonMorgen(zeit(antwort.wurzel(), "IssueInstant"));
    }

    /** The assertion; gives the time until which it must be remembered. */
    Instant pruefe(Assertionbau assertion) {
        aussteller(assertion.aussteller());
        nichtVonMorgen(zeit(assertion.wurzel(), "IssueInstant"));
        Element daten = assertion.bestaetigung();
        if (!Xml.attribut(daten, "Recipient")
                .filter(dienst.acs().toString()::equals)
                .isPresent()) {
            throw new Ablehnung(SamlFehler.EMPFAENGER, "");
        }
        anfrage(Xml.attribut(daten, "InResponseTo"));
        if (Xml.attribut(daten, "NotBefore").isPresent()) {
            throw new Ablehnung(SamlFehler.ZEITANGABE, "NotBefore in SubjectConfirmationData");
        }
        Instant ende = zeit(daten, "NotOnOrAfter");
        nochGueltig(ende);
        bedingungen(assertion.bedingungen());
        Instant sitzungsende =
                Xml.attribut(assertion.anmeldung(), "SessionNotOnOrAfter").isPresent()
                        ? zeit(assertion.anmeldung(), "SessionNotOnOrAfter")
                        : Instant.MAX;
        nochGueltig(sitzungsende);
        nichtVonMorgen(zeit(assertion.anmeldung(), "AuthnInstant"));
        return ende.plus(ABWEICHUNG);
    }

    /** The login at the account was made for this request. */
    void neuAngemeldet(Instant angemeldetUm) {
        if (angemeldetUm.plus(ABWEICHUNG).isBefore(vorgang.begonnen())) {
            throw new Ablehnung(SamlFehler.ALTE_ANMELDUNG, "");
        }
    }

    static Instant zeit(Element element, String name) {
        try {
            return Instant.parse(Xml.attribut(element, name).orElse(""));
        } catch (DateTimeParseException e) {
            throw new Ablehnung(SamlFehler.ZEITANGABE, element.getLocalName() + ": " + name);
        }
    }

    private void aussteller(String aussteller) {
        if (!aussteller.equals(idp)) {
            throw new Ablehnung(SamlFehler.AUSSTELLER, "");
        }
    }

    private void anfrage(Optional<String> id) {
        if (!id.filter(vorgang.anfrageId()::equals).isPresent()) {
            throw new Ablehnung(SamlFehler.ANFRAGE, id.isEmpty() ? "InResponseTo fehlt" : "");
        }
    }

    private void bedingungen(Element bedingungen) {
        Kinderfolge.nurAttribute(bedingungen, SamlFehler.AUFBAU_ASSERTION, List.of("NotBefore", "NotOnOrAfter"));
        if (Xml.attribut(bedingungen, "NotBefore").isPresent()) {
            nichtVonMorgen(zeit(bedingungen, "NotBefore"));
        }
        nochGueltig(zeit(bedingungen, "NotOnOrAfter"));
        boolean zielgruppe = false;
        for (Element bedingung : Xml.kinder(bedingungen)) {
            if (Xml.ist(bedingung, Xml.SAML, "AudienceRestriction")) {
                zielgruppe = true;
                if (Xml.kinder(bedingung).stream()
                        .filter(e -> Xml.ist(e, Xml.SAML, "Audience"))
                        .map(e -> Xml.wort(e, SamlFehler.ZIELGRUPPE))
                        .noneMatch(dienst.entityId()::equals)) {
                    throw new Ablehnung(SamlFehler.ZIELGRUPPE, "");
                }
            } else if (!Xml.SAML.equals(bedingung.getNamespaceURI())
                    || !BEDINGUNGEN.contains(bedingung.getLocalName())) {
                throw new Ablehnung(SamlFehler.AUFBAU_ASSERTION, "Conditions: unbekannte Bedingung");
            }
        }
        if (!zielgruppe) {
            throw new Ablehnung(SamlFehler.ZIELGRUPPE, "fehlt");
        }
    }

    private void nochGueltig(Instant ende) {
        if (!jetzt.minus(ABWEICHUNG).isBefore(ende)) {
            throw new Ablehnung(SamlFehler.ABGELAUFEN, "");
        }
    }

    private void nichtVonMorgen(Instant zeit) {
        if (zeit.isAfter(jetzt.plus(ABWEICHUNG))) {
            throw new Ablehnung(SamlFehler.NOCH_NICHT_GUELTIG, "");
        }
    }
}
