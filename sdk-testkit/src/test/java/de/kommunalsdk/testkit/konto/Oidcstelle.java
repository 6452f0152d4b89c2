/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.http.HttpClients;
import de.kommunalsdk.http.HttpZugang;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.oidc.AivotBroker;
import de.kommunalsdk.oidc.Anbieterpflege;
import de.kommunalsdk.oidc.Codeablauf;
import de.kommunalsdk.oidc.OidcFehler;
import de.kommunalsdk.oidc.OidcKlient;
import de.kommunalsdk.oidc.Oidcanfrage;
import de.kommunalsdk.oidc.Oidcergebnis;
import de.kommunalsdk.oidc.Oidcergebnis.Abgewiesen;
import de.kommunalsdk.oidc.Oidcergebnis.Angenommen;
import de.kommunalsdk.oidc.Oidcprofil;
import de.kommunalsdk.saml.Schluesselpaar;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A portal and an OpenID provider that know each other, over loopback. */
final class Oidcstelle implements AutoCloseable {

    static final Schluesselpaar RSA = Testschluessel.rsa(2048);
    static final Schluesselpaar EC = Testschluessel.ec();
    static final String MARKE = "A".repeat(32) + "_musterstadt";
    static final Oidcprofil PROFIL = AivotBroker.profil("BundID", "bundid");
    static final OidcKlient KLIENT =
            OidcKlient.mitSchluessel("portal", URI.create("https://portal.example/konto/acs/broker"), Pruefstelle.RSA);

    final Kontoportal.Uhr uhr = new Kontoportal.Uhr();
    final Oidcserver server;
    final HttpZugang http;
    final Anbieterpflege pflege;
    final OidcKlient klient;
    final Codeablauf ablauf;
    private final HttpClients clients;

    Oidcstelle() {
        this(PROFIL, KLIENT);
    }

    Oidcstelle(Oidcprofil profil, OidcKlient klient) {
        this.klient = klient;
        server = Oidcserver.starte(profil, uhr, List.of(Testperson.erika()));
        server.registriere(klient);
        clients = HttpClients.builder().wiederholungen(1, Duration.ofMillis(1)).baue();
        http = clients.zugang(server.anbieter().ziel("broker"));
        pflege = new Anbieterpflege(http, server.anbieter(), uhr, Runnable::run);
        ablauf = new Codeablauf(klient, profil, pflege, http, uhr);
    }

    Oidcskript skript() {
        return server.skript();
    }

    Oidcergebnis melde() {
        return melde(Vertrauensniveau.SUBSTANZIELL, Testperson.erika());
    }

    Oidcergebnis melde(Vertrauensniveau niveau, Testperson person) {
        Oidcanfrage anfrage = ablauf.beginne(niveau, MARKE, "de");
        return ablauf.empfange(felder(server.meldeAn(anfrage.ziel(), person)), anfrage.vorgang());
    }

    Angenommen angenommen() {
        Oidcergebnis ergebnis = melde();
        assertThat(ergebnis).isInstanceOf(Angenommen.class);
        return (Angenommen) ergebnis;
    }

    void abgewiesen(OidcFehler grund) {
        pruefe(melde(), grund);
    }

    static void pruefe(Oidcergebnis ergebnis, OidcFehler grund) {
        assertThat(ergebnis).isInstanceOf(Abgewiesen.class);
        assertThat(((Abgewiesen) ergebnis).grund()).as(ergebnis.toString()).isEqualTo(grund);
    }

    static Map<String, String[]> felder(Map<String, String> einzelne) {
        Map<String, String[]> felder = new HashMap<>();
        einzelne.forEach((name, wert) -> felder.put(name, new String[] {wert}));
        return felder;
    }

    @Override
    public void close() {
        server.close();
        clients.close();
    }
}
