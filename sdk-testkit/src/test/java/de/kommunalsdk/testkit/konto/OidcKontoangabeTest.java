/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kommunalsdk.nutzerkonto.Attribut;
import de.kommunalsdk.nutzerkonto.Nutzer;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.oidc.OidcFehler;
import de.kommunalsdk.oidc.Oidcanfrage;
import de.kommunalsdk.oidc.Oidcprofil;
import de.kommunalsdk.oidc.Oidcvorgang;
import de.kommunalsdk.servicekonto.Heimkehr;
import de.kommunalsdk.servicekonto.Kontoangaben;
import de.kommunalsdk.servicekonto.OidcKonto;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Behind a broker are several accounts: which one it was, and what it tells of companies. */
class OidcKontoangabeTest {

    private static final Oidcprofil NUR_BUNDID = Oidcstelle.PROFIL.mitKonto("identity_provider", "bundid");

    @Test
    void theAccountThatWasAskedForIsTaken() {
        try (var s = new Oidcstelle(NUR_BUNDID, Oidcstelle.KLIENT)) {
            s.skript().idToken(a -> a.put("identity_provider", "bundid"));
            s.angenommen();
        }
    }

    @Test
    void anotherOneOrNoneIsRefused() {
        try (var s = new Oidcstelle(NUR_BUNDID, Oidcstelle.KLIENT)) {
            s.abgewiesen(OidcFehler.KONTO_ANDERES);
            s.skript().idToken(a -> a.put("identity_provider", "bayernid"));
            s.abgewiesen(OidcFehler.KONTO_ANDERES);
            s.skript().idToken(a -> a.put("identity_provider", "BundID"));
            s.abgewiesen(OidcFehler.KONTO_ANDERES);
        }
    }

    @Test
    void thePageThenAdvisesTheOtherAccount() {
        try (var s = new Oidcstelle(NUR_BUNDID, Oidcstelle.KLIENT)) {
            Oidcanfrage anfrage = s.ablauf.beginne(Vertrauensniveau.SUBSTANZIELL, Oidcstelle.MARKE, "de");
            Oidcvorgang v = anfrage.vorgang();
            Heimkehr heimkehr = new OidcKonto(
                            new Kontoangaben("broker", "Landeskonto", false, Vertrauensniveau.HOCH),
                            s.klient,
                            NUR_BUNDID,
                            s.pflege,
                            s.http,
                            s.uhr)
                    .empfange(
                            v.nachweis() + " " + v.nonce() + " " + v.gefordert() + " " + v.begonnen(),
                            Oidcstelle.felder(s.server.meldeAn(anfrage.ziel(), Testperson.erika())),
                            (id, bis) -> true);
            assertThat(heimkehr)
                    .isEqualTo(new Heimkehr.Gescheitert(OidcFehler.KONTO_ANDERES, Heimkehr.Rat.ANDERES_KONTO, ""));
        }
    }

    @Test
    void whereNothingIsExpectedNothingIsCompared() {
        try (var s = new Oidcstelle()) {
            s.skript().idToken(a -> a.put("identity_provider", "bayernid"));
            s.angenommen();
        }
        assertThatThrownBy(() -> Oidcstelle.PROFIL.mitKonto("", "bundid")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Oidcstelle.PROFIL.mitKonto("idp", " ")).isInstanceOf(IllegalArgumentException.class);
    }

    /** The names are invented: what brokers call them is not known. */
    @Test
    void claimsOfCompaniesAreMappedByConfiguration() {
        Oidcprofil firma = Oidcstelle.PROFIL.fuerUnternehmen(
                "firma.kennung", Map.of("firma.name", "firmenname", "firma.rechtsform", "rechtsform"));
        Map<String, ?> angaben = Map.of("kennung", "du-4711", "name", "Musterbau GmbH", "rechtsform", "GmbH");
        try (var s = new Oidcstelle(firma, Oidcstelle.KLIENT)) {
            s.skript().idToken(a -> a.put("firma", angaben));
            Nutzer nutzer = s.angenommen().anmeldung().nutzer();
            assertThat(nutzer.subjekt()).endsWith(" du-4711");
            assertThat(nutzer.attribute())
                    .filteredOn(a -> a.name().equals("firmenname") || a.name().equals("rechtsform"))
                    .extracting(Attribut::wert)
                    .containsExactlyInAnyOrder("Musterbau GmbH", "GmbH");
            assertThat(nutzer.attribute())
                    .as("who acts for it")
                    .extracting(Attribut::name)
                    .contains("familienname");
        }
        try (var s = new Oidcstelle()) {
            s.skript().idToken(a -> a.put("firma", angaben));
            assertThat(s.angenommen().anmeldung().nutzer().attribute())
                    .extracting(Attribut::name)
                    .as("not configured")
                    .doesNotContain("firmenname");
        }
    }
}
