/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.reise;

import static de.kommunalsdk.forms.probe.Probeformular.AUSWAHL;
import static de.kommunalsdk.forms.probe.Probeformular.BEGINN;
import static de.kommunalsdk.forms.probe.Probeformular.EMAIL;
import static de.kommunalsdk.forms.probe.Probeformular.FORMULAR;
import static de.kommunalsdk.forms.probe.Probeformular.GANZZAHL;
import static de.kommunalsdk.forms.probe.Probeformular.GEBOREN;
import static de.kommunalsdk.forms.probe.Probeformular.GELD;
import static de.kommunalsdk.forms.probe.Probeformular.HEUTE;
import static de.kommunalsdk.forms.probe.Probeformular.JA_NEIN;
import static de.kommunalsdk.forms.probe.Probeformular.NACHWEIS;
import static de.kommunalsdk.forms.probe.Probeformular.NAME;
import static de.kommunalsdk.forms.probe.Probeformular.PLZ;
import static de.kommunalsdk.forms.probe.Probeformular.RADIO;
import static de.kommunalsdk.forms.probe.Probeformular.TELEFON;
import static de.kommunalsdk.forms.probe.Probeformular.TEXT;
import static de.kommunalsdk.forms.probe.Probeformular.UHRZEIT;
import static de.kommunalsdk.forms.probe.Probeformular.VOLLSTAENDIG;
import static de.kommunalsdk.forms.probe.Probeformular.WAHL;
import static de.kommunalsdk.forms.probe.Probeformular.WAHLFELD;
import static de.kommunalsdk.forms.probe.Probeformular.WAHLGRUPPE;
import static de.kommunalsdk.forms.probe.Probeformular.ZAHL;
import static de.kommunalsdk.forms.probe.Probeformular.ZEITPUNKT;
import static de.kommunalsdk.forms.reise.Feldfehler.Art.AUSWAHLGRUPPE;
import static de.kommunalsdk.forms.reise.Feldfehler.Art.AUSWAHL_PFLICHT;
import static de.kommunalsdk.forms.reise.Feldfehler.Art.DATUM_ZU_FRUEH;
import static de.kommunalsdk.forms.reise.Feldfehler.Art.DATUM_ZU_SPAET;
import static de.kommunalsdk.forms.reise.Feldfehler.Art.KEINE_GANZZAHL;
import static de.kommunalsdk.forms.reise.Feldfehler.Art.KEINE_UHRZEIT;
import static de.kommunalsdk.forms.reise.Feldfehler.Art.KEINE_ZAHL;
import static de.kommunalsdk.forms.reise.Feldfehler.Art.KEIN_DATUM;
import static de.kommunalsdk.forms.reise.Feldfehler.Art.KEIN_WAHRHEITSWERT;
import static de.kommunalsdk.forms.reise.Feldfehler.Art.MUSTER;
import static de.kommunalsdk.forms.reise.Feldfehler.Art.NICHT_IN_LISTE;
import static de.kommunalsdk.forms.reise.Feldfehler.Art.PFLICHT;
import static de.kommunalsdk.forms.reise.Feldfehler.Art.ZEICHEN;
import static de.kommunalsdk.forms.reise.Feldfehler.Art.ZU_GROSS;
import static de.kommunalsdk.forms.reise.Feldfehler.Art.ZU_KLEIN;
import static de.kommunalsdk.forms.reise.Feldfehler.Art.ZU_KURZ;
import static de.kommunalsdk.forms.reise.Feldfehler.Art.ZU_LANG;
import static de.kommunalsdk.forms.reise.Feldfehler.Art.ZU_VIELE;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.reise.Feldfehler.Art;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeldprueferTest {

    private static final String HUND = "\uD83D\uDC36";

    private static List<Feldfehler> pruefe(Antworten antworten) {
        return Reise.standard().seiten(FORMULAR, antworten, HEUTE).stream()
                .flatMap(s -> Reise.standard().pruefe(FORMULAR, s, antworten, HEUTE).stream())
                .toList();
    }

    private static void gut(String ort, String... werte) {
        for (String wert : werte) {
            assertThat(pruefe(VOLLSTAENDIG.mit(ort, wert))).as(wert).isEmpty();
        }
    }

    private static void schlecht(String ort, Art art, List<String> angaben, String... werte) {
        for (String wert : werte) {
            assertThat(pruefe(VOLLSTAENDIG.mit(ort, wert)))
                    .as(wert)
                    .singleElement()
                    .satisfies(f -> {
                        assertThat(f.ort()).isEqualTo(ort);
                        assertThat(f.art()).isEqualTo(art);
                        assertThat(f.angaben()).isEqualTo(angaben);
                        assertThat(f.beschriftung()).isNotBlank();
                    });
        }
    }

    @Test
    void theLeastCompleteAnswersHaveNoError() {
        assertThat(pruefe(VOLLSTAENDIG)).isEmpty();
    }

    @Test
    void whatIsDemandedIsAskedFor() {
        assertThat(pruefe(Antworten.LEER))
                .containsExactly(
                        new Feldfehler(NAME, PFLICHT, "Name", List.of()),
                        new Feldfehler(GEBOREN, PFLICHT, "Geburtsdatum", List.of()),
                        new Feldfehler(JA_NEIN, AUSWAHL_PFLICHT, "Zustimmung", List.of()),
                        new Feldfehler(RADIO, AUSWAHL_PFLICHT, "Art", List.of()));
    }

    @Test
    void textHasALengthInCharactersNotInUnits() {
        gut(NAME, "ab", "a".repeat(40), "K\u035fH", "\u1ea1\u0308".repeat(20));
        schlecht(NAME, ZU_KURZ, List.of("2"), "a");
        schlecht(NAME, ZU_LANG, List.of("40"), "a".repeat(41), "\u1ea1\u0308".repeat(21));
        gut(TEXT, "a".repeat(6000));
        schlecht(TEXT, ZU_LANG, List.of("6000"), "a".repeat(6001));
    }

    @Test
    void textWithoutALimitOfTheSchemaHasOneOfOurs() {
        gut(TELEFON + "-1", "a".repeat(5000));
        schlecht(TELEFON + "-1", ZU_LANG, List.of("5000"), "a".repeat(5001));
    }

    @Test
    void textFollowsThePatternAndTheMessageGivesTheExample() {
        gut(PLZ, "52062");
        schlecht(PLZ, MUSTER, List.of("52062"), "5206", "520622", "5206x", "x52062");
    }

    @Test
    void anAddressOfMailLooksLikeOne() {
        gut(EMAIL, "a@b.de", "erika.mustermann+x@mail.example.org", "m\u00fcller@b\u00fccher.example");
        schlecht(EMAIL, Art.EMAIL, List.of(), "a", "a@b", "@b.de", "a@b..de", "a b@c.de", "a@b.de.", "a@@b.de");
        schlecht(EMAIL, Art.EMAIL, List.of(), "a".repeat(65) + "@b.de", "a@" + "b".repeat(64) + ".de");
    }

    @ParameterizedTest
    @CsvSource({
        "0000, U+0000, ''",
        "001B, U+001B, ''",
        "0085, U+0085, '\n'",
        "D800, U+D800, ''",
        "FFFF, U+FFFF, ?",
        "E000, U+E000, ?",
        "202E, U+202E, ''",
        "200D, U+200D, ''",
        "1F436, \ud83d\udc36, ''",
        "2013, \u2013, '-'",
        "0180, \u0180, ?",
        "4E2D, \u4e2d, ?"
    })
    void charactersThatCannotTravelAreNamedWithTheirPlaceAndWhatToWrite(
            String zeichen, String gezeigt, String stattdessen) {
        String text = "ab" + Character.toString(Integer.parseInt(zeichen, 16)) + "c";
        List<String> angaben =
                stattdessen.equals("?") ? List.of("3", gezeigt, "0") : List.of("3", gezeigt, "0", stattdessen);

        schlecht(NAME, ZEICHEN, angaben, text);
        schlecht(TEXT, ZEICHEN, angaben, text);
        schlecht(RADIO, NICHT_IN_LISTE, List.of(), text);
    }

    @Test
    void theFirstCharacterIsNamedTheOthersAreCounted() {
        schlecht(TEXT, ZEICHEN, List.of("2", HUND, "2", ""), "x" + HUND + "y" + HUND + "z\u2013");
    }

    @Test
    void linesAndTabsAndRareLettersAreAllowed() {
        gut(TEXT, "eins\nzwei\tdrei", "\u1e9e \u01e3 \u20ac k\u0300");
    }

    @Test
    void wholeNumbersHaveLimits() {
        gut(GANZZAHL, "1", "10000", "007");
        schlecht(GANZZAHL, ZU_KLEIN, List.of("1"), "0", "-1", "-0");
        schlecht(GANZZAHL, ZU_GROSS, List.of("10000"), "10001", "9".repeat(18));
        schlecht(GANZZAHL, KEINE_GANZZAHL, List.of(), "1.5", "1,5", "1e3", "+5", "x", "1 2", "9".repeat(19), "\u0661");
    }

    @Test
    void numbersHaveLimitsShownWithAComma() {
        gut(ZAHL, "0.5", "0.50", "1234567.5", "7");
        schlecht(ZAHL, ZU_KLEIN, List.of("0,5"), "0.49", "-3", "0");
        schlecht(ZAHL, ZU_GROSS, List.of("1234567,5"), "1234567.51", "1234568");
        schlecht(ZAHL, KEINE_ZAHL, List.of(), "1,5", "1.2.3", ".5", "5.", "NaN", "1e9", "0x1", "1." + "9".repeat(19));
        gut(GELD, "0", "-5.00", "999999999999999999.99");
        schlecht(GELD, KEINE_ZAHL, List.of(), "12,50 €", "viel");
    }

    @Test
    void datesHaveLimits() {
        gut(BEGINN, "2026-01-01", "2026-12-31");
        schlecht(BEGINN, DATUM_ZU_FRUEH, List.of("01.01.2026"), "2025-12-31", "1800-01-01");
        schlecht(BEGINN, DATUM_ZU_SPAET, List.of("31.12.2026"), "2027-01-01", "9999-12-31");
        schlecht(BEGINN, KEIN_DATUM, List.of(), "31.4.2026", "2026-02-29", "heute", "1799-12-31", "0000-01-01");
    }

    @Test
    void nobodyIsBornTomorrow() {
        gut(GEBOREN, "2026-11-23", "1800-01-01");
        schlecht(GEBOREN, DATUM_ZU_SPAET, List.of("23.11.2026"), "2026-11-24");
    }

    @Test
    void timesAreTimes() {
        gut(UHRZEIT, "00:00:00", "23:59:59", "08:15");
        schlecht(UHRZEIT, KEINE_UHRZEIT, List.of(), "24:00:00", "23:60:00", "8:15", "08:15:60", "mittags");
        gut(ZEITPUNKT, "2026-11-23T08:15:00", "2026-11-23T08:15");
        schlecht(
                ZEITPUNKT,
                KEIN_DATUM,
                List.of(),
                "2026-11-23",
                "2026-11-23 08:15:00",
                "2026-02-30T08:15:00",
                "2026-11-23T24:00:00",
                "2026-11-23T08:15:00Zulu");
    }

    @Test
    void choicesAreFromTheList() {
        gut(JA_NEIN, "true", "false");
        schlecht(JA_NEIN, KEIN_WAHRHEITSWERT, List.of(), "ja", "TRUE", "1");
        gut(RADIO, "A", "B");
        schlecht(RADIO, NICHT_IN_LISTE, List.of(), "C", "a", "Name A");
        gut(AUSWAHL, "8");
        schlecht(AUSWAHL, NICHT_IN_LISTE, List.of(), "9", "08");
    }

    @ParameterizedTest
    @CsvSource({"0,true", "2,true", "3,false"})
    void filesAreCounted(int anzahl, boolean gut) {
        List<AnlageId> dateien =
                java.util.stream.Stream.generate(AnlageId::neu).limit(anzahl).toList();

        List<Feldfehler> fehler = pruefe(VOLLSTAENDIG.mitAnlagen(NACHWEIS, dateien));

        assertThat(fehler)
                .isEqualTo(gut ? List.of() : List.of(new Feldfehler(NACHWEIS, ZU_VIELE, "Nachweis", List.of("2"))));
    }

    @Test
    void ofAChoiceGroupOneIsGiven() {
        Antworten beide = VOLLSTAENDIG.mit(WAHLFELD, "1/26").mit(WAHLGRUPPE, "Umzug");

        assertThat(pruefe(beide)).containsExactly(new Feldfehler(WAHL, AUSWAHLGRUPPE, "Wahl", List.of()));
        gut(WAHLFELD, "1/26");
        gut(WAHLGRUPPE, "Umzug");
    }

    @Test
    void errorsNeverRepeatTheAnswer() {
        assertThat(pruefe(VOLLSTAENDIG.mit(PLZ, "Mustermann").mit(GANZZAHL, "Mustermann"))
                        .toString())
                .doesNotContain("Mustermann");
    }
}
