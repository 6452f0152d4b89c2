/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml.internal;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.saml.Anmeldevorgang;
import de.kommunalsdk.saml.Antwortergebnis;
import de.kommunalsdk.saml.Antwortergebnis.Abgewiesen;
import de.kommunalsdk.saml.Antwortergebnis.Angenommen;
import de.kommunalsdk.saml.Antwortergebnis.Fehlerstatus;
import de.kommunalsdk.saml.Aussage;
import de.kommunalsdk.saml.Dienstanbieter;
import de.kommunalsdk.saml.IdpMetadaten;
import de.kommunalsdk.saml.Kontoprofil;
import de.kommunalsdk.saml.SamlFehler;
import de.kommunalsdk.saml.Wiederholungsschutz;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** The twelve steps in their order. Thread-safe: the document of each answer belongs to its call. */
public final class Pruefablauf {

    private final Dienstanbieter dienst;
    private final Kontoprofil profil;
    private final Wiederholungsschutz schutz;
    private final Clock uhr;
    private final Signaturpruefer signaturen;
    private final Entschluesselung entschluesselung;

    public Pruefablauf(
            Dienstanbieter dienst, Kontoprofil profil, Wiederholungsschutz schutz, Clock uhr, Algorithmenregel regel) {
        this.dienst = dienst;
        this.profil = profil;
        this.schutz = schutz;
        this.uhr = uhr;
        this.signaturen = new Signaturpruefer(regel);
        this.entschluesselung = new Entschluesselung(regel, dienst.entschluesselung(), dienst.entityId());
    }

    /** Verifies an answer with the keys of these metadata. */
    public Antwortergebnis pruefe(String samlResponse, Anmeldevorgang vorgang, IdpMetadaten idp) {
        try {
            return schritte(samlResponse, vorgang, idp);
        } catch (Ablehnung e) {
            return new Abgewiesen(e.grund(), e.detail());
        }
    }

    private Antwortergebnis schritte(String samlResponse, Anmeldevorgang vorgang, IdpMetadaten idp) {
        Instant jetzt = uhr.instant();
        if (!idp.gilt(jetzt)) {
            throw new Ablehnung(SamlFehler.METADATEN_ABGELAUFEN, "");
        }
        byte[] bytes = Eingangspruefung.base64(samlResponse); // 1
        Element wurzel =
                Eingangspruefung.dokument(bytes, Eingangspruefung.GRENZEN).getDocumentElement(); // 2
        Eingangspruefung.pruefe(wurzel); // 3
        Antwortbau antwort = Antwortbau.lies(wurzel); // 4
        boolean antwortSigniert = antwort.signatur().isPresent();
        Optional<Fehlerstatus> fehler = Statusleser.lies(antwort.status(), antwortSigniert); // 5
        if (fehler.isPresent() == antwort.assertion().isPresent()) {
            throw new Ablehnung(SamlFehler.STATUS_MIT_ASSERTION, fehler.isPresent() ? "" : "Assertion fehlt");
        }
        List<PublicKey> schluessel = idp.signaturzertifikate().stream()
                .map(X509Certificate::getPublicKey)
                .toList(); // 9
        antwort.signatur().ifPresent(signatur -> signaturen.pruefe(signatur, schluessel)); // 6
        Zustellung zustellung = new Zustellung(dienst, vorgang, idp.entityId(), jetzt);
        if (fehler.isPresent()) {
            zustellung.pruefe(antwort, antwortSigniert);
            return fehler.get();
        }
        Assertionbau assertion = assertion(antwort); // 7
        if (assertion.signatur().isEmpty() && (profil.assertionSigniert() || !antwortSigniert)) {
            throw new Ablehnung(SamlFehler.NICHT_SIGNIERT, antwortSigniert ? "Assertion" : "");
        }
        assertion.signatur().ifPresent(signatur -> signaturen.pruefe(signatur, schluessel)); // 8
        zustellung.pruefe(antwort, antwortSigniert); // 10
        Instant merkenBis = zustellung.pruefe(assertion);
        Aussage aussage = aussage(assertion); // 12, needed for the level
        if (profil.neueAnmeldung()) {
            zustellung.neuAngemeldet(aussage.angemeldetUm());
        }
        testbetrieb(aussage);
        Vertrauensniveau niveau = niveau(aussage, vorgang); // 11
        // last, so that only a genuine answer uses up an id
        String id = idp.entityId() + " " + assertion.wurzel().getAttribute("ID");
        if (!schutz.erstmals(id, merkenBis)) {
            throw new Ablehnung(SamlFehler.WIEDERHOLUNG, "");
        }
        return new Angenommen(aussage, profil.abbildung().anmeldung(aussage, niveau));
    }

    private Assertionbau assertion(Antwortbau antwort) {
        Element element = antwort.assertion().orElseThrow();
        if (!Xml.ist(element, Xml.SAML, "EncryptedAssertion")) {
            if (profil.verschluesselt()) {
                throw new Ablehnung(SamlFehler.NICHT_VERSCHLUESSELT, "");
            }
            return Assertionbau.lies(element);
        }
        Element innen = entschluesselung.oeffne(element, "Assertion");
        Eingangspruefung.pruefe(antwort.wurzel());
        Antwortbau.lies(antwort.wurzel());
        return Assertionbau.lies(innen);
    }

    private Aussage aussage(Assertionbau assertion) {
        Element nameId = assertion.nutzer();
        if (Xml.ist(nameId, Xml.SAML, "EncryptedID")) {
            nameId = entschluesselung.oeffne(nameId, "NameID");
            Eingangspruefung.pruefe(nameId);
        }
        String name = Xml.text(nameId, SamlFehler.NAMEID);
        if (name.isBlank()
                || !Xml.attribut(nameId, "SPNameQualifier")
                        .orElse(dienst.entityId())
                        .equals(dienst.entityId())) {
            throw new Ablehnung(SamlFehler.NAMEID, "");
        }
        return new Aussage(
                assertion.aussteller(),
                name,
                Xml.attribut(nameId, "Format").orElse(""),
                assertion.klasse(),
                Zustellung.zeit(assertion.anmeldung(), "AuthnInstant"),
                Xml.attribut(assertion.anmeldung(), "SessionIndex"),
                Attributleser.lies(assertion.attribute()));
    }

    private void testbetrieb(Aussage aussage) {
        if (dienst.produktion() && profil.testsysteme().contains(aussage.aussteller())) {
            throw new Ablehnung(SamlFehler.TESTSYSTEM, "");
        }
        if (dienst.produktion() && profil.abbildung().istTestkonto(aussage)) {
            throw new Ablehnung(SamlFehler.TESTKONTO, "");
        }
    }

    private Vertrauensniveau niveau(Aussage aussage, Anmeldevorgang vorgang) {
        Vertrauensniveau niveau;
        try {
            niveau = profil.abbildung().niveau(aussage);
        } catch (InvalidInput e) {
            throw new Ablehnung(e.fehlercode() instanceof SamlFehler f ? f : SamlFehler.ANMELDEART, "");
        }
        if (niveau == Vertrauensniveau.OHNE && vorgang.gefordert() != Vertrauensniveau.OHNE) {
            throw new Ablehnung(SamlFehler.ANMELDEART, "");
        }
        if (!niveau.erfuellt(vorgang.gefordert())) {
            throw new Ablehnung(SamlFehler.NIVEAU_ZU_NIEDRIG, niveau + " statt " + vorgang.gefordert());
        }
        return niveau;
    }
}
