/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xfall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kommunalsdk.FimDaten;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.xdatenfelder.Ableitungsmodifikationen;
import de.kommunalsdk.xdatenfelder.Anzahl;
import de.kommunalsdk.xdatenfelder.Datenfeld;
import de.kommunalsdk.xdatenfelder.Datenfeld.Datentyp;
import de.kommunalsdk.xdatenfelder.Datenfeld.Feldart;
import de.kommunalsdk.xdatenfelder.Datenfeld.Praezisierung;
import de.kommunalsdk.xdatenfelder.Datenfeldgruppe;
import de.kommunalsdk.xdatenfelder.Element;
import de.kommunalsdk.xdatenfelder.Metadaten;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.Struktur;
import de.kommunalsdk.xml.SecureXml;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.validation.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XfallTest {

    private static String xml(Stammdatenschema schema, Gruppenwert werte) {
        ByteArrayOutputStream ziel = new ByteArrayOutputStream();
        XfallXml.schreibe(schema, werte, ziel);
        return ziel.toString(StandardCharsets.UTF_8);
    }

    private static String json(Stammdatenschema schema, Gruppenwert werte) {
        ByteArrayOutputStream ziel = new ByteArrayOutputStream();
        XfallJson.schreibe(schema, werte, ziel);
        return ziel.toString(StandardCharsets.UTF_8);
    }

    /** What the JSON Schema says of structure; facets of texts are the XSD's part of the test. */
    private static void verletzungen(JsonNode schema, JsonNode wert, String pfad, List<String> gefunden) {
        switch (schema.path("type").asText()) {
            case "object" -> {
                if (!wert.isObject()) {
                    gefunden.add(pfad + " is no object");
                }
                wert.fieldNames().forEachRemaining(name -> {
                    if (!schema.path("properties").has(name)) {
                        gefunden.add(pfad + "/" + name + " is additional");
                    }
                });
                schema.path("required").forEach(name -> {
                    if (!wert.has(name.asText())) {
                        gefunden.add(pfad + "/" + name.asText() + " is missing");
                    }
                });
                wert.properties()
                        .forEach(e -> verletzungen(
                                schema.path("properties").path(e.getKey()),
                                e.getValue(),
                                pfad + "/" + e.getKey(),
                                gefunden));
            }
            case "array" -> {
                if (!wert.isArray()
                        || wert.size() < schema.path("minItems").asInt(0)
                        || wert.size() > schema.path("maxItems").asInt(Integer.MAX_VALUE)) {
                    gefunden.add(pfad + " is no array of the right size");
                }
                wert.forEach(w -> verletzungen(schema.path("items"), w, pfad + "[]", gefunden));
            }
            case "integer" -> {
                if (!wert.isIntegralNumber()) {
                    gefunden.add(pfad + " is no integer");
                }
            }
            case "boolean" -> {
                if (!wert.isBoolean()) {
                    gefunden.add(pfad + " is no boolean");
                }
            }
            case "string" -> {
                boolean erlaubt = !schema.has("oneOf");
                for (JsonNode wahl : schema.path("oneOf")) {
                    erlaubt |= wahl.path("const").equals(wert);
                }
                if (!wert.isTextual() || !erlaubt) {
                    gefunden.add(pfad + " is no allowed string");
                }
            }
            default -> gefunden.add(pfad + " has a type this test does not know");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "S07000000201,true",
        "S07000000201,false",
        "S00000000371,true",
        "S00000000371,false",
        "S05000001195,true",
        "S05000001195,false"
    })
    void instanceIsValidForTheSchemataOfTheFimXslt(String id, boolean alles) throws IOException {
        Path fim = FimDaten.ordner();
        Stammdatenschema schema = FimDaten.schema(fim.resolve("xdf3/" + id + ".xdf3.xml"));
        Gruppenwert werte = new Ausfueller(alles).fuelle(schema);

        // FIM-XSLT passes the e-mail pattern on with its final $, a literal in XML Schema: no address would be valid
        String xsd =
                Files.readString(fim.resolve("expected/" + id + "_xfall.xsd")).replace("{1,63}$\"", "{1,63}\"");
        Schema pruefer = SecureXml.schema("x.xsd", Map.of("x.xsd", xsd.getBytes(StandardCharsets.UTF_8)));
        String xml = xml(schema, werte);
        assertThat(SecureXml.pruefe(
                        pruefer,
                        "instanz.xml",
                        new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
                        XmlGrenzen.STANDARD))
                .as("%s", xml)
                .isEmpty();
        assertThat(xml).doesNotContain("never written");

        ObjectMapper mapper = new ObjectMapper();
        String json = json(schema, werte);
        List<String> gefunden = new ArrayList<>();
        verletzungen(
                mapper.readTree(
                        fim.resolve("expected/" + id + ".schema.repaired.json").toFile()),
                mapper.readTree(json),
                "",
                gefunden);
        assertThat(gefunden).as("%s", json).isEmpty();
    }

    @Test
    void everyRealSchemaCanBeFilledAndWritten() throws IOException {
        int geschrieben = 0;
        List<Path> dateien = new ArrayList<>(FimDaten.dateien("xdf3", ".xdf3.xml"));
        dateien.addAll(FimDaten.dateien("xdf2", "_xdf2.xml"));
        for (Path datei : dateien) {
            Stammdatenschema schema = FimDaten.schema(datei);
            Gruppenwert werte = new Ausfueller(true).fuelle(schema);
            assertThat(xml(schema, werte))
                    .contains("<" + schema.kennung() + " xmlns=\"" + Namensgebung.FIM_XSLT.namensraum(schema));
            assertThat(new ObjectMapper().readTree(json(schema, werte)).size())
                    .as("%s", datei.getFileName())
                    .isPositive();
            geschrieben++;
        }
        assertThat(geschrieben).isEqualTo(16);
    }

    private static Datenfeld feld(String id, Feldart art, Datentyp typ) {
        return new Datenfeld(
                id,
                "1.0.0",
                id,
                id,
                id,
                "",
                "",
                Metadaten.KEINE,
                Optional.empty(),
                art,
                typ,
                Praezisierung.KEINE,
                "",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Datenfeld.Spalten.KEINE,
                Optional.empty(),
                List.of(),
                List.of());
    }

    static Datenfeld feld(String id) {
        return feld(id, Feldart.INPUT, Datentyp.TEXT);
    }

    static Struktur einmal(String anzahl, Element element) {
        return new Struktur(Anzahl.lies(anzahl), List.of(), element);
    }

    static Datenfeldgruppe gruppe(String id, boolean auswahl, Struktur... kinder) {
        return new Datenfeldgruppe(
                id,
                "1.0.0",
                id,
                id,
                id,
                "",
                "",
                Metadaten.KEINE,
                Optional.empty(),
                auswahl,
                List.of(),
                List.of(kinder));
    }

    static Stammdatenschema schema(Struktur... kinder) {
        return new Stammdatenschema(
                "3.0.0",
                "S1",
                "1.0.0",
                "Test",
                "Test",
                "",
                Metadaten.KEINE,
                Ableitungsmodifikationen.KEINE,
                Optional.empty(),
                List.of(),
                List.of(kinder));
    }

    static final Stammdatenschema KLEIN = schema(
            einmal("0:1", feld("F1", Feldart.INPUT, Datentyp.TEXT)),
            einmal("0:*", feld("F2", Feldart.INPUT, Datentyp.NUM)),
            einmal("0:1", feld("F3", Feldart.INPUT, Datentyp.BOOL)),
            einmal("0:1", feld("F4", Feldart.INPUT, Datentyp.DATE)),
            einmal("0:1", feld("F5", Feldart.SELECT, Datentyp.NUM_INT)),
            einmal("0:1", feld("F6", Feldart.INPUT, Datentyp.FILE)),
            einmal("0:1", feld("F7", Feldart.INPUT, Datentyp.TIME)),
            einmal("0:1", feld("F8", Feldart.INPUT, Datentyp.DATETIME)),
            einmal("0:1", feld("F9", Feldart.INPUT, Datentyp.NUM_INT)),
            einmal("1:1", feld("L1", Feldart.LABEL, Datentyp.TEXT)),
            einmal(
                    "0:2",
                    gruppe(
                            "G1",
                            true,
                            einmal("0:1", feld("F1", Feldart.INPUT, Datentyp.TEXT)),
                            einmal("0:1", feld("F2", Feldart.INPUT, Datentyp.TEXT)))),
            einmal("1:1", gruppe("G2", false, einmal("0:1", feld("F1", Feldart.INPUT, Datentyp.TEXT)))),
            einmal("1:1", gruppe("G3", false, einmal("1:1", feld("F1", Feldart.INPUT, Datentyp.TEXT)))));

    private static Gruppenwert mit(String id, Wert... werte) {
        return new Gruppenwert(Map.of(id, List.of(werte)));
    }

    @Test
    void writesInTheOrderOfTheSchemaAndLeavesOutWhatIsEmpty() {
        Gruppenwert werte = new Gruppenwert(Map.of(
                "G1", List.of(Gruppenwert.LEER, mit("F2", new Feldwert("x\r\ny")), mit("F1", new Feldwert(""))),
                "F2", List.of(new Feldwert("0.10"), new Feldwert("12345678901234567890.000000001")),
                "F1", List.of(new Feldwert("")),
                "L1", List.of(new Feldwert("label")),
                "F3", List.of(new Feldwert("true")),
                "F5", List.of(new Feldwert("007")),
                "F9", List.of(new Feldwert("+007")),
                "F6", List.of(new Anlagewert("a.pdf", "00", "application/pdf")),
                "F7", List.of(new Feldwert("08:15"))));
        assertThat(xml(KLEIN, werte))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                        + "<S1V1.0.0 xmlns=\"urn:fim-de:xfall:xdf3:S1V1.0.0\"><F2>0.10</F2>"
                        + "<F2>12345678901234567890.000000001</F2><F3>true</F3><F5>007</F5><F6>a.pdf</F6>"
                        + "<F7>08:15:00</F7><F9>7</F9><G1><F2>x&#13;\ny</F2></G1><G2></G2></S1V1.0.0>");
        assertThat(json(KLEIN, werte))
                .isEqualTo("{\"F2\":[0.10,12345678901234567890.000000001],\"F3\":true,\"F5\":\"007\",\"F6\":\"a.pdf\","
                        + "\"F7\":\"08:15:00\",\"F9\":7,\"G1\":[{\"F2\":\"x\\r\\ny\"}],\"G2\":{}}");
    }

    private static void abgelehnt(Stammdatenschema schema, Gruppenwert werte, XfallFehler fehler) {
        for (boolean alsXml : List.of(true, false)) {
            ByteArrayOutputStream ziel = new ByteArrayOutputStream();
            assertThatThrownBy(() -> {
                        if (alsXml) {
                            XfallXml.schreibe(schema, werte, ziel);
                        } else {
                            XfallJson.schreibe(schema, werte, ziel);
                        }
                    })
                    .hasMessageNotContaining("Mustermann")
                    .isInstanceOfSatisfying(
                            InvalidInput.class, e -> assertThat(e.fehlercode()).isEqualTo(fehler));
            assertThat(ziel.size()).isZero();
        }
    }

    @Test
    void refusesWhatTheSchemaDoesNotHave() {
        abgelehnt(KLEIN, mit("F99", new Feldwert("Mustermann")), XfallFehler.UNBEKANNTES_ELEMENT);
        abgelehnt(KLEIN, mit("G2", mit("F2", new Feldwert("x"))), XfallFehler.UNBEKANNTES_ELEMENT);
        abgelehnt(KLEIN, mit("G2", new Feldwert("Mustermann")), XfallFehler.FALSCHE_ART);
        abgelehnt(KLEIN, mit("F1", Gruppenwert.LEER), XfallFehler.FALSCHE_ART);
        abgelehnt(KLEIN, mit("F6", new Feldwert("a.pdf")), XfallFehler.FALSCHE_ART);
        abgelehnt(KLEIN, mit("F1", new Anlagewert("a", "b", "c")), XfallFehler.FALSCHE_ART);
        abgelehnt(KLEIN, mit("F1", new Feldwert("a"), new Feldwert("b")), XfallFehler.ZU_VIELE_WERTE);
        Wert beide = new Gruppenwert(Map.of("F1", List.of(new Feldwert("a")), "F2", List.of(new Feldwert("b"))));
        abgelehnt(KLEIN, mit("G1", beide), XfallFehler.AUSWAHL);
        Struktur f1 = einmal("0:1", feld("F1", Feldart.INPUT, Datentyp.TEXT));
        abgelehnt(schema(f1, f1), mit("F1", new Feldwert("a")), XfallFehler.MEHRDEUTIG);
    }

    @ParameterizedTest
    @CsvSource({
        "F2,'1,5'",
        "F2,1e9",
        "F2,NaN",
        "F2,' 1'",
        "F2,.5",
        "F3,ja",
        "F3,1",
        "F4,24.11.2026",
        "F4,2026-02-30",
        "F7,25:00",
        "F8,2026-11-24",
        "F9,1.5",
        "F9,Mustermann"
    })
    void refusesTheWrongForm(String id, String text) {
        abgelehnt(KLEIN, mit(id, new Feldwert(text)), XfallFehler.FALSCHE_FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000", "\ud800", "\ufffe", "\u0007"})
    void refusesCharactersThatCannotTravel(String text) {
        abgelehnt(KLEIN, mit("F1", new Feldwert(text)), XfallFehler.VERBOTENES_ZEICHEN);
        abgelehnt(KLEIN, mit("F6", new Anlagewert(text, "", "")), XfallFehler.VERBOTENES_ZEICHEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mustermann\ud83d\udc36", "a\u2013b", "q\u0303", "a\u202eb", "a\ue000", "\u4e2d"})
    void refusesCharactersThatDin91379DoesNotHave(String text) {
        abgelehnt(KLEIN, mit("F1", new Feldwert(text)), XfallFehler.NICHT_DIN_91379);
        abgelehnt(KLEIN, mit("F6", new Anlagewert(text, "", "")), XfallFehler.NICHT_DIN_91379);
    }

    @Test
    void textOfLatinLettersHasNoGreek() {
        Stammdatenschema latein = schema(einmal("0:1", feld("F1", Feldart.INPUT, Datentyp.TEXT_LATIN)));

        abgelehnt(latein, mit("F1", new Feldwert("\u03a9mega")), XfallFehler.NICHT_DIN_91379);
        assertThat(xml(KLEIN, mit("F1", new Feldwert("\u03a9mega\nzwei")))).contains("<F1>\u03a9mega\nzwei</F1>");
    }

    @Test
    void writesTextInNfc() {
        assertThat(xml(KLEIN, mit("F1", new Feldwert("Mu\u0308ller")))).contains("<F1>M\u00fcller</F1>");
        assertThat(json(KLEIN, mit("F1", new Feldwert("Mu\u0308ller")))).contains("\"M\u00fcller\"");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T08:15,2026-11-24T08:15:00",
        "2026-11-24T08:15:30Z,2026-11-24T08:15:30Z",
        "2026-11-24T08:15:30+01:00,2026-11-24T08:15:30+01:00"
    })
    void writesPointsInTimeInFull(String text, String geschrieben) {
        assertThat(xml(KLEIN, mit("F8", new Feldwert(text)))).contains("<F8>" + geschrieben + "</F8>");
    }

    @Test
    void namesAFailingStream() {
        OutputStream voll = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("disk full");
            }
        };
        assertThatThrownBy(() -> XfallXml.schreibe(KLEIN, Gruppenwert.LEER, voll))
                .isInstanceOfSatisfying(
                        ServiceUnavailable.class, e -> assertThat(e.code()).isEqualTo("OZG-XML-0012"));
        assertThatThrownBy(() -> XfallJson.schreibe(KLEIN, Gruppenwert.LEER, voll))
                .isInstanceOfSatisfying(
                        ServiceUnavailable.class, e -> assertThat(e.code()).isEqualTo("OZG-XML-0012"));
    }

    @Test
    void valuesShowNoContent() {
        assertThat(mit("F1", new Feldwert("Mustermann")) + " " + new Feldwert("Mustermann") + " "
                        + new Anlagewert("Mustermann.pdf", "", "application/pdf"))
                .doesNotContain("Mustermann");
    }
}
