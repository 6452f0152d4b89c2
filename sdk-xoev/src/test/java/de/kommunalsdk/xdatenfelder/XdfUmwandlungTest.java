/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kommunalsdk.FimDaten;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.xdatenfelder.Metadaten.Freigabestatus;
import de.kommunalsdk.xml.SecureXml;
import de.kommunalsdk.xml.XmlGrenzen;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XdfUmwandlungTest {

    private static final String XDF2 =
            """
            <x:xdatenfelder.stammdatenschema.0102 xmlns:x="urn:xoev-de:fim:standard:xdatenfelder_2">
            <x:header><x:nachrichtID>n</x:nachrichtID>
            <x:erstellungszeitpunkt>2026-01-01T00:00:00Z</x:erstellungszeitpunkt></x:header>
            <x:stammdatenschema><x:identifikation><x:id>S05999001</x:id><x:version>1.2</x:version></x:identifikation>
            <x:name>S</x:name><x:bezeichnungEingabe>Schema</x:bezeichnungEingabe><x:bezug>Eins; Zwei ;</x:bezug>
            <x:status><code>aktiv</code></x:status><x:freigabedatum>2025-12-31</x:freigabedatum><x:gueltigAb/>
            <x:fachlicherErsteller>Amt</x:fachlicherErsteller>
            <x:ableitungsmodifikationenStruktur><code>0</code></x:ableitungsmodifikationenStruktur>
            <x:ableitungsmodifikationenRepraesentation><code>1</code></x:ableitungsmodifikationenRepraesentation>
            <x:regel><x:identifikation><x:id>R05999003</x:id><x:version>1.0</x:version></x:identifikation>
            <x:name>R</x:name><x:definition>F05999002 und G05999000004, nicht XF05999002</x:definition>
            <x:script>function script() {}</x:script></x:regel>
            <x:struktur><x:anzahl>1:1</x:anzahl><x:enthaelt><x:datenfeld>
            <x:identifikation><x:id>F05999002</x:id></x:identifikation><x:name>F</x:name>
            <x:bezeichnungEingabe>Feld</x:bezeichnungEingabe><x:status><code>inaktiv</code></x:status>
            <x:schemaelementart><code>RNG</code></x:schemaelementart>
            <x:feldart><code>select</code></x:feldart><x:datentyp><code>text</code></x:datentyp>
            <x:codelisteReferenz><x:identifikation><x:id>C05999005</x:id></x:identifikation>
            <x:genericodeIdentification><x:canonicalIdentification>urn:a</x:canonicalIdentification>
            <x:version>1</x:version><x:canonicalVersionUri>urn:a_1</x:canonicalVersionUri>
            </x:genericodeIdentification></x:codelisteReferenz>
            </x:datenfeld></x:enthaelt></x:struktur></x:stammdatenschema></x:xdatenfelder.stammdatenschema.0102>
            """;

    private static XdfErgebnis lies(String text) {
        return XdfSchreiberTest.lies(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The pairs were made by the other direction of the reference converter, so the way back can be compared. */
    @ParameterizedTest
    @ValueSource(strings = {"S07000000201", "S00000000371", "S05000001195"})
    void realPairsComeBackWithTheirIds(String id) throws IOException {
        Stammdatenschema original = FimDaten.schema(FimDaten.ordner().resolve("xdf3/" + id + ".xdf3.xml"));
        XdfErgebnis alt = FimDaten.lies(FimDaten.ordner().resolve("xdf2/" + id + "_xdf2.xml"));
        XdfUmwandlung.Ergebnis ergebnis = XdfUmwandlung.nachXdf3(alt);
        assertThat(ergebnis.probleme()).isEmpty();
        Stammdatenschema neu = ergebnis.schema().orElseThrow();
        assertThat(neu.kennung()).isEqualTo(original.kennung());
        assertThat(neu.dokumentsteckbrief()).isEqualTo(original.dokumentsteckbrief());
        assertThat(zeilen(neu)).hasSizeGreaterThan(20).containsExactlyElementsOf(zeilen(original));

        byte[] bytes = XdfSchreiberTest.schreibe(neu, alt.kopf().nachricht());
        assertThat(XdfSchreiberTest.lies(bytes).schema()).contains(neu);
        assertThat(SecureXml.pruefe(
                        XdfSchreiberTest.nachgebautesXsd(), id, new ByteArrayInputStream(bytes), XmlGrenzen.STANDARD))
                .isEmpty();
    }

    private static List<String> zeilen(Stammdatenschema schema) {
        List<String> zeilen = new ArrayList<>();
        zeilen.add(schema.bezeichnung() + status(schema.metadaten()) + regeln(schema.regeln()));
        zeilen(schema.struktur(), zeilen);
        return zeilen;
    }

    private static void zeilen(List<Struktur> struktur, List<String> zeilen) {
        for (Struktur teil : struktur) {
            Element e = teil.element();
            String zeile = teil.anzahl() + " " + e.id() + "V" + e.version() + " " + e.schemaelementart() + " "
                    + e.bezeichnungEingabe() + e.bezeichnungAusgabe() + status(e.metadaten()) + regeln(e.regeln());
            if (e instanceof Datenfeld feld) {
                zeile += " " + feld.feldart() + " " + feld.datentyp() + " " + feld.praezisierung()
                        + feld.vorbefuellung();
            }
            zeilen.add(zeile);
            if (e instanceof Datenfeldgruppe gruppe) {
                zeilen(gruppe.struktur(), zeilen);
            }
        }
    }

    /** XDF2 knows less of the status: what is not gold has no date of release, so it comes back as in Bearbeitung. */
    private static String status(Metadaten meta) {
        boolean gold = meta.freigabestatus().equals(java.util.Optional.of(Freigabestatus.FACHLICH_FREIGEGEBEN_GOLD));
        return " " + gold + " " + meta.statusGesetztDurch() + meta.veroeffentlichungsdatum();
    }

    private static String regeln(List<Regel> regeln) {
        StringBuilder text = new StringBuilder();
        regeln.forEach(r -> text.append(' ')
                .append(r.id())
                .append('V')
                .append(r.version())
                .append(r.typ())
                .append(r.name()));
        return text.toString();
    }

    @Test
    void mapsEachPartAsTheReferenceDoes() {
        XdfErgebnis alt = lies(XDF2);
        Stammdatenschema neu = XdfUmwandlung.nachXdf3(alt).schema().orElseThrow();
        assertThat(neu.xdfVersion()).isEqualTo("3.0.0");
        assertThat(neu.kennung()).isEqualTo("S05000999001V1.2.0");
        assertThat(neu.metadaten().bezug()).containsExactly(new Bezug("Eins", ""), new Bezug("Zwei", ""));
        assertThat(neu.metadaten().freigabestatus()).contains(Freigabestatus.FACHLICH_FREIGEGEBEN_GOLD);
        assertThat(neu.metadaten().status()).isEmpty();
        assertThat(neu.metadaten().statusGesetztAm()).isEqualTo("2025-12-31");
        assertThat(neu.metadaten().statusGesetztDurch()).isEqualTo("Amt");
        assertThat(neu.metadaten().letzteAenderung()).isEqualTo("2026-01-01T00:00:00Z");
        Regel regel = neu.regeln().get(0);
        assertThat(regel.id()).isEqualTo("R05000999003");
        assertThat(regel.typ()).contains(Regel.Typ.K);
        assertThat(regel.freitext()).isEqualTo("F05000999002 und G05999000004, nicht XF05999002");
        assertThat(regel.script()).isEqualTo("function script() {}");
        Datenfeld feld = (Datenfeld) neu.struktur().get(0).element();
        assertThat(feld.id()).isEqualTo("F05000999002");
        assertThat(feld.version()).isEmpty();
        assertThat(feld.metadaten().freigabestatus()).contains(Freigabestatus.INAKTIV);
        assertThat(feld.vorbefuellung()).contains(Datenfeld.Vorbefuellung.KEINE);
        assertThat(feld.codeliste()).contains(new Datenfeld.CodelisteReferenz("urn:a", "1", "urn:a_1"));
        assertThat(XdfSchreiberTest.lies(
                                XdfSchreiberTest.schreibe(neu, alt.kopf().nachricht()))
                        .schema())
                .contains(neu);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<x:id>S05999001</x:id>; <x:id>S5999</x:id>; 4; Kennung S5999",
                "<x:version>1.2</x:version>; <x:version>1</x:version>; 4; Version 1 ",
                "<x:status><code>aktiv</code></x:status>; ''; 4; status fehlt",
                "<x:bezeichnungEingabe>Schema</x:bezeichnungEingabe>; ''; 4; bezeichnungEingabe fehlt",
                "<x:bezeichnungEingabe>Feld</x:bezeichnungEingabe>; ''; 13; bezeichnungEingabe fehlt",
                "<x:schemaelementart><code>RNG</code></x:schemaelementart>; ''; 13; schemaelementart fehlt",
                "<x:erstellungszeitpunkt>2026-01-01T00:00:00Z</x:erstellungszeitpunkt>; ''; 4; header",
                "2026-01-01T00:00:00Z; 2G26-01-01T00:00:00Z; 4; header",
                "<x:id>R05999003</x:id>; <x:id>R1</x:id>; 10; Kennung R1"
            })
    void refusesWhatTheMappingCannotSay(String alt, String neu, int zeile, String meldung) {
        String text = XDF2.replace(alt, neu);
        assertThat(text).isNotEqualTo(XDF2);
        XdfErgebnis gelesen = lies(text);
        assertThat(gelesen.schema()).isPresent();

        XdfUmwandlung.Ergebnis ergebnis = XdfUmwandlung.nachXdf3(gelesen);

        assertThat(ergebnis.schema()).isEmpty();
        assertThat(ergebnis.probleme()).hasSize(1).first().satisfies(p -> {
            assertThat(p.code()).isEqualTo(XdfFehler.NICHT_UMWANDELBAR);
            assertThat(p.stelle().zeile()).isEqualTo(zeile);
            assertThat(p.meldung()).startsWith(meldung);
        });
    }

    @Test
    void refusesAGroupWithoutChildren() {
        String text = XDF2.replaceFirst("(?s)<x:struktur>.*</x:struktur>", "");
        assertThat(XdfUmwandlung.nachXdf3(lies(text)).probleme())
                .extracting(Problem::code)
                .containsExactly(XdfFehler.NICHT_UMWANDELBAR);
    }

    @Test
    void leavesXdf3AsItIsAndNeedsASchema() {
        XdfErgebnis neu = XdfSchreiberTest.lies(XdfSchreiberTest.schreibe(
                XdfSchreiberTest.voll(), lies(XDF2).kopf().nachricht()));
        assertThat(XdfUmwandlung.nachXdf3(neu).schema()).isEqualTo(neu.schema());
        XdfErgebnis keines = lies("<a/>");
        assertThatThrownBy(() -> XdfUmwandlung.nachXdf3(keines)).isInstanceOf(IllegalArgumentException.class);
    }
}
