/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.crypto.Schluesselbund;
import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.http.HttpFehler;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.oidc.Anbieterpflege;
import de.kommunalsdk.oidc.OidcAnbieter;
import de.kommunalsdk.oidc.OidcFehler;
import de.kommunalsdk.saml.Dienstanbieter;
import de.kommunalsdk.saml.Metadatenpflege;
import de.kommunalsdk.saml.SamlFehler;
import de.kommunalsdk.servicekonto.Kontoanbieter;
import de.kommunalsdk.servicekonto.Kontoangaben;
import de.kommunalsdk.servicekonto.OidcKonto;
import de.kommunalsdk.servicekonto.SamlKonto;
import de.kommunalsdk.servicekonto.Servicekonto;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An account that does not answer when a portal starts: the portal starts without it and looks at it later. */
class TotesKontoTest {

    private final Kontoportal.Uhr uhr = new Kontoportal.Uhr();
    private final ExecutorService hintergrund = Executors.newSingleThreadExecutor();
    /** Until then it hangs. Only the background may wait for it: a start that did would never come to open it. */
    private final CountDownLatch antwortet = new CountDownLatch(1);

    @AfterEach
    void beende() {
        antwortet.countDown();
        hintergrund.shutdownNow();
    }

    private void warte() throws Exception {
        antwortet.countDown();
        hintergrund.submit(() -> {}).get(60, TimeUnit.SECONDS); // after the call that was there before
    }

    private static Servicekonto konten(Kontoanbieter... anbieter) {
        Servicekonto.Builder konten = Servicekonto.builder()
                .schluessel(Schluesselbund.builder()
                        .schluessel("test", new byte[32])
                        .aktiv("test")
                        .baue());
        List.of(anbieter).forEach(konten::anbieter);
        return konten.build();
    }

    private static void findet(Servicekonto konto, String id, Problem.Schwere schwere, Fehlercode code) {
        assertThat(konto.zustaende().get(id).gegenseite()).singleElement().satisfies(p -> {
            assertThat(p.schwere()).isEqualTo(schwere);
            assertThat(p.code()).isEqualTo(code);
        });
    }

    /** A test system, which real people must not be sent to. */
    private SamlKonto saml() {
        Testkonto idp = new Testkonto(
                "https://int.id.bund.de/idp", URI.create("https://int.id.bund.de/sso"), List.of(Pruefstelle.RSA));
        Dienstanbieter dienst = new Dienstanbieter(
                "https://portal.example/sp",
                URI.create("https://portal.example/konto/acs/bundid"),
                Pruefstelle.RSA,
                List.of(Pruefstelle.RSA),
                true);
        return SamlKonto.bundId(
                dienst,
                new Metadatenpflege(
                        () -> {
                            Wartekonto.warte(antwortet);
                            return idp.metadaten();
                        },
                        idp.entityId(),
                        List.of(),
                        uhr,
                        hintergrund),
                new SamlKonto.Antragsdienst("Stadt Musterstadt", "BMI-A0000", false),
                uhr);
    }

    @Test
    void theStartDoesNotWaitAndWhatIsFoundLaterCounts() throws Exception {
        Servicekonto konto = konten(saml());
        findet(konto, "bundid", Problem.Schwere.HINWEIS, SamlFehler.METADATEN_ABRUF);
        assertThat(konto.zustaende().get("bundid").metadatenVon()).isEmpty();
        assertThat(konto.anbieter()).as("nothing is known against it").hasSize(1);

        warte();
        assertThat(konto.zustaende().get("bundid").metadatenVon()).contains(uhr.instant());
        assertThat(konto.zustaende().get("bundid").einrichtung())
                .extracting(Problem::code)
                .containsExactly(SamlFehler.TESTSYSTEM);
        assertThat(konto.anbieter()).as("now something is").isEmpty();
    }

    @Test
    void whoIsSentThereIsTheFirstToAskAgain() throws Exception {
        Servicekonto konto = konten(saml());
        warte();
        assertThat(konto.anbieter()).as("without a page of health in between").isEmpty();
    }

    @Test
    void ofOpenIdConnectLikewise() throws Exception {
        OidcAnbieter anbieter = OidcAnbieter.von("https://login.example");
        Anbieterpflege pflege = new Anbieterpflege(
                anfrage -> {
                    Wartekonto.warte(antwortet);
                    throw new ServiceUnavailable(HttpFehler.VERBINDUNG, "");
                },
                anbieter,
                uhr,
                hintergrund);
        Servicekonto konto = konten(new OidcKonto(
                new Kontoangaben("broker", "Landeskonto", false, Vertrauensniveau.HOCH),
                Oidcstelle.KLIENT,
                Oidcstelle.PROFIL,
                pflege,
                anfrage -> {
                    throw new ServiceUnavailable(HttpFehler.VERBINDUNG, "");
                },
                uhr));
        findet(konto, "broker", Problem.Schwere.HINWEIS, OidcFehler.ANBIETER_ABRUF);
        warte();
        findet(konto, "broker", Problem.Schwere.FEHLER, OidcFehler.ANBIETER_ABRUF);
        assertThat(konto.anbieter()).as("may pass by itself").hasSize(1);
    }
}
