/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.antworten;

import static de.kommunalsdk.forms.probe.Probeformular.AUSWAHL;
import static de.kommunalsdk.forms.probe.Probeformular.BEGINN;
import static de.kommunalsdk.forms.probe.Probeformular.FEST;
import static de.kommunalsdk.forms.probe.Probeformular.GANZZAHL;
import static de.kommunalsdk.forms.probe.Probeformular.GELD;
import static de.kommunalsdk.forms.probe.Probeformular.JA_NEIN;
import static de.kommunalsdk.forms.probe.Probeformular.KIND;
import static de.kommunalsdk.forms.probe.Probeformular.NACHWEIS;
import static de.kommunalsdk.forms.probe.Probeformular.NAME;
import static de.kommunalsdk.forms.probe.Probeformular.RADIO;
import static de.kommunalsdk.forms.probe.Probeformular.TELEFON;
import static de.kommunalsdk.forms.probe.Probeformular.TEXT;
import static de.kommunalsdk.forms.probe.Probeformular.UHRZEIT;
import static de.kommunalsdk.forms.probe.Probeformular.VERBORGEN;
import static de.kommunalsdk.forms.probe.Probeformular.VORNAME;
import static de.kommunalsdk.forms.probe.Probeformular.ZAHL;
import static de.kommunalsdk.forms.probe.Probeformular.ZEITPUNKT;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.forms.probe.Probeformular;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EingabeTest {

    private static Antworten lies(String seite, Antworten bisher, Map<String, String> gesendet) {
        return Eingabe.lies(Probeformular.seite(seite, bisher), bisher, gesendet::get);
    }

    private static String gelesen(String ort, String getippt) {
        return lies("angaben", Antworten.LEER, Map.of(ort, getippt)).wert(ort);
    }

    private static String datum(String tag, String monat, String jahr) {
        Map<String, String> teile = Map.of(BEGINN + ".tag", tag, BEGINN + ".monat", monat, BEGINN + ".jahr", jahr);
        return lies("angaben", Antworten.LEER, teile).wert(BEGINN);
    }

    @Test
    void textIsComposedAndStripped() {
        Antworten neu = lies("person", Antworten.LEER, Map.of(NAME, "  Ju\u0308rgen\tO\u2019Neill\r\nZwei \n"));

        assertThat(neu.wert(NAME)).isEqualTo("J\u00fcrgen O\u2019Neill Zwei");
    }

    @Test
    void severalLinesKeepTheirLineEndsInOneForm() {
        assertThat(gelesen(TEXT, "eins\r\n\r\nzwei\rdrei\nvier\t\u0065\u0301\n"))
                .isEqualTo("eins\n\nzwei\ndrei\nvier\t\u00e9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1,5;1.5",
                "1.234,56;1234.56",
                "1.234.567;1234567",
                "-1.234,5;-1234.5",
                "-0,5;-0.5",
                "1234,5;1234.5",
                "1234.5;1234.5",
                "1 234,5;1234.5",
                "'1\u00a0234\u202f567,5';1234567.5",
                "12,50 €;12.50",
                // not understood: stays as typed, to be corrected
                "1.23,4;1.23,4",
                "1,2,3;1,2,3",
                "zwölf;zwölf",
                ",5;,5",
                "1.234.56;1.234.56"
            })
    void numbersAreReadAsGermansWriteThem(String getippt, String wert) {
        assertThat(gelesen(ZAHL, getippt)).isEqualTo(wert);
        assertThat(gelesen(GELD, getippt)).isEqualTo(wert);
    }

    @ParameterizedTest
    @CsvSource({"' 42 ',42", "1 000,1000", "1.000,1000", "-12.345.678,-12345678", "1.5,1.5", "1.00,1.00", "4a,4a"})
    void wholeNumbersAreReadAsGermansWriteThem(String getippt, String wert) {
        assertThat(gelesen(GANZZAHL, getippt)).isEqualTo(wert);
    }

    @Test
    void timesGetTheirSeconds() {
        assertThat(gelesen(UHRZEIT, " 08:15 ")).isEqualTo("08:15:00");
        assertThat(gelesen(UHRZEIT, "8:15")).isEqualTo("8:15");
        assertThat(gelesen(ZEITPUNKT, "2026-11-23T08:15")).isEqualTo("2026-11-23T08:15:00");
        assertThat(gelesen(ZEITPUNKT, "morgen")).isEqualTo("morgen");
    }

    @ParameterizedTest
    @CsvSource({
        "3,4,2026,2026-04-03",
        "03,04,2026,2026-04-03",
        "' 29 ',2,2024,2024-02-29",
        "31,12,1999,1999-12-31",
        // what the calendar does not have stays as typed
        "29,2,2026,29.2.2026",
        "31,04,2026,31.04.2026",
        "0,1,2026,0.1.2026",
        "1,13,2026,1.13.2026",
        "1,1,26,1.1.26",
        "'',1,2026,.1.2026",
        "1,'','',1..",
        "1,Mai,2026,1.Mai.2026",
        "'','','',''",
        "' ',' ',' ',''"
    })
    void datesComeInThreeParts(String tag, String monat, String jahr, String wert) {
        assertThat(datum(tag, monat, jahr)).isEqualTo(wert);
    }

    @Test
    void anEmptiedDateRemovesTheAnswer() {
        Antworten vorher = Antworten.LEER.mit(BEGINN, "2026-04-03");
        Map<String, String> leer = Map.of(BEGINN + ".tag", "", BEGINN + ".monat", "", BEGINN + ".jahr", "");

        assertThat(lies("angaben", vorher, leer).werte()).isEmpty();
    }

    @Test
    void whatWasNotSentStays() {
        Antworten vorher = Antworten.LEER
                .mit(ZAHL, "1.5")
                .mit(BEGINN, "2026-04-03")
                .mit(AUSWAHL, "3")
                .mit(RADIO, "A")
                .mit(JA_NEIN, "true");

        Antworten neu = lies("angaben", vorher, Map.of(BEGINN + ".tag", "4", BEGINN + ".monat", "4"));

        assertThat(neu.werte()).isEqualTo(vorher.werte());
    }

    @Test
    void anEmptyFieldRemovesItsAnswer() {
        Antworten vorher = Antworten.LEER.mit(NAME, "Erika").mit(RADIO, "A");

        assertThat(lies("person", vorher, Map.of(NAME, " \t ")).werte()).containsOnlyKeys(RADIO);
        assertThat(gelesen(RADIO, "")).isEmpty();
        assertThat(lies("angaben", vorher, Map.of(RADIO, "")).werte()).containsOnlyKeys(NAME);
    }

    @Test
    void radiosKeepWhatWasSentEvenWhenItIsNoChoice() {
        assertThat(gelesen(RADIO, "B")).isEqualTo("B");
        assertThat(gelesen(RADIO, "<script>")).isEqualTo("<script>");
        assertThat(gelesen(JA_NEIN, "vielleicht")).isEqualTo("vielleicht");
    }

    @Test
    void onlyFieldsOfThePageThatCanBeTypedAreRead() {
        Map<String, String> gesendet = new HashMap<>();
        gesendet.put(NAME, "von einer anderen Seite");
        gesendet.put(FEST, "anders");
        gesendet.put(VERBORGEN, "anders");
        gesendet.put("G05999000912.F99999999999", "unbekannt");
        gesendet.put("G05999000912", "eine Gruppe");
        gesendet.put(ZAHL, "7");
        assertThat(lies("angaben", Antworten.LEER, gesendet).werte()).containsOnly(Map.entry(ZAHL, "7"));

        Map<String, String> andere = Map.of(NACHWEIS, "a.pdf", TELEFON + "-1", "0241", TELEFON + "-2", "0231");
        assertThat(lies("erreichbar", Antworten.LEER, andere).werte()).containsOnly(Map.entry(TELEFON + "-1", "0241"));
    }

    @Test
    void entriesThatAreNotShownAreNotRead() {
        Map<String, String> gesendet = Map.of(KIND + "-1." + VORNAME, "Ada", KIND + "-2." + VORNAME, "Bea");

        assertThat(lies("kinder", Antworten.LEER, gesendet).werte())
                .containsOnly(Map.entry(KIND + "-1." + VORNAME, "Ada"));
        assertThat(lies("kinder", Antworten.LEER.mitAnzahl(KIND, 2), gesendet).werte())
                .hasSize(2);
    }

    @Test
    void overlongInputIsCutAtTheLimit() {
        String lang = "a".repeat(Eingabe.MAX_ZEICHEN + 1);

        assertThat(gelesen(TEXT, lang)).hasSize(Eingabe.MAX_ZEICHEN);
        assertThat(gelesen(RADIO, lang)).hasSize(Eingabe.MAX_ZEICHEN);
        assertThat(gelesen(ZAHL, lang)).hasSize(Eingabe.MAX_ZEICHEN);
        assertThat(datum(lang, lang, lang)).hasSizeLessThanOrEqualTo(Eingabe.MAX_ZEICHEN);
        // grows by composition: U+FB2C becomes three characters
        assertThat(gelesen(TEXT, "\ufb2c".repeat(Eingabe.MAX_ZEICHEN))).hasSizeLessThanOrEqualTo(Eingabe.MAX_ZEICHEN);
    }

    @Test
    void theCutLeavesNoHalfCharacter() {
        String hunde = "x" + "\uD83D\uDC36".repeat(Eingabe.MAX_ZEICHEN);
        Antworten neu = lies("angaben", Antworten.LEER, Map.of(TEXT, hunde));

        assertThat(neu.wert(TEXT)).hasSize(Eingabe.MAX_ZEICHEN - 1).endsWith("\uD83D\uDC36");
        assertThat(AntwortenFormat.lies(AntwortenFormat.schreibe(neu))).isEqualTo(neu);
    }
}
