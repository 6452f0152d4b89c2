/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.FimDaten;
import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.xml.XmlFehler;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class XdfLeserTest {

    private static final String KENNUNG = "<identifikation><id>%s</id><version>1.0.0</version></identifikation>";

    private static final String LANG = "eine Kennung, die so lang ist, dass vor den Elementen die Bytes ausgehen,"
            + " denn jede Grenze soll einmal die erste sein und ihren eigenen Code melden";

    private static XdfErgebnis lies(String text) {
        return XdfLeser.lies("test.xml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String schema(String version, String inhalt) {
        // code and name of a coded element are in no namespace, so the standard's elements carry a prefix
        String text = "<xdatenfelder.stammdatenschema.0102>\n<header><nachrichtID>n1</nachrichtID></header>\n"
                + "<stammdatenschema>\n" + String.format(KENNUNG, "S1") + "<name>Test</name>\n" + inhalt
                + "\n</stammdatenschema></xdatenfelder.stammdatenschema.0102>";
        return text.replaceAll("<(/?)(?!code>)([a-zA-Z])", "<$1x:$2")
                .replaceFirst("0102>", "0102 xmlns:x='urn:xoev-de:fim:standard:xdatenfelder_" + version + "'>");
    }

    private static String feld(String id, String zusatz) {
        return "<datenfeld>" + String.format(KENNUNG, id) + "<name>Feld</name><feldart><code>input</code></feldart>"
                + "<datentyp><code>text</code></datentyp>" + zusatz + "</datenfeld>";
    }

    private static String gruppe(String id, String inhalt) {
        return "<datenfeldgruppe>" + String.format(KENNUNG, id) + "<name>Gruppe</name>" + inhalt + "</datenfeldgruppe>";
    }

    private static String struktur(String anzahl, String element) {
        return "<struktur><anzahl>" + anzahl + "</anzahl><enthaelt>" + element + "</enthaelt></struktur>\n";
    }

    private static void hat(XdfErgebnis ergebnis, Fehlercode fehler, int zeile) {
        assertThat(ergebnis.schema()).isEmpty();
        assertThat(ergebnis.probleme()).as("%s", ergebnis.probleme()).anySatisfy(p -> {
            assertThat(p.code()).isEqualTo(fehler);
            assertThat(p.stelle().datei()).isEqualTo("test.xml");
            assertThat(p.stelle().zeile()).isEqualTo(zeile);
            assertThat(p.stelle().spalte()).isPositive();
        });
    }

    private static Datenfeld erstesFeld(XdfErgebnis ergebnis) {
        assertThat(ergebnis.probleme()).isEmpty();
        return (Datenfeld) ergebnis.schema().orElseThrow().struktur().get(0).element();
    }

    @Test
    void readsTheRealHuntingExam() {
        Stammdatenschema schema = FimDaten.schema(FimDaten.ordner().resolve("xdf3/S07000000201.xdf3.xml"));
        assertThat(schema.kennung()).isEqualTo("S07000000201V1.2.0");
        assertThat(schema.bezeichnung()).isEqualTo("Antrag auf Zulassung zur Jägerprüfung");
        assertThat(schema.struktur()).hasSize(2);
        Datenfeldgruppe person = (Datenfeldgruppe) schema.struktur().get(0).element();
        assertThat(person.regeln()).isNotEmpty().allSatisfy(r -> {
            assertThat(r.typ()).contains(Regel.Typ.K);
            assertThat(r.freitext()).isNotBlank();
        });
        Datenfeld doktorgrade = (Datenfeld) person.struktur().get(0).element();
        assertThat(doktorgrade.id()).isEqualTo("F60000000229");
        assertThat(doktorgrade.version()).isEqualTo("2.0.0");
        assertThat(doktorgrade.praezisierung().minLength()).contains(3);
        assertThat(doktorgrade.praezisierung().maxLength()).contains(119);
        assertThat(person.struktur().get(0).anzahl()).isEqualTo(new Anzahl(0, 1));
        assertThat(person.struktur().get(0).bezug())
                .containsExactly(new Bezug("§ 15 BJagdG", "https://www.gesetze-im-internet.de/bjagdg/__15.html"));
        Datenfeldgruppe kontakt = (Datenfeldgruppe) schema.struktur().get(1).element();
        Datenfeld eMail = (Datenfeld) kontakt.struktur().get(1).element();
        assertThat(eMail.praezisierung().pattern()).endsWith("{1,63}$");
        assertThat(eMail.hilfetextEingabe()).startsWith("Geben Sie eine E-Mail-Adresse an");
    }

    @ParameterizedTest
    @ValueSource(strings = {"S07000000201", "S00000000371", "S05000001195"})
    void readsTheSameFromBothGenerations(String id) {
        Stammdatenschema neu = FimDaten.schema(FimDaten.ordner().resolve("xdf3/" + id + ".xdf3.xml"));
        Stammdatenschema alt = FimDaten.schema(FimDaten.ordner().resolve("xdf2/" + id + "_xdf2.xml"));
        List<String> links = new ArrayList<>();
        List<String> rechts = new ArrayList<>();
        gestalt(neu.struktur(), links);
        gestalt(alt.struktur(), rechts);
        assertThat(rechts).hasSizeGreaterThan(20).containsExactlyElementsOf(links);
    }

    /** What both generations say of an element; ids of XDF2 have three digits less behind the first two. */
    private static void gestalt(List<Struktur> struktur, List<String> zeilen) {
        for (Struktur teil : struktur) {
            Element e = teil.element();
            String id = e.id().length() > 9 ? e.id().substring(0, 3) + e.id().substring(e.id().length() - 6) : e.id();
            String zeile = teil.anzahl() + " " + id + " " + e.name() + " " + e.bezeichnungEingabe() + " "
                    + e.regeln().size();
            if (e instanceof Datenfeld feld) {
                zeile += " " + feld.feldart() + " " + feld.datentyp() + " " + feld.praezisierung();
            }
            zeilen.add(zeile);
            if (e instanceof Datenfeldgruppe gruppe) {
                gestalt(gruppe.struktur(), zeilen);
            }
        }
    }

    @Test
    void sameElementIsOneObject() {
        String strasse = struktur("1:1", feld("F1", ""));
        XdfErgebnis ergebnis = lies(schema(
                "3.0.0", struktur("1:1", gruppe("G1", strasse)) + struktur("0:1", gruppe("G2", strasse)) + strasse));
        Stammdatenschema schema = ergebnis.schema().orElseThrow();
        Datenfeldgruppe g1 = (Datenfeldgruppe) schema.struktur().get(0).element();
        Datenfeldgruppe g2 = (Datenfeldgruppe) schema.struktur().get(1).element();
        assertThat(g1.struktur().get(0).element())
                .isSameAs(g2.struktur().get(0).element())
                .isSameAs(schema.struktur().get(2).element());
        assertThat(ergebnis.kopf())
                .extracting(
                        XdfKopf::gruppen, XdfKopf::felder, k -> k.nachricht().nachrichtId())
                .containsExactly(2, 1, "n1");
    }

    @Test
    void readsInAnyOrderAndSkipsRelations() {
        Datenfeld feld = erstesFeld(lies(schema(
                "3.0.0",
                "<struktur><enthaelt><datenfeld><praezisierung minValue='2026-01-01' maxValue='2026-12-31'/>"
                        + "<relation><praedikat><code>VKN</code></praedikat><objekt><id>F9</id></objekt></relation>"
                        + "<maxSize>10000000</maxSize><mediaType>application/pdf</mediaType>"
                        + "<datentyp><code>date</code></datentyp><feldart><code>input</code></feldart><name>F</name>"
                        + String.format(KENNUNG, "F1") + "</datenfeld></enthaelt><anzahl>0:*</anzahl></struktur>")));
        assertThat(feld.datentyp()).isEqualTo(Datenfeld.Datentyp.DATE);
        assertThat(feld.praezisierung().minDate()).isEqualTo("2026-01-01");
        assertThat(feld.praezisierung().maxDate()).isEqualTo("2026-12-31");
        assertThat(feld.praezisierung().minValue()).isEmpty();
        assertThat(feld.maxSize()).contains(10_000_000L);
        assertThat(feld.mediaTypes()).containsExactly("application/pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5:2", "x:y", "1", "", "*:1", "0:0", "-1:1", "1:1:1", "99999999:1"})
    void refusesBadMultiplicity(String anzahl) {
        hat(lies(schema("3.0.0", struktur(anzahl, feld("F1", "")))), XdfFehler.ANZAHL, 5);
    }

    @Test
    void refusesContradiction() {
        String zwei = struktur("1:1", feld("F1", "")) + struktur("1:1", feld("F1", "<inhalt>anders</inhalt>"));
        hat(lies(schema("3.0.0", zwei)), XdfFehler.WIDERSPRUCH, 6);
    }

    @Test
    void refusesTheSameElementTwiceInOneGroup() {
        String zwei = struktur("1:1", feld("F1", "")) + struktur("0:1", feld("F1", ""));
        hat(lies(schema("3.0.0", zwei)), XdfFehler.MEHRDEUTIG, 6);
        hat(lies(schema("3.0.0", struktur("1:1", gruppe("G1", zwei)))), XdfFehler.MEHRDEUTIG, 6);
    }

    @Test
    void refusesGroupsThatContainThemselves() {
        String kreis = gruppe("G1", struktur("1:1", gruppe("G2", struktur("1:1", gruppe("G1", "")))));
        hat(lies(schema("3.0.0", struktur("1:1", kreis))), XdfFehler.ZIRKELBEZUG, 5);
    }

    @Test
    void endsAtGroupsWithoutBottom() {
        StringBuilder tief = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            tief.append("<struktur><enthaelt><datenfeldgruppe>");
        }
        assertThat(lies(schema("3.0.0", tief.toString())).probleme())
                .extracting(Problem::code)
                .containsExactly(XmlFehler.ZU_TIEF);
    }

    @ParameterizedTest
    @CsvSource({"1,OZG-XDF-0002", "4.0.0,OZG-XDF-0001", "3.0.1,OZG-XDF-0001"})
    void refusesOtherGenerations(String version, String code) {
        XdfErgebnis ergebnis = lies(schema(version, ""));
        assertThat(ergebnis.schema()).isEmpty();
        assertThat(ergebnis.probleme()).hasSize(1).allSatisfy(p -> {
            assertThat(p.code().code()).isEqualTo(code);
            assertThat(p.stelle().zeile()).isEqualTo(1);
        });
    }

    @Test
    void codesAreInNoNamespace() {
        String text = schema("3.0.0", struktur("1:1", feld("F1", "")))
                .replace("<code>input</code>", "<x:code>input</x:code>");
        hat(lies(text), XdfFehler.PFLICHT_FEHLT, 5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<feldart><code>input</code></feldart>;DOPPELTE_ANGABE",
                "<maxSize>viel</maxSize>;WERT",
                "<praezisierung minLength='x'/>;WERT",
                "<praezisierung minLength='-1'/>;WERT",
                "<praezisierung minLength='5' maxLength='4'/>;WERT",
                "<praezisierung minValue='1e999999999'/>;WERT",
                "<praezisierung pattern='(?=a)'/>;MUSTER_NICHT_ERLAUBT",
                "<praezisierung pattern='(a'/>;MUSTER_UNGUELTIG",
                "<schemaelementart><code>XYZ</code></schemaelementart>;UNBEKANNTER_CODE",
                "<werte><wert><name>ohne Code</name></wert></werte>;PFLICHT_FEHLT",
                "<codelisteReferenz/>;PFLICHT_FEHLT"
            })
    void refusesBadFields(String zusatz, XdfFehler fehler) {
        hat(lies(schema("3.0.0", struktur("1:1", feld("F1", zusatz)))), fehler, 5);
    }

    @ParameterizedTest
    @CsvSource({"0123", "F 1", "F<1", "-F1"})
    void refusesIdsThatCannotNameAnElement(String id) {
        hat(lies(schema("3.0.0", struktur("1:1", feld(id.replace("<", "&lt;"), "")))), XdfFehler.WERT, 5);
    }

    @Test
    void warnsOfUnknownElementsAndGoesOn() {
        XdfErgebnis ergebnis = lies(schema("3.0.0", struktur("1:1", feld("F1", "<neu><tief/></neu>"))));
        assertThat(ergebnis.schema()).isPresent();
        assertThat(ergebnis.probleme()).hasSize(1).allSatisfy(p -> {
            assertThat(p.code()).isEqualTo(XdfFehler.UNBEKANNTE_ANGABE);
            assertThat(p.istFehler()).isFalse();
            assertThat(p.stelle().pfad()).isEqualTo("/S1/F1");
        });
    }

    @Test
    void readsThePraezisierungOfXdf2() {
        Datenfeld feld = erstesFeld(lies(schema(
                "2",
                struktur(
                        "1:1",
                        feld(
                                "F1",
                                "<gueltigAb/><praezisierung>{\"minLength\":\"1\",\"maxLength\":20,\"minValue\":\"\","
                                        + "\"maxValue\":\"1.50\",\"pattern\":\"a\\.b\\\\d\\\"\"}</praezisierung>")))));
        assertThat(feld.praezisierung().minLength()).contains(1);
        assertThat(feld.praezisierung().maxLength()).contains(20);
        assertThat(feld.praezisierung().minValue()).isEmpty();
        assertThat(feld.praezisierung().maxValue()).contains(new java.math.BigDecimal("1.50"));
        assertThat(feld.praezisierung().pattern()).isEqualTo("a\\.b\\d\"");
        for (String kaputt : List.of("{", "[]", "{\"minLength\":{}}", "kurz")) {
            hat(
                    lies(schema("2", struktur("1:1", feld("F1", "<praezisierung>" + kaputt + "</praezisierung>")))),
                    XdfFehler.PRAEZISIERUNG,
                    5);
        }
    }

    @Test
    void namesEveryProblemAtOnceAndStopsCounting() {
        XdfErgebnis viele = lies(schema("3.0.0", struktur("x:y", feld("F1", "")).repeat(600)));
        assertThat(viele.probleme()).hasSize(XdfLeser.MAX_PROBLEME + 1);
        assertThat(viele.probleme().get(XdfLeser.MAX_PROBLEME).code()).isEqualTo(XdfFehler.ZU_VIELE_PROBLEME);
    }

    @Test
    void brokenRealFilesGiveProblemsAndNothingElse() throws IOException {
        byte[] ganz = Files.readAllBytes(FimDaten.ordner().resolve("xdf3/S00000000364.xdf3.xml"));
        for (int laenge = 200; laenge < ganz.length - 1; laenge += 977) {
            XdfErgebnis ergebnis = XdfLeser.lies("a", new ByteArrayInputStream(ganz, 0, laenge));
            assertThat(ergebnis.schema()).isEmpty();
            assertThat(ergebnis.probleme()).extracting(Problem::code).containsOnlyOnce(XmlFehler.ABGESCHNITTEN);
        }
        Random zufall = new Random(20261124);
        int abgelehnt = 0;
        for (int i = 0; i < 400; i++) {
            byte[] kaputt = ganz.clone();
            for (int j = 0; j <= i % 4; j++) {
                kaputt[zufall.nextInt(kaputt.length)] = (byte) "<>/&x:'\"= 9".charAt(zufall.nextInt(11));
            }
            XdfErgebnis ergebnis = XdfLeser.lies("a", new ByteArrayInputStream(kaputt));
            assertThat(ergebnis.schema().isPresent())
                    .isEqualTo(ergebnis.probleme().stream().noneMatch(Problem::istFehler));
            abgelehnt += ergebnis.schema().isPresent() ? 0 : 1;
        }
        assertThat(abgelehnt).isBetween(100, 399);
    }

    @ParameterizedTest
    @EnumSource(Datenfeld.Datentyp.class)
    void readsEveryKindOfFieldWithEveryDataType(Datenfeld.Datentyp typ) {
        for (Datenfeld.Feldart art : Datenfeld.Feldart.values()) {
            String text = schema("3.0.0", struktur("2:5", feld("F1", "")))
                    .replace("<code>input<", "<code>" + art.code() + "<")
                    .replace("<code>text<", "<code>" + typ.code() + "<");
            XdfErgebnis ergebnis = lies(text);
            assertThat(erstesFeld(ergebnis))
                    .extracting(Datenfeld::feldart, Datenfeld::datentyp)
                    .containsExactly(art, typ);
            Stammdatenschema schema = ergebnis.schema().orElseThrow();
            assertThat(schema.struktur().get(0).anzahl()).isEqualTo(new Anzahl(2, 5));
            assertThat(XdfSchreiberTest.lies(XdfSchreiberTest.schreibe(
                                    schema, ergebnis.kopf().nachricht()))
                            .schema())
                    .contains(schema);
        }
    }

    @Test
    void readsAllThatTheElementsSayAboutThemselves() {
        XdfErgebnis ergebnis = lies(schema(
                "3.0.0",
                "<definition>D</definition><bezug link=' urn:b '> B </bezug><bezug/>"
                        + "<freigabestatus><code>8</code></freigabestatus><statusGesetztAm>2026-01-01</statusGesetztAm>"
                        + "<stichwort uri='urn:s'>W</stichwort><dokumentsteckbrief><id>D9</id></dokumentsteckbrief>"
                        + struktur("1:1", feld("F1", "<codeKey>k</codeKey><gueltigBis>morgen</gueltigBis>"))));
        Stammdatenschema schema = ergebnis.schema().orElseThrow();
        assertThat(schema.metadaten().definition()).isEqualTo("D");
        assertThat(schema.metadaten().bezug()).containsExactly(new Bezug("B", "urn:b"));
        assertThat(schema.metadaten().freigabestatus()).contains(Metadaten.Freigabestatus.VORGESEHEN_ZUM_LOESCHEN);
        assertThat(schema.metadaten().statusGesetztAm()).isEqualTo("2026-01-01");
        assertThat(schema.metadaten().stichwort()).containsExactly(new Stichwort("W", "urn:s"));
        assertThat(schema.dokumentsteckbrief()).contains(new Identifikation("D9", ""));
        Datenfeld feld = (Datenfeld) schema.struktur().get(0).element();
        assertThat(feld.spalten().codeKey()).isEqualTo("k");
        assertThat(feld.metadaten().gueltigBis()).isEmpty();
        assertThat(ergebnis.probleme()).extracting(Problem::code).containsExactly(XdfFehler.WERT);
    }

    @Test
    void knowsWhereEachPartStands() {
        String strasse = struktur("1:1", feld("F1", ""));
        XdfErgebnis ergebnis = lies(schema(
                "3.0.0", struktur("1:1", gruppe("G1", "\n" + strasse)) + struktur("0:1", gruppe("G2", strasse))));
        Stammdatenschema schema = ergebnis.schema().orElseThrow();
        Datenfeldgruppe g1 = (Datenfeldgruppe) schema.struktur().get(0).element();
        Datenfeldgruppe g2 = (Datenfeldgruppe) schema.struktur().get(1).element();
        Fundstellen stellen = ergebnis.stellen();
        assertThat(stellen.von(schema).zeile()).isEqualTo(3);
        assertThat(stellen.von(g1)).satisfies(s -> {
            assertThat(s.datei()).isEqualTo("test.xml");
            assertThat(s.zeile()).isEqualTo(5);
            assertThat(s.pfad()).isEqualTo("/S1");
        });
        assertThat(stellen.von(g1.struktur().get(0)).zeile()).isEqualTo(6);
        assertThat(stellen.von(g2.struktur().get(0)).zeile()).isEqualTo(8);
        assertThat(stellen.von(g2.struktur().get(0).element()))
                .as("an element that is used twice stands where it is used first")
                .isEqualTo(stellen.von(g1.struktur().get(0).element()))
                .satisfies(s -> assertThat(s.zeile()).isEqualTo(6));
        assertThat(stellen.von("fremd").zeile()).isZero();
    }

    @Test
    void warnsOfWhatStandsAtTheWrongElement() {
        for (String text : List.of(
                schema("3.0.0", struktur("1:1", gruppe("G1", "<datentyp><code>text</code></datentyp>"))),
                schema("3.0.0", struktur("1:1", feld("F1", "<status><code>aktiv</code></status>"))),
                schema("2", struktur("1:1", feld("F1", "<stichwort>nur XDF3</stichwort>"))))) {
            XdfErgebnis ergebnis = lies(text);
            assertThat(ergebnis.schema()).isPresent();
            assertThat(ergebnis.probleme()).extracting(Problem::code).containsExactly(XdfFehler.UNBEKANNTE_ANGABE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400,200,100,100,ZU_VIELE_BYTES",
        "9999,5,100,100,ZU_TIEF",
        "9999,200,10,100,ZU_VIELE_ELEMENTE",
        "9999,200,100,50,TEXT_ZU_LANG"
    })
    void eachLimitHasItsCodeAndPlace(long bytes, int tiefe, long elemente, int text, XmlFehler fehler) {
        String ganz = schema(
                "3.0.0", struktur("1:1", feld("F1", "<hilfetextEingabe>" + "h".repeat(60) + "</hilfetextEingabe>")));
        XdfErgebnis ergebnis = XdfLeser.lies(
                "test.xml",
                new ByteArrayInputStream(ganz.getBytes(StandardCharsets.UTF_8)),
                new XmlGrenzen(bytes, tiefe, elemente, text));
        assertThat(ergebnis.schema()).isEmpty();
        assertThat(ergebnis.probleme()).hasSize(1).first().satisfies(p -> {
            assertThat(p.code()).isEqualTo(fehler);
            assertThat(p.stelle().zeile()).isPositive();
            assertThat(p.stelle().spalte()).isPositive();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY b 'bbbbbbbbbb'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;'>]>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]>",
                "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'>",
                "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://127.0.0.1:1/a.dtd'> %p;]>"
            })
    void refusesEntitiesBeforeAnythingIsFetched(String doctype) {
        XdfErgebnis ergebnis = lies(doctype + schema("3.0.0", struktur("1:1", feld("F1", "<inhalt>&b;</inhalt>"))));
        assertThat(ergebnis.schema()).isEmpty();
        assertThat(ergebnis.probleme()).extracting(Problem::code).containsExactly(XmlFehler.DOCTYPE);
    }

    @Test
    void keepsAMillionCharactersAndNotOneMore() {
        String lang = "ä".repeat(1_000_000);
        Datenfeld feld = erstesFeld(lies(
                schema("3.0.0", struktur("1:1", feld("F1", "<hilfetextEingabe>" + lang + "</hilfetextEingabe>")))));
        assertThat(feld.hilfetextEingabe()).hasSize(1_000_000);
        XdfErgebnis zuLang = lies(
                schema("3.0.0", struktur("1:1", feld("F1", "<hilfetextEingabe>" + lang + "ä</hilfetextEingabe>"))));
        assertThat(zuLang.probleme()).extracting(Problem::code).containsExactly(XmlFehler.TEXT_ZU_LANG);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<x:relation><x:objekt><x:id>" + LANG + "</x:id></x:objekt></x:relation>; ZU_VIELE_BYTES; 68000000",
                "<x:relation/>; ZU_VIELE_ELEMENTE; 30000000",
                "ein Text ohne Ende; TEXT_ZU_LANG; 2000000",
                "<x:struktur><x:enthaelt><x:datenfeldgruppe>; ZU_TIEF; 100000"
            })
    void refusesAFileWithoutEndInBoundedMemory(String wiederholt, XmlFehler fehler, long hoechstensGelesen) {
        String ganz = schema("3.0.0", "");
        Endlos quelle = new Endlos(ganz.substring(0, ganz.indexOf("</x:stammdatenschema>")), wiederholt);
        var faden = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long vorher = faden.getCurrentThreadAllocatedBytes();

        XdfErgebnis ergebnis = XdfLeser.lies("test.xml", quelle);

        long belegt = faden.getCurrentThreadAllocatedBytes() - vorher;
        assertThat(ergebnis.schema()).isEmpty();
        assertThat(ergebnis.probleme()).extracting(Problem::code).contains(fehler);
        assertThat(quelle.gelesen).isLessThan(hoechstensGelesen);
        // what is allocated in all is a bound of what is held at any time
        assertThat(belegt).as("bytes allocated").isLessThan(24_000_000);
    }

    @Test
    void stopsWhenEnoughIsWrong() {
        String ganz = schema("3.0.0", "");
        Endlos quelle = new Endlos(ganz.substring(0, ganz.indexOf("</x:stammdatenschema>")), "<x:regel/>");
        XdfErgebnis ergebnis = XdfLeser.lies("test.xml", quelle);
        assertThat(ergebnis.schema()).isEmpty();
        assertThat(ergebnis.probleme()).hasSize(XdfLeser.MAX_PROBLEME + 1);
        assertThat(quelle.gelesen).isLessThan(100_000);
    }

    @Test
    void namesTheReasonOfARefusalAlsoBehindManyWarnings() {
        String viele = "<neu/>".repeat(600);
        XdfErgebnis warnungen = lies(schema("3.0.0", struktur("1:1", feld("F1", viele))));
        assertThat(warnungen.schema()).isPresent();
        assertThat(warnungen.probleme()).hasSize(XdfLeser.MAX_PROBLEME + 1);
        XdfErgebnis fehler =
                lies(schema("3.0.0", struktur("1:1", feld("F1", viele)) + struktur("5:2", feld("F2", ""))));
        hat(fehler, XdfFehler.ANZAHL, 6);
        String abgeschnitten = schema("3.0.0", struktur("1:1", feld("F1", viele)));
        hat(lies(abgeschnitten.substring(0, abgeschnitten.length() - 20)), XmlFehler.ABGESCHNITTEN, 7);
    }

    /** A gigabyte that repeats itself. */
    private static final class Endlos extends InputStream {
        private final byte[] anfang;
        private final byte[] wiederholt;
        private long gelesen;

        Endlos(String anfang, String wiederholt) {
            this.anfang = anfang.getBytes(StandardCharsets.UTF_8);
            this.wiederholt = wiederholt.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            byte[] eines = new byte[1];
            return read(eines, 0, 1) < 0 ? -1 : eines[0] & 0xff;
        }

        @Override
        public int read(byte[] ziel, int ab, int laenge) {
            if (gelesen >= 1L << 30) {
                return -1;
            }
            byte[] quelle = gelesen < anfang.length ? anfang : wiederholt;
            int stelle = (int) (gelesen < anfang.length ? gelesen : (gelesen - anfang.length) % wiederholt.length);
            int n = Math.min(laenge, quelle.length - stelle);
            System.arraycopy(quelle, stelle, ziel, ab, n);
            gelesen += n;
            return n;
        }
    }
}
