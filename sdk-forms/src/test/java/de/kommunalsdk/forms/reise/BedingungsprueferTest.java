/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.reise;

import static de.kommunalsdk.forms.probe.Probeschema.feld;
import static de.kommunalsdk.forms.probe.Probeschema.gruppe;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Bedingung;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.probe.Probedienst;
import de.kommunalsdk.forms.probe.Probeschema;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions as dienst.yaml has them, read and evaluated. */
class BedingungsprueferTest {

    private static final LocalDate HEUTE = LocalDate.of(2026, 11, 23);
    private static final String F0 = "F05999000100";
    private static final String F1 = "F05999000101";
    private static final String ZIEL = "F05999000109";
    private static final String G1 = "G05999000101";
    private static final String FELD = "F05999000111";
    private static final String G2 = "G05999000102";
    private static final String TIEF = "F05999000121";
    private static final String GEBURT = "G60000000083";

    private static final String SCHEMA = Probeschema.schema(
            feld("0:1", F0, "Oben", "text"),
            feld("0:1", F1, "Feld", "text"),
            feld("0:1", ZIEL, "Ziel", "text"),
            feld("0:2", "F05999000105", "Datei", "file"),
            gruppe(
                    "0:5",
                    G1,
                    "Gruppe",
                    feld("0:1", FELD, "Feld", "text"),
                    feld("0:1", "F05999000119", "Ziel", "text"),
                    gruppe(
                            "0:1",
                            GEBURT,
                            "Geburt",
                            feld("0:1", "F60000000231", "Tag", "num_int"),
                            feld("0:1", "F60000000232", "Monat", "num_int"),
                            feld("0:1", "F60000000233", "Jahr", "num_int")),
                    gruppe(
                            "0:5",
                            G2,
                            "Tiefe Gruppe",
                            feld("0:1", TIEF, "Tiefes Feld", "text"),
                            feld("0:1", "F05999000129", "Ziel", "text"))));

    /** The condition of the field at a path. */
    private static Bedingung lies(String bedingung, String pfad) {
        Feld feld = new Probedienst("felder:\n  " + pfad + ":\n    pflicht_wenn: " + bedingung + "\n", SCHEMA)
                .formular()
                .felder()
                .get(pfad);
        return feld.pflichtWenn().orElseThrow();
    }

    private static boolean gilt(Bedingung bedingung, Antworten antworten, String ort) {
        return new Bedingungspruefer(antworten, HEUTE).gilt(bedingung, ort);
    }

    private static boolean gilt(String bedingung, Antworten antworten) {
        return gilt(lies(bedingung, ZIEL), antworten, ZIEL);
    }

    private static boolean gilt(String bedingung, String wert) {
        return gilt(bedingung, Antworten.LEER.mit(F1, wert));
    }

    @ParameterizedTest
    @CsvSource({"001,true", "003,true", "002,false", "0010,false", "'',false"})
    void equalMeansOneOfTheValuesAndNeverNothing(String wert, boolean gilt) {
        assertThat(gilt("{feld: F05999000101, gleich: [\"001\", \"003\"]}", wert))
                .isEqualTo(gilt);
        assertThat(gilt("{nicht: {feld: F05999000101, gleich: [\"001\", \"003\"]}}", wert))
                .isEqualTo(!gilt);
    }

    @Test
    void givenMeansAnAnswerOrAFileAtThePlaceOrBelow() {
        String gruppe = "{feld: " + G1 + ", ausgefuellt: ja}";

        assertThat(gilt("{feld: F05999000101, ausgefuellt: ja}", "x")).isTrue();
        assertThat(gilt("{feld: F05999000101, ausgefuellt: ja}", "")).isFalse();
        assertThat(gilt(gruppe, Antworten.LEER.mit(G1 + "-2." + FELD, "x"))).isTrue();
        assertThat(gilt(gruppe, Antworten.LEER.mit(G1 + "-2." + G2 + "-1." + TIEF, "x")))
                .isTrue();
        assertThat(gilt(gruppe, Antworten.LEER.mit(F0, "x").mitAnzahl(G1, 3))).isFalse();
        assertThat(gilt(
                        "{feld: F05999000105, ausgefuellt: ja}",
                        Antworten.LEER.mitAnlagen("F05999000105", List.of(AnlageId.neu()))))
                .isTrue();
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
        assertThat(gilt("{feld: F05999000101, kleiner: 10}", wert)).isEqualTo(gilt);
        assertThat(gilt("{nicht: {feld: F05999000101, kleiner: 10}}", wert)).isEqualTo(!gilt);
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
        assertThat(gilt("{feld: F05999000101, juenger_als: 18}", geburt)).isEqualTo(gilt);
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
        String gruppe = G1 + "-2." + GEBURT;
        Antworten antworten = Antworten.LEER
                .mit(gruppe + ".F60000000231", tag)
                .mit(gruppe + ".F60000000232", monat)
                .mit(gruppe + ".F60000000233", jahr);
        String pfad = G1 + ".F05999000119";

        for (String bedingung : List.of("{feld: G60000000083, juenger_als: 18}", "age(G60000000083) < 18")) {
            assertThat(gilt(lies(bedingung, pfad), antworten, G1 + "-2.F05999000119"))
                    .isEqualTo(gilt);
            assertThat(gilt(lies(bedingung, pfad), antworten, G1 + "-1.F05999000119"))
                    .isFalse();
        }
    }

    @Test
    void conditionsCombineAmongEachOtherAndWithExpressions() {
        String ja = "{feld: F05999000101, gleich: x}";
        String nein = "{feld: F05999000101, gleich: y}";

        assertThat(gilt("{nicht: " + ja + "}", "x")).isFalse();
        assertThat(gilt("{nicht: " + nein + "}", "x")).isTrue();
        assertThat(gilt("{alle: [" + ja + ", " + ja + "]}", "x")).isTrue();
        assertThat(gilt("{alle: [" + ja + ", " + nein + "]}", "x")).isFalse();
        assertThat(gilt("{alle: []}", "x")).isTrue();
        assertThat(gilt("{eine: [" + nein + ", " + ja + "]}", "x")).isTrue();
        assertThat(gilt("{eine: [" + nein + ", " + nein + "]}", "x")).isFalse();
        assertThat(gilt("{eine: []}", "x")).isFalse();
        assertThat(gilt("{alle: [" + ja + ", string length(F05999000101) = 1]}", "x"))
                .isTrue();
        assertThat(gilt("{nicht: F05999000100 = \"x\"}", "x")).isFalse();
    }

    @Test
    void aPathMeansTheEntryOfTheSameRepetition() {
        Antworten antworten = Antworten.LEER
                .mit(F0, "ja")
                .mit(G1 + "-1." + FELD, "nein")
                .mit(G1 + "-2." + FELD, "ja")
                .mit(G1 + "-2." + G2 + "-1." + TIEF, "nein")
                .mit(G1 + "-2." + G2 + "-3." + TIEF, "ja");
        String tief = G1 + "." + G2 + ".F05999000129";
        String hier = G1 + ".F05999000119";

        assertThat(gilt(lies(ja(FELD), hier), antworten, G1 + "-1.F05999000119"))
                .isFalse();
        assertThat(gilt(lies(ja(FELD), hier), antworten, G1 + "-2.F05999000119"))
                .isTrue();
        assertThat(gilt(lies(ja(FELD), tief), antworten, G1 + "-2." + G2 + "-1.F05999000129"))
                .isTrue();
        assertThat(gilt(lies(ja(TIEF), tief), antworten, G1 + "-2." + G2 + "-1.F05999000129"))
                .isFalse();
        assertThat(gilt(lies(ja(TIEF), tief), antworten, G1 + "-2." + G2 + "-3.F05999000129"))
                .isTrue();
        assertThat(gilt(lies(ja(TIEF), tief), antworten, G1 + "-1." + G2 + "-3.F05999000129"))
                .isFalse();
        assertThat(gilt(lies(ja(F0), tief), antworten, G1 + "-2." + G2 + "-3.F05999000129"))
                .isTrue();
        assertThat(gilt("some x in G05999000101 satisfies x.F05999000111 = \"ja\"", antworten))
                .isTrue();
    }

    private static String ja(String feld) {
        return "{feld: " + feld + ", gleich: ja}";
    }
}
