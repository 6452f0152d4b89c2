/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xfall;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XfallLeserTest {

    private static final String BEGINN = "<S1V1.0.0 xmlns=\"urn:fim-de:xfall:xdf3:S1V1.0.0\" xmlns:i=\""
            + "http://www.w3.org/2001/XMLSchema-instance\">\n";

    private static XfallErgebnis xml(String text) {
        return XfallXmlLeser.lies(XfallTest.KLEIN, "i.xml", strom(text));
    }

    private static XfallErgebnis json(String text) {
        return XfallJsonLeser.lies(XfallTest.KLEIN, "i.json", strom(text));
    }

    private static InputStream strom(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void hatNur(XfallErgebnis ergebnis, String code, int zeile) {
        assertThat(ergebnis.probleme()).extracting(p -> p.code().code()).containsExactly(code);
        assertThat(ergebnis.probleme().get(0).stelle().zeile()).isEqualTo(zeile);
        assertThat(ergebnis.werte()).isEmpty();
        assertThat(ergebnis.probleme().toString()).doesNotContain("Mustermann");
    }

    @Test
    void whatXmlSchemaLetsVaryIsOneValue() {
        Gruppenwert werte = xml(BEGINN + "<F1>\n a <!-- c -->b</F1><F2> +0.10\n</F2><F2>.5</F2><F2>5.</F2><F3> 1 </F3>"
                        + "<F4>\t2026-11-24</F4><F5> 0  07 </F5><F9>-007</F9></S1V1.0.0>\n<!-- end -->")
                .werte()
                .orElseThrow();

        assertThat(werte)
                .isEqualTo(new Gruppenwert(Map.of(
                        "F1", List.of(new Feldwert("\n a b")),
                        "F2", List.of(new Feldwert("0.10"), new Feldwert("0.5"), new Feldwert("5.0")),
                        "F3", List.of(new Feldwert("true")),
                        "F4", List.of(new Feldwert("2026-11-24")),
                        "F5", List.of(new Feldwert("0 07")),
                        "F9", List.of(new Feldwert("-7")))));
    }

    @Test
    void whatJsonSchemaLetsVaryIsOneValue() {
        Gruppenwert werte = json("\n{\"F9\": 7.0, \"F2\": [1e2, 12345678901234567890.000000001, -0.10], \"F3\": false,"
                        + "\"G1\":[], \"F5\":\"007\", \"F6\":\"a.pdf\"}\n")
                .werte()
                .orElseThrow();

        assertThat(werte)
                .isEqualTo(new Gruppenwert(Map.of(
                        "F9", List.of(new Feldwert("7")),
                        "F2",
                                List.of(
                                        new Feldwert("100"),
                                        new Feldwert("12345678901234567890.000000001"),
                                        new Feldwert("-0.10")),
                        "F3", List.of(new Feldwert("false")),
                        "F5", List.of(new Feldwert("007")),
                        "F6", List.of(new Anlagewert("a.pdf", "", "")))));
    }

    @ParameterizedTest
    @CsvSource({
        "<F99>Mustermann<F1>x</F1></F99>, OZG-XFALL-0001",
        "<F1 xmlns=''>Mustermann</F1>, OZG-XFALL-0001",
        "<L1>Mustermann</L1>, OZG-XFALL-0001",
        "<F1>a<F2>1</F2></F1>, OZG-XFALL-0001",
        "<F2>1</F2><F1>Mustermann</F1>, OZG-XFALL-0010",
        "<F1 a='Mustermann'>x</F1>, OZG-XFALL-0011",
        "<F1 i:type='x'>x</F1>, OZG-XFALL-0011",
        "<G2 i:nil='true'/>, OZG-XFALL-0011",
        "<G2>Mustermann</G2>, OZG-XFALL-0012",
        "Mustermann, OZG-XFALL-0012",
        "<F1/>, OZG-XFALL-0013",
        "<F3>  </F3>, OZG-XFALL-0013",
        "<F2>Mustermann</F2>, OZG-XFALL-0005",
        "<F2>1e2</F2>, OZG-XFALL-0005",
        "<F3>yes</F3>, OZG-XFALL-0005",
        "<F4>2026-11-24Z</F4>, OZG-XFALL-0005",
        "<F4>0999-01-01</F4>, OZG-XFALL-0005",
        "<F4>2026-02-29</F4>, OZG-XFALL-0005",
        "<F7>08:15</F7>, OZG-XFALL-0005",
        "<F8>2026-11-24</F8>, OZG-XFALL-0005",
        "<F9>7.0</F9>, OZG-XFALL-0005",
    })
    void xmlThatTheSchemaDoesNotAllow(String inhalt, String code) {
        hatNur(xml(BEGINN + inhalt + "</S1V1.0.0>"), code, 2);
    }

    @ParameterizedTest
    @CsvSource({
        "<S1V1.0.0/>, OZG-XFALL-0009",
        "<S1V1.0.1 xmlns='urn:fim-de:xfall:xdf3:S1V1.0.0'/>, OZG-XFALL-0009",
        "<S1V1.0.0 xmlns='urn:fim-de:xfall:xdf3:S1V1.0.1'/>, OZG-XFALL-0009",
        "<!DOCTYPE a><S1V1.0.0/>, OZG-XML-0002",
        "Mustermann, OZG-XML-0001",
        "<S1V1.0.0 xmlns='urn:fim-de:xfall:xdf3:S1V1.0.0'><F1>, OZG-XML-0007",
        "<S1V1.0.0 xmlns='urn:fim-de:xfall:xdf3:S1V1.0.0'/><a/>, OZG-XML-0001",
    })
    void xmlThatIsNoInstance(String text, String code) {
        hatNur(xml(text), code, 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"F99\":{\"a\":[\"Mustermann\"]}|OZG-XFALL-0001",
                "\"L1\":\"Mustermann\"|OZG-XFALL-0001",
                "\"F1\":[\"Mustermann\"]|OZG-XFALL-0002",
                "\"F1\":7|OZG-XFALL-0002",
                "\"F1\":null|OZG-XFALL-0002",
                "\"F1\":{\"a\":1}|OZG-XFALL-0002",
                "\"F2\":1|OZG-XFALL-0002",
                "\"F2\":[[1]]|OZG-XFALL-0002",
                "\"F2\":[\"1\"]|OZG-XFALL-0002",
                "\"F3\":\"true\"|OZG-XFALL-0002",
                "\"F3\":1|OZG-XFALL-0002",
                "\"F4\":20261124|OZG-XFALL-0002",
                "\"F5\":7|OZG-XFALL-0002",
                "\"F6\":{}|OZG-XFALL-0002",
                "\"G2\":\"Mustermann\"|OZG-XFALL-0002",
                "\"F9\":7.5|OZG-XFALL-0005",
                "\"F9\":1e999999999|OZG-XFALL-0005",
                "\"F2\":[1e99999999999]|OZG-XFALL-0005",
                "\"F2\":[1e-101]|OZG-XFALL-0005",
                "\"F4\":\"24.11.2026\"|OZG-XFALL-0005",
                "\"F5\":\" 007\"|OZG-XFALL-0005",
                "\"F7\":\"08:15\"|OZG-XFALL-0005",
                "\"F1\":\"\"|OZG-XFALL-0013",
                "\"F1\":\"a\\u0000\"|OZG-XFALL-0006",
                "\"F1\":\"\\ud800\"|OZG-XFALL-0006",
                "\"F1\":\"a\",\"F1\":\"Mustermann\"|OZG-XFALL-0014",
                "\"F99\":{\"a\":1,\"a\":2}|OZG-XFALL-0001, OZG-XFALL-0014",
                "\"F1\":\"a\",|OZG-XFALL-0014",
                "F1:\"a\"|OZG-XFALL-0014",
                "\"F9\":007|OZG-XFALL-0014",
                "\"F9\":NaN|OZG-XFALL-0014",
            })
    void jsonThatTheSchemaDoesNotAllow(String inhalt, String codes) {
        XfallErgebnis ergebnis = json("{\n" + inhalt + "}");

        assertThat(ergebnis.probleme())
                .extracting(p -> p.code().code())
                .containsExactly(codes.split(", ", -1))
                .hasSizeLessThan(3);
        assertThat(ergebnis.probleme()).extracting(p -> p.stelle().zeile()).containsOnly(2);
        assertThat(ergebnis.probleme().toString()).doesNotContain("Mustermann");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|OZG-XFALL-0009",
                "''|OZG-XFALL-0009",
                "\"Mustermann\"|OZG-XFALL-0009",
                "Mustermann|OZG-XFALL-0014",
                "{}{}|OZG-XFALL-0014",
                "{|OZG-XFALL-0014"
            })
    void jsonThatIsNoInstance(String text, String code) {
        hatNur(json(text), code, 1);
    }

    @Test
    void anEmptyListInAChoiceIsNoChoice() {
        var wahl = XfallTest.schema(XfallTest.einmal(
                "0:1",
                XfallTest.gruppe(
                        "G1",
                        true,
                        XfallTest.einmal("1:2", XfallTest.feld("F1")),
                        XfallTest.einmal("0:1", XfallTest.feld("F2")))));
        hatNur(XfallJsonLeser.lies(wahl, "i", strom("{\"G1\":{\"F1\":[],\"F2\":\"x\"}}")), "OZG-XFALL-0013", 1);
    }

    @Test
    void limitsHold() {
        XmlGrenzen eng = new XmlGrenzen(1_000, 5, 50, 20);
        for (String text : List.of(
                "{\"F1\":\"" + "x".repeat(21) + "\"}",
                "{\"F99\":[[[[[[1]]]]]]}",
                "{\"F2\":[" + "1,".repeat(50) + "1]}",
                "{" + " ".repeat(1_000) + "}")) {
            assertThat(XfallJsonLeser.lies(XfallTest.KLEIN, "i", strom(text), eng)
                            .probleme())
                    .extracting(p -> p.code().code())
                    .endsWith("OZG-XFALL-0015")
                    .hasSizeLessThan(3);
        }
        assertThat(XfallXmlLeser.lies(
                                XfallTest.KLEIN,
                                Namensgebung.FIM_XSLT,
                                "i",
                                strom(BEGINN + "<F1>" + "x".repeat(21) + "</F1></S1V1.0.0>"),
                                eng)
                        .probleme())
                .extracting(p -> p.code().code())
                .containsExactly("OZG-XML-0006");
    }

    @Test
    void manyProblemsAreCountedAndNotKept() {
        String viele = BEGINN + "<F99/>".repeat(10_000) + "</S1V1.0.0>";
        List<Problem> probleme = xml(viele).probleme();
        assertThat(probleme).hasSize(101);
        assertThat(probleme.get(100).code().code()).isEqualTo("OZG-XFALL-0016");
        assertThat(json("{\"F2\":[" + "\"x\",".repeat(10_000) + "1]}").probleme())
                .hasSize(101);
    }

    @Test
    void aLongNumberCostsNoMoreThanItsText() {
        ThreadMXBean faden = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        json("{\"F9\":1e999999999}");
        long vorher = faden.getThreadAllocatedBytes(Thread.currentThread().getId());
        json("{\"F9\":1e999999999,\"F2\":[1e-999999999,1E+999999999]}");
        assertThat(faden.getThreadAllocatedBytes(Thread.currentThread().getId()) - vorher)
                .isLessThan(1_000_000);
        hatNur(json("{\"F9\":" + "9".repeat(1_001) + "}"), "OZG-XFALL-0015", 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStreamThatFailsIsAFinding(boolean alsXml) {
        InputStream kaputt = new SequenceInputStream(strom(alsXml ? BEGINN : "{"), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk full");
            }
        });
        XfallErgebnis ergebnis = alsXml
                ? XfallXmlLeser.lies(XfallTest.KLEIN, "i", kaputt)
                : XfallJsonLeser.lies(XfallTest.KLEIN, "i", kaputt);
        assertThat(ergebnis.probleme()).extracting(p -> p.code().code()).containsExactly("OZG-XML-0008");
    }

    @Test
    void bothNamings() {
        var namen = Namensgebung.FIM_PORTAL;
        assertThat(namen.wurzel(XfallTest.KLEIN)).isEqualTo("fim.S1.00000001001000000");
        assertThat(namen.namensraum(XfallTest.KLEIN)).isEqualTo("urn:xoev-de:xfall:standard:fim-s1_1.0.0");
        String text = "<p:fim.S1.00000001001000000 xmlns:p=\"urn:xoev-de:xfall:standard:fim-s1_1.0.0\"><p:F1>x</p:F1>"
                + "</p:fim.S1.00000001001000000>";
        assertThat(XfallXmlLeser.lies(XfallTest.KLEIN, namen, "i", strom(text), XmlGrenzen.STANDARD)
                        .werte())
                .contains(new Gruppenwert(Map.of("F1", List.of(new Feldwert("x")))));
        hatNur(xml(text), "OZG-XFALL-0009", 1);
    }
}
