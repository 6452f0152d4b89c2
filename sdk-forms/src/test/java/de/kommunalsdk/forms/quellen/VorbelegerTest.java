/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.quellen;

import static de.kommunalsdk.forms.probe.Probequellen.EMAIL;
import static de.kommunalsdk.forms.probe.Probequellen.GEBOREN;
import static de.kommunalsdk.forms.probe.Probequellen.HUBRAUM;
import static de.kommunalsdk.forms.probe.Probequellen.NAME;
import static de.kommunalsdk.forms.probe.Probequellen.PLZ;
import static de.kommunalsdk.forms.probe.Probequellen.STAND;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.Einwilligung;
import de.kommunalsdk.forms.antworten.Herkunft;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.QuellenFehler;
import de.kommunalsdk.forms.definition.Vorbelegung;
import de.kommunalsdk.forms.probe.Probeformular;
import de.kommunalsdk.forms.probe.Probequellen;
import de.kommunalsdk.forms.probe.Probequellen.Proberegister;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.nutzerkonto.Nutzer;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.register.Registeranfrage;
import de.kommunalsdk.register.Registerergebnis;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VorbelegerTest {

    private static final Instant JETZT = Instant.parse("2026-11-26T09:00:00Z");
    private static final LocalDate HEUTE = Probeformular.HEUTE;
    private static final MandantId MANDANT = new MandantId("musterstadt");
    private static final Formular FORMULAR = Probequellen.dienst().formular();
    private static final Einwilligung ERTEILT = Einwilligung.erteilt("melderegister", JETZT, "f");

    private static Antworten uebernommen(Antworten bisher, Function<Registeranfrage, Registerergebnis> ablauf) {
        Proberegister register = Proberegister.melderegister(ablauf);
        try (Quellenverzeichnis quellen =
                new Quellenverzeichnis(List.of(register), List.of(), Clock.fixed(JETZT, ZoneOffset.UTC))) {
            Vorbelegung v = FORMULAR.quellen().vorbelegung("melderegister").orElseThrow();
            Lieferung lieferung = quellen.vorbeleger().hole(FORMULAR, MANDANT, v, Map.of(), Optional.empty());
            assertThat(register.anfragen()).hasSize(1);
            return quellen.vorbeleger().uebernimm(v, "Melderegister", lieferung, ERTEILT, bisher, HEUTE);
        }
    }

    private static Antworten uebernommen(Map<String, String> anders) {
        Map<String, String> attribute = new HashMap<>(Probequellen.ERIKA);
        attribute.putAll(anders);
        return uebernommen(eingewilligt(), a -> Probequellen.gefunden(attribute));
    }

    private static Antworten eingewilligt() {
        return Antworten.LEER.mit(Antworten.LEER.nachweise().mit(ERTEILT));
    }

    private static String ausgang(Antworten antworten) {
        return antworten.nachweise().einwilligung("melderegister").orElseThrow().code();
    }

    private static boolean fest(Antworten antworten, String ort) {
        return antworten.nachweise().herkunft(ort).orElseThrow().fest();
    }

    @Test
    void whatARegisterKnowsStandsInItsFieldsWithProvenance() {
        Antworten neu = uebernommen(Map.of());

        assertThat(neu.werte())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(NAME, "Mustermann", GEBOREN, "1985-02-03", PLZ, "52062", STAND, "LD"));
        assertThat(neu.nachweise().herkunft(NAME))
                .contains(new Herkunft(
                        "melderegister", "Melderegister", "familienname", Vertrauensniveau.HOCH, JETZT, true, false));
        assertThat(fest(neu, PLZ)).isFalse();
        assertThat(neu.nachweise().einwilligung("melderegister"))
                .contains(new Einwilligung("melderegister", JETZT, "f", Optional.of(JETZT), ""));
    }

    @Test
    void whatWasTypedIsNotOverwritten() {
        Antworten neu = uebernommen(eingewilligt().mit(PLZ, "10115"), a -> Probequellen.gefunden(Probequellen.ERIKA));

        assertThat(neu.wert(PLZ)).isEqualTo("10115");
        assertThat(neu.nachweise().herkunft(PLZ)).isEmpty();
    }

    @Test
    void withoutConsentNothingIsTaken() {
        assertThat(uebernommen(Antworten.LEER, a -> Probequellen.gefunden(Probequellen.ERIKA)))
                .isEqualTo(Antworten.LEER);
        Antworten andere = Antworten.LEER.mit(
                Antworten.LEER.nachweise().mit(Einwilligung.erteilt("melderegister", JETZT.plusSeconds(1), "f")));
        assertThat(uebernommen(andere, a -> Probequellen.gefunden(Probequellen.ERIKA)))
                .as("withdrawn and given again meanwhile")
                .isEqualTo(andere);
    }

    @Test
    void onlyWhatTheFormNeedsIsAskedAndTaken() {
        Antworten neu = uebernommen(eingewilligt(), a -> {
            assertThat(a.attribute()).containsExactlyInAnyOrder("familienname", "geburtsdatum", "plz", "familienstand");
            assertThat(a.zweck()).isEqualTo("Wir müssen wissen, wer den Antrag stellt.");
            return Probequellen.gefunden(Map.of("steuernummer", "1", "plz", "52062"));
        });

        assertThat(neu.werte()).containsOnlyKeys(PLZ);
    }

    @Test
    void aValueThatBreaksARuleIsKeptToBeCorrected() {
        Antworten neu = uebernommen(Map.of("familienname", "M", "geburtsdatum", "irgendwann", "plz", "5206"));

        assertThat(neu.wert(NAME)).isEqualTo("M");
        assertThat(fest(neu, NAME)).as("locked, it could never be mended").isFalse();
        assertThat(neu.wert(GEBOREN)).isEqualTo("irgendwann..");
        assertThat(fest(neu, GEBOREN)).isFalse();
        assertThat(neu.wert(PLZ)).isEqualTo("5206");
        assertThat(ausgang(neu)).isEmpty();
    }

    @Test
    void aCodeThatIsNotInTheListCannotBeShown() {
        Antworten neu = uebernommen(Map.of("familienstand", "??"));

        assertThat(neu.wert(STAND)).isEmpty();
        assertThat(neu.nachweise().herkunft(STAND)).isEmpty();
        assertThat(neu.wert(NAME)).isEqualTo("Mustermann");
        assertThat(ausgang(neu)).isEqualTo(QuellenFehler.WERT.code());
    }

    @ParameterizedTest
    @CsvSource({"01.02.1980, 1980-02-01", "1980-02-30, 1980-02-30.."})
    void datesThatAreNotCanonicalAreReadAsTyped(String datum, String wert) {
        assertThat(uebernommen(Map.of("geburtsdatum", datum)).wert(GEBOREN)).isEqualTo(wert);
    }

    @Test
    void anAttributeOfALowerLevelIsNotTaken() {
        Antworten neu = uebernommen(
                eingewilligt(), a -> new Registerergebnis.Gefunden(Probequellen.ERIKA, Vertrauensniveau.NIEDRIG));

        assertThat(neu.wert(NAME)).isEmpty();
        assertThat(neu.wert(PLZ)).isEqualTo("52062");
        assertThat(ausgang(neu)).isEqualTo(QuellenFehler.NIVEAU.code());
    }

    @Test
    void tooMuchIsNotTakenAtAll() {
        Antworten neu = uebernommen(Map.of("plz", "9".repeat(10_000_000)));

        assertThat(neu.werte()).isEmpty();
        assertThat(ausgang(neu)).isEqualTo(QuellenFehler.ZU_GROSS.code());
    }

    @Test
    void whatGoesWrongIsWrittenAtTheConsent() {
        assertThat(ausgang(uebernommen(eingewilligt(), a -> new Registerergebnis.NichtGefunden())))
                .isEqualTo(QuellenFehler.NICHT_GEFUNDEN.code());
        assertThat(ausgang(uebernommen(eingewilligt(), a -> new Registerergebnis.Gestoert())))
                .isEqualTo(QuellenFehler.GESTOERT.code());
        assertThat(ausgang(uebernommen(eingewilligt(), a -> {
                    throw new IllegalStateException("Erika Mustermann");
                })))
                .isEqualTo(QuellenFehler.GESTOERT.code());
    }

    @Test
    void theBrowserCannotForgeAFixedValue() {
        Antworten bisher = uebernommen(Map.of());
        Antworten neu = Vorbeleger.wahre(
                bisher,
                bisher.mit(NAME, "Kaiser").mit(GEBOREN, "").mit(PLZ, "10115").mit(STAND, ""));

        assertThat(neu.wert(NAME)).isEqualTo("Mustermann");
        assertThat(neu.wert(GEBOREN)).isEqualTo("1985-02-03");
        assertThat(neu.nachweise().herkunft(NAME)).isEqualTo(bisher.nachweise().herkunft(NAME));
        Herkunft plz = neu.nachweise().herkunft(PLZ).orElseThrow();
        assertThat(plz.geaendert()).isTrue();
        assertThat(plz.niveau()).isEqualTo(Vertrauensniveau.OHNE);
        assertThat(neu.nachweise().herkunft(STAND))
                .as("an empty answer comes from nowhere")
                .isEmpty();
        assertThat(Vorbeleger.wahre(neu, neu.mit(PLZ, "52062"))
                        .nachweise()
                        .herkunft(PLZ)
                        .orElseThrow()
                        .geaendert())
                .as("typed again is still typed")
                .isTrue();
    }

    @Test
    void withdrawalTakesBackWhatWasNotChanged() {
        try (Quellenverzeichnis quellen =
                new Quellenverzeichnis(List.of(), List.of(), Clock.fixed(JETZT, ZoneOffset.UTC))) {
            Antworten bisher = uebernommen(Map.of());
            Antworten neu =
                    quellen.vorbeleger().widerrufe("melderegister", Vorbeleger.wahre(bisher, bisher.mit(PLZ, "10115")));

            assertThat(neu.werte()).isEqualTo(Map.of(PLZ, "10115"));
            assertThat(neu.nachweise().herkunft()).isEmpty();
            assertThat(neu.nachweise().einwilligungen()).isEmpty();
        }
    }

    @Test
    void theAccountIsASourceOnlyForWhoIsLoggedIn() {
        Nutzer nutzer = Probequellen.nutzer(Vertrauensniveau.NIEDRIG);
        try (Quellenverzeichnis quellen = new Quellenverzeichnis(List.of(), List.of(), Clock.systemUTC())) {
            Vorbeleger vorbeleger = quellen.vorbeleger();
            Vorbelegung konto = FORMULAR.quellen().vorbelegung("nutzerkonto").orElseThrow();

            assertThat(vorbeleger.moegliche(FORMULAR, Optional.empty())).doesNotContain(konto);
            assertThat(vorbeleger.moegliche(FORMULAR, Optional.of(nutzer))).contains(konto);
            assertThat(vorbeleger.titel(konto, Optional.of(nutzer))).isEqualTo("Testkonto");
            Einwilligung erteilt = Einwilligung.erteilt("nutzerkonto", JETZT, "f");
            Antworten neu = vorbeleger.uebernimm(
                    konto,
                    "Testkonto",
                    vorbeleger.hole(FORMULAR, MANDANT, konto, Map.of(), Optional.of(nutzer)),
                    erteilt,
                    Antworten.LEER.mit(Antworten.LEER.nachweise().mit(erteilt)),
                    HEUTE);
            assertThat(neu.wert(EMAIL)).isEqualTo("erika@example.org");
            assertThat(neu.nachweise().herkunft(EMAIL).orElseThrow().titel()).isEqualTo("Testkonto");
        }
    }

    @Test
    void aRegisterWaitsForValidAnswersThatItNeeds() {
        try (Quellenverzeichnis quellen =
                new Quellenverzeichnis(List.of(Proberegister.kfz()), List.of(), Clock.systemUTC())) {
            Vorbelegung kfz = FORMULAR.quellen().vorbelegung("kfz-register").orElseThrow();
            Function<String, Optional<Map<String, String>>> eingaben = hubraum -> quellen.vorbeleger()
                    .eingaben(FORMULAR, kfz, Antworten.LEER.mit(HUBRAUM, hubraum), Optional.empty(), HEUTE);

            assertThat(eingaben.apply("")).isEmpty();
            assertThat(eingaben.apply("viel")).isEmpty();
            assertThat(eingaben.apply("1390")).contains(Map.of("hubraum", "1390"));
        }
    }

    @Test
    void nothingThatIsPrintedHoldsPersonalData() {
        assertThat(new Registeranfrage(
                                MANDANT,
                                FORMULAR.dienst().ref(),
                                "z",
                                Map.of("name", "Mustermann"),
                                java.util.Set.of("plz"),
                                java.time.Duration.ZERO)
                        + Probequellen.gefunden(Probequellen.ERIKA).toString()
                        + Probequellen.nutzer(Vertrauensniveau.HOCH)
                        + Probequellen.nutzer(Vertrauensniveau.HOCH).attribute()
                        + uebernommen(Map.of()))
                .doesNotContain("Mustermann", "1985", "52062", "4711", "erika");
    }
}
