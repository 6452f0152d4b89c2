/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.saml.Anmeldevorgang;
import de.kommunalsdk.saml.Antwortergebnis;
import de.kommunalsdk.saml.Antwortergebnis.Abgewiesen;
import de.kommunalsdk.saml.Antwortergebnis.Angenommen;
import de.kommunalsdk.saml.Antwortergebnis.Fehlerstatus;
import de.kommunalsdk.saml.Antwortpruefer;
import de.kommunalsdk.saml.Aussage;
import de.kommunalsdk.saml.BundId;
import de.kommunalsdk.saml.Dienstanbieter;
import de.kommunalsdk.saml.IdpMetadaten;
import de.kommunalsdk.saml.Kontoprofil;
import de.kommunalsdk.saml.SamlFehler;
import de.kommunalsdk.saml.Schluesselpaar;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A portal and an account that know each other, for one profile and one kind of key. */
final class Pruefstelle {

    static final Instant JETZT = Instant.parse("2026-11-23T10:02:46Z");
    static final String ANFRAGE = "_7f1c2d3e4a5b60718293a4b5c6d7e8f9";
    static final Schluesselpaar RSA = Testschluessel.rsa(3072);
    static final Schluesselpaar EC = Testschluessel.ec();
    static final Schluesselpaar SP = Testschluessel.rsa(2048);
    static final Schluesselpaar SP_ALT = Testschluessel.rsa(2048);
    static final Dienstanbieter DIENST = new Dienstanbieter(
            "https://portal.musterstadt.example/sp",
            URI.create("https://portal.musterstadt.example/sdk/saml/acs"),
            SP,
            List.of(SP, SP_ALT),
            true);

    final Testkonto konto;
    final Kontoprofil profil;
    final Set<String> gemerkt = new HashSet<>();
    Dienstanbieter dienst = DIENST;
    Instant uhr = JETZT;
    Vertrauensniveau gefordert = Vertrauensniveau.BASISREGISTRIERUNG;

    Pruefstelle(Kontoprofil profil, Schluesselpaar... schluessel) {
        this("https://id.bund.de/idp", profil, schluessel);
    }

    Pruefstelle(String entityId, Kontoprofil profil, Schluesselpaar... schluessel) {
        this.profil = profil;
        konto = new Testkonto(entityId, URI.create(entityId + "/sso"), List.of(schluessel));
    }

    static Pruefstelle bundId() {
        return new Pruefstelle(BundId.profil(), RSA);
    }

    Dienstanbieter testbetrieb() {
        return new Dienstanbieter(dienst.entityId(), dienst.acs(), dienst.signatur(), dienst.entschluesselung(), false);
    }

    Antwortbauer antwort() {
        return new Antwortbauer(konto, Testdienst.aus(dienst), ANFRAGE, JETZT);
    }

    Antwortpruefer pruefer() {
        IdpMetadaten idp = IdpMetadaten.lies(konto.metadaten(), konto.entityId(), List.of(), uhr);
        return new Antwortpruefer(
                dienst, profil, () -> idp, (id, bis) -> gemerkt.add(id), Clock.fixed(uhr, ZoneOffset.UTC));
    }

    Antwortergebnis pruefe(String samlResponse) {
        return pruefer().pruefe(samlResponse, new Anmeldevorgang(ANFRAGE, JETZT, gefordert));
    }

    Angenommen angenommen(String samlResponse) {
        Antwortergebnis ergebnis = pruefe(samlResponse);
        assertThat(ergebnis).isInstanceOf(Angenommen.class);
        return (Angenommen) ergebnis;
    }

    void abgewiesen(String samlResponse, SamlFehler grund) {
        Antwortergebnis ergebnis = pruefe(samlResponse);
        assertThat(ergebnis).isInstanceOf(Abgewiesen.class);
        assertThat(((Abgewiesen) ergebnis).grund()).as(ergebnis.toString()).isEqualTo(grund);
        assertThat(gemerkt).isEmpty();
    }

    /** What is said in an answer that is accepted, also when another one was before. */
    Aussage aussage(Antwortbauer antwort) {
        gemerkt.clear();
        return angenommen(antwort.baue()).aussage();
    }

    /** Reason and detail in one text. */
    static String grund(Antwortergebnis ergebnis) {
        if (ergebnis instanceof Abgewiesen abgewiesen) {
            return abgewiesen.grund().name() + " " + abgewiesen.detail();
        }
        return ergebnis instanceof Fehlerstatus fehler ? "Fehler " + fehler.zweiterCode() : "angenommen";
    }
}
