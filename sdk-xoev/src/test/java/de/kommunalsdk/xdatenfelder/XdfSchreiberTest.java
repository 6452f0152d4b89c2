/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kommunalsdk.FimDaten;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.xml.SecureXml;
import de.kommunalsdk.xml.XmlFehler;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.validation.Schema;
import org.junit.jupiter.api.Test;

class XdfSchreiberTest {

    private static final Nachrichtenkopf KOPF = new Nachrichtenkopf("n1", "2026-11-24T08:00:00Z", "r1");

    static byte[] schreibe(Stammdatenschema schema, Nachrichtenkopf kopf) {
        ByteArrayOutputStream ziel = new ByteArrayOutputStream();
        XdfSchreiber.schreibe(schema, kopf, ziel);
        return ziel.toByteArray();
    }

    static XdfErgebnis lies(byte[] bytes) {
        return XdfLeser.lies("neu.xml", new ByteArrayInputStream(bytes));
    }

    /** A reconstruction by this project's research, not the official XSD; a test helper only. */
    static Schema nachgebautesXsd() throws IOException {
        Path xsd = FimDaten.ordner().resolveSibling("schemas-reconstructed/xdf3-reconstructed.xsd");
        return SecureXml.schema("xdf3.xsd", Map.of("xdf3.xsd", Files.readAllBytes(xsd)));
    }

    @Test
    void everyRealSchemaComesBackEqualInCanonicalForm() throws IOException {
        Schema xsd = nachgebautesXsd();
        int geschrieben = 0;
        for (Path datei : FimDaten.dateien("xdf3", ".xdf3.xml")) {
            XdfErgebnis erst = FimDaten.lies(datei);
            Stammdatenschema schema = erst.schema().orElseThrow();
            byte[] bytes = schreibe(schema, erst.kopf().nachricht());
            XdfErgebnis dann = lies(bytes);
            assertThat(dann.probleme()).as("%s", datei).isEmpty();
            assertThat(dann.schema()).as("%s", datei).contains(schema);
            assertThat(dann.kopf().nachricht()).isEqualTo(erst.kopf().nachricht());
            assertThat(dann.kopf().relationen()).isZero();
            assertThat(schreibe(dann.schema().orElseThrow(), erst.kopf().nachricht()))
                    .isEqualTo(bytes);
            assertThat(SecureXml.pruefe(xsd, datei.toString(), new ByteArrayInputStream(bytes), XmlGrenzen.STANDARD))
                    .as("%s", datei)
                    .isEmpty();
            geschrieben++;
        }
        assertThat(geschrieben).isEqualTo(13);
    }

    /** Everything the standard has, in one element each; the texts carry what XML must escape. */
    static Stammdatenschema voll() {
        Metadaten meta = new Metadaten(
                "Beschreibung <mit> & \"Zeichen\"",
                "Definition\nzweite Zeile",
                List.of(new Bezug("§ 1 & 2", "https://example.org/?a=1&b=2"), new Bezug("", "urn:nur:link")),
                Optional.of(Metadaten.Freigabestatus.FACHLICH_FREIGEGEBEN_GOLD),
                Optional.empty(),
                "2026-01-01",
                "Amt \ud83d\udc15",
                "2026-02-01",
                "2027-02-01",
                "Hinweis",
                "",
                "2026-03-01",
                "2026-03-01T10:00:00Z",
                "",
                List.of(new Stichwort("Wort", "urn:wort"), new Stichwort("nur Text", "")));
        Metadaten regelmeta = new Metadaten(
                "B",
                "",
                List.of(new Bezug("§ 3", "")),
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "2026-03-01T10:00:00+02:00",
                "Ersteller",
                List.of(new Stichwort("Regel", "")));
        Regel regel = new Regel(
                "R1", "1.0.0", "Regel", "Wenn a < b", Optional.of(Regel.Typ.V), "", "function f() { }", regelmeta);
        Datenfeld feld = new Datenfeld(
                "F1",
                "1.0.0",
                "Feld",
                "Eingabe",
                "Ausgabe",
                "Hilfe",
                "Hilfe Ausgabe",
                meta,
                Optional.of(Element.Schemaelementart.HAR),
                Datenfeld.Feldart.SELECT,
                Datenfeld.Datentyp.TEXT,
                new Datenfeld.Praezisierung(
                        Optional.of(1), Optional.of(9), Optional.empty(), Optional.empty(), "", "", "[a-z&<\"']+"),
                "a",
                Optional.of(Datenfeld.Vorbefuellung.VERPFLICHTEND),
                List.of(new Datenfeld.Wert("a", "", ""), new Datenfeld.Wert("b", "Name", "Hilfe")),
                Optional.empty(),
                Datenfeld.Spalten.KEINE,
                Optional.of(10_000_000L),
                List.of("application/pdf", "image/png"),
                List.of(regel));
        Datenfeld liste = new Datenfeld(
                "F2",
                "",
                "Feld",
                "E",
                "",
                "",
                "",
                Metadaten.KEINE,
                Optional.empty(),
                Datenfeld.Feldart.SELECT,
                Datenfeld.Datentyp.TEXT_LATIN,
                Datenfeld.Praezisierung.KEINE,
                "",
                Optional.empty(),
                List.of(),
                Optional.of(new Datenfeld.CodelisteReferenz("urn:de:a", "1", "urn:de:a_1")),
                new Datenfeld.Spalten("code", "name", "hilfe"),
                Optional.empty(),
                List.of(),
                List.of());
        Datenfeldgruppe gruppe = new Datenfeldgruppe(
                "G1",
                "1.0.0",
                "Gruppe",
                "E",
                "A",
                "H",
                "HA",
                meta,
                Optional.of(Element.Schemaelementart.ABS),
                true,
                List.of(regel),
                List.of(
                        new Struktur(Anzahl.lies("0:1"), List.of(), feld),
                        new Struktur(Anzahl.lies("2:5"), List.of(new Bezug("§ 4", "")), liste)));
        return new Stammdatenschema(
                "3.0.0",
                "S1",
                "1.0.0",
                "Schema",
                "Bezeichnung",
                "Hilfetext",
                meta,
                new Ableitungsmodifikationen(
                        Optional.of(Ableitungsmodifikationen.InStruktur.NUR_EINSCHRAENKBAR),
                        Optional.of(Ableitungsmodifikationen.InRepraesentation.MODIFIZIERBAR)),
                Optional.of(new Identifikation("D1", "1.0.0")),
                List.of(regel),
                List.of(
                        new Struktur(Anzahl.lies("1:1"), List.of(), gruppe),
                        new Struktur(Anzahl.lies("0:*"), List.of(new Bezug("§ 5", "urn:5")), feld)));
    }

    @Test
    void everythingTheStandardHasComesBackEqual() {
        XdfErgebnis dann = lies(schreibe(voll(), KOPF));
        assertThat(dann.probleme()).isEmpty();
        assertThat(dann.schema()).contains(voll());
        assertThat(dann.kopf().nachricht()).isEqualTo(KOPF);
    }

    @Test
    void codesStandInNoNamespaceAndEachElementOnItsLine() {
        String text = new String(schreibe(voll(), KOPF), StandardCharsets.UTF_8);
        assertThat(text)
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xdf3:xdatenfelder.stammdatenschema.0102 ")
                .contains("listVersionID=\"2.0\">\n")
                .contains(" <code>select</code>\n")
                .endsWith("</xdf3:xdatenfelder.stammdatenschema.0102>\n");
    }

    @Test
    void refusesXdf2AndWhatXmlCannotCarry() {
        Stammdatenschema neu = voll();
        assertThatThrownBy(() -> schreibe(mit(neu, "2.0", "Name"), KOPF))
                .isInstanceOf(InvalidInput.class)
                .extracting(e -> ((OzgException) e).fehlercode())
                .isEqualTo(XdfFehler.NICHT_3_0_0);
        for (String kaputt : List.of("a\u0000b", "halb \ud800", "\ufffe")) {
            assertThatThrownBy(() -> schreibe(mit(neu, "3.0.0", kaputt), KOPF))
                    .isInstanceOf(InvalidInput.class)
                    .extracting(e -> ((OzgException) e).fehlercode())
                    .isEqualTo(XmlFehler.VERBOTENES_ZEICHEN);
        }
    }

    @Test
    void aDeadStreamIsAFault() {
        OutputStream tot = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("disk full");
            }
        };
        assertThatThrownBy(() -> XdfSchreiber.schreibe(voll(), KOPF, tot))
                .isInstanceOf(ServiceUnavailable.class)
                .extracting(e -> ((OzgException) e).fehlercode())
                .isEqualTo(XmlFehler.SCHREIBFEHLER);
    }

    private static Stammdatenschema mit(Stammdatenschema s, String version, String name) {
        return new Stammdatenschema(
                version,
                s.id(),
                s.version(),
                name,
                s.bezeichnung(),
                s.hilfetext(),
                s.metadaten(),
                s.ableitungsmodifikationen(),
                s.dokumentsteckbrief(),
                s.regeln(),
                s.struktur());
    }
}
