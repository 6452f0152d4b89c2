/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ausdruck;

import static de.kommunalsdk.ausdruck.Probeumgebung.HEUTE;
import static de.kommunalsdk.ausdruck.Probeumgebung.angaben;
import static de.kommunalsdk.ausdruck.Probeumgebung.lies;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuswerterTest {

    private static Optional<Boolean> wahrheit(String text, String antworten) {
        return new Auswerter(angaben(antworten), HEUTE).wahrheit(lies(text, "", Typ.WAHRHEIT), "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    # three-valued logic
                    B1 and B2                    | B1=true;B2=true      | true
                    B1 and B2                    | B1=false             | false
                    B1 and B2                    | B2=false             | false
                    B1 and B2                    | B1=true              | ?
                    B1 or B2                     | B2=true              | true
                    B1 or B2                     | B1=false             | ?
                    B1 or B2                     | B1=false;B2=false    | false
                    not(B1)                      | B1=false             | true
                    not(B1)                      | x=                   | ?
                    not(B1)                      | B1=ja                | ?
                    B1 or B2 and false           | B1=false;B2=true     | false
                    if B1 then B2 else true      | B1=false             | true
                    if B1 then B2 else true      | B2=true              | ?
                    if B1 then B2 else null      | B1=false             | ?
                    # given or not
                    F2 = null                    | x=                   | true
                    F2 != null                   | F2=a                 | true
                    A1 != null                   | A1=Datei             | true
                    G0 != null                   | G0.F9=a              | true
                    G0 != null                   | G01.F9=a             | false
                    G1 != null                   | G1-3.F5=a            | true
                    G1.Z5 = null                 | G1-3.F5=a            | true
                    G1.Z5 = null                 | G1-3.Z5=1            | false
                    # equality
                    F1 = "001"                   | F1=001               | true
                    F1 = "001"                   | F1=0010              | false
                    F1 != "001"                  | F1=002               | true
                    F1 != "001"                  | x=                   | ?
                    F2 = F1                      | F1=001;F2=001        | true
                    F1 in ("001", "002")         | F1=002               | true
                    F1 in ("001", F2)            | F1=002               | ?
                    F1 in ["001"]                | F1=002               | false
                    F2 = "a\\"b\\\\c"            | F2=a"b\\c             | true
                    # numbers
                    Z1 = 1.50                    | Z1=1.5               | true
                    Z1 > 1.5                     | Z1=1.50              | false
                    Z1 >= -3                     | Z1=-3                | true
                    Z1 < 10                      | Z1=9,5               | ?
                    Z1 < 10                      | Z1=zehn              | ?
                    Z1 < 10                      | Z1=1e3               | ?
                    Z1 between 1 and 3           | Z1=3                 | true
                    Z1 in [1..3]                 | Z1=0                 | false
                    0.1 + 0.2 = 0.3              | x=                   | true
                    1 + 2 * 3 - 4 / 2 = 5        | x=                   | true
                    (1 + 2) * -3 = -9            | x=                   | true
                    -Z1 = 4                      | Z1=-4                | true
                    1 / 3 * 3 < 1                | x=                   | true
                    1 / Z1 > 0                   | Z1=0                 | ?
                    1 / Z1 > 0 or true           | Z1=0                 | true
                    floor(-1.5) = -2             | x=                   | true
                    ceiling(1.1) = 2             | x=                   | true
                    round half up(2.345, 2) = 2.35 | x=                 | true
                    round half up(1250, -2) = 1300 | x=                 | true
                    abs(Z1) = 2                  | Z1=-2                | true
                    max(Z1 - 10, 0) = 0          | Z1=4                 | true
                    min(Z1, 3) = 3               | Z1=4                 | true
                    # texts
                    contains(F2, "mit")          | F2=damit             | true
                    starts with(F2, "da")        | F2=damit             | true
                    ends with(F2, "da")          | F2=damit             | false
                    string length(F2) = 3        | F2=aä𝒳               | true
                    F2 + "-" + F1 = "a-001"      | F2=a;F1=001          | true
                    # days
                    D1 < date("2026-01-01")      | D1=2025-12-31        | true
                    D1 = D2                      | D1=2026-02-28;D2=2026-02-28 | true
                    D1 > today()                 | D1=2026-11-24        | true
                    D1 >= today() + duration("P14D") | D1=2026-12-06    | false
                    D1 >= today() + duration("P14D") | D1=2026-12-07    | true
                    D1 - duration("P1M") = date("2026-02-28") | D1=2026-03-31 | true
                    (D2 - D1).days + 1 = 3       | D1=2026-02-27;D2=2026-03-01 | true
                    (D1).year = 2026             | D1=2026-03-01        | true
                    D1 < today()                 | D1=23.11.2025        | ?
                    D1 < today()                 | D1=2026-02-30        | ?
                    today().month = 11           | x=                   | true
                    # unknown parts of a day count as the last possible day
                    T1 = date("2008-11-30")      | T1=2008-11           | true
                    T1 = date("2008-02-29")      | T1=2008-02           | true
                    T1 = date("2008-12-31")      | T1=2008              | true
                    T1 = D1                      | T1=2008-11-01;D1=2008-11-01 | true
                    T1 = D1                      | T1=2008-13;D1=2008-11-01    | ?
                    age(T1) < 18                 | T1=2008-11-23        | false
                    age(T1) < 18                 | T1=2008-11-24        | true
                    age(T1) < 18                 | T1=2008              | true
                    age(D1) < 18                 | x=                   | ?
                    # times
                    U1 < time("14:30:00")        | U1=09:00:00          | true
                    P1 > date and time("2026-11-23T08:00:00") | P1=2026-11-23T08:00:01 | true
                    # repetitions
                    sum(G1.Z5) = 3               | G1-1.Z5=1;G1-10.Z5=2;G1-2.F5=a | true
                    sum(G1.Z5) = 0               | x=                   | true
                    sum(G1.Z5) = 1               | G1-1.Z5=1;G1-2.Z5=x  | ?
                    count(G1) = 2                | G1-1.Z5=1;G1-7.F5=a  | true
                    count(G1.Z5) = 1             | G1-1.Z5=1;G1-7.F5=a  | true
                    count(G1) = 0                | x=                   | true
                    max(G1.Z5) = 7               | G1-1.Z5=1;G1-2.Z5=7  | true
                    min(G1.Z5) = 1               | x=                   | ?
                    mean(G1.Z5) = 4              | G1-1.Z5=1;G1-2.Z5=7  | true
                    sum(W1) = 3                  | W1-1=1;W1-2=2        | true
                    sum(G1.G2.Z6) = 6            | G1-1.G2-1.Z6=1;G1-1.G2-2.Z6=2;G1-3.G2-1.Z6=3 | true
                    sum(for x in G1 return x.Z5 * x.Z7) = 14 | G1-1.Z5=1;G1-1.Z7=2;G1-2.Z5=3;G1-2.Z7=4 | true
                    sum(for x in G1 return x.Z5 * x.Z7) = 2  | G1-1.Z5=1;G1-1.Z7=2;G1-2.Z5=3 | ?
                    some x in G1 satisfies x.Z5 > 2  | G1-1.Z5=1;G1-2.Z5=3 | true
                    some x in G1 satisfies x.Z5 > 2  | G1-1.Z5=1;G1-2.F5=a | ?
                    some x in G1 satisfies x.Z5 > 2  | x=                 | false
                    every x in G1 satisfies x.Z5 > 2 | G1-1.Z5=1;G1-2.F5=a | false
                    every x in G1 satisfies x.Z5 > 2 | x=                 | true
                    every x in W1 satisfies x > 2    | W1-1=3             | true
                    every x in G1 satisfies some y in x.G2 satisfies y.Z6 = x.Z5 | G1-1.Z5=1;G1-1.G2-2.Z6=1 | true
                    every x in G1 satisfies some y in x.G2 satisfies y.Z6 = x.Z5 | G1-1.Z5=1;G1-2.Z5=2;G1-1.G2-2.Z6=1 | false
                    every x in G1 satisfies count(x.G2) = 1 | G1-1.G2-4.Z6=1 | true
                    """)
    void everyOperatorHasItsMeaning(String text, String antworten, String ergebnis) {
        assertThat(wahrheit(text, antworten))
                .isEqualTo(ergebnis.equals("?") ? Optional.empty() : Optional.of(Boolean.valueOf(ergebnis)));
    }

    @ParameterizedTest
    @CsvSource({"2026-02-28,17", "2026-03-01,18", "2028-02-28,19", "2028-02-29,20"})
    void whoIsBornOnALeapDayGetsOlderOnTheFirstOfMarch(LocalDate heute, int alter) {
        Auswerter auswerter = new Auswerter(angaben("D1=2008-02-29"), heute);

        assertThat(auswerter.zahl(lies("age(D1)", "", Typ.ZAHL), "")).contains(BigDecimal.valueOf(alter));
    }

    @Test
    void whatIsWroughtByHandWithoutTypesIsUnknown() {
        Auswerter auswerter = new Auswerter(angaben("F2=a"), HEUTE);
        Ausdruck text = new Ausdruck.Konstante("a");
        Ausdruck zahl = new Ausdruck.Konstante(BigDecimal.ONE);

        assertThat(auswerter.wert(new Ausdruck.Rechnung(Ausdruck.Rechnung.Art.MAL, text, zahl), ""))
                .isEmpty();
        assertThat(auswerter.wert(new Ausdruck.Vergleich(Ausdruck.Vergleich.Art.KLEINER, text, zahl), ""))
                .isEmpty();
        assertThat(auswerter.wert(new Ausdruck.Nicht(text), "")).isEmpty();
        assertThat(auswerter.wahrheit(new Ausdruck.EntwederOder(text, zahl), ""))
                .isEmpty();
        assertThat(auswerter.wahrheit(new Ausdruck.Sicher(new Ausdruck.Nichts()), ""))
                .contains(false);
        assertThat(auswerter.zahl(text, "")).isEmpty();
    }
}
