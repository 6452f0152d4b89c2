/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kommunalsdk.crypto.Schluesselbund;
import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.error.Problem.Schwere;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.http.HttpAntwort;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.saml.BundId;
import de.kommunalsdk.saml.Dienstanbieter;
import de.kommunalsdk.saml.IdpMetadaten;
import de.kommunalsdk.saml.Metadatenabruf;
import de.kommunalsdk.saml.Metadatenpflege;
import de.kommunalsdk.saml.Metadatenquelle;
import de.kommunalsdk.saml.SamlFehler;
import de.kommunalsdk.saml.Schluesselpaar;
import de.kommunalsdk.servicekonto.KontoFehler;
import de.kommunalsdk.servicekonto.Kontoangaben;
import de.kommunalsdk.servicekonto.Kontozustand;
import de.kommunalsdk.servicekonto.SamlKonto;
import de.kommunalsdk.servicekonto.SamlKonto.Antragsdienst;
import de.kommunalsdk.servicekonto.Servicekonto;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the doctor finds: each finding with its code and severity, and what becomes of the account. */
class KontozustandTest {

    private static final Instant JETZT = Instant.parse("2026-11-23T10:00:00Z");
    private static final Schluesselpaar GUT = Testschluessel.rsa(3072);
    private static final Schluesselpaar KURZ = Testschluessel.rsa(2048);
    private static final Schluesselpaar SCHWACH = Testschluessel.rsa(1024);
    private static final String NAME = "https://portal.example/sp";
    private static final URI ACS = URI.create("https://portal.example/konto/acs/bundid");
    private static final Antragsdienst ANTRAGSDIENST = new Antragsdienst("Stadt Musterstadt", "BMI-A0000", false);

    private Instant jetzt = JETZT;
    private Dienstanbieter dienst = new Dienstanbieter(NAME, ACS, GUT, List.of(GUT), true);
    private Testkonto konto =
            new Testkonto("https://id.example/idp", URI.create("https://id.example/sso"), List.of(GUT));
    private Antragsdienst antragsdienst = ANTRAGSDIENST;

    private SamlKonto saml() {
        Clock uhr = Clock.fixed(jetzt, ZoneOffset.UTC);
        IdpMetadaten idp = IdpMetadaten.lies(konto.metadaten(), konto.entityId(), List.of(), jetzt);
        return SamlKonto.bundId(dienst, () -> idp, antragsdienst, uhr);
    }

    private void findet(Kontozustand zustand, Schwere schwere, Fehlercode code) {
        assertThat(zustand.befunde()).extracting(Problem::code).containsExactly(code);
        assertThat(zustand.befunde()).extracting(Problem::schwere).containsExactly(schwere);
        assertThat(zustand.schwere()).contains(schwere);
        assertThat(code.abhilfe()).isNotBlank();
    }

    private static Dienstanbieter mit(String name, URI acs, Schluesselpaar paar) {
        return new Dienstanbieter(name, acs, paar, List.of(paar), true);
    }

    @Test
    void nothingIsWrong() {
        Kontozustand zustand = saml().zustand().an(List.of(URI.create("https://portal.example/ozg")));
        assertThat(zustand.befunde()).isEmpty();
        assertThat(zustand.schwere()).isEmpty();
        assertThat(zustand.istGesperrt()).isFalse();
        assertThat(zustand.zertifikatBis()).contains(Instant.parse("2049-12-31T00:00:00Z"));
    }

    @Test
    void theNameHasAPort() {
        dienst = mit("https://portal.example:8443/sp", ACS, GUT);
        findet(saml().zustand(), Schwere.FEHLER, SamlFehler.SP_ENTITYID);
    }

    @Test
    void theAddressForAnswersIsNotTheHostOfThePortal() {
        URI andere = URI.create("https://stadt.example/ozg");
        findet(saml().zustand().an(List.of(andere)), Schwere.FEHLER, KontoFehler.RECHNER);
        Kontozustand eineVonZweien = saml().zustand().an(List.of(andere, URI.create("https://PORTAL.example/ozg")));
        findet(eineVonZweien, Schwere.WARNUNG, KontoFehler.RECHNER);
        assertThat(eineVonZweien.istGesperrt()).isFalse();
    }

    @Test
    void certificatesRunOut() {
        Instant ende = Instant.parse("2049-12-31T00:00:00Z");
        jetzt = ende.minus(Duration.ofDays(59));
        assertThat(saml().zustand().befunde())
                .extracting(Problem::code)
                .containsExactly(SamlFehler.SP_ZERTIFIKAT, SamlFehler.SP_ZERTIFIKAT);
        assertThat(saml().zustand().schwere()).contains(Schwere.WARNUNG);
        jetzt = ende.minus(Duration.ofDays(29));
        assertThat(saml().zustand().gegenseite()).extracting(Problem::code).containsExactly(SamlFehler.IDP_ZERTIFIKAT);
        assertThat(saml().zustand().schwere()).contains(Schwere.WARNUNG);
        jetzt = ende;
        assertThat(saml().zustand().gegenseite()).extracting(Problem::schwere).containsExactly(Schwere.FEHLER);
        assertThat(saml().zustand().istGesperrt()).isTrue();
    }

    @Test
    void keysAreShort() {
        dienst = new Dienstanbieter(NAME, ACS, KURZ, List.of(GUT), true);
        findet(saml().zustand(), Schwere.WARNUNG, SamlFehler.SP_SCHLUESSEL_SCHWACH);
        dienst = new Dienstanbieter(NAME, ACS, SCHWACH, List.of(GUT), true);
        findet(saml().zustand(), Schwere.FEHLER, SamlFehler.SP_SCHLUESSEL_SCHWACH);
        dienst = mit(NAME, ACS, GUT);
        konto = new Testkonto(konto.entityId(), konto.anmeldung(), List.of(KURZ));
        findet(saml().zustand(), Schwere.WARNUNG, SamlFehler.METADATEN_SCHLUESSEL);
    }

    @Test
    void whatTheBundIdDemandsToBeToldIsMissing() {
        antragsdienst = new Antragsdienst(" ", "", false);
        assertThat(saml().zustand().befunde()).extracting(Problem::meldung).hasSize(2);
        assertThat(saml().zustand().befunde()).extracting(Problem::code).containsOnly(SamlFehler.SP_ANFRAGE);
        assertThat(saml().zustand().istGesperrt()).isTrue();
        antragsdienst = new Antragsdienst("M".repeat(51), "BMI-A0000", false);
        findet(saml().zustand(), Schwere.WARNUNG, SamlFehler.SP_ANFRAGE);
    }

    @Test
    void aTestSystemIsUsedInProduction() {
        konto = new Testkonto("https://int.id.bund.de/idp", URI.create("https://id.example/sso"), List.of(GUT));
        findet(saml().zustand(), Schwere.FEHLER, SamlFehler.TESTSYSTEM);
        assertThat(saml().zustand().istGesperrt()).isTrue();
        konto = new Testkonto("https://id.example/idp", URI.create("https://int.id.bund.de/sso"), List.of(GUT));
        findet(saml().zustand(), Schwere.FEHLER, SamlFehler.TESTSYSTEM);
        konto = new Testkonto("https://id.example/idp", URI.create("https://localhost/sso"), List.of(GUT));
        findet(saml().zustand(), Schwere.FEHLER, SamlFehler.TESTSYSTEM);
        dienst = new Dienstanbieter(NAME, ACS, GUT, List.of(GUT), false);
        assertThat(saml().zustand().befunde()).isEmpty();
    }

    @Test
    void metadataAreOldOrNotThere() {
        IdpMetadaten idp = IdpMetadaten.lies(konto.metadaten(), konto.entityId(), List.of(), jetzt);
        Metadatenquelle alte = quelle(
                idp,
                new Metadatenquelle.Stand(
                        Optional.of(jetzt.minus(Duration.ofHours(25))), Optional.empty(), Optional.empty()));
        findet(mit(alte).zustand(), Schwere.WARNUNG, SamlFehler.METADATEN_ALT);
        IdpMetadaten bald = new IdpMetadaten(
                idp.entityId(),
                idp.signaturzertifikate(),
                idp.anmeldungPost(),
                idp.anmeldungRedirect(),
                Optional.of(jetzt.plus(Duration.ofHours(47))),
                Optional.empty());
        findet(mit(() -> bald).zustand(), Schwere.WARNUNG, SamlFehler.METADATEN_ALT);
        AtomicInteger abrufe = new AtomicInteger();
        Metadatenpflege tot = new Metadatenpflege(
                () -> {
                    abrufe.incrementAndGet();
                    throw new ServiceUnavailable(SamlFehler.METADATEN_ABRUF, "");
                },
                "https://id.example/idp",
                List.of(),
                Clock.fixed(jetzt, ZoneOffset.UTC),
                Runnable::run);
        Kontozustand ohne = mit(tot).zustand();
        findet(ohne, Schwere.FEHLER, SamlFehler.METADATEN_ABRUF);
        assertThat(ohne.istGesperrt()).isFalse(); // it may come back without us
        findet(mit(tot).zustand(), Schwere.FEHLER, SamlFehler.METADATEN_ABRUF);
        assertThat(abrufe).hasValue(1); // looking again does not wait again
    }

    private SamlKonto mit(Metadatenquelle quelle) {
        return SamlKonto.bundId(dienst, quelle, antragsdienst, Clock.fixed(jetzt, ZoneOffset.UTC));
    }

    private static Metadatenquelle quelle(IdpMetadaten idp, Metadatenquelle.Stand stand) {
        return new Metadatenquelle() {
            @Override
            public IdpMetadaten aktuell() {
                return idp;
            }

            @Override
            public Stand stand() {
                return stand;
            }
        };
    }

    @Test
    void theClockIsOff() {
        assertThat(uhr(Duration.ofSeconds(29), "0").befunde()).isEmpty();
        findet(uhr(Duration.ofSeconds(32), "0"), Schwere.WARNUNG, SamlFehler.UHR);
        findet(uhr(Duration.ofSeconds(-60), "0"), Schwere.WARNUNG, SamlFehler.UHR);
        findet(uhr(Duration.ofSeconds(-62), "0"), Schwere.FEHLER, SamlFehler.UHR);
        assertThat(uhr(Duration.ofSeconds(-300), "300").befunde())
                .isEmpty(); // a cache kept the answer for five minutes
    }

    /** The account's clock goes ahead by this, seen through metadata from its address. */
    private Kontozustand uhr(Duration voraus, String alter) {
        ZonedDateTime dort = ZonedDateTime.ofInstant(jetzt.plus(voraus), ZoneOffset.UTC);
        HttpAntwort antwort = new HttpAntwort(
                200,
                Map.of("Date", List.of(DateTimeFormatter.RFC_1123_DATE_TIME.format(dort)), "Age", List.of(alter)),
                konto.metadaten());
        Clock hier = Clock.fixed(jetzt, ZoneOffset.UTC);
        Metadatenabruf abruf = new Metadatenabruf(anfrage -> antwort, URI.create("https://id.example/idp"), hier);
        return mit(new Metadatenpflege(abruf, konto.entityId(), List.of(), hier, Runnable::run))
                .zustand();
    }

    @Test
    void anAddressWithoutMetadataIsAFault() {
        Metadatenabruf abruf = new Metadatenabruf(
                anfrage -> new HttpAntwort(404, Map.of(), new byte[0]),
                URI.create("https://id.example/idp"),
                Clock.systemUTC());
        assertThatThrownBy(abruf::get).isInstanceOfSatisfying(ServiceUnavailable.class, e -> assertThat(e.fehlercode())
                .isEqualTo(SamlFehler.METADATEN_ABRUF));
        assertThat(abruf.uhrabweichung()).isEmpty();
        Metadatenabruf ohneUhr = new Metadatenabruf(
                anfrage -> new HttpAntwort(200, Map.of("Date", List.of("gestern")), konto.metadaten()),
                URI.create("https://id.example/idp"),
                Clock.systemUTC());
        assertThat(ohneUhr.get()).isEqualTo(konto.metadaten());
        assertThat(ohneUhr.uhrabweichung()).isEmpty();
    }

    @Test
    void anAccountThatIsWrongIsNotUsedInProductionAndTheOthersAre() {
        SamlKonto gut = saml();
        dienst = new Dienstanbieter("https://portal.example:8443/sp", ACS, GUT, List.of(GUT), true);
        Servicekonto beide = mitAnbietern(gut, unternehmen());
        assertThat(beide.anbieter()).extracting(a -> a.id()).containsExactly("bundid");
        assertThat(beide.hoechstes(new MandantId("musterstadt"))).isEqualTo(Vertrauensniveau.HOCH);
        assertThat(beide.zustaende()).containsOnlyKeys("bundid", "unternehmenskonto");
        assertThat(beide.zustaende().get("unternehmenskonto").istGesperrt()).isTrue();
        assertThat(mitAnbietern(unternehmen()).hoechstes(new MandantId("musterstadt")))
                .isEqualTo(Vertrauensniveau.OHNE);

        dienst = new Dienstanbieter("https://portal.example:8443/sp", ACS, GUT, List.of(GUT), false);
        assertThat(mitAnbietern(unternehmen()).anbieter())
                .hasSize(1); // a test portal goes on, with the error in its log
    }

    private SamlKonto unternehmen() {
        IdpMetadaten idp = IdpMetadaten.lies(konto.metadaten(), konto.entityId(), List.of(), jetzt);
        return SamlKonto.unternehmenskonto(dienst, () -> idp, Clock.fixed(jetzt, ZoneOffset.UTC));
    }

    private static Servicekonto mitAnbietern(SamlKonto... anbieter) {
        Servicekonto.Builder builder = Servicekonto.builder()
                .schluessel(Schluesselbund.builder()
                        .schluessel("test", new byte[32])
                        .aktiv("test")
                        .baue());
        new ArrayList<>(List.of(anbieter)).forEach(builder::anbieter);
        return builder.build();
    }

    @Test
    void theProfileOfTheBundIdNeedsWhatItIsToBeTold() {
        IdpMetadaten idp = IdpMetadaten.lies(konto.metadaten(), konto.entityId(), List.of(), jetzt);
        SamlKonto ohne = new SamlKonto(
                new Kontoangaben("bayernid", "BayernID", false, Vertrauensniveau.HOCH),
                dienst,
                BundId.profil("BayernID"),
                () -> idp,
                Optional.empty(),
                Clock.fixed(jetzt, ZoneOffset.UTC));
        assertThat(ohne.zustand().befunde()).extracting(Problem::code).containsOnly(SamlFehler.SP_ANFRAGE);
    }
}
