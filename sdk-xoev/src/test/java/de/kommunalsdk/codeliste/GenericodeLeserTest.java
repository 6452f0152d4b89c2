/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.codeliste;

import static de.kommunalsdk.codeliste.Probelisten.SCHLUESSEL;
import static de.kommunalsdk.codeliste.Probelisten.lies;
import static de.kommunalsdk.codeliste.Probelisten.liste;
import static de.kommunalsdk.codeliste.Probelisten.zeile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.xml.XmlFehler;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenericodeLeserTest {

    private static final String ZWEI = zeile("1", "Rot") + zeile("2", "Blau");

    @Test
    void identificationColumnsAndRowsAreRead() {
        Codeliste farben = gut(liste("1.2", ZWEI));

        assertThat(farben.versionUrn()).isEqualTo("urn:de:beispiel:codeliste:farbe_1.2");
        assertThat(List.of(farben.kurzname(), farben.langname())).containsExactly("Farbe", "Farben");
        assertThat(farben.spalten())
                .containsExactly(
                        new Codeliste.Spalte("wert", "Wert", "", true, true),
                        new Codeliste.Spalte("text", "Text", "de-DE", false, false));
        assertThat(farben.eintraege()).extracting(Codeliste.Eintrag::code).containsExactly("1", "2");
        assertThat(farben.eintrag("2").orElseThrow().name()).isEqualTo("Blau");
        assertThat(farben.eintrag("2").orElseThrow().wert("gibtesnicht")).isEmpty();
    }

    /** Dialect; the name of the column says nothing. */
    @ParameterizedTest
    @CsvSource({
        "http://xoev.de/schemata/genericode/4,recommendedKeyColumn",
        "http://xoev.de/schemata/genericode/3,empfohleneCodeSpalte",
        "http://www.xoev.de/schemata/xoev-gc-codelist-1_0,xoev-code"
    })
    void theRecommendedKeyWinsInEveryDialect(String namensraum, String merkmal) {
        String spalten =
                """
                <Column Id="code" Use="required"><ShortName>code</ShortName></Column>
                <Column Id="SCHLUESSEL" Use="required"><ShortName>s</ShortName></Column>
                <Column Id="b" Use="required"><ShortName>b</ShortName></Column>
                <Key Id="erster"><ColumnRef Ref="code"/></Key>
                <Key Id="empfohlen"><Annotation><AppInfo><d:%s xmlns:d="%s"/></AppInfo></Annotation>
                <ColumnRef Ref="SCHLUESSEL"/></Key>
                <Key Id="codenameKey"><ColumnRef Ref="b"/></Key>
                """
                        .formatted(merkmal, namensraum);
        Codeliste liste = gut(liste("1", spalten, "<Row>" + wert("a") + wert("b") + wert("c") + "</Row>"));

        assertThat(liste.schluesselspalte()).isEqualTo("SCHLUESSEL");
        assertThat(liste.namensspalte()).isEqualTo("b");
        assertThat(liste.enthaelt("b")).isTrue();
        assertThat(liste.enthaelt("a")).isFalse();
    }

    @Test
    void aReferenceMayAskForOtherColumns() {
        Codeliste farben = gut(liste("1", ZWEI)).mitSpalten("text", "wert");

        assertThat(farben.eintrag("Rot").orElseThrow().name()).isEqualTo("1");
        assertThat(farben.mitSpalten("", "")).isSameAs(farben);
        assertThatThrownBy(() -> farben.mitSpalten("dritte", ""))
                .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.fehlercode())
                        .isEqualTo(CodelisteFehler.UNBEKANNTE_SPALTE));
        assertThatThrownBy(
                        () -> gut(liste("1", zeile("1", "a") + zeile("2", "a"))).mitSpalten("text", ""))
                .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.fehlercode())
                        .isEqualTo(CodelisteFehler.SCHLUESSEL_DOPPELT));
    }

    @Test
    void withoutColumnRefAValueBelongsToTheNextColumn() {
        Codeliste liste = gut(liste(
                "1",
                "<Row>" + wert("1") + wert("Rot") + "</Row>"
                        + "<Row><Value ColumnRef=\"wert\"><SimpleValue>2</SimpleValue></Value>" + wert("Blau")
                        + "</Row>"));

        assertThat(liste.eintrag("1").orElseThrow().name()).isEqualTo("Rot");
        assertThat(liste.eintrag("2").orElseThrow().name()).isEqualTo("Blau");
    }

    @Test
    void aMissingValueIsNoValueAndTheCodeThenTheLabel() {
        Codeliste liste = gut(liste("1", "<Row>" + wert("1") + "</Row><Row>" + wert("2") + "<Value/></Row>"));

        assertThat(liste.eintrag("1").orElseThrow().name()).isEqualTo("1");
        assertThat(liste.eintrag("2").orElseThrow().wert("text")).isEmpty();
    }

    @Test
    void childrenMayBeQualifiedAsTheFimToolsWriteThem() {
        String fim = liste("1", ZWEI)
                .replace("gc:CodeList xmlns:gc=", "CodeList xmlns=")
                .replace("/gc:CodeList", "/CodeList");

        assertThat(gut(fim).groesse()).isEqualTo(2);
    }

    /** What is wrong, its code, and the line of the place. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            <Key Id="k">.*</Key> | | SCHLUESSEL_FEHLT | 6
            <ColumnRef Ref="wert"/> | <ColumnRef Ref="fehlt"/> | UNBEKANNTE_SPALTE | 9
            <ColumnRef Ref="wert"/> | <ColumnRef Ref="wert"/><ColumnRef Ref="text"/> | SCHLUESSEL_FEHLT | 6
            <Row>.*</Row> | | LEER | 11
            <SimpleCodeList>.*</SimpleCodeList> | | LEER | 3
            <ColumnSet>.*</ColumnSet> | | PFLICHT_FEHLT | 3
            <SimpleValue>2</SimpleValue> | | SCHLUESSELWERT_FEHLT | 13
            <SimpleValue>2</SimpleValue> | <SimpleValue> </SimpleValue> | SCHLUESSELWERT_FEHLT | 13
            <SimpleValue>2</SimpleValue> | <SimpleValue>1</SimpleValue> | SCHLUESSEL_DOPPELT | 13
            Id="text" | Id="wert" | SPALTE_DOPPELT | 8
            ColumnRef="text" | ColumnRef="farbe" | UNBEKANNTE_SPALTE | 12
            ColumnRef="text" | ColumnRef="wert" | WERT_DOPPELT | 12
            Id="text" | | PFLICHT_FEHLT | 8
            <Version>1</Version> | | PFLICHT_FEHLT | 3
            <CanonicalUri>[^<]*</CanonicalUri> | | PFLICHT_FEHLT | 3
            <Version>1</Version> | <Version>1 2</Version> | KENNUNG | 3
            genericode/1.0/ | genericode/2.0/ | KEINE_CODELISTE | 3
            </gc:CodeList> | <ColumnSet><Column Id="neu"/></ColumnSet></gc:CodeList> | FALSCHE_STELLE | 15
            </gc:CodeList> | <SimpleCodeList/></gc:CodeList> | FALSCHE_STELLE | 15
            <ColumnSet> | <SimpleCodeList/><ColumnSet> | FALSCHE_STELLE | 6
            gc:CodeList | gc:CodeListSet | KEINE_CODELISTE | 3
            """)
    void eachFaultHasItsCodeAndPlace(String alt, String neu, CodelisteFehler code, int zeile) {
        String xml = liste("1", ZWEI).replaceAll("(?s)" + alt, neu == null ? "" : neu);
        GenericodeErgebnis ergebnis = lies(xml);

        assertThat(ergebnis.liste()).isEmpty();
        Problem erstes = ergebnis.probleme().stream()
                .filter(p -> p.code() == code)
                .findFirst()
                .orElseThrow();
        assertThat(erstes.istFehler()).isTrue();
        assertThat(erstes.stelle().zeile()).isEqualTo(zeile);
        assertThat(erstes.stelle().spalte()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            farbe_1< | farbe_9< | VERSION_URN
            <ColumnSet> | <ColumnSetRef/><ColumnSet> | EXTERNER_VERWEIS
            <Key Id | <KeyRef Id="x"/><Key Id | EXTERNER_VERWEIS
            Use="optional" | Use="required" | WERT_FEHLT
            <SimpleValue>Blau</SimpleValue> | <ComplexValue><a/></ComplexValue> | WERT_KEIN_TEXT
            <Key Id="k"> | <Key Id="n"><ColumnRef Ref="text"/></Key><Key Id="k"> | NEBENSCHLUESSEL_DOPPELT
            """)
    void whatDoesNotStopTheListIsAWarning(String alt, String neu, CodelisteFehler code) {
        String zeilen = ZWEI + zeile("3", "Blau") + "<Row>" + wert("4") + "</Row>";
        GenericodeErgebnis ergebnis = lies(liste("1", zeilen).replace(alt, neu));

        assertThat(ergebnis.liste())
                .hasValueSatisfying(l -> assertThat(l.groesse()).isEqualTo(4));
        assertThat(ergebnis.probleme())
                .isNotEmpty()
                .allMatch(p -> p.code() == code && p.schwere() == Problem.Schwere.WARNUNG);
    }

    @Test
    void aDoctypeATruncatedFileAndASecondRootAreRefused() {
        String ganz = liste("1", ZWEI);

        assertCode(
                ganz.replace("<gc:CodeList", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><gc:CodeList"),
                XmlFehler.DOCTYPE);
        assertCode(ganz.substring(0, ganz.indexOf("Blau")), XmlFehler.ABGESCHNITTEN);
        assertCode(ganz + "<zweite/>", XmlFehler.SYNTAX);
        assertCode("", XmlFehler.ABGESCHNITTEN);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10, 200})
    void everyCutIsRefused(int schritt) {
        String ganz = liste("1", ZWEI);
        for (int ende = ganz.lastIndexOf('>') - 1; ende > 0; ende -= schritt * 7) {
            assertThat(lies(ganz.substring(0, ende)).liste()).isEmpty();
        }
    }

    @Test
    void everyLimitHasItsCode() {
        String spalten = IntStream.rangeClosed(0, GenericodeLeser.MAX_SPALTEN)
                .mapToObj(i -> "<Column Id=\"s" + i + "\"/>")
                .collect(Collectors.joining());
        assertCode(liste("1", spalten + SCHLUESSEL, ZWEI), CodelisteFehler.ZU_VIELE_SPALTEN);
        assertCode(liste("1", "<Row/>".repeat(GenericodeLeser.MAX_ZEILEN + 1)), CodelisteFehler.ZU_VIELE_ZEILEN);
        XmlGrenzen klein = new XmlGrenzen(1000, 32, 1000, 1000);
        byte[] bytes = liste("1", ZWEI).getBytes(StandardCharsets.UTF_8);
        assertThat(GenericodeLeser.lies("x", new ByteArrayInputStream(bytes), klein)
                        .probleme())
                .extracting(Problem::code)
                .containsExactly(XmlFehler.ZU_VIELE_BYTES);
        assertCode(liste("x".repeat(101), ZWEI), CodelisteFehler.KENNUNG);
    }

    @Test
    void manyProblemsEndInOne() {
        String gleiche = zeile("1", "x").repeat(300);

        assertThat(lies(liste("1", gleiche)).probleme())
                .hasSize(GenericodeLeser.MAX_PROBLEME + 1)
                .last()
                .extracting(Problem::code)
                .isEqualTo(CodelisteFehler.ZU_VIELE_PROBLEME);
    }

    @Test
    void aHundredThousandRowsNeedLinearMemory() {
        byte[] viele = grosse(100_000);
        byte[] halb = grosse(50_000);
        GenericodeErgebnis[] ergebnis = new GenericodeErgebnis[1];

        long einfach = allokation(() -> GenericodeLeser.lies("x", halb));
        long doppelt = allokation(() -> ergebnis[0] = GenericodeLeser.lies("x", viele));

        assertThat((double) doppelt / einfach).isLessThan(2.5);
        assertThat(doppelt / 100_000).as("bytes per row").isLessThan(2_500);
        Codeliste liste = ergebnis[0].liste().orElseThrow();
        assertThat(liste.groesse()).isEqualTo(100_000);
        assertThat(liste.eintrag("C99999").orElseThrow().name()).isEqualTo("Name 99999");
        liste.enthaelt("C0");
        assertThat(allokation(() -> liste.enthaelt("C99999"))).as("a look-up").isLessThan(100);
    }

    static byte[] grosse(int zeilen) {
        return liste("1", zeilen(zeilen)).getBytes(StandardCharsets.UTF_8);
    }

    static String zeilen(int anzahl) {
        StringBuilder alle = new StringBuilder();
        for (int i = 0; i < anzahl; i++) {
            alle.append(zeile("C" + i, "Name " + i));
        }
        return alle.toString();
    }

    private static long allokation(Runnable arbeit) {
        com.sun.management.ThreadMXBean faeden = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long vorher = faeden.getCurrentThreadAllocatedBytes();
        arbeit.run();
        return faeden.getCurrentThreadAllocatedBytes() - vorher;
    }

    private static String wert(String text) {
        return "<Value><SimpleValue>" + text + "</SimpleValue></Value>";
    }

    private static Codeliste gut(String xml) {
        GenericodeErgebnis ergebnis = lies(xml);
        assertThat(ergebnis.probleme()).isEmpty();
        return ergebnis.liste().orElseThrow();
    }

    private static void assertCode(String xml, Fehlercode code) {
        GenericodeErgebnis ergebnis = lies(xml);
        assertThat(ergebnis.liste()).isEmpty();
        assertThat(ergebnis.probleme()).extracting(Problem::code).contains(code);
    }
}
