/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.oidc.Anbieterdaten;
import de.kommunalsdk.oidc.Klientpruefung;
import de.kommunalsdk.oidc.OidcAnbieter;
import de.kommunalsdk.oidc.OidcFehler;
import de.kommunalsdk.oidc.OidcKlient;
import de.kommunalsdk.oidc.Oidcanfrage;
import de.kommunalsdk.oidc.Oidcergebnis.Angenommen;
import de.kommunalsdk.oidc.Oidcprofil.Nutzerinfo;
import de.kommunalsdk.oidc.Oidcvorgang;
import de.kommunalsdk.servicekonto.Kontoangaben;
import de.kommunalsdk.servicekonto.OidcKonto;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each row of the table of negative cases, over loopback, with its code. What goes through pages stands in OidcgangTest. */
class OidcNegativTest {

    private final List<Oidcstelle> offen = new ArrayList<>();
    private final Oidcstelle s = neu(new Oidcstelle());

    private Oidcstelle neu(Oidcstelle stelle) {
        offen.add(stelle);
        return stelle;
    }

    @AfterEach
    void schliesse() {
        offen.forEach(Oidcstelle::close);
    }

    private static Consumer<Map<String, Object>> setze(String name, Object wert) {
        return angaben -> angaben.put(name, wert);
    }

    private static Consumer<Map<String, Object>> ohne(String name) {
        return angaben -> angaben.remove(name);
    }

    private static String teil(String token, int welcher) {
        return token.split("\\.", -1)[welcher];
    }

    private static String kopf(String json) {
        return Testtoken.base64(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theTableIsTheOneThatIsTestedHere() {
        assertThat(Kontodaten.tabelle("negative-cases-oidc.csv"))
                .extracting(zeile -> zeile.get(0))
                .hasSize(24)
                .startsWith("O01")
                .endsWith("O24");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "nOnE", ""})
    void o01NoSignature(String alg) {
        s.skript().idTokenText(t -> kopf("{\"alg\":\"" + alg + "\"}") + "." + teil(t, 1) + ".");
        s.abgewiesen(OidcFehler.VERFAHREN_VERBOTEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "HS512"})
    void o02ThePublicKeyAsSecret(String alg) {
        byte[] geheimnis = Oidcstelle.RSA.zertifikat().getPublicKey().getEncoded();
        s.skript().schluessel("RS256", List.of(Oidcstelle.RSA)).idTokenText(t -> {
            String signiert = kopf("{\"alg\":\"" + alg + "\"}") + "." + teil(t, 1);
            try {
                Mac mac = Mac.getInstance("HmacSHA" + alg.substring(2));
                mac.init(new SecretKeySpec(geheimnis, "HMAC"));
                return signiert + "." + Testtoken.base64(mac.doFinal(signiert.getBytes(StandardCharsets.US_ASCII)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
        s.abgewiesen(OidcFehler.VERFAHREN_VERBOTEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256"})
    void o03AWrongSignature(String alg) {
        s.skript().schluessel(alg, List.of(alg.startsWith("E") ? Oidcstelle.EC : Oidcstelle.RSA));
        assertThat(s.melde()).isInstanceOf(Angenommen.class);
        s.skript().idTokenText(t -> {
            String signatur = teil(t, 2);
            return teil(t, 0) + "." + teil(t, 1) + "." + (signatur.startsWith("A") ? "B" : "A") + signatur.substring(1);
        });
        s.abgewiesen(OidcFehler.SIGNATUR);
        s.skript().idTokenText(t -> teil(t, 0) + "." + teil(t, 1) + ".");
        s.abgewiesen(OidcFehler.SIGNATUR);
    }

    @Test
    void o04AnotherAlgorithmThanAgreed() {
        Oidcstelle t = neu(new Oidcstelle(Oidcstelle.PROFIL, Oidcstelle.KLIENT.nurVerfahren(Set.of("PS256"))));
        assertThat(t.melde()).isInstanceOf(Angenommen.class);
        t.skript().schluessel("RS256", List.of(Oidcstelle.RSA));
        t.abgewiesen(OidcFehler.VERFAHREN_ANDERES);
    }

    @Test
    void o05AnotherIssuer() {
        s.skript().idToken(setze("iss", "https://boese.example"));
        s.abgewiesen(OidcFehler.ISS);
        s.skript().idToken(ohne("iss"));
        s.abgewiesen(OidcFehler.ISS);
    }

    @Test
    void o06ForSomebodyElse() {
        for (Object aud : List.of("anderer", List.of(), List.of("portal", "anderer"), List.of(List.of("portal")), 1)) {
            s.skript().idToken(setze("aud", aud));
            s.abgewiesen(OidcFehler.AUD);
        }
        s.skript().idToken(ohne("aud"));
        s.abgewiesen(OidcFehler.AUD);
        s.skript().idToken(setze("azp", "anderer"));
        s.abgewiesen(OidcFehler.AZP);
        s.skript().idToken(setze("aud", List.of("portal")));
        assertThat(s.melde()).isInstanceOf(Angenommen.class);
    }

    @Test
    void o07AtAnotherTime() {
        long jetzt = s.uhr.instant().getEpochSecond();
        Map<OidcFehler, List<Object>> falsche = Map.of(
                OidcFehler.EXP, List.of(jetzt - 61, "morgen", -1, 1e30),
                OidcFehler.IAT, List.of(jetzt + 61, "jetzt"),
                OidcFehler.NBF, List.of(jetzt + 61, "spaeter"));
        falsche.forEach((grund, werte) -> werte.forEach(wert -> {
            s.skript().idToken(setze(grund.name().toLowerCase(java.util.Locale.ROOT), wert));
            s.abgewiesen(grund);
        }));
        s.skript().idToken(ohne("exp"));
        s.abgewiesen(OidcFehler.EXP);
        s.skript().idToken(ohne("iat"));
        s.abgewiesen(OidcFehler.IAT);
        s.skript().idToken(angaben -> {
            angaben.put("exp", jetzt - 59);
            angaben.put("iat", jetzt + 59);
            angaben.put("nbf", jetzt + 59);
        });
        assertThat(s.melde()).isInstanceOf(Angenommen.class);
    }

    @Test
    void o08OfAnotherLogin() {
        s.skript().idToken(setze("nonce", "eine andere"));
        s.abgewiesen(OidcFehler.NONCE);
        s.skript().idToken(ohne("nonce"));
        s.abgewiesen(OidcFehler.NONCE);
    }

    @Test
    void o09StateThatIsNone() {
        OidcKonto konto = konto(s);
        List<Map<String, String[]>> falsche = List.of(
                Map.of(),
                Map.of("state", new String[] {"https://boese.example/"}),
                Map.of("state", new String[] {Oidcstelle.MARKE, Oidcstelle.MARKE}));
        for (Map<String, String[]> felder : falsche) {
            code(OidcFehler.STATE, () -> konto.marke("GET", null, felder));
        }
        code(OidcFehler.ANTWORT_FORM, () -> konto.marke("POST", null, Map.of()));
    }

    @Test
    void o10AnswersOfAnotherIssuer() {
        s.skript().rueckkehr(p -> p.put("iss", "https://boese.example"));
        s.abgewiesen(OidcFehler.ANTWORT_AUSSTELLER);
        s.skript().rueckkehr(p -> p.remove("iss"));
        s.abgewiesen(OidcFehler.ANTWORT_AUSSTELLER);
        assertThat(s.server.aufrufe("/token")).isZero();

        Oidcstelle ohneZusage = neu(new Oidcstelle());
        ohneZusage
                .skript()
                .discovery(ohne("authorization_response_iss_parameter_supported"))
                .rueckkehr(p -> p.remove("iss"));
        assertThat(ohneZusage.melde()).isInstanceOf(Angenommen.class);
        ohneZusage.skript().rueckkehr(p -> p.put("iss", "https://boese.example"));
        ohneZusage.abgewiesen(OidcFehler.ANTWORT_AUSSTELLER);
    }

    @Test
    void o11HashesOfSomethingElse() {
        s.skript().idToken(setze("at_hash", "MTIzNDU2Nzg5MDEyMzQ1Ng"));
        s.abgewiesen(OidcFehler.AT_HASH);
        s.skript().idToken(setze("c_hash", "MTIzNDU2Nzg5MDEyMzQ1Ng"));
        s.abgewiesen(OidcFehler.C_HASH);
        s.skript().idToken(ohne("at_hash"));
        assertThat(s.melde()).isInstanceOf(Angenommen.class);
    }

    @Test
    void o12NobodyOrSomebodyElse() {
        s.skript().idToken(ohne("sub"));
        s.abgewiesen(OidcFehler.SUB);
        s.skript().idToken(setze("sub", "ä"));
        s.abgewiesen(OidcFehler.SUB);
        s.skript().idToken(a -> {}).nutzerinfo(setze("sub", "jemand anders"));
        s.abgewiesen(OidcFehler.NUTZERINFO_SUB);
        s.skript().nutzerinfo(ohne("sub"));
        s.abgewiesen(OidcFehler.NUTZERINFO_SUB);
    }

    @Test
    void o13KeysThatAreNotSaidOrNotKnown() {
        s.skript().kopf(ohne("kid"));
        assertThat(s.melde()).as("one key, no kid").isInstanceOf(Angenommen.class);
        Oidcstelle zwei = neu(new Oidcstelle());
        zwei.skript()
                .schluessel("PS256", List.of(Oidcstelle.RSA, Pruefstelle.SP))
                .kopf(ohne("kid"));
        zwei.abgewiesen(OidcFehler.KID_MEHRDEUTIG);
        zwei.skript().kopf(setze("kid", "unbekannt"));
        zwei.abgewiesen(OidcFehler.KID_UNBEKANNT);
        Oidcstelle doppelt = neu(new Oidcstelle());
        doppelt.skript()
                .schluessel("PS256", List.of(Oidcstelle.RSA, Pruefstelle.SP))
                .jwks(satz -> ((List<?>) satz.get("keys")).forEach(jwk -> kid(jwk, "gleich")))
                .kopf(setze("kid", "gleich"));
        doppelt.abgewiesen(OidcFehler.KID_MEHRDEUTIG);
        s.skript().kopf(setze("kid", 1));
        s.abgewiesen(OidcFehler.FORM);
    }

    @SuppressWarnings("unchecked")
    private static void kid(Object jwk, String kid) {
        ((Map<String, Object>) jwk).put("kid", kid);
    }

    @Test
    void o13AnUnknownKeyAsksAtMostOnceAMinute() {
        assertThat(s.melde()).isInstanceOf(Angenommen.class);
        s.skript().kopf(setze("kid", "unbekannt"));
        s.uhr.spaeter(java.time.Duration.ofMinutes(2));
        for (int i = 0; i < 5; i++) {
            s.abgewiesen(OidcFehler.KID_UNBEKANNT);
        }
        assertThat(s.server.aufrufe("/jwks")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "issuer, https://boese.example, ANBIETER_ANDERER",
        "jwks_uri, https://boese.example/jwks, ADRESSE_FREMD",
        "jwks_uri, http://169.254.169.254/latest, ADRESSE_UNSICHER",
        "jwks_uri, file:///etc/passwd, ADRESSE_UNSICHER",
        "token_endpoint, https://boese.example/token, ADRESSE_FREMD",
        "token_endpoint, 'https://konto.example@boese.example/', ADRESSE_UNSICHER",
        "token_endpoint, https://konto.example.boese.example/, ADRESSE_FREMD",
        "token_endpoint, https://konto.example:8443/token, ADRESSE_FREMD",
        "token_endpoint, '', ADRESSE_UNSICHER",
        "authorization_endpoint, http://konto.example/auth, ADRESSE_UNSICHER",
        "authorization_endpoint, 'nicht hier', ANBIETERDATEN",
        "end_session_endpoint, https://boese.example/logout, ADRESSE_FREMD",
    })
    void o14ADiscoveryThatLeadsElsewhere(String name, String wert, OidcFehler grund) {
        Map<String, Object> d = new HashMap<>(Map.of(
                "issuer", "https://konto.example",
                "authorization_endpoint", "https://konto.example/auth",
                "token_endpoint", "https://konto.example/token",
                "jwks_uri", "https://konto.example/jwks"));
        OidcAnbieter anbieter = OidcAnbieter.von("https://konto.example");
        assertThat(Anbieterdaten.lies(Testtoken.json(d), anbieter).aussteller()).isEqualTo("https://konto.example");
        d.put(name, wert);
        code(grund, () -> Anbieterdaten.lies(Testtoken.json(d), anbieter));
    }

    @Test
    void o14OverTheNetwork() {
        s.skript().discovery(setze("issuer", "https://boese.example"));
        code(OidcFehler.ANBIETER_ABRUF, s::melde);
        assertThat(s.pflege.stand().fehler()).contains(OidcFehler.ANBIETER_ANDERER.code());
        assertThat(Klientpruefung.pruefe(Oidcstelle.KLIENT, OidcAnbieter.von("http://konto.example"), s.uhr.instant()))
                .extracting(p -> p.code())
                .contains(OidcFehler.KLIENT_AUSSTELLER);
    }

    @Test
    void o15KeysInTheTokenAreNotLookedAt() {
        Map<String, Object> jwk = Testtoken.jwk(Pruefstelle.SP, "boese");
        s.skript().kopf(kopf -> {
            kopf.put("jwk", jwk);
            kopf.put("jku", s.server.anbieter().aussteller() + "/jku");
            kopf.put("x5u", s.server.anbieter().aussteller() + "/x5u");
        });
        assertThat(s.melde()).as("there, and ignored").isInstanceOf(Angenommen.class);
        s.skript()
                .idTokenText(t -> Testtoken.signiere(
                        Testtoken.kopf(t),
                        Testtoken.lies(java.util.Base64.getUrlDecoder().decode(teil(t, 1))),
                        Pruefstelle.SP));
        s.abgewiesen(OidcFehler.SIGNATUR);
        assertThat(s.server.aufrufe("/jku") + s.server.aufrufe("/x5u")).isZero();
    }

    @Test
    void o16CodesServeOnceAndWithTheirVerifier() {
        Oidcanfrage anfrage = s.ablauf.beginne(Vertrauensniveau.SUBSTANZIELL, Oidcstelle.MARKE, "de");
        Map<String, String[]> felder = Oidcstelle.felder(s.server.meldeAn(anfrage.ziel(), Testperson.erika()));
        assertThat(s.ablauf.empfange(felder, anfrage.vorgang())).isInstanceOf(Angenommen.class);
        Oidcstelle.pruefe(s.ablauf.empfange(felder, anfrage.vorgang()), OidcFehler.TOKEN_ABGELEHNT);

        Oidcanfrage zweite = s.ablauf.beginne(Vertrauensniveau.SUBSTANZIELL, Oidcstelle.MARKE, "de");
        Map<String, String[]> antwort = Oidcstelle.felder(s.server.meldeAn(zweite.ziel(), Testperson.erika()));
        Oidcvorgang ohne = new Oidcvorgang(
                "",
                zweite.vorgang().nonce(),
                Vertrauensniveau.SUBSTANZIELL,
                zweite.vorgang().begonnen());
        Oidcstelle.pruefe(s.ablauf.empfange(antwort, ohne), OidcFehler.TOKEN_ABGELEHNT);

        Oidcstelle nurPlain = neu(new Oidcstelle());
        nurPlain.skript().discovery(setze("code_challenge_methods_supported", List.of("plain")));
        code(OidcFehler.ANBIETER_ABRUF, nurPlain::melde);
        assertThat(nurPlain.pflege.stand().fehler()).contains(OidcFehler.FAEHIGKEIT.code());
    }

    @Test
    void o17SignedUserInfo() {
        s.skript().nutzerinfoSigniert();
        assertThat(s.angenommen().anmeldung().nutzer().attribute()).isNotEmpty();
        s.skript().nutzerinfo(setze("iss", "https://boese.example"));
        s.abgewiesen(OidcFehler.ISS);
        s.skript().nutzerinfo(setze("aud", "anderer"));
        s.abgewiesen(OidcFehler.AUD);
        s.skript().nutzerinfo(a -> {}).nutzerinfoText(t -> teil(t, 0) + "." + teil(t, 1) + ".AAAA");
        s.abgewiesen(OidcFehler.SIGNATUR);
        s.skript().nutzerinfoText(t -> kopf("{\"alg\":\"none\"}") + "." + teil(t, 1) + ".");
        s.abgewiesen(OidcFehler.VERFAHREN_VERBOTEN);

        Oidcstelle verlangt =
                neu(new Oidcstelle(Oidcstelle.PROFIL.mitNutzerinfo(Nutzerinfo.SIGNIERT), Oidcstelle.KLIENT));
        verlangt.abgewiesen(OidcFehler.NUTZERINFO_UNSIGNIERT);
    }

    @Test
    void o18NothingIsEverRefreshed() {
        s.skript().tokenantwort(setze("refresh_token", "geheim"));
        Angenommen a = s.angenommen();
        assertThat(a.toString() + a.idToken()).doesNotContain("geheim");
        s.uhr.spaeter(java.time.Duration.ofHours(1));
        assertThat(s.server.aufrufe("/token"))
                .as("no refresh, so no other iss or sub can come by it")
                .isEqualTo(1);
    }

    @Test
    void o20LevelsThatDoNotReach() {
        Oidcstelle.pruefe(
                s.melde(
                        Vertrauensniveau.HOCH,
                        Testperson.erika().mit(de.kommunalsdk.saml.AkdbErweiterung.Verfahren.ELSTER)),
                OidcFehler.NIVEAU_ZU_NIEDRIG);
        s.skript().idToken(ohne("trust_level_authentication"));
        s.abgewiesen(OidcFehler.NIVEAU_FEHLT);
        for (Object wort : List.of("STORK-QAA-Level-5", "hoch", 4, "stork-qaa-level-4")) {
            s.skript().idToken(setze("trust_level_authentication", wort));
            s.abgewiesen(OidcFehler.NIVEAU_UNBEKANNT);
        }
    }

    @Test
    void o21Dpop() {
        Oidcstelle t = neu(new Oidcstelle(Oidcstelle.PROFIL, Oidcstelle.KLIENT.mitDpop()));
        assertThat(t.melde()).isInstanceOf(Angenommen.class);
        t.skript().tokenantwort(setze("token_type", "Bearer"));
        t.abgewiesen(OidcFehler.TOKEN_ART);
        t.skript().tokenantwort(setze("token_type", "dpop"));
        assertThat(t.melde()).isInstanceOf(Angenommen.class);
        s.skript().tokenantwort(setze("token_type", "DPoP"));
        s.abgewiesen(OidcFehler.TOKEN_ART);

        Oidcstelle einmal = neu(new Oidcstelle(Oidcstelle.PROFIL, Oidcstelle.KLIENT.mitDpop()));
        einmal.skript().dpopNoncen(1);
        assertThat(einmal.melde()).isInstanceOf(Angenommen.class);
        assertThat(einmal.server.aufrufe("/token")).isEqualTo(2);
        Oidcstelle immer = neu(new Oidcstelle(Oidcstelle.PROFIL, Oidcstelle.KLIENT.mitDpop()));
        immer.skript().dpopNoncen(99);
        immer.abgewiesen(OidcFehler.DPOP);
        assertThat(immer.server.aufrufe("/token")).as("once more, then no more").isEqualTo(2);
    }

    @Test
    void o22AnAnswerAsToken() {
        s.skript().rueckkehr(p -> p.put("response", "a.b.c"));
        s.abgewiesen(OidcFehler.JARM);
        assertThat(s.server.aufrufe("/token")).isZero();
    }

    @Test
    void o23Bombs() {
        s.skript().idTokenText(t -> t + "A".repeat(64 * 1024));
        s.abgewiesen(OidcFehler.GROESSE);
        String pbes2 = kopf(
                "{\"alg\":\"PBES2-HS256+A128KW\",\"enc\":\"A128GCM\",\"zip\":\"DEF\",\"p2c\":2147483647,\"p2s\":\"AAAA\"}");
        s.skript().idTokenText(t -> pbes2 + ".AAAA.AAAA.AAAA.AAAA");
        s.abgewiesen(OidcFehler.VERSCHLUESSELT);
        s.skript().idTokenText(t -> pbes2 + ".AAAA.AAAA");
        s.abgewiesen(OidcFehler.VERFAHREN_VERBOTEN);
        String tief = kopf("{\"alg\":\"PS256\",\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}");
        s.skript().idTokenText(t -> tief + "." + teil(t, 1) + "." + teil(t, 2));
        s.abgewiesen(OidcFehler.JSON_GRENZE);
        s.skript().idTokenText(t -> t).idToken(setze("x", List.of(verschachtelt(25))));
        s.abgewiesen(OidcFehler.JSON_GRENZE);
        s.skript().idToken(a -> {}).tokenantwort(setze("x", "x".repeat(300_000)));
        s.abgewiesen(OidcFehler.TOKEN_UNGEWISS);
    }

    private static Object verschachtelt(int tiefe) {
        return tiefe == 0 ? List.of() : List.of(verschachtelt(tiefe - 1));
    }

    @Test
    void o23ShapesThatAreNoToken() {
        for (String token : List.of("a", "a.b", "..", "a b.c.d", "a.b.c.d", "ä.b.c", "YQ==.YQ==.YQ==")) {
            s.skript().idTokenText(t -> token);
            s.abgewiesen(OidcFehler.FORM);
        }
        for (String json :
                List.of("[]", "1", "{\"alg\":\"PS256\",\"alg\":\"none\"}", "{\"alg\":\"PS256\"}x", "\u00e4")) {
            s.skript().idTokenText(t -> kopf(json) + "." + teil(t, 1) + "." + teil(t, 2));
            s.abgewiesen(OidcFehler.FORM);
        }
        s.skript().idTokenText(t -> t).kopf(setze("crit", List.of("exp")));
        s.abgewiesen(OidcFehler.KRITISCH);
        s.skript().kopf(setze("b64", false));
        s.abgewiesen(OidcFehler.KRITISCH);
        for (Object typ : List.of("logout+jwt", "at+jwt", "dpop+jwt", 1)) {
            s.skript().kopf(setze("typ", typ));
            s.abgewiesen(OidcFehler.TYP);
        }
        s.skript()
                .kopf(setze("alg", "RS256")); // the key is not bound to one algorithm, this is another that is allowed
        assertThat(s.melde()).isInstanceOf(Angenommen.class);
    }

    @Test
    void o24TheReturnAddressIsNotOneToChoose() {
        Oidcanfrage anfrage = s.ablauf.beginne(Vertrauensniveau.SUBSTANZIELL, Oidcstelle.MARKE, "de");
        URI andere = URI.create(anfrage.ziel().toString().replace("portal.example", "boese.example"));
        assertThatThrownBy(() -> s.server.meldeAn(andere, Testperson.erika())).hasMessage("redirect_uri");
        assertThat(Klientpruefung.pruefe(
                        OidcKlient.mitSchluessel("p", URI.create("http://portal.example/"), Pruefstelle.RSA),
                        OidcAnbieter.von("https://konto.example"),
                        s.uhr.instant()))
                .extracting(p -> p.code())
                .containsExactly(OidcFehler.KLIENT_ADRESSE);
    }

    static OidcKonto konto(Oidcstelle s) {
        return new OidcKonto(
                new Kontoangaben("broker", "BundID", false, Vertrauensniveau.HOCH),
                s.klient,
                Oidcstelle.PROFIL,
                s.pflege,
                s.http,
                s.uhr);
    }

    static void code(OidcFehler grund, org.assertj.core.api.ThrowableAssert.ThrowingCallable aufruf) {
        assertThatThrownBy(aufruf).isInstanceOfSatisfying(OzgException.class, e -> assertThat(e.fehlercode())
                .isEqualTo(grund));
    }

    @Test
    void aLevelThatNoWordReachesIsNotAskedForAtAll() {
        Oidcstelle t = neu(new Oidcstelle(
                new de.kommunalsdk.oidc.Oidcprofil(
                        "Konto",
                        Set.of(),
                        de.kommunalsdk.oidc.Oidcprofil.Niveauweg.ACR,
                        Map.of(Vertrauensniveau.NIEDRIG, "low"),
                        "acr",
                        Map.of("low", Vertrauensniveau.NIEDRIG),
                        "sub",
                        Map.of(),
                        "",
                        new de.kommunalsdk.oidc.Oidcprofil.Nebenangaben("", "", ""),
                        Nutzerinfo.KEINE,
                        Map.of(),
                        Optional.empty()),
                Oidcstelle.KLIENT));
        assertThatThrownBy(t::melde).isInstanceOf(InvalidInput.class).hasMessageContaining(OidcFehler.WUNSCH.code());
    }
}
