/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.dienst.DienstId;
import de.kommunalsdk.register.Registerergebnis;
import de.kommunalsdk.testkit.konformitaet.Bericht.Eintrag;
import de.kommunalsdk.testkit.konformitaet.Ergebnis.NichtGeprueft;
import de.kommunalsdk.testkit.konformitaet.Ergebnis.NichtPruefbar;
import de.kommunalsdk.testkit.konformitaet.Ergebnis.Verletzt;
import de.kommunalsdk.testkit.konformitaet.Stoerportal.Stoerung;
import de.kommunalsdk.testkit.konformitaet.Stoerungen.Fall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("einmal") // on one JDK only, see .ci/run
class StoerportalTest {

    private static Musterportal portal;

    @BeforeAll
    static void start() throws Exception {
        portal = Musterportal.starte();
    }

    @AfterAll
    static void stop() throws Exception {
        portal.close();
    }

    @BeforeEach
    void warte() {
        portal.warteZehnMinuten();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hund-anmelden", "auskunft"})
    void theUndamagedPortalKeepsEveryRule(String dienst) throws Exception {
        try (Stoerportal davor = Stoerportal.vor(portal.basis(), Stoerportal.KEINE)) {
            Bericht bericht =
                    Konformitaetspruefung.pruefe(Musterportal.pruefling(davor.basis(), portal.nachbar(), dienst));

            assertThat(bericht.eintraege())
                    .hasSameSizeAs(Konformitaetspruefung.regeln())
                    .allSatisfy(e -> assertThat(e.ergebnis()).as(e.regel().id()).isEqualTo(new Ergebnis.Erfuellt()));
            assertThat(bericht.konform()).isTrue();
        }
    }

    @Test
    void aRegisterThatKnowsNobodyShowsNoSource() {
        Pruefling ohne = Pruefling.von(portal.basis().toString(), "auskunft");
        Musterportal.MELDEREGISTER.antwortet(a -> new Registerergebnis.NichtGefunden());
        try {
            assertThat(Konformitaetspruefung.pruefe(ohne).ergebnis("EP06_Einwilligung"))
                    .isInstanceOfSatisfying(
                            NichtGeprueft.class, e -> assertThat(e.code()).isEqualTo("nichts-vorbelegt"));
            assertThat(Konformitaetspruefung.pruefe(ohne.mitRegister(Musterportal.MELDEREGISTER))
                            .ergebnis("EP06_Einwilligung"))
                    .isInstanceOfSatisfying(
                            NichtPruefbar.class, e -> assertThat(e.code()).isEqualTo("nichts-vorbelegt"));
        } finally {
            Musterportal.MELDEREGISTER.liefert(Map.of("familienname", "Mustermann"));
        }
    }

    @ParameterizedTest
    @MethodSource("faelle")
    void aDamageBreaksItsRuleAndNoOther(Fall fall) throws Exception {
        Stoerung hier = fall.nurNachbar() ? Stoerportal.KEINE : fall.stoerung();
        try (Stoerportal davor = Stoerportal.vor(portal.basis(), hier);
                Stoerportal nachbar = Stoerportal.vor(portal.nachbar(), fall.stoerung())) {
            Bericht bericht = Konformitaetspruefung.pruefe(
                    Musterportal.pruefling(davor.basis(), nachbar.basis(), "hund-anmelden"));

            assertThat(regeln(bericht, Verletzt.class)).as(alles(bericht)).containsExactly(fall.regel());
            assertThat(regeln(bericht, NichtPruefbar.class))
                    .as(alles(bericht))
                    .containsExactlyInAnyOrderElementsOf(fall.mit());
            assertThat(regeln(bericht, NichtGeprueft.class)).isEmpty();
            assertThat(((Verletzt) bericht.ergebnis(fall.regel())).verstoesse()).anySatisfy(v -> {
                assertThat(v.code()).isEqualTo(fall.code());
                assertThat(v.wo()).contains(fall.wo());
                assertThat(v.abhilfe()).isNotBlank();
            });
        }
    }

    static List<Fall> faelle() {
        return Stoerungen.alle();
    }

    @Test
    void everyRuleHasADamage() {
        assertThat(Stoerungen.alle().stream().map(Fall::regel))
                .containsAll(
                        Konformitaetspruefung.regeln().stream().map(Regel::id).toList());
    }

    @Test
    void whatNobodyTakesPartInIsNotCheckedAndSaysWhy() {
        Bericht bericht = Konformitaetspruefung.pruefe(
                new Pruefling(portal.basis(), new DienstId("hund-anmelden"), Duration.ofSeconds(60)));

        assertThat(bericht.konform()).isTrue();
        assertThat(bericht.eintraege().stream()
                        .filter(e -> e.ergebnis() instanceof NichtGeprueft)
                        .map(e -> e.regel().id() + " " + ((NichtGeprueft) e.ergebnis()).code()))
                .containsExactly(
                        "EP01_Nutzerkonto ohne-konto",
                        "EP04_Eingangsdokument ohne-einreichung",
                        "EP13_Anmeldung ohne-konto",
                        "EP15_Anmeldeseiten ohne-konto",
                        "EP17_Kontodaten ohne-konto",
                        "EP19_Mandanten ein-mandant",
                        "EP30_Anmeldung ohne-konto",
                        "EP31_Datenabfrage ohne-simulator");
    }

    private static List<String> regeln(Bericht bericht, Class<? extends Ergebnis> art) {
        return bericht.eintraege().stream()
                .filter(e -> art.isInstance(e.ergebnis()))
                .map(e -> e.regel().id())
                .toList();
    }

    private static String alles(Bericht bericht) {
        return bericht.eintraege().stream()
                .filter(e -> !(e.ergebnis() instanceof Ergebnis.Erfuellt))
                .map(Eintrag::toString)
                .collect(Collectors.joining("\n"));
    }
}
