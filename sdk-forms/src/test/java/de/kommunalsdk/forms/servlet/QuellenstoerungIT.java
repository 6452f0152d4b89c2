/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import static de.kommunalsdk.forms.probe.Probequellen.GEBUEHR;
import static de.kommunalsdk.forms.probe.Probequellen.HUBRAUM;
import static de.kommunalsdk.forms.probe.Probequellen.NAME;
import static de.kommunalsdk.forms.probe.Probequellen.PLZ;
import static de.kommunalsdk.forms.servlet.Quellenportal.MELDEREGISTER;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.datenabfrage.Abfrageergebnis;
import de.kommunalsdk.forms.probe.Probequellen;
import de.kommunalsdk.forms.probe.Probequellen.Probeabfrage;
import de.kommunalsdk.forms.probe.Probequellen.Proberegister;
import de.kommunalsdk.forms.servlet.Testbrowser.Seite;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.register.Registeranfrage;
import de.kommunalsdk.register.Registerergebnis;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources that fail, consents that are forged: a code, a sentence, and the citizen types and goes on. */
class QuellenstoerungIT {

    private final List<Function<Registeranfrage, Registerergebnis>> ablauf =
            new ArrayList<>(List.of(a -> Probequellen.gefunden(Probequellen.ERIKA)));
    private final Proberegister register =
            Proberegister.melderegister(a -> ablauf.get(0).apply(a));
    private final List<Function<de.kommunalsdk.datenabfrage.Abfrage, Abfrageergebnis>> rechnung =
            new ArrayList<>(List.of(a -> new Abfrageergebnis.Gestoert()));
    private final Probeabfrage rechner = Probeabfrage.mit(a -> rechnung.get(0).apply(a));
    private final Testportal portal = portal(Probequellen.OVERLAY);
    private final Testbrowser b = portal.browser();

    private Testportal portal(String overlay) {
        return Testportal.starte(
                Quellenportal.mit(
                        overlay,
                        p -> p.register(register).register(Proberegister.kfz()).datenabfrage(rechner)),
                anfrage -> {
                    throw new IllegalStateException("Erika Mustermann");
                });
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    private static boolean istFrei(Seite seite, String ort) {
        return seite.html().select("input[name=" + ort + "]").size() == 1;
    }

    private Seite sende(Seite seite, String knopf, Map<String, String> anders) {
        Map<String, String> felder = new HashMap<>(seite.felder(knopf));
        felder.putAll(anders);
        return b.sende(URI.create(seite.url().toString().replaceAll("\\?.*", "")), felder);
    }

    @Test
    void withoutConsentNobodyIsAsked() {
        Seite seite = Quellenportal.starte(b);
        b.hole(Quellenportal.antrag(seite));
        seite = b.hole(Quellenportal.antrag(seite) + "/seite/person");
        b.druecke(seite, "weiter", Map.of(NAME, "Kaiser", MELDEREGISTER, "ja"));

        assertThat(register.anfragen()).isEmpty();
        assertThat(istFrei(seite, NAME)).isTrue();
    }

    @Test
    void aPortalThatCannotTellWhoIsLoggedInHasNobodyLoggedIn() {
        assertThat(Quellenportal.starte(b).html().select("input[type=checkbox]").eachAttr("name"))
                .containsExactly(MELDEREGISTER, Quellenportal.KFZ);
    }

    @Test
    void forgedConsentsAreRefused() {
        Seite seite = Quellenportal.starte(b);
        for (Map<String, String> falsch : List.of(
                Map.of(MELDEREGISTER, "ja", "fassung.melderegister", "0".repeat(64)),
                Map.of(MELDEREGISTER, "nein"),
                Map.of("ja.nutzerkonto", "ja"),
                Map.of("ja.", "ja"),
                Map.of("aktion", "widerrufen:melderegister"),
                Map.of("aktion", "erneut:melderegister"),
                Map.of("aktion", "irgendwas"))) {
            Seite antwort = sende(seite, "weiter", falsch);
            assertThat(antwort.status()).as(falsch.toString()).isEqualTo(422);
            assertThat(antwort.code()).isEqualTo("OZG-QUELLE-0018");
            assertThat(antwort.text()).contains("Es wurde nichts abgerufen.");
        }
        assertThat(sende(seite, "weiter", Map.of(MELDEREGISTER, "ja", "csrf", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(register.anfragen()).isEmpty();
    }

    @Test
    void aConsentThatIsSentTwiceAsksOnce() {
        Seite seite = Quellenportal.starte(b);
        sende(seite, "weiter", Map.of(MELDEREGISTER, "ja"));
        Seite wieder = sende(seite, "weiter", Map.of(MELDEREGISTER, "ja"));

        assertThat(register.anfragen()).hasSize(1);
        assertThat(wieder.text()).contains("Die Angaben wurden abgerufen.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"OZG-QUELLE-0010", "OZG-QUELLE-0011", "OZG-QUELLE-0014", "OZG-QUELLE-0015", "OZG-QUELLE-0016"})
    void whatGoesWrongIsSaidOnceAndTheFieldIsFree(String code) {
        ablauf.set(0, a -> switch (code) {
            case "OZG-QUELLE-0010" -> new Registerergebnis.NichtGefunden();
            case "OZG-QUELLE-0011" -> throw new IllegalStateException("Erika Mustermann");
            case "OZG-QUELLE-0014" -> Probequellen.gefunden(Map.of("familienname", "M".repeat(10_000_000)));
            case "OZG-QUELLE-0015" ->
                new Registerergebnis.Gefunden(Map.of("familienname", "Mustermann"), Vertrauensniveau.NIEDRIG);
            default -> Probequellen.gefunden(Map.of("familienstand", "keiner"));
        });
        Seite seite = Quellenportal.willigeEin(b, MELDEREGISTER);

        assertThat(seite.status()).isEqualTo(200);
        assertThat(seite.html().select("[role=status]").text())
                .contains(code, "selbst ein")
                .doesNotContain("Erika");
        assertThat(istFrei(seite, NAME)).isTrue();
        assertThat(b.druecke(seite, "weiter", Map.of(NAME, "Kaiser")).status()).isEqualTo(200);
        assertThat(register.anfragen()).as("not asked again unbidden").hasSize(1);
    }

    @Test
    void aRegisterIsAskedAgainOnlyWhenTheCitizenWantsIt() {
        ablauf.set(0, a -> new Registerergebnis.Gestoert());
        Seite seite = b.druecke(Quellenportal.willigeEin(b, MELDEREGISTER), "einwilligung", Map.of());
        assertThat(seite.code()).isEqualTo("OZG-QUELLE-0011");
        ablauf.set(0, a -> Probequellen.gefunden(Probequellen.ERIKA));
        seite = b.druecke(seite, "erneut:melderegister", Map.of());

        assertThat(seite.text()).contains("Die Angaben wurden abgerufen.");
        assertThat(register.anfragen()).hasSize(2);
        assertThat(b.druecke(seite, "weiter", Map.of()).text()).contains("Mustermann");
    }

    @Test
    void anAnswerAfterTheTimeLimitIsIgnored() throws InterruptedException {
        CountDownLatch darf = new CountDownLatch(1);
        CountDownLatch fertig = new CountDownLatch(1);
        ablauf.set(0, a -> {
            boolean gewartet = false;
            while (!gewartet) {
                try {
                    darf.await();
                    gewartet = true;
                } catch (InterruptedException e) {
                    // goes on, as a badly written client does
                }
            }
            fertig.countDown();
            return Probequellen.gefunden(Probequellen.ERIKA);
        });
        try (Testportal eilig = portal(Probequellen.OVERLAY.replace("20000", "60"))) {
            Testbrowser browser = eilig.browser();
            Seite seite = Quellenportal.willigeEin(browser, MELDEREGISTER);
            assertThat(seite.code()).isEqualTo("OZG-QUELLE-0012");
            darf.countDown();
            fertig.await();
            seite = browser.hole(seite.url().toString());
            assertThat(istFrei(seite, NAME)).isTrue();
            assertThat(seite.text()).doesNotContain("Mustermann");
        }
    }

    @Test
    void aConsentWithdrawnInTheMiddleLeavesNothing() {
        Testbrowser zweiter = portal.browser();
        Seite seite = Quellenportal.starte(b);
        zweiter.cookies().putAll(b.cookies());
        zweiter.pfade().putAll(b.pfade());
        ablauf.set(0, a -> {
            Seite dort = zweiter.hole(Quellenportal.antrag(seite) + "/einwilligung");
            zweiter.druecke(dort, "widerrufen:melderegister", Map.of());
            return Probequellen.gefunden(Probequellen.ERIKA);
        });
        Seite nachher = b.druecke(seite, "weiter", Map.of(MELDEREGISTER, "ja"));

        assertThat(register.anfragen()).hasSize(1);
        assertThat(nachher.h1()).isEqualTo("Person");
        assertThat(istFrei(nachher, NAME)).isTrue();
        assertThat(nachher.text()).doesNotContain("Mustermann");
    }

    @Test
    void whatIsTypedMeanwhileIsNotOverwritten() {
        Testbrowser zweiter = portal.browser();
        Seite seite = Quellenportal.starte(b);
        zweiter.cookies().putAll(b.cookies());
        zweiter.pfade().putAll(b.pfade());
        ablauf.set(0, a -> {
            Seite dort = zweiter.hole(Quellenportal.antrag(seite) + "/seite/person");
            zweiter.druecke(dort, "weiter", Map.of(PLZ, "10115"));
            return Probequellen.gefunden(Probequellen.ERIKA);
        });
        b.druecke(seite, "weiter", Map.of(MELDEREGISTER, "ja"));
        Seite nachher = b.hole(Quellenportal.antrag(seite) + "/seite/person");

        assertThat(nachher.text()).contains("Familienname Mustermann");
        assertThat(nachher.html().select("input[name=" + PLZ + "]").attr("value"))
                .isEqualTo("10115");
    }

    @Test
    void aValueThatBreaksARuleIsShownToBeCorrected() {
        ablauf.set(0, a -> Probequellen.gefunden(Map.of("familienname", "M", "plz", "52062")));
        Seite seite = Quellenportal.willigeEin(b, MELDEREGISTER);

        assertThat(seite.html().select(".ozg-fehlerliste li")).hasSize(1);
        assertThat(seite.html().select("[id=" + NAME + "_fehler]").attr("data-ozg-fehler"))
                .isEqualTo("ZU_KURZ");
        assertThat(istFrei(seite, NAME)).isTrue();
        String hier = seite.url().toString();
        b.druecke(seite, "zurueck", Map.of(NAME, "Mustermann"));
        seite = b.hole(hier);
        assertThat(seite.html().select(".ozg-fehlerliste")).isEmpty();
        assertThat(seite.text()).contains("vom Antragsteller geändert");
    }

    @Test
    void aLookUpThatFailsHoldsNobodyUp() {
        Seite seite = b.druecke(Quellenportal.willigeEin(b, MELDEREGISTER), "weiter", Map.of());
        seite = b.druecke(seite, "weiter", Map.of(HUBRAUM, "50"));
        assertThat(seite.h1()).isEqualTo("Fahrzeug");
        assertThat(seite.html().select("[role=status]").text()).contains("OZG-QUELLE-0011", "selbst ein");
        assertThat(istFrei(seite, GEBUEHR)).isTrue();

        seite = b.druecke(seite, "weiter", Map.of(GEBUEHR, "1,00"));
        assertThat(seite.h1()).as("said once, then on").isEqualTo("Halter");
        assertThat(rechner.fragen()).hasSize(1);
    }

    @Test
    void aLookUpThatMayFailInSilenceDoes() {
        try (Testportal still = portal(Probequellen.OVERLAY + "    bei_stoerung: weiter\n")) {
            Testbrowser browser = still.browser();
            Seite seite = browser.druecke(Quellenportal.willigeEin(browser, MELDEREGISTER), "weiter", Map.of());
            assertThat(browser.druecke(seite, "weiter", Map.of(HUBRAUM, "50")).h1())
                    .isEqualTo("Halter");
        }
    }

    @Test
    void aDraftAsksOnlySoOften() {
        Seite seite = b.druecke(Quellenportal.willigeEin(b, MELDEREGISTER), "weiter", Map.of());
        for (int i = 0; i < 30; i++) {
            seite = b.druecke(seite, "abfragen:gebuehr", Map.of(HUBRAUM, String.valueOf(50 + i)));
        }

        assertThat(seite.code()).isEqualTo("OZG-QUELLE-0019");
        assertThat(rechner.fragen()).as("one of 30 was the register").hasSize(29);
        assertThat(istFrei(seite, GEBUEHR)).isTrue();
    }

    @Test
    void aDienstWithoutItsPortsIsNotOffered() {
        try (Testportal ohne = Testportal.starte(Quellenportal.mit(Probequellen.OVERLAY, p -> p))) {
            assertThat(ohne.sdk().probleme().stream().map(p -> p.code().code()))
                    .containsExactly("OZG-QUELLE-0002", "OZG-QUELLE-0002", "OZG-QUELLE-0002");
            assertThat(ohne.browser().hole("/probe").code()).isEqualTo("OZG-DIENST-0006");
        }
    }
}
