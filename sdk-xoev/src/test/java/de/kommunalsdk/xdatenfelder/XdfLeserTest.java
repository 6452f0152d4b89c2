/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

import static de.kommunalsdk.xdatenfelder.Kleinschema.erstesFeld;
import static de.kommunalsdk.xdatenfelder.Kleinschema.feld;
import static de.kommunalsdk.xdatenfelder.Kleinschema.gruppe;
import static de.kommunalsdk.xdatenfelder.Kleinschema.hat;
import static de.kommunalsdk.xdatenfelder.Kleinschema.lies;
import static de.kommunalsdk.xdatenfelder.Kleinschema.schema;
import static de.kommunalsdk.xdatenfelder.Kleinschema.struktur;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.FimDaten;
import de.kommunalsdk.error.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class XdfLeserTest {

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
                        + Kleinschema.kennung("F1") + "</datenfeld></enthaelt><anzahl>0:*</anzahl></struktur>")));
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
}
