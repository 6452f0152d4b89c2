/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.oidc.Abmeldepruefer;
import de.kommunalsdk.oidc.OidcFehler;
import de.kommunalsdk.saml.Schluesselpaar;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** O19: an account tells that sessions are over, and somebody else who says so is not believed. */
class OidcAbmeldungTest {

    private final Oidcstelle s = new Oidcstelle();
    private final Abmeldepruefer pruefer = new Abmeldepruefer(s.klient, s.pflege, s.uhr);

    @AfterEach
    void schliesse() {
        s.close();
    }

    private Abmeldepruefer.Abgemeldet pruefe(String token) {
        return pruefer.pruefe(token);
    }

    private void abgewiesen(OidcFehler grund, Map<String, ?> aenderungen) {
        OidcNegativTest.code(grund, () -> pruefe(s.server.abmeldetoken(aenderungen)));
    }

    @Test
    void aPersonOrASession() {
        assertThat(pruefe(s.server.abmeldetoken(Map.of("sub", "erika"))).subjekt())
                .contains("erika");
        assertThat(pruefe(s.server.abmeldetoken(Map.of("sid", "s1"))).sitzung()).contains("s1");
        assertThat(pruefe(s.server.abmeldetoken(Map.of("sid", "s1", "exp", ""))).subjekt())
                .as("older accounts send no exp")
                .isEmpty();
    }

    @Test
    void o19WhatIsNoLogout() {
        abgewiesen(OidcFehler.ISS, Map.of("sub", "erika", "iss", "https://boese.example"));
        abgewiesen(OidcFehler.AUD, Map.of("sub", "erika", "aud", "anderer"));
        abgewiesen(OidcFehler.ABMELDUNG_EREIGNIS, Map.of("sub", "erika", "events", ""));
        abgewiesen(OidcFehler.ABMELDUNG_EREIGNIS, Map.of("sub", "erika", "events", Map.of("anderes", Map.of())));
        abgewiesen(OidcFehler.ABMELDUNG_EREIGNIS, Map.of("sub", "erika", "events", List.of()));
        abgewiesen(OidcFehler.ABMELDUNG_NONCE, Map.of("sub", "erika", "nonce", "n"));
        abgewiesen(OidcFehler.ABMELDUNG_WEN, Map.of());
        abgewiesen(OidcFehler.ABMELDUNG_KENNUNG, Map.of("sub", "erika", "jti", ""));
        abgewiesen(OidcFehler.IAT, Map.of("sub", "erika", "iat", ""));
        abgewiesen(OidcFehler.IAT, Map.of("sub", "erika", "iat", s.uhr.instant().getEpochSecond() - 301));
        abgewiesen(OidcFehler.EXP, Map.of("sub", "erika", "exp", s.uhr.instant().getEpochSecond() - 61));
    }

    @Test
    void logoutsOfSomebodyElseDoNotUseUpTheCallsOfLogins() {
        s.angenommen();
        s.uhr.spaeter(Duration.ofMinutes(2));
        List<Schluesselpaar> echte = s.skript().schluessel;
        s.skript().schluessel("ES256", List.of(Oidcstelle.EC));
        String fremd = s.server.abmeldetoken(Map.of("sub", "erika"));
        String fuerAndere = s.server.abmeldetoken(Map.of("sub", "erika", "iss", "https://boese.example"));
        s.skript().schluessel("PS256", echte);

        OidcNegativTest.code(OidcFehler.ISS, () -> pruefe(fuerAndere));
        assertThat(s.server.aufrufe("/jwks")).as("not of this account").isEqualTo(1);
        for (int i = 0; i < 5; i++) {
            OidcNegativTest.code(OidcFehler.KID_UNBEKANNT, () -> pruefe(fremd));
        }
        assertThat(s.server.aufrufe("/jwks")).as("once a minute").isEqualTo(2);
        s.skript().schluessel("ES256", List.of(Oidcstelle.EC));
        s.angenommen();
        assertThat(s.server.aufrufe("/jwks")).isEqualTo(3);
    }

    @Test
    void o19OtherSignaturesAndKinds() {
        String gut = s.server.abmeldetoken(Map.of("sub", "erika"));
        String mitte = gut.split("\\.", -1)[1];
        String keine = Testtoken.base64(
                "{\"alg\":\"none\",\"typ\":\"logout+jwt\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        OidcNegativTest.code(OidcFehler.VERFAHREN_VERBOTEN, () -> pruefe(keine + "." + mitte + "."));
        OidcNegativTest.code(OidcFehler.SIGNATUR, () -> pruefe(gut.substring(0, gut.lastIndexOf('.')) + ".AAAA"));
        // an ID token ends no session: it has a nonce and names no event
        OidcNegativTest.code(
                OidcFehler.ABMELDUNG_EREIGNIS, () -> pruefe(s.angenommen().idToken()));
        assertThat(pruefe(gut).kennung())
                .as("the same again has the same id")
                .isEqualTo(pruefe(gut).kennung());
        // and a token that ends sessions logs nobody in
        s.skript().idTokenText(t -> gut);
        s.abgewiesen(OidcFehler.TYP);
    }
}
