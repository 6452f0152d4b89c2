/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import de.kommunalsdk.codeliste.CodelistenStore;
import de.kommunalsdk.codeliste.Versionspolitik;
import de.kommunalsdk.xml.XmlGrenzen;
import de.kommunalsdk.zeichen.Ausgabe;
import de.kommunalsdk.zeichen.Zeichensatz;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chain on a small invented standard: every step, every limit, every kind of bad input. */
class NachrichtenpruefungTest {

    private static final Nachrichtenpruefung PRUEFUNG =
            Nachrichtenpruefung.fuer(Kleinschema.satz()).baue();

    private static List<String> befunde(Pruefergebnis ergebnis) {
        return ergebnis.bericht().befunde().stream()
                .map(b -> b.problem().schwere() + " " + b.regel() + " "
                        + b.problem().code().code())
                .toList();
    }

    private static Pruefergebnis pruefe(String inhalt) {
        return XoevDaten.pruefe(PRUEFUNG, Kleinschema.nachricht(inhalt));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing inside||FEHLER OZG-PRUEFUNG-0007 OZG-PRUEFUNG-0007",
                "an enumerated code needs no list|<k:farbe><code>rot</code></k:farbe>|",
                "white space around it is none of it|<k:farbe><code> rot </code></k:farbe>|",
                "a code of type 3 whose list is not there|<k:form listVersionID='2'><code>eckig</code></k:form>|WARNUNG OZG-CODELISTE-0018 OZG-CODELISTE-0018",
                "a code of type 4 without a list|<k:frei><code>a</code></k:frei>|FEHLER OZG-PRUEFUNG-0006 OZG-PRUEFUNG-0006",
                "a code of type 4 without a version|<k:frei listURI='urn:a'><code>a</code></k:frei>|FEHLER OZG-PRUEFUNG-0006 OZG-PRUEFUNG-0006",
                "DIN type A has no digits|<k:name>a1</k:name>|FEHLER din-91379-2022-08-a OZG-ZEICHEN-0010",
                "its pattern in the schema is not used|<k:name>Ä</k:name>|",
                "DIN type C has digits|<k:text>Ä1</k:text>|",
                "a type made from DIN keeps its characters|<k:lang>1</k:lang>|FEHLER din-91379-2022-08-a OZG-ZEICHEN-0010",
                "and so does an attribute|<k:lang von='1'>a</k:lang>|FEHLER din-91379-2022-08-a OZG-ZEICHEN-0010",
                "a text without a DIN type has all of DIN|<k:wort>Ωя</k:wort>|",
                "and nothing else|<k:wort>中</k:wort>|FEHLER din-91379-2022-08-e OZG-ZEICHEN-0012",
                "text between elements too|<k:gruppe>中</k:gruppe>|FEHLER din-91379-2022-08-e OZG-ZEICHEN-0012",
                "what a wildcard lets in is checked for characters|<k:gruppe><a xmlns='urn:x'>中</a></k:gruppe>|FEHLER din-91379-2022-08-e OZG-ZEICHEN-0012",
                "bytes are no text|<k:daten>QUJD</k:daten>|",
                "a number is no text|<k:zahl>1.5</k:zahl>|",
                "a pattern of its own stays|<k:muster>abc</k:muster>|FEHLER cvc-pattern-valid OZG-XML-0010",
                "blanks are nothing|<k:wort> </k:wort>|FEHLER OZG-PRUEFUNG-0007 OZG-PRUEFUNG-0007",
                "a hard blank is something|<k:wort>\u00a0</k:wort>|",
                "a comment is nothing|<k:wort><!-- --></k:wort>|FEHLER OZG-PRUEFUNG-0007 OZG-PRUEFUNG-0007",
                "CDATA is text|<k:name><![CDATA[a]]>1</k:name>|FEHLER din-91379-2022-08-a OZG-ZEICHEN-0010"
            })
    void oneInput(String was, String inhalt, String erwartet) {
        assertThat(befunde(pruefe(inhalt == null ? "" : inhalt)))
                .isEqualTo(erwartet == null ? List.of() : List.of(erwartet));
    }

    @Test
    void anotherTypeOfOneselfNamedInTheMessageIsFollowed() {
        String xsi = "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:type='k:Code.Form'";

        assertThat(befunde(pruefe("<k:frei " + xsi + " listVersionID='2'><code>eckig</code></k:frei>")))
                .containsExactly("WARNUNG OZG-CODELISTE-0018 OZG-CODELISTE-0018");
    }

    @Test
    void addressesOfSchemasInAMessageAreNotFollowed() {
        String xsi = " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' "
                + "xsi:schemaLocation='urn:x http://127.0.0.1:9/x.xsd' xsi:noNamespaceSchemaLocation='file:///etc/passwd'";

        assertThat(befunde(pruefe("<k:gruppe><a xmlns='urn:x'" + xsi + ">b</a></k:gruppe>")))
                .isEmpty();
    }

    @Test
    void theDefaultForTextsIsAnOption() {
        Nachrichtenpruefung streng = Nachrichtenpruefung.fuer(Kleinschema.satz())
                .zeichen(Zeichensatz.A, Ausgabe.DIN_SPEC_2019_03)
                .baue();

        assertThat(befunde(XoevDaten.pruefe(streng, Kleinschema.nachricht("\n <k:wort>a1</k:wort>\n"))))
                .containsExactly("FEHLER din-91379-2019-03-a OZG-ZEICHEN-0010");
    }

    @Test
    void theLabelOfACodeIsNeverTrusted() {
        assertThat(befunde(pruefe("<k:frei listURI='urn:a' listVersionID='1'><code>a</code><name>b</name></k:frei>")))
                .containsExactly("WARNUNG OZG-CODELISTE-0018 OZG-CODELISTE-0018");
    }

    @ParameterizedTest
    @CsvSource({"STRENG, FEHLER", "WARNEN, WARNUNG", "UNBEKANNTE_ANNEHMEN, HINWEIS"})
    void thePolicyDecidesAboutAListThatIsNotThere(Versionspolitik politik, String schwere) {
        Nachrichtenpruefung pruefung = Nachrichtenpruefung.fuer(Kleinschema.satz())
                .codelisten(CodelistenStore.leer(), politik)
                .baue();

        assertThat(befunde(XoevDaten.pruefe(
                        pruefung, Kleinschema.nachricht("<k:form listVersionID='2'><code>eckig</code></k:form>"))))
                .containsExactly(schwere + " OZG-CODELISTE-0018 OZG-CODELISTE-0018");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "|OZG-XML-0007",
                "kein XML|OZG-XML-0001",
                "<k:klein xmlns:k='urn:example:klein:1'><k:wort>a|OZG-XML-0007",
                "<k:klein xmlns:k='urn:example:klein:1'><k:wort>a</k:name>|OZG-XML-0001",
                "<k:klein xmlns:k='urn:example:klein:1'><k:wort>&#1;</k:wort></k:klein>|OZG-XML-0001",
                "<!DOCTYPE a [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]><a>&c;</a>|OZG-XML-0002",
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>|OZG-XML-0002",
                "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'><a/>|OZG-XML-0002"
            })
    void whatIsNoXmlForUsIsRejectedWithItsCode(String xml, String code) {
        Pruefergebnis ergebnis = XoevDaten.pruefe(PRUEFUNG, xml == null ? "" : xml);

        assertThat(ergebnis).isInstanceOf(Pruefergebnis.Abgelehnt.class);
        assertThat(befunde(ergebnis)).containsExactly("FEHLER " + code + " " + code);
        assertThat(ergebnis.bericht().schritte())
                .containsEntry(Pruefschritt.LESEN, Pruefschritt.Stand.MIT_BEFUND)
                .containsEntry(Pruefschritt.FACHREGELN, Pruefschritt.Stand.NICHT_AUSGEFUEHRT);
    }

    @Test
    void tenThousandLevelsAreTooDeep() {
        String auf = "<k:gruppe><k:klein>".repeat(5_000);
        String zu = "</k:klein></k:gruppe>".repeat(5_000);

        assertThat(befunde(pruefe(auf + "<k:wort>a</k:wort>" + zu)))
                .containsExactly("FEHLER OZG-XML-0004 OZG-XML-0004");
    }

    @Test
    void aGigabyteIsLeftUnreadBeyondTheLimit() {
        Gigabyte strom = new Gigabyte();

        Pruefergebnis ergebnis = PRUEFUNG.pruefe("gross.xml", strom);

        assertThat(befunde(ergebnis)).containsExactly("FEHLER OZG-XML-0003 OZG-XML-0003");
        assertThat(strom.gelesen).isLessThan(Pruefgrenzen.STANDARD.xml().maxBytes() + (1 << 20));
    }

    @Test
    void tooManyElements() {
        Nachrichtenpruefung klein = Nachrichtenpruefung.fuer(Kleinschema.satz())
                .grenzen(new Pruefgrenzen(new XmlGrenzen(1_000_000, 10, 5, 1_000), 10, 10))
                .baue();

        assertThat(befunde(XoevDaten.pruefe(klein, Kleinschema.nachricht("<k:wort>a</k:wort>".repeat(4)))))
                .isEmpty();
        assertThat(befunde(XoevDaten.pruefe(klein, Kleinschema.nachricht("<k:wort>a</k:wort>".repeat(5)))))
                .containsExactly("FEHLER OZG-XML-0005 OZG-XML-0005");
    }

    @Test
    void aMillionCharactersPassWhereNothingIsQuadraticAndOneMoreDoesNot() {
        int grenze = Pruefgrenzen.STANDARD.xml().maxText();

        assertThat(befunde(pruefe("<k:text>" + "a".repeat(grenze) + "</k:text>")))
                .isEmpty();
        assertThat(befunde(pruefe("<k:text>" + "a".repeat(grenze + 1) + "</k:text>")))
                .containsExactly("FEHLER OZG-XML-0006 OZG-XML-0006");
    }

    @Test
    void aTextForAPatternOfTheSchemaIsRefusedBeforeThePatternSeesIt() {
        int grenze = Pruefgrenzen.STANDARD.maxFeld();

        assertThat(befunde(pruefe("<k:muster>" + "ab".repeat(grenze / 2) + "</k:muster>")))
                .isEmpty();
        assertThat(befunde(pruefe("<k:muster>" + "a".repeat(grenze + 1) + "</k:muster>")))
                .containsExactly("FEHLER OZG-PRUEFUNG-0005 OZG-PRUEFUNG-0005");
    }

    /** The JDK's pattern matcher would need the square; what is allocated shows the same without a clock. */
    @Test
    void twiceTheTextTakesTwiceTheMemory() {
        ThreadMXBean zaehler = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] bytes = new long[3];
        for (int i = 0; i < bytes.length; i++) {
            byte[] xml = Kleinschema.bytes(
                    Kleinschema.nachricht("<k:text>" + "a\u0308b1".repeat(50_000 << i) + "</k:text>"));
            long vorher = zaehler.getCurrentThreadAllocatedBytes();
            PRUEFUNG.pruefe("gross.xml", new ByteArrayInputStream(xml));
            bytes[i] = zaehler.getCurrentThreadAllocatedBytes() - vorher;
        }
        assertThat((double) bytes[1] / bytes[0]).isLessThan(2.5);
        assertThat((double) bytes[2] / bytes[1]).isLessThan(2.5);
    }

    /** The path of a leaf is long, and nobody needs it while nothing is wrong. */
    @Test
    void cleanLeavesDeepInsideTakeMemoryByTheirNumberOnly() {
        ThreadMXBean zaehler = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        String blatt = "<k:lang von='a'>b</k:lang><k:farbe><code>rot</code></k:farbe>";
        long[] bytes = new long[3];
        for (int i = 0; i < bytes.length; i++) {
            byte[] xml = Kleinschema.bytes(Kleinschema.nachricht(tief(blatt.repeat(500 << i))));
            long vorher = zaehler.getCurrentThreadAllocatedBytes();
            assertThat(PRUEFUNG.pruefe("tief.xml", new ByteArrayInputStream(xml))
                            .bericht()
                            .befunde())
                    .isEmpty();
            bytes[i] = zaehler.getCurrentThreadAllocatedBytes() - vorher;
        }
        assertThat((double) bytes[2] / bytes[1]).isLessThan(2.5);
        assertThat((bytes[2] - bytes[1]) / 1_000).as("bytes of a leaf").isLessThan(15_000);
    }

    @Test
    void theEndOfALongPathIsTold() {
        assertThat(pruefe(tief("<k:wort>a</k:wort><k:name>1</k:name>"))
                        .bericht()
                        .befunde())
                .singleElement()
                .satisfies(b -> assertThat(b.problem().stelle().pfad())
                        .hasSize(403)
                        .startsWith("...")
                        .endsWith("/gruppe/klein/gruppe/klein/name"));
    }

    private static String tief(String inhalt) {
        return "<k:gruppe><k:klein>".repeat(90) + inhalt + "</k:klein></k:gruppe>".repeat(90);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "listURI='urn:a&#x2028;b.xml:1:1: FEHLER GEHEIM'",
                "listURI='urn:a&#x85;GEHEIM' listVersionID='1'",
                "listURI='Frau GEHEIM' listVersionID='1'",
                "listURI='GEHEIM' listVersionID='1'",
                "listURI='urn:a' listVersionID='1&#x2028;GEHEIM'",
                "listURI='urn:a' listVersionID='Frau GEHEIM'"
            })
    void whatIsNoUrnIsNotRepeated(String attribute) {
        Pruefergebnis ergebnis = pruefe("<k:frei " + attribute + "><code>x</code></k:frei>");

        assertThat(ergebnis.bericht().befunde()).isNotEmpty();
        assertThat(ergebnis.alsText() + ergebnis.alsJson() + ergebnis)
                .doesNotContain("GEHEIM", "\u2028", "\u0085")
                .contains("(keine ");
    }

    @Test
    void anEndlessUrnDoesNotMakeTheReportLong() {
        String urn = "urn:" + "a".repeat(900_000);

        assertThat(pruefe("<k:frei listURI='" + urn + "'><code>x</code></k:frei>")
                        .alsText())
                .hasSizeLessThan(2_000);
        assertThat(pruefe("<k:frei listURI='" + urn + "' listVersionID='1'><code>x</code></k:frei>")
                        .alsText())
                .hasSizeLessThan(2_000);
    }

    @Test
    void aFileNameForgesNoLine() {
        Pruefergebnis ergebnis = PRUEFUNG.pruefe(
                "a.xml: angenommen\nb\u2028c.xml",
                new ByteArrayInputStream(Kleinschema.bytes(Kleinschema.nachricht("<k:wort/>"))));

        assertThat(ergebnis.alsText().lines()).hasSize(4);
        assertThat(ergebnis.alsText()).doesNotContain("\u2028");
    }

    @Test
    void findingsEndAtTheLimitAndTheReportSaysSo() {
        Pruefergebnis ergebnis = pruefe("<k:name>1</k:name>".repeat(1_000));

        assertThat(ergebnis).isInstanceOf(Pruefergebnis.Abgelehnt.class);
        assertThat(ergebnis.bericht().befunde()).hasSize(Pruefgrenzen.STANDARD.maxBefunde());
        assertThat(ergebnis.bericht().abgeschnitten()).isTrue();
        assertThat(ergebnis.alsText()).contains("Weitere Befunde werden nicht mehr genannt.");
    }

    @Test
    void manyWarningsAloneDoNotHideAnError() {
        String warnung = "<k:form listVersionID='2'><code>eckig</code></k:form>".repeat(1_000);

        // what was not looked at cannot be accepted
        assertThat(pruefe(warnung)).isInstanceOf(Pruefergebnis.Abgelehnt.class);
    }

    @Test
    void aBrokenStreamIsNotTheMessagesFault() {
        Pruefergebnis ergebnis = PRUEFUNG.pruefe("weg.xml", new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("weg");
            }
        });

        assertThat(ergebnis).isInstanceOf(Pruefergebnis.NichtPruefbar.class);
        assertThat(befunde(ergebnis)).containsExactly("FEHLER OZG-XML-0008 OZG-XML-0008");
    }

    @Test
    void theReportAsJsonHasExactlyItsKeys() throws IOException {
        JsonNode bericht = new ObjectMapper()
                .readTree(pruefe("\n<k:wort>a</k:wort>\n<k:wort/>").alsJson());

        assertThat(bericht.fieldNames())
                .toIterable()
                .containsExactly("file", "result", "schema", "steps", "findings", "truncated");
        assertThat(bericht.get("result").asText()).isEqualTo("abgelehnt");
        assertThat(bericht.get("schema").fieldNames())
                .toIterable()
                .containsExactly("file", "namespace", "version", "files", "sha256", "origin", "source");
        assertThat(bericht.get("steps").fieldNames())
                .toIterable()
                .containsExactly("lesen", "schema", "codelisten", "zeichen", "leere-elemente", "fachregeln");
        JsonNode befund = bericht.at("/findings/0");
        assertThat(befund.fieldNames())
                .toIterable()
                .containsExactly("step", "rule", "code", "severity", "line", "column", "path", "message", "remedy");
        assertThat(befund.get("path").asText()).isEqualTo("/klein/wort[2]");
        assertThat(befund.get("line").asInt()).isEqualTo(3);
    }

    @Test
    void theWordValidNeedsAnOfficialSchema() {
        String xml = Kleinschema.nachricht("<k:wort>a</k:wort>");
        for (Herkunft herkunft :
                List.of(Herkunft.UNBEKANNT, Herkunft.nachgebildet(""), Herkunft.amtlich("Herausgeber"))) {
            Pruefergebnis ergebnis = XoevDaten.pruefe(
                    Nachrichtenpruefung.fuer(Schemasatz.aus(Kleinschema.dateien(), herkunft))
                            .baue(),
                    xml);

            assertThat(ergebnis).isInstanceOf(Pruefergebnis.Angenommen.class);
            assertThat(ergebnis.alsText().contains("gültig")).isEqualTo(herkunft.art() == Herkunft.Art.AMTLICH);
            assertThat((ergebnis.alsJson() + ergebnis).toLowerCase(Locale.ROOT))
                    .doesNotContain("valid", "gültig", "gueltig");
        }
    }

    @Test
    void aSchemaThatSaysOfItselfThatItIsAReconstructionStaysOne() {
        Schemasatz satz = XoevDaten.satz(Herkunft.amtlich("behauptet"), "schemas-reconstructed");
        Nachrichtenpruefung pruefung = Nachrichtenpruefung.fuer(satz).baue();
        String xml = XoevDaten.lies(XoevDaten.dateien("fim/xdf3").get(0));

        Pruefergebnis ergebnis = XoevDaten.pruefe(pruefung, xml);

        assertThat(ergebnis.bericht().schema().orElseThrow().herkunft().art()).isEqualTo(Herkunft.Art.NACHGEBILDET);
        assertThat(ergebnis.bericht().befunde()).noneMatch(b -> b.schritt() == Pruefschritt.SCHEMA);
        assertThat(ergebnis.alsText()).contains("NICHT amtlich").doesNotContain("gültig");
    }

    /** A document that never ends. */
    private static final class Gigabyte extends InputStream {
        private static final byte[] ANFANG =
                ("<k:klein xmlns:k='" + Kleinschema.RAUM + "'>").getBytes(StandardCharsets.UTF_8);
        private static final byte[] STUECK =
                ("<k:wort>" + "a".repeat(10_000) + "</k:wort>").getBytes(StandardCharsets.UTF_8);
        private static final long ENDE = 1L << 30;

        private long gelesen;
        private InputStream jetzt = new ByteArrayInputStream(ANFANG);

        @Override
        public int read() throws IOException {
            int eines = jetzt.read();
            if (eines < 0 && gelesen < ENDE) {
                jetzt = new ByteArrayInputStream(STUECK);
                eines = jetzt.read();
            }
            gelesen++;
            return eines;
        }

        @Override
        public int read(byte[] ziel, int ab, int laenge) throws IOException {
            int n = jetzt.read(ziel, ab, laenge);
            if (n < 0 && gelesen < ENDE) {
                jetzt = new ByteArrayInputStream(STUECK);
                n = jetzt.read(ziel, ab, laenge);
            }
            gelesen += n;
            return n;
        }
    }
}
