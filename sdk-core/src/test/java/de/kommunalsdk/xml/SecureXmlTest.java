/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kommunalsdk.error.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.validation.Schema;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class SecureXmlTest {

    private static final String SCHEMA =
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:include schemaLocation="ordner/typen.xsd"/>
              <xs:element name="a"><xs:complexType><xs:sequence>
                <xs:element name="b" type="Kurz" maxOccurs="unbounded"/>
              </xs:sequence></xs:complexType></xs:element>
            </xs:schema>""";
    private static final String TYPEN =
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:simpleType name="Kurz"><xs:restriction base="xs:string"><xs:maxLength value="3"/></xs:restriction></xs:simpleType>
            </xs:schema>""";

    private static InputStream strom(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String lies(InputStream quelle, XmlGrenzen grenzen) {
        StringBuilder text = new StringBuilder();
        try {
            XMLStreamReader leser = SecureXml.leser(quelle, grenzen);
            while (leser.hasNext()) {
                if (leser.next() == XMLStreamConstants.CHARACTERS) {
                    text.append(leser.getText());
                }
            }
            leser.close();
        } catch (XMLStreamException e) {
            throw new AssertionError("the reader promises InvalidInput only", e);
        }
        return text.toString();
    }

    private static void abgelehnt(InputStream quelle, XmlGrenzen grenzen, XmlFehler fehler) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThatThrownBy(() -> lies(quelle, grenzen))
                        .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.fehlercode())
                                .isEqualTo(fehler)));
    }

    /** A stream that repeats one piece without end. */
    private static InputStream endlos(String anfang, String stueck) {
        byte[] kopf = anfang.getBytes(StandardCharsets.UTF_8);
        byte[] teil = stueck.getBytes(StandardCharsets.UTF_8);
        return new InputStream() {
            private long gelesen;

            @Override
            public int read() {
                long hier = gelesen++;
                return hier < kopf.length ? kopf[(int) hier] : teil[(int) ((hier - kopf.length) % teil.length)];
            }
        };
    }

    @Test
    void readsAnOrdinaryDocument() {
        assertThat(lies(strom("<a>x &lt;&#228;<b>y</b></a>"), XmlGrenzen.STANDARD))
                .isEqualTo("x <äy");
    }

    @Test
    void refusesAnEntityBomb() {
        StringBuilder bombe = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            bombe.append("<!ENTITY l" + i + " \"&l" + (i - 1) + ";&l" + (i - 1) + ";\">");
        }
        abgelehnt(strom(bombe + "]><a>&l29;</a>"), XmlGrenzen.STANDARD, XmlFehler.DOCTYPE);
    }

    @Test
    void refusesAnExternalEntityWithoutTouchingIt(@TempDir Path ordner) throws IOException {
        Path geheim = Files.writeString(ordner.resolve("geheim.txt"), "GEHEIM");
        String text = "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + geheim.toUri() + "\">]><a>&x;</a>";
        abgelehnt(strom(text), XmlGrenzen.STANDARD, XmlFehler.DOCTYPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a SYSTEM 'http://localhost:9/a.dtd'><a/>",
                "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://localhost:9/p'> %p;]><a/>"
            })
    void refusesEveryDoctype(String text) {
        abgelehnt(strom(text), XmlGrenzen.STANDARD, XmlFehler.DOCTYPE);
    }

    @Test
    void refusesUndeclaredEntity() {
        abgelehnt(strom("<a>&x;</a>"), XmlGrenzen.STANDARD, XmlFehler.SYNTAX);
    }

    @Test
    void refusesTenThousandLevels() {
        abgelehnt(strom("<a>".repeat(10_000) + "</a>".repeat(10_000)), XmlGrenzen.STANDARD, XmlFehler.ZU_TIEF);
    }

    @Test
    void readsAsDeepAsTheCallerAllows() {
        String tief = "<a>".repeat(1_000) + "x" + "</a>".repeat(1_000);
        assertThat(lies(strom(tief), new XmlGrenzen(100_000, 1_000, 1_000, 10))).isEqualTo("x");
    }

    @Test
    void refusesTextWithoutEnd() {
        abgelehnt(endlos("<a>", "wort "), XmlGrenzen.STANDARD, XmlFehler.TEXT_ZU_LANG);
    }

    @Test
    void refusesALongAttribute() {
        abgelehnt(strom("<a b='" + "x".repeat(101) + "'/>"), new XmlGrenzen(1000, 5, 5, 100), XmlFehler.TEXT_ZU_LANG);
    }

    @Test
    void refusesElementsWithoutEnd() {
        abgelehnt(endlos("<a>", "<b/>"), XmlGrenzen.STANDARD, XmlFehler.ZU_VIELE_ELEMENTE);
    }

    @Test
    void refusesBytesWithoutEnd() {
        // white space before the root is no text: only the limit on bytes ends this document
        abgelehnt(endlos("<a/>", " "), new XmlGrenzen(1_000_000, 5, 5, 10_000_000), XmlFehler.ZU_VIELE_BYTES);
    }

    @Test
    void staysWithinALimitThatIsJustReached() {
        assertThat(lies(strom("<a><b>12345</b></a>"), new XmlGrenzen(19, 2, 2, 5)))
                .isEqualTo("12345");
        abgelehnt(strom("<a><b>12345</b></a>"), new XmlGrenzen(18, 2, 2, 5), XmlFehler.ZU_VIELE_BYTES);
        abgelehnt(strom("<a><b>12345</b></a>"), new XmlGrenzen(19, 1, 2, 5), XmlFehler.ZU_TIEF);
        abgelehnt(strom("<a><b>12345</b></a>"), new XmlGrenzen(19, 2, 1, 5), XmlFehler.ZU_VIELE_ELEMENTE);
        abgelehnt(strom("<a><b>12345</b></a>"), new XmlGrenzen(19, 2, 2, 4), XmlFehler.TEXT_ZU_LANG);
    }

    @Test
    void tellsATruncatedDocumentFromABrokenOneAtEveryByte() {
        String ganz =
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<wurzel>\n  <kind art='x'>Gr\u00fc\u00dfe &amp; mehr</kind>\n</wurzel>";
        byte[] bytes = ganz.getBytes(StandardCharsets.UTF_8);
        // a cut inside the XML declaration is a syntax fault to the parser
        for (int laenge = ganz.indexOf("?>") + 2; laenge < bytes.length; laenge++) {
            abgelehnt(new ByteArrayInputStream(bytes, 0, laenge), XmlGrenzen.STANDARD, XmlFehler.ABGESCHNITTEN);
        }
        abgelehnt(strom(""), XmlGrenzen.STANDARD, XmlFehler.ABGESCHNITTEN);
        abgelehnt(strom("<a>\n<b></c>\n</a>"), XmlGrenzen.STANDARD, XmlFehler.SYNTAX);
        abgelehnt(strom("<a><b></a>"), XmlGrenzen.STANDARD, XmlFehler.SYNTAX);
        abgelehnt(strom("kein XML"), XmlGrenzen.STANDARD, XmlFehler.SYNTAX);
    }

    /** The place of the end is counted eight bytes at a time: every cut, and every size of what a stream gives at once. */
    @Test
    void tellsATruncatedDocumentHoweverItArrives() {
        byte[] bytes = ("<?xml version=\"1.0\"?>\n<w>\u00e4\u00f6\u00fc\u00df\u20ac\ud83d\udc15 ohne Umbruch\n\n"
                        + "<!-- ein > und ein < --><k a='\u00e4\u00f6\u00fc'>\u00fcber\nmehrere\nZeilen</k>lang und l\u00e4nger</w>")
                .getBytes(StandardCharsets.UTF_8);
        int ab = new String(bytes, StandardCharsets.UTF_8).indexOf("?>") + 2;
        for (int stueck : new int[] {1, 3, 8, 17}) {
            for (int laenge = ab; laenge < bytes.length; laenge++) {
                abgelehnt(inStuecken(bytes, laenge, stueck), XmlGrenzen.STANDARD, XmlFehler.ABGESCHNITTEN);
            }
        }
    }

    private static InputStream inStuecken(byte[] bytes, int laenge, int stueck) {
        return new ByteArrayInputStream(bytes, 0, laenge) {
            @Override
            public synchronized int read(byte[] ziel, int von, int hoechstens) {
                return super.read(ziel, von, Math.min(hoechstens, stueck));
            }
        };
    }

    /** The JDK's parser has no message for it and fails with a MissingResourceException. */
    @Test
    void refusesAControlCharacterInADtd() {
        abgelehnt(strom("<!DOCTYPE a [<!<?xml x>/nt.\u0000b>]><a/>"), XmlGrenzen.STANDARD, XmlFehler.SYNTAX);
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        byte[] latin1 = "<a>Grüße aus der Stadt</a>".getBytes(StandardCharsets.ISO_8859_1);
        abgelehnt(new ByteArrayInputStream(latin1), XmlGrenzen.STANDARD, XmlFehler.SYNTAX);
    }

    @Test
    void namesAFailingStream() {
        InputStream kaputt = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk");
            }
        };
        abgelehnt(kaputt, XmlGrenzen.STANDARD, XmlFehler.LESEFEHLER);
    }

    @Test
    void elementTextCountsAgainstTheLimits() throws XMLStreamException {
        XMLStreamReader leser = SecureXml.leser(strom("<a>1234567890</a>"), new XmlGrenzen(100, 5, 5, 9));
        leser.nextTag();
        assertThatThrownBy(leser::getElementText)
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fehlercode()).isEqualTo(XmlFehler.TEXT_ZU_LANG));
    }

    @Test
    void messageQuotesNothingOfTheDocument() {
        assertThatThrownBy(() -> lies(strom("<a><Mustermann></a>"), XmlGrenzen.STANDARD))
                .hasMessageNotContaining("Mustermann")
                .hasMessageContaining("Zeile 1");
    }

    @Test
    void validatesWithGivenFilesOnly() {
        Schema schema = SecureXml.schema("a.xsd", Map.of("a.xsd", bytes(SCHEMA), "typen.xsd", bytes(TYPEN)));
        assertThat(SecureXml.pruefe(schema, "gut.xml", strom("<a><b>abc</b></a>"), XmlGrenzen.STANDARD))
                .isEmpty();
        assertThat(SecureXml.pruefe(
                        schema, "schlecht.xml", strom("<a>\n<b>Mustermann</b>\n<c/></a>"), XmlGrenzen.STANDARD))
                .isNotEmpty()
                .allSatisfy(p -> {
                    assertThat(p.code()).isEqualTo(XmlFehler.NICHT_SCHEMAGUELTIG);
                    assertThat(p.meldung()).contains("cvc-").doesNotContain("Mustermann");
                    assertThat(p.stelle().zeile()).isBetween(2, 3);
                });
        assertThat(SecureXml.pruefe(schema, "dtd.xml", strom("<!DOCTYPE a><a/>"), XmlGrenzen.STANDARD))
                .extracting(p -> p.code().code())
                .containsExactly("OZG-XML-0002");
        assertThat(SecureXml.pruefe(schema, "rest.xml", strom("<a><b>"), XmlGrenzen.STANDARD))
                .extracting(p -> p.code().code())
                .contains("OZG-XML-0007");
    }

    @Test
    void refusesATagThatNobodyWritesButNotALongText() {
        StringBuilder tag = new StringBuilder("<a");
        for (int i = 0; tag.length() < 2_000_000; i++) {
            tag.append(" xmlns:n").append(i).append("=\"urn:").append(i).append('"');
        }
        String langerText = "x".repeat(2_000_000);
        XmlGrenzen weit = new XmlGrenzen(10_000_000, 10, 10, 5_000_000);

        assertThatThrownBy(() -> lies(strom(tag + "/>"), weit))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fehlercode()).isEqualTo(XmlFehler.ZU_VIELE_BYTES));
        assertThat(lies(strom("<a><![CDATA[" + langerText + "]]></a>"), weit)).hasSize(2_000_000);
        assertThat(lies(strom("<a>" + langerText + "</a>"), weit)).hasSize(2_000_000);
    }

    @Test
    void refusesASchemaWhoseFilesAreNotGiven() {
        assertThatThrownBy(() -> SecureXml.schema("a.xsd", Map.of("a.xsd", bytes(SCHEMA))))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fehlercode()).isEqualTo(XmlFehler.SCHEMA_UNBRAUCHBAR));
        assertThatThrownBy(() -> SecureXml.schema("fehlt.xsd", Map.of()))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fehlercode()).isEqualTo(XmlFehler.SCHEMA_UNBRAUCHBAR));
    }

    @Test
    void writerKeepsEveryAllowedCharacter() throws XMLStreamException {
        String text = "Zeile 1\r\nZeile 2 <&> ]]> \t\u00e4\u1e9e \ud83d\ude00 \ufb05";
        ByteArrayOutputStream ziel = new ByteArrayOutputStream();
        XMLStreamWriter schreiber = SecureXml.schreiber(ziel);
        schreiber.writeStartDocument();
        schreiber.writeStartElement("", "a", "urn:x");
        schreiber.writeDefaultNamespace("urn:x");
        schreiber.writeCharacters(text);
        schreiber.writeEndElement();
        schreiber.writeEndDocument();
        schreiber.flush();
        assertThat(lies(new ByteArrayInputStream(ziel.toByteArray()), XmlGrenzen.STANDARD))
                .isEqualTo(text);
        assertThat(ziel.toString(StandardCharsets.UTF_8)).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\u0001", "\u001f", "\ud83d", "\ude00x", "\ufffe", "\uffff"})
    void writerRefusesWhatIsNoXmlCharacter(String text) throws XMLStreamException {
        XMLStreamWriter schreiber = SecureXml.schreiber(new ByteArrayOutputStream());
        schreiber.writeStartElement("a");
        assertThatThrownBy(() -> schreiber.writeCharacters(text))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fehlercode()).isEqualTo(XmlFehler.VERBOTENES_ZEICHEN));
        assertThatThrownBy(() -> schreiber.writeAttribute("b", text)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> schreiber.writeDTD("<!DOCTYPE a>")).isInstanceOf(UnsupportedOperationException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aDocumentIsTheTreeThatWasWritten() {
        Document dokument = SecureXml.dokument(
                strom("<a xmlns='urn:x:a' xmlns:b='urn:x:b' b:c='d'>e<![CDATA[<f>]]>&#103;<b:h/><!--i--><?j k?></a>"),
                XmlGrenzen.STANDARD);
        Element wurzel = dokument.getDocumentElement();
        assertThat(wurzel.getNamespaceURI()).isEqualTo("urn:x:a");
        assertThat(wurzel.getAttributeNS("urn:x:b", "c")).isEqualTo("d");
        assertThat(wurzel.getAttribute("xmlns:b")).isEqualTo("urn:x:b");
        assertThat(wurzel.getFirstChild().getNodeValue()).isEqualTo("e<f>g");
        assertThat(wurzel.getElementsByTagNameNS("urn:x:b", "h").getLength()).isEqualTo(1);
        assertThat(wurzel.getLastChild().getNodeType()).isEqualTo(Node.PROCESSING_INSTRUCTION_NODE);
        assertThat(dokument.getElementById("d")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a", "<a></b>", "<a><b></a></b>", "<b:a/>", "", "<a b='1' b='2'/>", "<a>&b;</a>"})
    void whatIsNoDocumentIsRefusedWithACode(String text) {
        assertThatThrownBy(() -> SecureXml.dokument(strom(text), XmlGrenzen.STANDARD))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.code()).startsWith("OZG-XML-"));
    }

    @Test
    void aDocumentKeepsTheLimitsOfTheReader() {
        assertThatThrownBy(() -> SecureXml.dokument(strom("<!DOCTYPE a><a/>"), XmlGrenzen.STANDARD))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fehlercode()).isEqualTo(XmlFehler.DOCTYPE));
        assertThatThrownBy(() -> SecureXml.dokument(strom("<a>".repeat(5)), new XmlGrenzen(100, 4, 100, 100)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fehlercode()).isEqualTo(XmlFehler.ZU_TIEF));
    }
}
