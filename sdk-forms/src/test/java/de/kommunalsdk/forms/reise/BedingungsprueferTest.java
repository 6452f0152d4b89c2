/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.reise;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Bedingung;
import de.kommunalsdk.forms.definition.Bedingung.Alle;
import de.kommunalsdk.forms.definition.Bedingung.Ausgefuellt;
import de.kommunalsdk.forms.definition.Bedingung.Eine;
import de.kommunalsdk.forms.definition.Bedingung.Gleich;
import de.kommunalsdk.forms.definition.Bedingung.JuengerAls;
import de.kommunalsdk.forms.definition.Bedingung.Kleiner;
import de.kommunalsdk.forms.definition.Bedingung.Nicht;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BedingungsprueferTest {

    private static final LocalDate HEUTE = LocalDate.of(2026, 11, 23);
    private static final Bedingung WAHR = new Nicht(new Ausgefuellt("F9"));
    private static final Bedingung FALSCH = new Ausgefuellt("F9");

    private static boolean gilt(Bedingung bedingung, Antworten antworten, String ort) {
        return new Bedingungspruefer(antworten, HEUTE).gilt(bedingung, ort);
    }

    private static boolean gilt(Bedingung bedingung, String wert) {
        return gilt(bedingung, Antworten.LEER.mit("F1", wert), "F2");
    }

    @Test
    void equalMeansOneOfTheValuesAndNeverNothing() {
        Bedingung gleich = new Gleich("F1", List.of("001", "003", ""));

        assertThat(gilt(gleich, "001")).isTrue();
        assertThat(gilt(gleich, "003")).isTrue();
        assertThat(gilt(gleich, "002")).isFalse();
        assertThat(gilt(gleich, "0010")).isFalse();
        assertThat(gilt(gleich, "")).isFalse();
    }

    @Test
    void givenMeansAnAnswerOrAFileAtThePlaceOrBelow() {
        assertThat(gilt(new Ausgefuellt("F1"), "x")).isTrue();
        assertThat(gilt(new Ausgefuellt("F1"), "")).isFalse();
        assertThat(gilt(new Ausgefuellt("G1"), Antworten.LEER.mit("G1.G2.F1", "x"), ""))
                .isTrue();
        assertThat(gilt(new Ausgefuellt("G1"), Antworten.LEER.mit("G1-2.F1", "x"), ""))
                .isTrue();
        assertThat(gilt(new Ausgefuellt("G1.F1"), Antworten.LEER.mitAnlagen("G1.F1", List.of(AnlageId.neu())), ""))
                .isTrue();
        assertThat(gilt(new Ausgefuellt("G1"), Antworten.LEER.mit("G10.F1", "x").mitAnzahl("G1", 3), ""))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "9.99,true",
        "-1,true",
        "10,false",
        "10.00,false",
        "10.01,false",
        "zehn,false",
        "'9,5',false",
        "'',false"
    })
    void lessComparesNumbersOnly(String wert, boolean gilt) {
        assertThat(gilt(new Kleiner("F1", BigDecimal.TEN), wert)).isEqualTo(gilt);
    }

    @ParameterizedTest
    @CsvSource({
        // 18 years old today, one day before, one day later
        "2008-11-23,false",
        "2008-11-22,false",
        "2008-11-24,true",
        "2026-11-23,true",
        "1950-01-01,false",
        // unknown day or month count as the last possible day
        "2008-11,true",
        "2008-10,false",
        "2008,true",
        "2007,false",
        // no date
        "2008-13,false",
        "31.12.2020,false",
        "'',false"
    })
    void youngerEndsWithTheBirthday(String geburt, boolean gilt) {
        assertThat(gilt(new JuengerAls("F1", 18), geburt)).isEqualTo(gilt);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-28,true", "2026-03-01,false", "2028-02-28,false"})
    void whoIsBornOnALeapDayGetsOlderOnTheFirstOfMarch(LocalDate heute, boolean gilt) {
        Antworten antworten = Antworten.LEER.mit("F1", "2008-02-29");

        assertThat(new Bedingungspruefer(antworten, heute).gilt(new JuengerAls("F1", 18), ""))
                .isEqualTo(gilt);
    }

    @ParameterizedTest
    @CsvSource({
        "23,11,2008,false",
        "24,11,2008,true",
        "'',11,2008,true",
        "'',10,2008,false",
        "'','',2008,true",
        "'','',2007,false",
        // a day without a month tells nothing, an impossible one is taken as unknown
        "1,'',2008,true",
        "31,11,2008,true",
        "31,2,2008,false",
        "01,07,2010,true",
        "'',13,2008,true",
        "1,1,'',false",
        "1,1,zwanzig,false"
    })
    void youngerReadsADateOfWhichPartsMayBeUnknown(String tag, String monat, String jahr, boolean gilt) {
        // FIM G60000000083 Geburtsdatum (teilbekannt)
        String gruppe = "G1.G60000000083";
        Antworten antworten = Antworten.LEER
                .mit(gruppe + ".F60000000231", tag)
                .mit(gruppe + ".F60000000232", monat)
                .mit(gruppe + ".F60000000233", jahr);

        assertThat(gilt(new JuengerAls(gruppe, 18), antworten, "G1.F1")).isEqualTo(gilt);
    }

    @Test
    void youngerReadsADateInPartsInsideARepetitionAndInTheOlderGeneration() {
        Antworten antworten = Antworten.LEER
                .mit("G1-2.G60000083.F60000231", "1")
                .mit("G1-2.G60000083.F60000232", "1")
                .mit("G1-2.G60000083.F60000233", "2020");
        Bedingung kind = new JuengerAls("G1.G60000083", 18);

        assertThat(gilt(kind, antworten, "G1-2.F1")).isTrue();
        assertThat(gilt(kind, antworten, "G1-1.F1")).isFalse();
    }

    @Test
    void conditionsCombine() {
        assertThat(gilt(new Nicht(WAHR), "")).isFalse();
        assertThat(gilt(new Nicht(FALSCH), "")).isTrue();
        assertThat(gilt(new Alle(List.of(WAHR, WAHR)), "")).isTrue();
        assertThat(gilt(new Alle(List.of(WAHR, FALSCH)), "")).isFalse();
        assertThat(gilt(new Alle(List.of()), "")).isTrue();
        assertThat(gilt(new Eine(List.of(FALSCH, WAHR)), "")).isTrue();
        assertThat(gilt(new Eine(List.of(FALSCH, FALSCH)), "")).isFalse();
        assertThat(gilt(new Eine(List.of()), "")).isFalse();
    }

    @Test
    void aPathMeansTheEntryOfTheSameRepetition() {
        Antworten antworten = Antworten.LEER
                .mit("F0", "ja")
                .mit("G1-1.F1", "nein")
                .mit("G1-2.F1", "ja")
                .mit("G1-2.G2-1.F2", "nein")
                .mit("G1-2.G2-3.F2", "ja");

        assertThat(gilt(ja("G1.F1"), antworten, "G1-1.F5")).isFalse();
        assertThat(gilt(ja("G1.F1"), antworten, "G1-2.F5")).isTrue();
        assertThat(gilt(ja("G1.F1"), antworten, "G1-2.G2-1.F5")).isTrue();
        assertThat(gilt(ja("G1.G2.F2"), antworten, "G1-2.G2-1.F5")).isFalse();
        assertThat(gilt(ja("G1.G2.F2"), antworten, "G1-2.G2-3.F5")).isTrue();
        assertThat(gilt(ja("G1.G2.F2"), antworten, "G1-1.G2-3.F5")).isFalse();
        assertThat(gilt(ja("F0"), antworten, "G1-2.G2-3.F5")).isTrue();
        assertThat(gilt(new Nicht(new Alle(List.of(ja("G1.F1")))), antworten, "G1-1.F5"))
                .isTrue();
        // seen from outside there is no entry to mean
        assertThat(gilt(ja("G1.F1"), antworten, "F5")).isFalse();
        assertThat(gilt(ja("G1.F1"), antworten, "G3-2.F5")).isFalse();
    }

    private static Bedingung ja(String pfad) {
        return new Gleich(pfad, List.of("ja"));
    }
}
