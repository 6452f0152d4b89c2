/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ausdruck;

import static de.kommunalsdk.ausdruck.Probeumgebung.lies;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.error.Problem;
import de.kommunalsdk.error.Problem.Schwere;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AusdrucksleserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    # grammar
                    ``                                  | SYNTAX             | 1  | Wert
                    F1 =                                | SYNTAX             | 5  | der Ausdruck endet
                    F1 == "001"                         | SYNTAX             | 4  | Gleich heißt =
                    B1 && B2                            | SYNTAX             | 4  | and
                    !B1                                 | SYNTAX             | 1  | not(...)
                    F1 = „001“                          | SYNTAX             | 6  | geraden
                    F1 = '001'                          | SYNTAX             | 6  | geraden
                    F1 = "001                           | SYNTAX             | 6  | nicht geschlossen
                    F2 = "a\\x"                          | SYNTAX             | 8  | Nach
                    Z1 = 1,5                            | SYNTAX             | 7  | Dezimalzahlen
                    Z1 = 1e999999999                    | SYNTAX             | 6  | Ziffern
                    Z1 > 1 > 2                          | SYNTAX             | 8  | Operator
                    (B1                                 | SYNTAX             | 4  | ")"
                    B1)                                 | SYNTAX             | 3  | Ende
                    if B1 then B2                       | SYNTAX             | 14 | "else"
                    some x G1 satisfies B1              | SYNTAX             | 8  | "in"
                    every if in G1 satisfies B1         | SYNTAX             | 7  | Name
                    F1 in "001"                         | SYNTAX             | 7  | Liste
                    Z1 between 1                        | SYNTAX             | 13 | "and"
                    Z1 = 2 ** 3                         | SYNTAX             | 8  | Potenzen
                    B1 ; B2                             | SYNTAX             | 4  | Zeichen
                    # names
                    F3 = "x"                            | NAME_UNBEKANNT     | 1  | "F1"
                    B1 and XYZABC = 1                   | NAME_UNBEKANNT     | 8  | keiner Stelle
                    Z5 > 1                              | NAME_MEHRDEUTIG    | 1  | G1.Z5, G3.Z5
                    some x in G1 satisfies x.F7 = "a"   | NAME_UNBEKANNT     | 24 | G1.F7
                    B1 and sqrt(Z1) = 1                 | FUNKTION_UNBEKANNT | 8  | gibt es nicht
                    start with(F2, "a")                 | FUNKTION_UNBEKANNT | 1  | "starts with"
                    (D1).yaer = 2026                    | FUNKTION_UNBEKANNT | 6  | year
                    # types
                    F1 = 1                              | TYP                | 6  | Anführungszeichen
                    Z1 = "1"                            | TYP                | 6  | ohne Anführungszeichen
                    D1 = "2026-11-23"                   | TYP                | 6  | date("2026-11-23")
                    U1 = "14:30:00"                     | TYP                | 6  | time("14:30:00")
                    B1 = "true"                         | TYP                | 6  | ohne Anführungszeichen
                    F1 < "002"                          | TYP                | 1  | Größer und kleiner
                    Z1 + 1                              | TYP                | 1  | true oder false
                    F2                                  | TYP                | 1  | true oder false
                    B1 and Z1                           | TYP                | 8  | eine Zahl
                    not(Z1)                             | TYP                | 5  | eine Zahl
                    G0 = "x"                            | TYP                | 1  | eine Gruppe
                    A1 = "x"                            | TYP                | 1  | eine Datei
                    D1 + 14 > today()                   | TYP                | 6  | duration("P14D")
                    D1 - D2 > 14                        | TYP                | 1  | Dauer
                    (1 + 2) = null                      | TYP                | 2  | null
                    if B1 then 1 else "a"               | TYP                | 19 | eine Zahl
                    Z1 in (1, "a")                      | TYP                | 11 | Zahl
                    age(F2) < 18                        | TYP                | 5  | ein Datum
                    sum(F2) = 1                         | TYP                | 5  | Wiederholung
                    sum(G1.F5) = 1                      | TYP                | 5  | eine Zahl
                    sum(Z1 + Z2) = 1                    | TYP                | 5  | wiederholte Gruppe
                    some x in G0 satisfies B1           | TYP                | 11 | nicht wiederholt
                    # several values
                    G1.Z5 > 1                           | MEHRERE_WERTE      | 1  | count
                    W1 = 1                              | MEHRERE_WERTE      | 1  | sum
                    # arguments and constants
                    age() < 18                          | STELLIGKEIT        | 1  | ein Argument
                    contains(F2) = true                 | STELLIGKEIT        | 1  | 2 Argumente
                    today(1) = D1                       | STELLIGKEIT        | 1  | kein Argument
                    D1 = date("2026-02-30")             | KONSTANTE          | 11 | "2026-11-23"
                    D1 = date(F2)                       | KONSTANTE          | 11 | Anführungszeichen
                    D1 + duration("14") = D2            | KONSTANTE          | 15 | "P14D"
                    D1 + duration("P999999999W") = D2   | KONSTANTE          | 15 | "P14D"
                    Z1 = 1234567890123456789012345678901| KONSTANTE          | 6  | 30 Stellen
                    """)
    void whatIsWrongIsToldWithItsPlace(String text, AusdruckFehler code, int spalte, String meldung) {
        List<Problem> probleme = new ArrayList<>();
        Optional<Ausdruck> ausdruck = lies(text == null ? "" : text, "", Typ.WAHRHEIT, probleme);

        assertThat(ausdruck).isEmpty();
        assertThat(probleme.get(0).code()).as("%s", probleme).isEqualTo(code);
        assertThat(probleme.get(0).stelle().spalte()).as("%s", probleme).isEqualTo(spalte);
        assertThat(probleme.get(0).meldung()).contains(meldung);
    }

    @Test
    void allProblemsOfNamesAndTypesAreToldAtOnce() {
        List<Problem> probleme = new ArrayList<>();

        assertThat(lies("F3 = 1 and Z1 = \"a\" or foo(Z9) and D1 = 5", "", Typ.WAHRHEIT, probleme))
                .isEmpty();

        assertThat(probleme)
                .extracting(p -> p.code().code() + " " + p.stelle().spalte())
                .containsExactly(
                        "OZG-AUSDRUCK-0004 1",
                        "OZG-AUSDRUCK-0008 17",
                        "OZG-AUSDRUCK-0004 28",
                        "OZG-AUSDRUCK-0006 24",
                        "OZG-AUSDRUCK-0008 41");
    }

    @Test
    void afterTwentyProblemsTheRestIsOne() {
        List<Problem> probleme = new ArrayList<>();

        lies("F3 = 1 and ".repeat(50) + "B1", "", Typ.WAHRHEIT, probleme);

        assertThat(probleme).hasSize(Ausdrucksleser.MAX_PROBLEME + 1);
        assertThat(probleme.get(20).code()).isEqualTo(AusdruckFehler.ZU_VIELE_PROBLEME);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    Z1 / 0 > 1           | DIVISION_DURCH_NULL | 6
                    Z1 / 0.00 > 1        | DIVISION_DURCH_NULL | 6
                    F1 = "003"           | CODE_UNBEKANNT      | 6
                    F1 in ("001", "9")   | CODE_UNBEKANNT      | 15
                    """)
    void whatMakesNoSenseIsAWarning(String text, AusdruckFehler code, int spalte) {
        List<Problem> probleme = new ArrayList<>();

        assertThat(lies(text, "", Typ.WAHRHEIT, probleme)).isPresent();
        assertThat(probleme).extracting(Problem::schwere).containsExactly(Schwere.WARNUNG);
        assertThat(probleme.get(0).code()).isEqualTo(code);
        assertThat(probleme.get(0).stelle().spalte()).isEqualTo(spalte);
    }

    @Test
    void theValueMustHaveTheTypeThatIsAskedFor() {
        List<Problem> probleme = new ArrayList<>();

        assertThat(lies("Z1 + 1", "", Typ.ZAHL)).isNotNull();
        assertThat(lies("F2 + \"!\"", "", Typ.TEXT)).isNotNull();
        assertThat(lies("T1", "", Typ.DATUM)).isNotNull();
        assertThat(lies("B1", "", Typ.ZAHL, probleme)).isEmpty();
        assertThat(probleme).extracting(Problem::code).containsExactly(AusdruckFehler.TYP);
    }

    @Test
    void aNameMeansTheEntryOfTheSameRepetition() {
        Ausdruck innen = lies("G1.Z5 > 1", "G1", Typ.WAHRHEIT);
        Auswerter auswerter =
                new Auswerter(Probeumgebung.angaben("G1-1.Z5=1;G1-2.Z5=2;G1-2.G2-1.Z6=7"), Probeumgebung.HEUTE);

        assertThat(auswerter.wahrheit(innen, "G1-1")).contains(false);
        assertThat(auswerter.wahrheit(innen, "G1-2.F5")).contains(true);
        assertThat(auswerter.wahrheit(innen, "G1-3")).isEmpty();
        assertThat(auswerter.wahrheit(lies("G1.Z5 > 1", "G1.G2", Typ.WAHRHEIT), "G1-2.G2-1.Z6"))
                .contains(true);
        assertThat(auswerter.zahl(lies("sum(G1.Z5)", "G1", Typ.ZAHL), "G1-1").orElseThrow())
                .isEqualByComparingTo("3");
        assertThat(auswerter.zahl(lies("sum(G1.G2.Z6)", "G1", Typ.ZAHL), "G1-1").orElseThrow())
                .isEqualByComparingTo("0");
        assertThat(auswerter.zahl(lies("sum(Z6)", "G1", Typ.ZAHL), "G1-2").orElseThrow())
                .isEqualByComparingTo("7");
    }

    @Test
    void whatAnExpressionLooksAtIsKnown() {
        assertThat(Lesung.von(
                        lies("G1.Z5 + Z1 + sum(for x in G1.G2 return x.Z6) > count(G1)", "G1", Typ.WAHRHEIT), "G1.F5"))
                .containsExactlyInAnyOrder(
                        new Lesung("G1.Z5", 1, false),
                        new Lesung("Z1", 0, false),
                        new Lesung("G1.G2", 1, true),
                        new Lesung("G1.G2.Z6", 1, false),
                        new Lesung("G1", 0, true));
        assertThat(Lesung.haengtVomTagAb(lies("Z1 > 1 and age(T1) < 18", "", Typ.WAHRHEIT)))
                .isTrue();
        assertThat(Lesung.haengtVomTagAb(lies("(T1).year < 18", "", Typ.WAHRHEIT)))
                .isFalse();
    }
}
