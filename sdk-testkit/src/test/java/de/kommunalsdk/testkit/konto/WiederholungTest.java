/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.http.HttpClients;
import de.kommunalsdk.kurzablage.Kurzablage;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.oidc.OidcKlient;
import de.kommunalsdk.saml.Dienstanbieter;
import de.kommunalsdk.saml.IdpMetadaten;
import de.kommunalsdk.saml.SamlFehler;
import de.kommunalsdk.servicekonto.Kontoangaben;
import de.kommunalsdk.servicekonto.Kontobeobachter.Art;
import de.kommunalsdk.servicekonto.Kontobeobachter.Ereignis;
import de.kommunalsdk.servicekonto.OidcKonto;
import de.kommunalsdk.servicekonto.SamlKonto;
import de.kommunalsdk.testkit.konto.Formularbrowser.Seite;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * S30 on several nodes: what one of them accepted, no other accepts again. Each answer here has an open login of this browser
 * and names its request, so that nothing but the memory in the database stands against it.
 */
class WiederholungTest {

    private static final Testkonto IDP = new Testkonto(
            "https://int.id.bund.de/idp", URI.create("https://int.id.bund.de/sso"), List.of(Testschluessel.rsa(2048)));
    private static final Dienstanbieter DIENST = new Dienstanbieter(
            "https://portal.musterstadt.example/sp",
            URI.create("http://127.0.0.1/konto/acs/bundid"),
            Pruefstelle.RSA,
            List.of(Pruefstelle.RSA),
            false);

    private final Kontoportal.Uhr uhr = new Kontoportal.Uhr();
    private final String datenbank = UUID.randomUUID().toString();
    private final Kontosimulator idp = new Kontosimulator(Kontoart.AKDB, IDP, Testdienst.aus(DIENST), uhr);

    private Kontoknoten knoten(UnaryOperator<Kurzablage> ablage) throws Exception {
        return new Kontoknoten(
                datenbank,
                uhr,
                ablage,
                List.of(SamlKonto.bundId(
                        DIENST,
                        () -> IdpMetadaten.lies(IDP.metadaten(), IDP.entityId(), List.of(), uhr.instant()),
                        new SamlKonto.Antragsdienst("Stadt Musterstadt", "BMI-A0000", false),
                        uhr)));
    }

    private Kontoknoten knoten() throws Exception {
        return knoten(UnaryOperator.identity());
    }

    /** Begins a login; gives what the account answers, with this Assertion ID. */
    private Map<String, String> antwort(Formularbrowser b, Kontoknoten knoten, String id) {
        Seite weiter = b.druecke(b.hole(knoten.wahl()), "Anmelden mit BundID", Map.of());
        Kontoanfrage anfrage = idp.formular(weiter.wert("SAMLRequest"));
        String antwort = idp.bauer(anfrage, Testperson.erika())
                .vorDerSignatur(dokument -> Antwortbauer.kind(dokument.getDocumentElement(), "Assertion")
                        .setAttribute("ID", id))
                .baue();
        return Map.of("SAMLResponse", antwort, "RelayState", weiter.wert("RelayState"));
    }

    private static Seite sende(Formularbrowser b, Kontoknoten knoten, Map<String, String> antwort) {
        return b.poste(knoten.adresse("/konto/acs/bundid"), antwort);
    }

    private static List<Ereignis> ende(Kontoknoten knoten) {
        return knoten.ereignisse.stream().filter(e -> e.art() != Art.BEGONNEN).toList();
    }

    private static Ereignis abgewiesen(Fehlercode grund) {
        return Ereignis.abgewiesen("bundid", grund);
    }

    @Test
    void s30AnotherNodeKnowsWhatWasAcceptedAlsoAfterARestart() throws Exception {
        Formularbrowser b = new Formularbrowser();
        Formularbrowser anderer = new Formularbrowser();
        try (Kontoknoten zweiter = knoten()) {
            Map<String, String> nochmals;
            try (Kontoknoten erster = knoten()) {
                Map<String, String> antwort = antwort(b, erster, "_gesehen");
                nochmals = antwort(b, erster, "_gesehen");
                assertThat(sende(b, erster, antwort).html().text()).isEqualTo("angemeldet");
                assertThat(sende(anderer, zweiter, antwort(anderer, zweiter, "_gesehen"))
                                .status())
                        .isEqualTo(403);
            }
            assertThat(sende(b, zweiter, nochmals).status()).isEqualTo(403);
            try (Kontoknoten erster = knoten()) { // with nothing but the database left
                sende(anderer, erster, antwort(anderer, erster, "_gesehen"));
                assertThat(ende(erster)).containsExactly(abgewiesen(SamlFehler.WIEDERHOLUNG));
                assertThat(anderer.hole(erster.adresse("/wer").toString())
                                .html()
                                .text())
                        .isEqualTo("niemand");
                assertThat(sende(anderer, erster, antwort(anderer, erster, "_neu"))
                                .html()
                                .text())
                        .as("an id of its own")
                        .isEqualTo("angemeldet");
            }
            assertThat(ende(zweiter))
                    .containsExactly(abgewiesen(SamlFehler.WIEDERHOLUNG), abgewiesen(SamlFehler.WIEDERHOLUNG));
        }
    }

    /** Both are verified to the end, then both ask the memory. */
    @Test
    void s30OfTwoAtOnceExactlyOneIsAccepted() throws Exception {
        CyclicBarrier beide = new CyclicBarrier(2);
        try (Kontoknoten erster = knoten(ablage -> treffen(ablage, beide));
                Kontoknoten zweiter = knoten(ablage -> treffen(ablage, beide))) {
            for (int i = 0; i < 10; i++) {
                Formularbrowser b = new Formularbrowser();
                String id = "_zugleich-" + i;
                Map<String, String> dort = antwort(b, erster, id);
                Map<String, String> hier = antwort(b, erster, id);
                FutureTask<Integer> andere =
                        new FutureTask<>(() -> sende(b, erster, dort).status());
                new Thread(andere).start();
                int status = sende(b, zweiter, hier).status();
                assertThat(List.of(status, andere.get(60, TimeUnit.SECONDS))).containsExactlyInAnyOrder(200, 403);
            }
            assertThat(List.of(ende(erster), ende(zweiter)))
                    .flatExtracting(e -> e)
                    .filteredOn(e -> e.grund().equals(Optional.of(SamlFehler.WIEDERHOLUNG)))
                    .hasSize(10);
        }
    }

    private static Kurzablage treffen(Kurzablage ablage, CyclicBarrier beide) {
        return (Kurzablage) Proxy.newProxyInstance(
                Kurzablage.class.getClassLoader(), new Class<?>[] {Kurzablage.class}, (proxy, methode, werte) -> {
                    if (methode.getName().equals("legeAb") && werte[1].equals("kontoantwort")) {
                        beide.await(60, TimeUnit.SECONDS);
                    }
                    try {
                        return methode.invoke(ablage, werte);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** The ids of logout tokens are in the same memory. Of logins by OpenID Connect none are: each has a nonce of its own. */
    @Test
    void aLogoutThatOneNodeTookEndsNothingAtAnother() throws Exception {
        OidcKlient klient =
                OidcKlient.mitSchluessel("portal", URI.create("http://127.0.0.1/konto/acs/broker"), Pruefstelle.RSA);
        try (var server = Oidcserver.starte(Oidcstelle.PROFIL, uhr, List.of(Testperson.erika()));
                HttpClients clients = HttpClients.builder().baue()) {
            server.registriere(klient);
            List<OidcKonto> konten = List.of(OidcKonto.bei(
                    server.anbieter(),
                    new Kontoangaben("broker", "Landeskonto", false, Vertrauensniveau.HOCH),
                    klient,
                    Oidcstelle.PROFIL,
                    clients,
                    uhr,
                    Runnable::run));
            try (Kontoknoten erster = new Kontoknoten(datenbank, uhr, UnaryOperator.identity(), konten);
                    Kontoknoten zweiter = new Kontoknoten(datenbank, uhr, UnaryOperator.identity(), konten)) {
                Formularbrowser b = new Formularbrowser();
                Map<String, String> token =
                        Map.of("logout_token", server.abmeldetoken(Map.of("sub", server.subjekt(Testperson.erika()))));
                meldeAn(b, erster, server);
                assertThat(wer(b, zweiter)).isEqualTo("angemeldet");
                assertThat(b.poste(erster.adresse("/konto/abmeldung/broker"), token)
                                .status())
                        .isEqualTo(200);
                assertThat(wer(b, zweiter)).as("over on all nodes").isEqualTo("niemand");

                uhr.spaeter(Duration.ofSeconds(1));
                meldeAn(b, erster, server);
                uhr.spaeter(Duration.ofSeconds(1));
                assertThat(b.poste(zweiter.adresse("/konto/abmeldung/broker"), token)
                                .status())
                        .isEqualTo(200);
                assertThat(wer(b, erster)).isEqualTo("angemeldet");
            }
        }
    }

    private static String wer(Formularbrowser b, Kontoknoten knoten) {
        return b.hole(knoten.adresse("/wer").toString()).html().text();
    }

    private static void meldeAn(Formularbrowser b, Kontoknoten knoten, Oidcserver server) {
        Seite weiter = b.druecke(b.hole(knoten.wahl()), "Anmelden mit Landeskonto", Map.of());
        URI anfrage = URI.create(weiter.html().select("a[data-ozg-weiter]").attr("href"));
        StringBuilder zurueck = new StringBuilder("/konto/acs/broker?");
        server.meldeAn(anfrage, Testperson.erika()).forEach((name, wert) -> zurueck.append(name)
                .append('=')
                .append(java.net.URLEncoder.encode(wert, java.nio.charset.StandardCharsets.UTF_8))
                .append('&'));
        assertThat(b.hole(knoten.adresse(zurueck.toString()).toString()).html().text())
                .isEqualTo("angemeldet");
    }
}
