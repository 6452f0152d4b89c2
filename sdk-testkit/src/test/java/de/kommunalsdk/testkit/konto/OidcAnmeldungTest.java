/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kommunalsdk.crypto.Schluesselbund;
import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.http.HttpClients;
import de.kommunalsdk.nutzerkonto.Attribut;
import de.kommunalsdk.nutzerkonto.Nutzer;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.oidc.AivotBroker;
import de.kommunalsdk.oidc.Anbieterquelle.Anlass;
import de.kommunalsdk.oidc.BaBroker;
import de.kommunalsdk.oidc.Codeablauf;
import de.kommunalsdk.oidc.Klientpruefung;
import de.kommunalsdk.oidc.MuenchenBroker;
import de.kommunalsdk.oidc.OidcAnbieter;
import de.kommunalsdk.oidc.OidcFehler;
import de.kommunalsdk.oidc.OidcKlient;
import de.kommunalsdk.oidc.Oidcanfrage;
import de.kommunalsdk.oidc.Oidcergebnis;
import de.kommunalsdk.oidc.Oidcergebnis.Angenommen;
import de.kommunalsdk.oidc.Oidcprofil;
import de.kommunalsdk.oidc.Schluesselsatz;
import de.kommunalsdk.servicekonto.Heimkehr;
import de.kommunalsdk.servicekonto.Kontoangaben;
import de.kommunalsdk.servicekonto.Kontozustand;
import de.kommunalsdk.servicekonto.OidcKonto;
import de.kommunalsdk.servicekonto.Servicekonto;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Logins that go well, the presets, changes of keys, outages, and what becomes of a code whose fate is not known. */
class OidcAnmeldungTest {

    private static final URI RUECKKEHR = Oidcstelle.KLIENT.rueckkehr();

    private static String wert(Nutzer nutzer, String name) {
        return nutzer.attribute().stream()
                .filter(a -> a.name().equals(name))
                .map(Attribut::wert)
                .findFirst()
                .orElse("");
    }

    @Test
    void everyWayToProveWhoThePortalIs() {
        for (OidcKlient klient : List.of(
                Oidcstelle.KLIENT,
                OidcKlient.mitSchluessel("portal", RUECKKEHR, Oidcstelle.EC),
                OidcKlient.mitGeheimnis("portal", RUECKKEHR, () -> "geheim".toCharArray()),
                Oidcstelle.KLIENT.mitDpop())) {
            try (var s = new Oidcstelle(Oidcstelle.PROFIL, klient)) {
                s.angenommen();
                s.angenommen(); // with a new id for each assertion and each proof
            }
        }
    }

    @Test
    void aWrongProofIsSaidToBeOne() {
        try (var s = new Oidcstelle()) {
            s.server.registriere(OidcKlient.mitSchluessel("portal", RUECKKEHR, Oidcstelle.EC));
            s.abgewiesen(OidcFehler.KLIENT_ABGELEHNT);
        }
        try (var s = new Oidcstelle()) {
            s.skript().discovery(d -> d.put("token_endpoint_auth_methods_supported", List.of("client_secret_post")));
            s.abgewiesen(OidcFehler.FAEHIGKEIT);
            assertThat(s.server.aufrufe("/token")).isZero();
        }
    }

    @Test
    void requestsArePushedWhereTheAccountTakesThat() {
        try (var s = new Oidcstelle()) {
            s.skript().vorab();
            Oidcanfrage anfrage = s.ablauf.beginne(Vertrauensniveau.SUBSTANZIELL, Oidcstelle.MARKE, "de");
            assertThat(anfrage.ziel().getQuery())
                    .contains("client_id=portal", "request_uri=urn:ietf:params:oauth:request_uri:")
                    .doesNotContain("redirect_uri", Oidcstelle.MARKE, "nonce");
            s.angenommen();
            s.server.registriere(OidcKlient.mitSchluessel("portal", RUECKKEHR, Oidcstelle.EC));
            OidcNegativTest.code(OidcFehler.KLIENT_ABGELEHNT, s::melde);
        }
    }

    @Test
    void theRequestSaysWhatItMust() {
        try (var s = new Oidcstelle()) {
            assertThat(s.ablauf
                            .beginne(Vertrauensniveau.NIEDRIG, Oidcstelle.MARKE, "en")
                            .ziel()
                            .getQuery())
                    .contains(
                            "response_type=code",
                            "code_challenge_method=S256",
                            "scope=level3+openid", // the lowest that reaches
                            "state=" + Oidcstelle.MARKE,
                            "kc_idp_hint=bundid",
                            "ui_locales=en");
        }
    }

    @Test
    void aivot() {
        try (var s = new Oidcstelle(AivotBroker.profil("BundID", "bundid"), Oidcstelle.KLIENT)) {
            Angenommen a = s.angenommen();
            Nutzer nutzer = a.anmeldung().nutzer();
            assertThat(nutzer.quelle()).isEqualTo("BundID");
            assertThat(nutzer.subjekt())
                    .as("of this account and no other")
                    .isEqualTo(s.server.anbieter().aussteller() + " bpk-erika");
            assertThat(nutzer.niveau()).isEqualTo(Vertrauensniveau.HOCH);
            assertThat(wert(nutzer, "vorname")).isEqualTo("ERIKA");
            assertThat(wert(nutzer, "strasse")).isEqualTo("HEIDESTRAẞE 17");
            assertThat(a.anmeldung().mittel()).isEqualTo("eID");
            assertThat(a.anmeldung().postfach()).contains("postfach-erika");
            assertThat(nutzer.attribute()).noneMatch(t -> t.wert().startsWith("postfach"));
            assertThat(a.toString()).doesNotContain("ERIKA", "bpk", a.subjekt());
        }
    }

    @Test
    void muenchen() {
        try (var s = new Oidcstelle(
                MuenchenBroker.profil("BayernID", MuenchenBroker.Kontokreis.PERSON), Oidcstelle.KLIENT)) {
            Nutzer nutzer = s.angenommen().anmeldung().nutzer();
            assertThat(wert(nutzer, "ort")).as("address.locality").isEqualTo("KÖLN");
            assertThat(s.ablauf
                            .beginne(Vertrauensniveau.HOCH, Oidcstelle.MARKE, "de")
                            .ziel()
                            .getQuery())
                    .contains("level4", "person", "authlevel");
        }
    }

    @Test
    void eachClaimOfTheBaHasItsOwnLevelAndNeverMoreThanTheLogin() {
        Oidcprofil profil = BaBroker.profil(
                Map.of("vorname", "vorname", "mail", "email", "gebdat", "geburtsdatum", "ort", "ort"), "bpk2");
        try (var s = new Oidcstelle(profil, Oidcstelle.KLIENT)) {
            s.skript().idToken(a -> a.put("acr", "3")).nutzerinfo(a -> {
                a.put("mail-verified-level", "STORK-QAA-Level-1");
                a.put("gebdat-verified-level", "STORK-QAA-Level-9");
                a.remove("ort-verified-level");
            });
            Nutzer nutzer = s.angenommen().anmeldung().nutzer();
            assertThat(nutzer.attribute())
                    .as("one without a level that is known is not handed on")
                    .extracting(Attribut::name, Attribut::niveau)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple("vorname", Vertrauensniveau.SUBSTANZIELL),
                            org.assertj.core.groups.Tuple.tuple("email", Vertrauensniveau.BASISREGISTRIERUNG));
        }
    }

    @Test
    void whatPeopleSayThemselvesIsNotAsSureAsTheLogin() {
        for (Oidcprofil profil :
                List.of(Oidcstelle.PROFIL, MuenchenBroker.profil("BayernID", MuenchenBroker.Kontokreis.PERSON))) {
            try (var s = new Oidcstelle(profil, Oidcstelle.KLIENT)) {
                s.skript().nutzerinfo(a -> {
                    a.putAll(Map.of("email", "e@x.example", "telephone", "+49 30 1", "phone_number", "+49 30 1"));
                    a.putAll(Map.of("DeMail", "e@x.de-mail.example", "gender", "2"));
                });
                Map<String, Vertrauensniveau> stufen = new java.util.TreeMap<>();
                s.angenommen().anmeldung().nutzer().attribute().forEach(a -> stufen.put(a.name(), a.niveau()));
                assertThat(stufen)
                        .containsEntry("vorname", Vertrauensniveau.HOCH)
                        .containsEntry("email", Vertrauensniveau.NIEDRIG)
                        .containsEntry("telefon", Vertrauensniveau.BASISREGISTRIERUNG);
                if (profil != Oidcstelle.PROFIL) { // the other one has none of them
                    assertThat(stufen)
                            .containsEntry("demail", Vertrauensniveau.BASISREGISTRIERUNG)
                            .containsEntry("geschlechtscode", Vertrauensniveau.BASISREGISTRIERUNG);
                }
            }
        }
    }

    @Test
    void aLoginThatMustBeFreshIsProvedToBe() {
        try (var s = new Oidcstelle(Oidcstelle.PROFIL.mitParameter("max_age", "300"), Oidcstelle.KLIENT)) {
            long jetzt = s.uhr.instant().getEpochSecond();
            s.angenommen();
            s.skript().idToken(a -> a.put("auth_time", jetzt - 360));
            s.angenommen();
            s.skript().idToken(a -> a.put("auth_time", jetzt - 361));
            s.abgewiesen(OidcFehler.AUTH_TIME);
            s.skript().idToken(a -> a.remove("auth_time"));
            s.abgewiesen(OidcFehler.AUTH_TIME);
            s.skript().idToken(a -> a.put("auth_time", "jetzt"));
            s.abgewiesen(OidcFehler.AUTH_TIME);

            // the browser leaves out what asks for it
            s.skript().idToken(a -> a.put("auth_time", jetzt - 3600));
            Oidcanfrage anfrage = s.ablauf.beginne(Vertrauensniveau.SUBSTANZIELL, Oidcstelle.MARKE, "de");
            assertThat(anfrage.ziel().toString()).contains("max_age=300");
            URI ohne = URI.create(anfrage.ziel().toString().replace("max_age=300", "x=y"));
            Map<String, String> felder = s.server.meldeAn(ohne, Testperson.erika());
            Oidcstelle.pruefe(s.ablauf.empfange(Oidcstelle.felder(felder), anfrage.vorgang()), OidcFehler.AUTH_TIME);
        }
        try (var s = new Oidcstelle(Oidcstelle.PROFIL.mitParameter("prompt", "login"), Oidcstelle.KLIENT)) {
            s.angenommen();
            s.skript().idToken(a -> a.put("auth_time", s.uhr.instant().getEpochSecond() - 61));
            s.abgewiesen(OidcFehler.AUTH_TIME);
        }
        try (var s = new Oidcstelle()) {
            s.skript().idToken(a -> a.remove("auth_time"));
            s.angenommen();
        }
        assertThatThrownBy(() -> Oidcstelle.PROFIL.mitParameter("max_age", "bald"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoHasNoKeyIsAGuestAndTheIdTokenCountsMoreThanUserInfo() {
        try (var s = new Oidcstelle()) {
            s.skript().nutzerinfo(a -> a.remove("bPK2"));
            assertThat(s.angenommen().anmeldung().nutzer().istGast()).isTrue();
            s.skript()
                    .nutzerinfo(a -> a.put("trust_level_authentication", "STORK-QAA-Level-4"))
                    .idToken(a -> a.put("trust_level_authentication", "STORK-QAA-Level-3"));
            assertThat(s.angenommen().anmeldung().nutzer().niveau()).isEqualTo(Vertrauensniveau.SUBSTANZIELL);
        }
    }

    @Test
    void withoutUserInfoTheIdTokenIsAllThereIs() {
        try (var s = new Oidcstelle()) {
            s.skript().ohneNutzerinfo();
            assertThat(s.angenommen().anmeldung().nutzer().attribute()).isEmpty();
        }
    }

    @Test
    void aNewKeyCostsNoLogin() {
        try (var s = new Oidcstelle()) {
            s.angenommen();
            s.uhr.spaeter(Duration.ofMinutes(2));
            s.skript().schluessel("ES256", List.of(Oidcstelle.EC));
            s.angenommen();
            s.angenommen();
            assertThat(s.server.aufrufe("/jwks")).isEqualTo(2);
        }
    }

    @Test
    void whoWaitsForTheCallThatRunsSeesItsResult() throws Exception {
        try (var s = new Oidcstelle()) {
            Schluesselsatz versucht = s.pflege.aktuell().schluessel();
            s.uhr.spaeter(Duration.ofMinutes(2));
            Gleichzeitig zwei = new Gleichzeitig(() -> s.pflege.dringend(versucht, Anlass.ANMELDUNG));
            s.skript().schluessel("ES256", List.of(Oidcstelle.EC)).jwks(satz -> zwei.haengt());
            zwei.beideErfolgreich();
            assertThat(s.server.aufrufe("/jwks")).isEqualTo(2);
            assertThat(s.pflege.dringend(versucht, Anlass.ANMELDUNG))
                    .as("and who comes just after it")
                    .isTrue();
            s.angenommen();
            assertThat(s.server.aufrufe("/jwks")).isEqualTo(2);
        }
    }

    @Test
    void anOutageCostsNoLogin() {
        try (var s = new Oidcstelle()) {
            s.angenommen();
            s.skript().ausgefallen(true);
            s.uhr.spaeter(Duration.ofHours(10));
            s.angenommen();
            assertThat(s.pflege.stand().fehler()).isPresent();
            int bisher = s.server.aufrufe("/.well-known/openid-configuration");
            s.angenommen();
            assertThat(s.server.aufrufe("/.well-known/openid-configuration"))
                    .as("at most once a minute")
                    .isEqualTo(bisher);
            s.skript().ausgefallen(false);
            s.uhr.spaeter(Duration.ofMinutes(1));
            s.angenommen();
            assertThat(s.pflege.stand().fehler()).isEmpty();
            assertThat(s.pflege.stand().geholt()).contains(s.uhr.instant());
        }
    }

    @Test
    void anAccountThatWasNeverThereIsSaidToBeMissing() {
        try (var s = new Oidcstelle()) {
            s.skript().ausgefallen(true);
            OidcNegativTest.code(OidcFehler.ANBIETER_ABRUF, s::melde);
        }
    }

    @Test
    void aCodeWhoseFateIsUnknownIsNeverSentAgain() {
        try (var s = new Oidcstelle()) {
            s.skript().tokenstatus(503);
            s.abgewiesen(OidcFehler.TOKEN_UNGEWISS);
            assertThat(s.server.aufrufe("/token")).isEqualTo(1);
            s.skript().tokenstatus(0).stumm();
            s.abgewiesen(OidcFehler.TOKEN_UNGEWISS);
            assertThat(s.server.aufrufe("/token")).isEqualTo(2);
        }
    }

    @Test
    void anEndpointThatIsAwayGotNothing() {
        try (var s = new Oidcstelle()) {
            Oidcanfrage anfrage = s.ablauf.beginne(Vertrauensniveau.SUBSTANZIELL, Oidcstelle.MARKE, "de");
            Map<String, String> felder = s.server.meldeAn(anfrage.ziel(), Testperson.erika());
            s.server.close();
            try (var frische = HttpClients.builder().baue()) { // without a connection that still stands
                var ablauf = new Codeablauf(
                        s.klient,
                        Oidcstelle.PROFIL,
                        s.pflege,
                        frische.zugang(s.server.anbieter().ziel("broker")),
                        s.uhr);
                Oidcstelle.pruefe(
                        ablauf.empfange(Oidcstelle.felder(felder), anfrage.vorgang()),
                        OidcFehler.TOKEN_NICHT_ERREICHBAR);
            }
        }
    }

    @Test
    void tokenAnswersThatAreNone() {
        try (var s = new Oidcstelle()) {
            s.skript().tokenantwort(a -> a.remove("access_token"));
            s.abgewiesen(OidcFehler.TOKEN_FORM);
            s.skript().tokenantwort(a -> a.remove("id_token"));
            s.abgewiesen(OidcFehler.ID_TOKEN_FEHLT);
            s.skript().tokenstatus(302);
            s.abgewiesen(OidcFehler.TOKEN_ABGELEHNT);
        }
        try (var s = new Oidcstelle()) {
            s.skript().rueckkehr(p -> p.remove("code"));
            s.abgewiesen(OidcFehler.CODE_FEHLT);
            Oidcanfrage anfrage = s.ablauf.beginne(Vertrauensniveau.SUBSTANZIELL, Oidcstelle.MARKE, "de");
            Map<String, String[]> doppelt =
                    Oidcstelle.felder(Map.of("iss", s.server.anbieter().aussteller()));
            doppelt.put("code", new String[] {"a", "b"});
            Oidcstelle.pruefe(s.ablauf.empfange(doppelt, anfrage.vorgang()), OidcFehler.ANTWORT_FORM);
        }
    }

    @Test
    void userInfoThatIsNone() {
        try (var s = new Oidcstelle()) {
            s.skript().tokenantwort(a -> a.put("access_token", "unbekannt")).idToken(a -> a.remove("at_hash"));
            s.abgewiesen(OidcFehler.NUTZERINFO_ABRUF);
        }
        try (var s = new Oidcstelle()) {
            s.skript().discovery(d -> d.put("userinfo_endpoint", d.get("authorization_endpoint"))); // a page
            s.abgewiesen(OidcFehler.NUTZERINFO_ABRUF);
        }
        try (var s = new Oidcstelle()) {
            s.skript().discovery(d -> d.put("userinfo_endpoint", d.get("issuer") + "/seite"));
            s.abgewiesen(OidcFehler.NUTZERINFO_FORM);
        }
        try (var s = new Oidcstelle()) {
            s.skript().nutzerinfoSigniert().nutzerinfoText(t -> "kein Token");
            s.abgewiesen(OidcFehler.FORM);
        }
        try (var s =
                new Oidcstelle(Oidcstelle.PROFIL.mitNutzerinfo(Oidcprofil.Nutzerinfo.SIGNIERT), Oidcstelle.KLIENT)) {
            s.skript().ohneNutzerinfo();
            s.abgewiesen(OidcFehler.NUTZERINFO_UNSIGNIERT);
        }
    }

    @Test
    void aPushedRequestThatIsNotTaken() {
        try (var s = new Oidcstelle()) {
            s.skript().discovery(d -> d.put("pushed_authorization_request_endpoint", d.get("userinfo_endpoint")));
            OidcNegativTest.code(OidcFehler.PAR, s::melde);
        }
        try (var s = new Oidcstelle()) {
            s.skript().discovery(d -> d.put("pushed_authorization_request_endpoint", d.get("jwks_uri")));
            OidcNegativTest.code(OidcFehler.PAR, s::melde); // no request_uri
        }
    }

    @Test
    void theOwnSideIsChecked() {
        OidcAnbieter gut = OidcAnbieter.von("https://konto.example/realm");
        assertThat(codes(Oidcstelle.KLIENT, gut)).isEmpty();
        assertThat(codes(OidcKlient.mitSchluessel("portal", RUECKKEHR, Oidcstelle.EC), gut))
                .isEmpty();
        assertThat(codes(OidcKlient.mitGeheimnis("portal", RUECKKEHR, () -> new char[0]), gut))
                .containsExactly(OidcFehler.KLIENT_GEHEIMNIS);
        assertThat(codes(OidcKlient.mitSchluessel("", RUECKKEHR, Testschluessel.rsa(1024)), gut))
                .containsExactly(OidcFehler.KLIENT_ID, OidcFehler.KLIENT_SCHLUESSEL);
        assertThat(codes(Oidcstelle.KLIENT.mitAbmeldung(URI.create("https://portal.example/#x")), gut))
                .containsExactly(OidcFehler.KLIENT_ADRESSE);
        for (String aussteller :
                List.of("", "konto", "http://konto.example", "https://konto.example?x", "https://a@konto.example")) {
            assertThat(codes(Oidcstelle.KLIENT, OidcAnbieter.von(aussteller)))
                    .containsExactly(OidcFehler.KLIENT_AUSSTELLER);
        }
        try (var clients = HttpClients.builder().baue()) {
            OidcNegativTest.code(
                    OidcFehler.KLIENT_AUSSTELLER,
                    () -> OidcKonto.bei(
                            OidcAnbieter.von("http://konto.example"),
                            new Kontoangaben("broker", "Konto", false, Vertrauensniveau.HOCH),
                            Oidcstelle.KLIENT,
                            Oidcstelle.PROFIL,
                            clients,
                            java.time.Clock.systemUTC(),
                            Runnable::run));
        }
    }

    private static List<Fehlercode> codes(OidcKlient klient, OidcAnbieter anbieter) {
        return Klientpruefung.pruefe(klient, anbieter, Pruefstelle.JETZT).stream()
                .map(Problem::code)
                .toList();
    }

    private static OidcKonto konto(Oidcstelle s, OidcKlient klient, HttpClients clients) {
        return OidcKonto.bei(
                s.server.anbieter(),
                new Kontoangaben("broker", "Konto", false, Vertrauensniveau.HOCH),
                klient,
                Oidcstelle.PROFIL,
                clients,
                s.uhr,
                Runnable::run);
    }

    @Test
    void anAccountSaysHowItIs() {
        try (var clients = HttpClients.builder()
                        .wiederholungen(0, Duration.ofMillis(1))
                        .baue();
                var s = new Oidcstelle()) {
            OidcKonto konto = konto(s, Oidcstelle.KLIENT, clients);
            assertThat(konto.zustand().befunde()).isEmpty();
            assertThat(konto.zustand().metadatenVon()).contains(s.uhr.instant());
            assertThat(konto.zustand().rueckadresse()).contains(RUECKKEHR);
            assertThat(konto.zustand().produktion()).isTrue();
            assertThat(konto.zustand().zertifikatBis()).isPresent();
            assertThat(konto.zustand()
                            .an(List.of(URI.create("https://anderswo.example/")))
                            .istGesperrt())
                    .as("answers would arrive at another host")
                    .isTrue();
            s.skript().ausgefallen(true);
            s.uhr.spaeter(Duration.ofHours(25));
            konto.zustand(); // tries
            assertThat(konto.zustand().befunde()).singleElement().satisfies(p -> {
                assertThat(p.code()).isEqualTo(OidcFehler.ANBIETER_ABRUF);
                assertThat(p.istFehler()).isFalse();
            });

            OidcKonto nie = konto(s, OidcKlient.mitGeheimnis("portal", RUECKKEHR, () -> new char[0]), clients);
            int bisher = s.server.aufrufe("/.well-known/openid-configuration");
            for (int i = 0; i < 3; i++) {
                assertThat(nie.zustand().befunde())
                        .extracting(Problem::code)
                        .containsExactly(OidcFehler.KLIENT_GEHEIMNIS, OidcFehler.ANBIETER_ABRUF);
            }
            assertThat(s.server.aufrufe("/.well-known/openid-configuration")).isEqualTo(bisher + 1);
            assertThat(nie.zustand().istGesperrt()).as("may pass by itself").isFalse();
            assertThat(nie.selbstauskunft()).isEmpty();
            assertThat(konto.selbstauskunft().orElseThrow().text())
                    .isEqualTo(Oidcstelle.KLIENT.jwks().orElseThrow());
        }
    }

    @Test
    void theOwnCertificateRunsOut() {
        try (var clients = HttpClients.builder().baue();
                var s = new Oidcstelle()) {
            Instant ende = Instant.parse("2049-12-31T00:00:00Z");
            s.uhr.spaeter(Duration.between(s.uhr.instant(), ende.minus(Duration.ofDays(60))));
            assertThat(konto(s, Oidcstelle.KLIENT, clients).zustand().einrichtung())
                    .isEmpty();
            s.uhr.spaeter(Duration.ofSeconds(1));
            Kontozustand bald = konto(s, Oidcstelle.KLIENT, clients).zustand();
            assertThat(bald.einrichtung()).extracting(Problem::code).containsExactly(OidcFehler.KLIENT_ZERTIFIKAT);
            assertThat(bald.schwere()).contains(Problem.Schwere.WARNUNG);

            s.uhr.spaeter(Duration.ofDays(60)); // the portal starts again
            Servicekonto beide = Servicekonto.builder()
                    .schluessel(Schluesselbund.builder()
                            .schluessel("test", new byte[32])
                            .aktiv("test")
                            .baue())
                    .clock(s.uhr)
                    .anbieter(konto(s, Oidcstelle.KLIENT, clients))
                    .anbieter(new Probeanbieter())
                    .build();
            assertThat(beide.anbieter()).extracting(a -> a.id()).containsExactly("probe");
            assertThat(beide.zustaende().get("broker").einrichtung())
                    .filteredOn(Problem::istFehler)
                    .extracting(Problem::code)
                    .containsExactly(OidcFehler.KLIENT_ZERTIFIKAT);
        }
    }

    @Test
    void keysOfNoUseAreLeftOut() {
        Map<String, Object> gut = Testtoken.jwk(Oidcstelle.RSA, "gut");
        List<Map<String, Object>> unbrauchbar = List.of(
                Testtoken.jwk(Testschluessel.rsa(1024), "kurz"),
                anders(gut, "use", "enc"),
                anders(gut, "key_ops", List.of("sign")),
                anders(gut, "d", "AQAB"),
                anders(gut, "e", "AQ"),
                anders(gut, "kty", "oct"),
                anders(gut, "kty", "OKP"),
                anders(gut, "n", "!"),
                anders(Testtoken.jwk(Oidcstelle.EC, "ec"), "x", gut.get("kid")),
                anders(Testtoken.jwk(Oidcstelle.EC, "ec"), "crv", "P-384"),
                Map.of());
        for (Map<String, Object> jwk : unbrauchbar) {
            OidcNegativTest.code(OidcFehler.SCHLUESSELSATZ, () -> satz(List.of(jwk)));
        }
        List<Map<String, Object>> alle = new java.util.ArrayList<>(unbrauchbar);
        alle.add(gut);
        assertThat(satz(alle).schluessel()).extracting(k -> k.kid()).containsExactly("gut");
        OidcNegativTest.code(OidcFehler.SCHLUESSELSATZ, () -> Schluesselsatz.lies(new byte[] {'['}));
        OidcNegativTest.code(OidcFehler.SCHLUESSELSATZ, () -> Schluesselsatz.lies(new byte[] {(byte) 0xff}));
    }

    private static Schluesselsatz satz(List<Map<String, Object>> schluessel) {
        return Schluesselsatz.lies(Testtoken.json(Map.of("keys", schluessel)));
    }

    private static Map<String, Object> anders(Map<String, Object> jwk, String name, Object wert) {
        Map<String, Object> neu = new java.util.HashMap<>(jwk);
        neu.put(name, wert);
        return neu;
    }

    @Test
    void errorsOfTheAccountAreOutcomes() {
        try (var s = new Oidcstelle()) {
            for (var fall : Map.of(
                            "access_denied", "Abgebrochen",
                            "unmet_authentication_requirements", "HOEHERES_NIVEAU",
                            "server_error", "NOCHMALS",
                            "<script>", "NOCHMALS")
                    .entrySet()) {
                Map<String, String[]> felder = Oidcstelle.felder(Map.of(
                        "error", fall.getKey(), "iss", s.server.anbieter().aussteller()));
                Heimkehr heimkehr = OidcNegativTest.konto(s)
                        .empfange("v n SUBSTANZIELL 2026-11-23T10:00:00Z", felder, (id, bis) -> true);
                assertThat(heimkehr.toString()).contains(fall.getValue()).doesNotContain("<script>");
            }
            // an error of somebody else is not believed either
            Oidcergebnis fremd = s.ablauf.empfange(
                    Oidcstelle.felder(Map.of("error", "access_denied")),
                    new de.kommunalsdk.oidc.Oidcvorgang("v", "n", Vertrauensniveau.SUBSTANZIELL, s.uhr.instant()));
            Oidcstelle.pruefe(fremd, OidcFehler.ANTWORT_AUSSTELLER);
        }
    }

    @Test
    void thePublicKeyIsWrittenForTheAccount() {
        assertThat(Oidcstelle.KLIENT.jwks().orElseThrow())
                .contains("\"kty\":\"RSA\"", "\"alg\":\"PS256\"")
                .doesNotContain("\"d\"");
        assertThat(OidcKlient.mitGeheimnis("p", RUECKKEHR, () -> new char[0]).jwks())
                .isEmpty();
    }
}
