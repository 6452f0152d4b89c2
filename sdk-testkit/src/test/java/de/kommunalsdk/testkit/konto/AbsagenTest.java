/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.kurzablage.Kurzablage;
import de.kommunalsdk.oidc.OidcFehler;
import de.kommunalsdk.saml.SamlFehler;
import de.kommunalsdk.servicekonto.Heimkehr;
import de.kommunalsdk.servicekonto.Heimkehr.Rat;
import de.kommunalsdk.servicekonto.KontoFehler;
import de.kommunalsdk.servicekonto.Kontobeobachter.Art;
import de.kommunalsdk.servicekonto.Kontobeobachter.Ereignis;
import de.kommunalsdk.servicekonto.Kontozustand;
import de.kommunalsdk.store.StoreFehler;
import de.kommunalsdk.testkit.konto.Formularbrowser.Seite;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The log and whoever listens hear of each refusal, with its code and once; and how many may begin. */
class AbsagenTest {

    private static final int ERLAUBT = 100;

    private final Kontoportal.Uhr uhr = new Kontoportal.Uhr();
    private final Probeanbieter probe = new Probeanbieter();
    private final Formularbrowser b = new Formularbrowser();
    private Kontoknoten knoten;

    @BeforeEach
    void starte() throws Exception {
        knoten = knoten(UnaryOperator.identity(), "http");
        Mitschrift.WARNUNGEN.clear();
    }

    @AfterEach
    void halte() throws Exception {
        knoten.close();
    }

    private Kontoknoten knoten(UnaryOperator<Kurzablage> ablage, String schema) throws Exception {
        return new Kontoknoten(UUID.randomUUID().toString(), uhr, ablage, List.of(probe), schema);
    }

    private static void gehoert(Kontoknoten wo, String konto, Fehlercode grund) {
        assertThat(wo.ereignisse)
                .filteredOn(e -> e.art() != Art.BEGONNEN)
                .containsExactly(Ereignis.abgewiesen(konto, grund));
        assertThat(Mitschrift.WARNUNGEN)
                .filteredOn(zeile -> zeile.startsWith("OZG-"))
                .singleElement(InstanceOfAssertFactories.STRING)
                .matches(Pattern.quote(grund.code()) + " [0-9a-f-]{36}");
    }

    private Seite beginne() {
        return b.druecke(b.hole(knoten.wahl()), "Anmelden mit Probekonto", Map.of());
    }

    private Seite sende(Formularbrowser browser, String marke) {
        return browser.poste(knoten.adresse("/konto/acs/probe"), Map.of("SAMLResponse", "x", "RelayState", marke));
    }

    private Seite gescheitert(Fehlercode grund, Rat rat) {
        probe.heimkehr = new Heimkehr.Gescheitert(grund, rat, "");
        return sende(b, beginne().wert("RelayState"));
    }

    @ParameterizedTest
    @EnumSource(value = KontoFehler.class, mode = EnumSource.Mode.EXCLUDE, names = "RECHNER") // of the doctor only
    void whoListensHearsOfEachRefusalOnce(KontoFehler grund) throws Exception {
        String konto =
                switch (grund) {
                    case WUNSCH -> {
                        b.hole(knoten.adresse("/konto/anmelden?w=x").toString());
                        yield "";
                    }
                    case VORGANG -> {
                        sende(b, "A".repeat(32) + "_musterstadt");
                        yield "probe";
                    }
                    case BROWSER -> {
                        sende(new Formularbrowser(), beginne().wert("RelayState"));
                        yield "probe";
                    }
                    case ANBIETER -> {
                        b.poste(
                                URI.create(knoten.wahl().replace("/anmelden", "/beginnen")),
                                Map.of("anbieter", "anderer"));
                        yield "";
                    }
                    case UNVERSCHLUESSELT -> {
                        knoten.close();
                        knoten = knoten(UnaryOperator.identity(), "https");
                        b.hole(knoten.wahl());
                        yield "";
                    }
                    case KONTO_MELDET, ANGABEN_FEHLEN -> {
                        gescheitert(grund, Rat.NOCHMALS);
                        yield "probe";
                    }
                    case ZU_GROSS -> {
                        sende(b, "A".repeat(600_000));
                        yield "probe";
                    }
                    case ZU_VIELE -> {
                        for (int i = 0; i <= ERLAUBT; i++) {
                            versuche("203.0.113.7");
                        }
                        yield "probe";
                    }
                    case GESPERRT -> {
                        knoten.close();
                        probe.zustand = new Kontozustand(
                                true,
                                Optional.empty(),
                                List.of(Problem.fehler(SamlFehler.WIEDERHOLUNG, Fundstelle.in("Probe"), "")),
                                List.of(),
                                Optional.empty(),
                                Optional.empty());
                        knoten = knoten(UnaryOperator.identity(), "http");
                        b.hole(knoten.wahl());
                        yield "";
                    }
                    case RECHNER -> throw new AssertionError("no request causes it");
                };
        gehoert(knoten, konto, grund);
    }

    @Test
    void ofAnAccountThatCannotBeReached() {
        probe.weg = new ServiceUnavailable(SamlFehler.METADATEN_ABRUF, "");
        assertThat(beginne().status()).isEqualTo(503);
        gehoert(knoten, "probe", SamlFehler.METADATEN_ABRUF);
    }

    @Test
    void ofWhatIsNoAnswer() {
        b.poste(knoten.adresse("/konto/acs/probe"), Map.of());
        gehoert(knoten, "probe", SamlFehler.FORMULAR);
    }

    @Test
    void ofAnAccountThatIsNotHereWithoutItsName() {
        b.poste(knoten.adresse("/konto/acs/erfunden"), Map.of());
        gehoert(knoten, "", KontoFehler.VORGANG);
    }

    @Test
    void ofLogouts() {
        b.poste(knoten.adresse("/konto/abmeldung/probe"), Map.of("logout_token", "x"));
        gehoert(knoten, "probe", OidcFehler.ABMELDUNG_FORM);
        knoten.ereignisse.clear();
        Mitschrift.WARNUNGEN.clear();
        b.hole(knoten.adresse("/konto/abmelden?w=x").toString());
        gehoert(knoten, "", KontoFehler.WUNSCH);
        knoten.ereignisse.clear();
        Mitschrift.WARNUNGEN.clear();
        b.hole(knoten.adresse("/konto/abgemeldet").toString());
        gehoert(knoten, "", KontoFehler.WUNSCH);
    }

    @Test
    void ofADatabaseThatIsAway() throws Exception {
        knoten.close();
        knoten = knoten(
                ablage -> (Kurzablage) Proxy.newProxyInstance(
                        Kurzablage.class.getClassLoader(), new Class<?>[] {Kurzablage.class}, (proxy, was, werte) -> {
                            throw new ServiceUnavailable(StoreFehler.NICHT_ERREICHBAR, "");
                        }),
                "http");
        assertThat(beginne().status()).isEqualTo(503);
        gehoert(knoten, "", StoreFehler.NICHT_ERREICHBAR);
    }

    /** It leads on, and who calls can be helped. */
    private void fuehrtWeiter(Seite seite, String titel) {
        assertThat(seite.h1()).isEqualTo(titel);
        assertThat(seite.html().select("a.ozg-haupt:contains(Meine Anträge)").attr("href"))
                .isEqualTo("/ozg/_konto");
        assertThat(seite.html().text()).doesNotContain("OZG-");
        assertThat(Mitschrift.WARNUNGEN)
                .filteredOn(zeile ->
                        zeile.endsWith(" " + seite.html().select(".ozg-kennung").text()))
                .hasSize(1);
    }

    @Test
    void aChoiceLeftOpenOverNightLeadsOn() {
        Seite wahl = b.hole(knoten.wahl());
        uhr.spaeter(Duration.ofHours(12));
        Seite seite = b.druecke(wahl, "Anmelden mit Probekonto", Map.of());
        assertThat(seite.status()).isEqualTo(400);
        fuehrtWeiter(seite, "Die Anmeldung hat nicht geklappt");
        gehoert(knoten, "", KontoFehler.WUNSCH);
    }

    @Test
    void whatComesWithoutAUsableTokenLeadsOn() {
        for (String marke : List.of("", "x", "A".repeat(32) + "_woanders")) {
            fuehrtWeiter(sende(b, marke), "Die Anmeldung hat nicht geklappt");
        }
        fuehrtWeiter(sende(b, "A".repeat(600_000)), "Die Anmeldung hat nicht geklappt");
        for (String weg : List.of("/konto/abmelden?w=x", "/konto/abgemeldet")) {
            fuehrtWeiter(b.hole(knoten.adresse(weg).toString()), "Abmelden");
        }
    }

    @Test
    void whereNoMandantIsThereIsTextWithTheSameId() throws Exception {
        knoten.close();
        knoten = knoten(UnaryOperator.identity(), "https");
        String text = b.hole(knoten.wahl()).html().text();
        gehoert(knoten, "", KontoFehler.UNVERSCHLUESSELT);
        assertThat(text).contains(Mitschrift.WARNUNGEN.get(0).replace("OZG-KONTO-0005", "Kennung"));
    }

    @Test
    void aPathThatIsNotThereIsNoRefusal() {
        assertThat(b.hole(knoten.adresse("/konto/favicon.ico").toString()).status())
                .isEqualTo(404);
        assertThat(knoten.ereignisse).isEmpty();
    }

    @Test
    void anotherAccountThanTheChosenOneIsSaidToBeOne() {
        Seite seite = gescheitert(OidcFehler.KONTO_ANDERES, Rat.ANDERES_KONTO);
        assertThat(seite.status()).isEqualTo(403);
        assertThat(seite.html().text()).contains("mit einem anderen Konto angemeldet, als Sie hier gewählt haben");
    }

    /** A begin from an address, as a proxy tells it. */
    private HttpResponse<String> versuche(String adresse) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(knoten.wahl().replace("/anmelden", "/beginnen")))
                                .header("X-Forwarded-For", adresse)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("anbieter=probe"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aNetworkOfIpv6IsCountedAsOneAndThePageSaysWhenToTryAgain() throws Exception {
        for (int i = 0; i < ERLAUBT; i++) {
            assertThat(versuche("[2001:db8:0:1::" + Integer.toHexString(i) + "]")
                            .statusCode())
                    .isEqualTo(200);
        }
        HttpResponse<String> zuViel = versuche("[2001:db8:0:1:ffff::1]");
        assertThat(zuViel.statusCode()).isEqualTo(429);
        assertThat(zuViel.headers().firstValue("Retry-After")).contains("60");
        assertThat(zuViel.body()).contains("Warten Sie eine Minute").doesNotContain("OZG-", "2001");
        assertThat(versuche("[2001:db8:0:2::1]").statusCode())
                .as("the neighbour")
                .isEqualTo(200);
        uhr.spaeter(Duration.ofSeconds(60));
        assertThat(versuche("[2001:db8:0:1::1]").statusCode()).isEqualTo(200);
    }
}
