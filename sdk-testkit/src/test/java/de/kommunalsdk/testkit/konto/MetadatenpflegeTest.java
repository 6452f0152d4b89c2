/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import static de.kommunalsdk.testkit.konto.Pruefstelle.DIENST;
import static de.kommunalsdk.testkit.konto.Pruefstelle.JETZT;
import static de.kommunalsdk.testkit.konto.Pruefstelle.RSA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.saml.Anmeldevorgang;
import de.kommunalsdk.saml.Antwortergebnis;
import de.kommunalsdk.saml.Antwortergebnis.Abgewiesen;
import de.kommunalsdk.saml.Antwortergebnis.Angenommen;
import de.kommunalsdk.saml.Antwortpruefer;
import de.kommunalsdk.saml.BundId;
import de.kommunalsdk.saml.IdpMetadaten;
import de.kommunalsdk.saml.Metadatenpflege;
import de.kommunalsdk.saml.SamlFehler;
import de.kommunalsdk.saml.Schluesselpaar;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Metadata are asked for ahead of time, survive an outage, and learn a new key without a failed login. */
class MetadatenpflegeTest {

    private static final String NAME = "https://id.bund.de/idp";
    private static final Schluesselpaar NEU = Testschluessel.rsa(2048);

    private Instant jetzt = JETZT;
    private Testkonto konto = new Testkonto(NAME, URI.create(NAME + "/sso"), List.of(RSA));
    private String zusatz = "";
    private boolean erreichbar = true;
    private int abrufe;
    private Runnable waehrenddessen = () -> {};

    private final Clock uhr = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return jetzt;
        }
    };
    private final Metadatenpflege pflege = new Metadatenpflege(this::abruf, NAME, List.of(), uhr, Runnable::run);

    private byte[] abruf() {
        abrufe++;
        waehrenddessen.run();
        if (!erreichbar) {
            throw new ServiceUnavailable(SamlFehler.METADATEN_ABRUF, "");
        }
        return new String(konto.metadaten(), StandardCharsets.UTF_8)
                .replace(" entityID=", zusatz + " entityID=")
                .getBytes(StandardCharsets.UTF_8);
    }

    private void nach(Duration dauer) {
        jetzt = jetzt.plus(dauer);
    }

    private Antwortergebnis anmeldung() {
        String antwort = new Antwortbauer(konto, Testdienst.aus(DIENST), Pruefstelle.ANFRAGE, jetzt).baue();
        return new Antwortpruefer(DIENST, BundId.profil(), pflege, (id, bis) -> true, uhr)
                .pruefe(antwort, new Anmeldevorgang(Pruefstelle.ANFRAGE, jetzt, Vertrauensniveau.OHNE));
    }

    @Test
    void theyAreAskedForAheadOfTime() {
        zusatz = " cacheDuration=\"PT4H\"";
        assertThat(pflege.stand().geholt()).isEmpty();
        pflege.aktuell();
        nach(Duration.ofHours(3).minusSeconds(1));
        pflege.aktuell();
        assertThat(abrufe).isEqualTo(1);
        nach(Duration.ofSeconds(1));
        pflege.aktuell();
        assertThat(abrufe).isEqualTo(2);
        assertThat(pflege.stand().geholt()).contains(jetzt);
    }

    @Test
    void theEndOfTheirTimeCountsToo() {
        zusatz = " validUntil=\"" + jetzt.plus(Duration.ofHours(1)) + "\"";
        pflege.aktuell();
        nach(Duration.ofMinutes(45));
        pflege.aktuell();
        assertThat(abrufe).isEqualTo(2);
    }

    @Test
    void anOutageKeepsTheLastGoodOnesUntilTheyEnd() {
        zusatz = " validUntil=\"" + jetzt.plus(Duration.ofHours(20)) + "\"";
        pflege.aktuell();
        erreichbar = false;
        nach(Duration.ofHours(10));
        assertThat(anmeldung()).isInstanceOf(Angenommen.class);
        assertThat(pflege.stand().fehler()).contains("OZG-SAML-0058");
        int bisher = abrufe;
        anmeldung();
        assertThat(abrufe).isEqualTo(bisher); // not with each login
        nach(Duration.ofHours(10));
        assertThat(anmeldung()).isEqualTo(new Abgewiesen(SamlFehler.METADATEN_ABGELAUFEN, ""));
        erreichbar = true;
        zusatz = "";
        nach(Duration.ofMinutes(1));
        pflege.aktuell();
        assertThat(anmeldung()).isInstanceOf(Angenommen.class);
        assertThat(pflege.stand().fehler()).isEmpty();
    }

    @Test
    void withoutAnyThereIsNoLogin() {
        erreichbar = false;
        assertThatThrownBy(pflege::aktuell)
                .isInstanceOfSatisfying(ServiceUnavailable.class, e -> assertThat(e.fehlercode())
                        .isEqualTo(SamlFehler.METADATEN_ABRUF));
        erreichbar = true;
        assertThatThrownBy(pflege::aktuell).as("not each waits for a call").isInstanceOf(ServiceUnavailable.class);
        nach(Duration.ofSeconds(5));
        assertThat(pflege.aktuell().entityId()).isEqualTo(NAME);
    }

    @Test
    void whoWaitedForACallThatFailedMakesNoOther() {
        erreichbar = false;
        waehrenddessen = () -> nach(Duration.ofSeconds(10));
        assertThatThrownBy(pflege::aktuell).isInstanceOf(ServiceUnavailable.class);
        assertThatThrownBy(pflege::aktuell).isInstanceOf(ServiceUnavailable.class);
        assertThat(abrufe).isEqualTo(1);
    }

    @Test
    void whatHasEndedIsAskedForBeforeItIsUsed() {
        Metadatenpflege langsam = new Metadatenpflege(this::abruf, NAME, List.of(), uhr, spaeter -> {});
        zusatz = " validUntil=\"" + jetzt.plus(Duration.ofHours(48)) + "\"";
        langsam.aktuell();
        nach(Duration.ofHours(49));
        zusatz = "";
        assertThat(langsam.aktuell().gilt(jetzt)).isTrue();
    }

    @Test
    void aPoolThatTakesNothingStopsNothing() {
        AtomicBoolean voll = new AtomicBoolean(true);
        Metadatenpflege vielBeschaeftigt = new Metadatenpflege(this::abruf, NAME, List.of(), uhr, arbeit -> {
            if (voll.get()) {
                throw new RejectedExecutionException();
            }
            arbeit.run();
        });
        vielBeschaeftigt.aktuell();
        nach(Duration.ofHours(11));
        assertThat(vielBeschaeftigt.aktuell().entityId()).isEqualTo(NAME);
        voll.set(false);
        vielBeschaeftigt.aktuell();
        assertThat(abrufe).isEqualTo(2);
    }

    @Test
    void aNewKeyIsLearnedWithoutAFailedLogin() {
        pflege.aktuell();
        nach(Duration.ofHours(2));
        konto = new Testkonto(NAME, URI.create(NAME + "/sso"), List.of(NEU));
        assertThat(anmeldung()).isInstanceOf(Angenommen.class);
        assertThat(abrufe).isEqualTo(2);
    }

    @Test
    void whoWaitsForTheCallThatRunsSeesItsResult() throws Exception {
        IdpMetadaten versucht = pflege.aktuell();
        nach(Duration.ofHours(2));
        konto = new Testkonto(NAME, URI.create(NAME + "/sso"), List.of(NEU));
        Gleichzeitig zwei = new Gleichzeitig(() -> pflege.dringend(versucht));
        waehrenddessen = zwei::haengt;
        zwei.beideErfolgreich();
        assertThat(abrufe).isEqualTo(2);
        assertThat(pflege.dringend(versucht)).as("and who comes just after it").isTrue();
        assertThat(pflege.dringend(pflege.aktuell())).isFalse();
        assertThat(abrufe).isEqualTo(2);
    }

    @Test
    void anUnknownKeyAsksOnceAMinuteAtMost() {
        pflege.aktuell();
        nach(Duration.ofHours(2));
        Testkonto echt = konto;
        Testkonto falsch = new Testkonto(NAME, URI.create(NAME + "/sso"), List.of(NEU));
        for (int i = 0; i < 20; i++) {
            String antwort = new Antwortbauer(falsch, Testdienst.aus(DIENST), Pruefstelle.ANFRAGE, jetzt).baue();
            konto = echt;
            assertThat(new Antwortpruefer(DIENST, BundId.profil(), pflege, (id, bis) -> true, uhr)
                            .pruefe(antwort, new Anmeldevorgang(Pruefstelle.ANFRAGE, jetzt, Vertrauensniveau.OHNE)))
                    .isEqualTo(new Abgewiesen(SamlFehler.SIGNATUR_FALSCH, ""));
        }
        assertThat(abrufe).isEqualTo(2);
    }
}
