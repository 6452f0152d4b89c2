/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import static de.kommunalsdk.testkit.konto.Pruefstelle.DIENST;
import static de.kommunalsdk.testkit.konto.Pruefstelle.EC;
import static de.kommunalsdk.testkit.konto.Pruefstelle.JETZT;
import static de.kommunalsdk.testkit.konto.Pruefstelle.RSA;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.nutzerkonto.Attribut;
import de.kommunalsdk.nutzerkonto.Kontoanmeldung;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.saml.AkdbErweiterung;
import de.kommunalsdk.saml.AkdbErweiterung.Verfahren;
import de.kommunalsdk.saml.AllgemeinesSaml;
import de.kommunalsdk.saml.Anfrageschreiber;
import de.kommunalsdk.saml.Anfragewunsch;
import de.kommunalsdk.saml.Anmeldeanfrage;
import de.kommunalsdk.saml.Antwortergebnis;
import de.kommunalsdk.saml.Antwortergebnis.Angenommen;
import de.kommunalsdk.saml.Antwortergebnis.Fehlerstatus;
import de.kommunalsdk.saml.Antwortpruefer;
import de.kommunalsdk.saml.BundId;
import de.kommunalsdk.saml.Dienstanbieter;
import de.kommunalsdk.saml.IdpMetadaten;
import de.kommunalsdk.saml.Kontoprofil;
import de.kommunalsdk.saml.SpMetadaten;
import de.kommunalsdk.saml.Unternehmenskonto;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** A login from end to end: request, account, answer, user; each side knows the other by its metadata only. */
class SimulatorlaufTest {

    private static final Clock UHR = Clock.fixed(JETZT, ZoneOffset.UTC);
    private static final SpMetadaten ANGABEN = new SpMetadaten(
            "Stadt Musterstadt",
            "Serviceportal",
            URI.create("https://musterstadt.example"),
            "Technik",
            "it@example.invalid");

    private record Lauf(Kontoart art, Kontoprofil profil, Anfragewunsch wunsch) {

        Antwortergebnis mit(BiFunction<Kontosimulator, Kontoanfrage, String> konto) {
            Testkonto idp = new Testkonto(
                    "https://konto.example/idp",
                    URI.create("https://konto.example/sso"),
                    List.of(art == Kontoart.AKDB ? RSA : EC));
            byte[] spMetadaten = ANGABEN.schreibe(DIENST, profil, JETZT);
            Kontosimulator simulator = new Kontosimulator(art, idp, Testdienst.lies(spMetadaten), UHR);
            IdpMetadaten metadaten = IdpMetadaten.lies(idp.metadaten(), idp.entityId(), List.of(), JETZT);
            Anmeldeanfrage anfrage =
                    new Anfrageschreiber(DIENST, profil).formular(metadaten, wunsch, "abcdefghijklmnop", JETZT);
            String antwort =
                    konto.apply(simulator, simulator.formular(anfrage.felder().getOrDefault("SAMLRequest", "")));
            return new Antwortpruefer(DIENST, profil, () -> metadaten, (id, bis) -> true, UHR)
                    .pruefe(antwort, anfrage.vorgang());
        }

        Kontoanmeldung anmeldung(Testperson person) {
            Antwortergebnis ergebnis = mit((konto, anfrage) -> konto.antwort(anfrage, person));
            assertThat(ergebnis).isInstanceOf(Angenommen.class);
            return ((Angenommen) ergebnis).anmeldung();
        }
    }

    private static Lauf bundId(Vertrauensniveau niveau, boolean gast, String... namen) {
        return new Lauf(
                Kontoart.AKDB,
                BundId.profil(),
                new Anfragewunsch(
                        niveau,
                        Optional.of(new AkdbErweiterung(
                                AkdbErweiterung.attribute(List.of(namen), gast),
                                Map.of(),
                                "Stadt Musterstadt",
                                "de",
                                Optional.empty(),
                                "BMI-A0000"))));
    }

    private static Attribut attribut(Kontoanmeldung anmeldung, String name) {
        return anmeldung.nutzer().attribute().stream()
                .filter(a -> a.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name));
    }

    @Test
    void theBundIdGivesWhatWasAskedForWithLevelAndSource() {
        Kontoanmeldung anmeldung = bundId(
                        Vertrauensniveau.SUBSTANZIELL, false, "vorname", "strasse", "email", "geschlechtscode")
                .anmeldung(Testperson.erika());
        assertThat(anmeldung.nutzer().quelle()).isEqualTo("BundID");
        assertThat(anmeldung.nutzer().niveau()).isEqualTo(Vertrauensniveau.HOCH);
        assertThat(anmeldung.nutzer().subjekt()).hasSize(43);
        assertThat(anmeldung.nutzer().istGast()).isFalse();
        assertThat(anmeldung.nutzer().attribute())
                .extracting(Attribut::name)
                .containsExactlyInAnyOrder("vorname", "strasse", "email", "geschlechtscode");
        assertThat(attribut(anmeldung, "strasse"))
                .isEqualTo(new Attribut("strasse", "HEIDESTRAẞE 17", Vertrauensniveau.HOCH, "eID"));
        assertThat(attribut(anmeldung, "email").niveau()).isEqualTo(Vertrauensniveau.NIEDRIG);
        assertThat(attribut(anmeldung, "geschlechtscode"))
                .isEqualTo(new Attribut("geschlechtscode", "2", Vertrauensniveau.BASISREGISTRIERUNG, "eID"));
        assertThat(anmeldung.mittel()).isEqualTo("eID");
        assertThat(anmeldung.postfach()).isPresent();
        assertThat(anmeldung.antragskennung()).isPresent();
        assertThat(anmeldung.toString())
                .doesNotContain("ERIKA", anmeldung.nutzer().subjekt());
    }

    @Test
    void theKeyIsTheSameInEachLoginAndAnotherForAnotherHost() {
        Lauf lauf = bundId(Vertrauensniveau.BASISREGISTRIERUNG, false);
        String schluessel = lauf.anmeldung(Testperson.erika()).nutzer().subjekt();
        assertThat(lauf.anmeldung(Testperson.erika().mit(Verfahren.BENUTZERNAME))
                        .nutzer()
                        .subjekt())
                .isEqualTo(schluessel);
        Testdienst anderer = new Testdienst(
                "https://anderes.example/sp",
                DIENST.acs(),
                List.of(),
                Testdienst.aus(DIENST).verschluesselung());
        Kontosimulator konto = new Kontosimulator(
                Kontoart.AKDB,
                new Testkonto("https://konto.example/idp", URI.create("https://konto.example/sso"), List.of(RSA)),
                anderer,
                UHR);
        String xml = konto.bauer(new Kontoanfrage("_a", "", Map.of(BundId.BPK2, true), "", ""), Testperson.erika())
                .verschluesselt(null)
                .xml();
        assertThat(xml).contains(BundId.BPK2).doesNotContain(schluessel);
    }

    @Test
    void aGuestHasNoKeyAndNoMailbox() {
        Testperson erika = Testperson.erika();
        Testperson gast = new Testperson("gast", "Gast", Verfahren.EID, true, erika.attribute());
        Kontoanmeldung anmeldung =
                bundId(Vertrauensniveau.HOCH, true, "vorname").anmeldung(gast);
        assertThat(anmeldung.nutzer().istGast()).isTrue();
        assertThat(anmeldung.postfach()).isEmpty();
        assertThat(attribut(anmeldung, "vorname").wert()).isEqualTo("ERIKA");
    }

    @Test
    void errorsOfTheAccountAreToldApart() {
        Lauf lauf = bundId(Vertrauensniveau.HOCH, false);
        assertThat(lauf.mit(Kontosimulator::abbruch))
                .isEqualTo(new Fehlerstatus("Requester", "AuthnFailed", List.of(), true, false));
        assertThat(lauf.mit((k, a) -> k.fehler(
                        a,
                        "Requester",
                        "AuthnFailed",
                        "Die ELSTER-seitige Authentifizierung wurde durch den Benutzer abgebrochen.")))
                .isEqualTo(new Fehlerstatus("Requester", "AuthnFailed", List.of(), true, false));
        assertThat(lauf.mit((k, a) -> k.fehler(a, "Requester", "AuthnFailed", "Kaputt")))
                .isEqualTo(new Fehlerstatus("Requester", "AuthnFailed", List.of(), false, false));
        assertThat(lauf.mit((k, a) -> k.fehlt(a, "urn:oid:2.5.4.42")))
                .isEqualTo(new Fehlerstatus(
                        "Requester", "RequestDenied", List.of("IDP_REQUIRED_ATTRIBUTES_MISSING"), false, false));
        assertThat(lauf.mit((k, a) -> k.antwort(a, new Testperson("g", "", Verfahren.EID, true, Map.of()))))
                .isEqualTo(new Fehlerstatus(
                        "Requester", "RequestDenied", List.of("IDP_REQUIRED_ATTRIBUTES_MISSING"), false, false));
        assertThat(lauf.mit((k, a) -> k.antwort(a, Testperson.erika().mit(Verfahren.ELSTER))))
                .isEqualTo(new Fehlerstatus("Responder", "NoAuthnContext", List.of(), false, false));
    }

    @Test
    void theCompanyIsTheUserAndThePersonWhoActsIsPartOfIt() {
        Lauf lauf = new Lauf(
                Kontoart.UNTERNEHMENSKONTO,
                Unternehmenskonto.profil(),
                Anfragewunsch.ab(Vertrauensniveau.SUBSTANZIELL));
        Kontoanmeldung anmeldung = lauf.anmeldung(Testperson.beispielAg());
        assertThat(anmeldung.nutzer().quelle()).isEqualTo("Mein Unternehmenskonto");
        assertThat(anmeldung.nutzer().subjekt()).matches("du-[0-9a-f]{40}");
        assertThat(anmeldung.nutzer().niveau()).isEqualTo(Vertrauensniveau.SUBSTANZIELL);
        assertThat(attribut(anmeldung, "firmenname").wert()).isEqualTo("Beispiel AG");
        assertThat(attribut(anmeldung, "strasse").wert()).isEqualTo("Beispielstraße");
        assertThat(attribut(anmeldung, "postleitzahl").wert()).isEqualTo("50667");
        assertThat(attribut(anmeldung, "familienname").wert()).isEqualTo("Beispiel");
        assertThat(attribut(anmeldung, "geburtsdatum").wert()).isEqualTo("1964-08-12");
    }

    @Test
    void aPlainAccountSpeaksTheLevelsOfEidas() {
        Lauf lauf = new Lauf(
                Kontoart.ALLGEMEIN,
                AllgemeinesSaml.profil("Servicekonto", "", Map.of("urn:oid:2.5.4.42", "vorname"), Map.of()),
                Anfragewunsch.ab(Vertrauensniveau.SUBSTANZIELL));
        Kontoanmeldung anmeldung = lauf.anmeldung(Testperson.erika());
        assertThat(anmeldung.nutzer().niveau()).isEqualTo(Vertrauensniveau.HOCH);
        assertThat(anmeldung.nutzer().subjekt()).matches("https://konto.example/idp \\S{40}");
        assertThat(attribut(anmeldung, "vorname").wert()).isEqualTo("ERIKA");
    }

    @Test
    void twoOwnKeysOpenWhatWasEncryptedForEither() {
        Dienstanbieter frueher = new Dienstanbieter(
                DIENST.entityId(),
                DIENST.acs(),
                DIENST.signatur(),
                List.of(DIENST.entschluesselung().get(1)),
                true);
        Pruefstelle stelle = Pruefstelle.bundId();
        stelle.angenommen(new Antwortbauer(stelle.konto, Testdienst.aus(frueher), Pruefstelle.ANFRAGE, JETZT).baue());
    }

    @Test
    void theOwnMetadataAreValidAndKeepTheRulesOfTheBundId() {
        String xml =
                new String(ANGABEN.schreibe(DIENST, BundId.profil(), JETZT), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(AnfrageTest.probleme("saml-schema-metadata-2.0.xsd", xml)).isEmpty();
        assertThat(xml).doesNotContain("validUntil", " ID=", "mdui").contains("AuthnRequestsSigned=\"true\"");
        assertThat(Testdienst.lies(xml.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo(Testdienst.aus(DIENST));
    }
}
