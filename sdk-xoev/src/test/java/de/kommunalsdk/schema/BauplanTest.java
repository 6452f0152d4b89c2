/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kommunalsdk.FimDaten;
import de.kommunalsdk.codeliste.CodelistenStore;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.xdatenfelder.Datenfeld.CodelisteReferenz;
import de.kommunalsdk.xdatenfelder.Datenfeldgruppe;
import de.kommunalsdk.xdatenfelder.Element;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.Struktur;
import de.kommunalsdk.xfall.Feldwert;
import de.kommunalsdk.xfall.Gruppenwert;
import de.kommunalsdk.xfall.Namensgebung;
import de.kommunalsdk.xfall.Wert;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BauplanTest {

    private static final Stammdatenschema ALLES = Alleskoenner.schema();

    private static void abgelehnt(String code, Stammdatenschema schema) {
        assertThatThrownBy(() -> Bauplan.von(schema))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static Stammdatenschema mit(Stammdatenschema s, List<Struktur> struktur) {
        return new Stammdatenschema(
                s.xdfVersion(),
                s.id(),
                s.version(),
                s.name(),
                s.bezeichnung(),
                s.hilfetext(),
                s.metadaten(),
                s.ableitungsmodifikationen(),
                s.dokumentsteckbrief(),
                s.regeln(),
                struktur);
    }

    private static Struktur gruppe(String id, List<Struktur> struktur) {
        Struktur muster = ALLES.struktur().get(ALLES.struktur().size() - 1);
        Datenfeldgruppe g = (Datenfeldgruppe) muster.element();
        Element neu = new Datenfeldgruppe(
                id,
                g.version(),
                g.name(),
                "",
                "",
                "",
                "",
                g.metadaten(),
                g.schemaelementart(),
                false,
                List.of(),
                struktur);
        return new Struktur(muster.anzahl(), List.of(), neu);
    }

    @ParameterizedTest
    @CsvSource({
        "input,text,minLength='3' maxLength='2',OZG-SCHEMA-0003",
        "input,text,maxLength='0',OZG-SCHEMA-0003",
        "input,num_int,minValue='1.2' maxValue='1.8',OZG-SCHEMA-0003",
        "input,date,minValue='2026-02-01' maxValue='2026-01-01',OZG-SCHEMA-0003",
    })
    void refusesWhatNoValueCouldFulfil(String art, String typ, String grenzen, String code) {
        // the reader refuses the first kind already, a schema made by hand does not
        Stammdatenschema schema = mit(ALLES, List.of(Alleskoenner.feld(art, typ, grenzen)));
        abgelehnt(code, schema);
    }

    @Test
    void refusesAnElementTwiceInOneGroup() {
        Struktur feld = Alleskoenner.feld("input", "text", "");
        abgelehnt("OZG-SCHEMA-0001", mit(ALLES, List.of(feld, feld)));
    }

    @Test
    void refusesAnIdThatIsNoName() {
        abgelehnt("OZG-XFALL-0008", mit(ALLES, List.of(gruppe("G1><x", List.of()))));
    }

    @Test
    void refusesAPatternThatOneOfTheDialectsLacks() {
        assertThatThrownBy(() -> Bauplan.von(mit(ALLES, List.of(Alleskoenner.feldMitMuster("(?=a)b")))))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.code()).isEqualTo("OZG-XDF-0013"));
    }

    @Test
    void aGroupUsedInItselfOverAndOverIsBounded() {
        List<Struktur> struktur = List.of(Alleskoenner.feld("input", "text", ""));
        for (int i = 0; i < 40; i++) {
            struktur = List.of(gruppe("G" + 2 * i, struktur), gruppe("G" + (2 * i + 1), struktur));
        }
        abgelehnt("OZG-SCHEMA-0002", mit(ALLES, struktur));
        struktur = List.of(Alleskoenner.feld("input", "text", ""));
        for (int i = 0; i < 10_000; i++) {
            struktur = List.of(gruppe("G" + i, struktur));
        }
        abgelehnt("OZG-SCHEMA-0002", mit(ALLES, struktur));
    }

    @Test
    void theSamePlanGivesTheSameBytes() {
        Bauplan eins = Bauplan.von(Alleskoenner.schema());
        Bauplan zwei = Bauplan.von(Alleskoenner.schema());
        assertThat(Pruefstand.xsd(eins)).isEqualTo(Pruefstand.xsd(zwei)).contains("Alleskönner &amp; Co.");
        assertThat(Pruefstand.jsonSchema(eins))
                .isEqualTo(Pruefstand.jsonSchema(zwei))
                .contains("Alleskönner & Co.");
    }

    @Test
    void listsInTheStoreBecomeEnumerations() throws IOException {
        Path xdf2 = FimDaten.ordner().resolve("xdf2");
        Stammdatenschema schema = FimDaten.schema(xdf2.resolve("S07000000201_xdf2.xml"));
        // the FIM-XSLT gives the list another URN than the reference to it
        String liste = Files.readString(xdf2.resolve("C60000263V2.0_genericode.xml"))
                .replace("codeliste:_F6", "codeliste:AbfrageAnschriftInlandoderAusland_F6");
        Bauplan ohne = Bauplan.von(schema);
        Bauplan mit = Bauplan.von(
                schema,
                Namensgebung.FIM_XSLT,
                Listenquelle.aus(CodelistenStore.dateien(Map.of("c.xml", () -> Pruefstand.strom(liste)))));

        assertThat(ohne.fehlendeListen()).hasSize(2);
        assertThat(Pruefstand.xsd(ohne)).doesNotContain("xs:enumeration");
        assertThat(Pruefstand.jsonSchema(ohne)).doesNotContain("\"const\"").contains("(nicht eingebunden");
        assertThat(mit.fehlendeListen())
                .extracting(CodelisteReferenz::urn)
                .containsExactly("urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:staat");
        assertThat(Pruefstand.xsd(mit)).contains("<xs:enumeration value=\"001\">", "in Deutschland");
        assertThat(Pruefstand.jsonSchema(mit)).contains("\"const\": \"001\"", "in Deutschland");
    }

    @Test
    void aFailingStreamIsNamed() {
        OutputStream voll = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("disk full");
            }
        };
        Bauplan plan = Bauplan.von(Alleskoenner.schema());
        assertThatThrownBy(() -> XsdSchreiber.schreibe(plan, voll))
                .isInstanceOfSatisfying(
                        ServiceUnavailable.class, e -> assertThat(e.code()).isEqualTo("OZG-XML-0012"));
        assertThatThrownBy(() -> JsonSchemaSchreiber.schreibe(plan, voll))
                .isInstanceOfSatisfying(
                        ServiceUnavailable.class, e -> assertThat(e.code()).isEqualTo("OZG-XML-0012"));
    }

    @Test
    void findingsNameThePlaceAndNoValue() {
        Struktur feld = Alleskoenner.feld("input", "num_int", "");
        Bauplan plan = Bauplan.von(mit(ALLES, List.of(gruppe("G1", List.of(feld)))));
        Wert gut = new Gruppenwert(Map.of(feld.element().id(), List.of(new Feldwert("+007"))));
        Wert schlecht = new Gruppenwert(Map.of(feld.element().id(), List.of(new Feldwert("Mustermann"))));

        List<Problem> befunde =
                Instanzpruefung.pruefe(plan, "antrag", new Gruppenwert(Map.of("G1", List.of(gut, schlecht))));

        assertThat(befunde).hasSize(1);
        assertThat(befunde.get(0).code()).isEqualTo(SchemaFehler.FALSCHE_FORM);
        assertThat(befunde.get(0).stelle())
                .hasToString("antrag /G1[2]/" + feld.element().id() + "[1]");
        assertThat(befunde.get(0).toString()).doesNotContain("Mustermann");
    }

    @Test
    void lengthsCountCodePointsAndForbiddenCharactersAreFound() {
        Struktur feld = Alleskoenner.feld("input", "text", "minLength='2' maxLength='2'");
        Bauplan plan = Bauplan.von(mit(ALLES, List.of(feld)));
        assertThat(befund(plan, feld, "\ud83d\ude00\ud83d\ude00")).isEmpty();
        assertThat(befund(plan, feld, "\ud83d\ude00")).containsExactly(SchemaFehler.ZU_KURZ);
        assertThat(befund(plan, feld, "a\u0000")).containsExactly(SchemaFehler.VERBOTENES_ZEICHEN);
        assertThat(befund(plan, feld, "a\ud800")).containsExactly(SchemaFehler.VERBOTENES_ZEICHEN);
    }

    @Test
    void manyFindingsAreCountedAndNotKept() {
        Struktur feld = Alleskoenner.feld("input", "num_int", "");
        Bauplan plan = Bauplan.von(mit(ALLES, List.of(gruppe("G1", List.of(feld)))));
        List<Wert> leer = new ArrayList<>();
        IntStream.range(0, 10_000).forEach(i -> leer.add(Gruppenwert.LEER));
        List<Problem> befunde = Instanzpruefung.pruefe(plan, "", new Gruppenwert(Map.of("G1", leer)));
        assertThat(befunde).hasSize(101);
        assertThat(befunde.get(100).code()).isEqualTo(SchemaFehler.ZU_VIELE_BEFUNDE);
    }

    private static List<Object> befund(Bauplan plan, Struktur feld, String text) {
        return Instanzpruefung.pruefe(
                        plan, "", new Gruppenwert(Map.of(feld.element().id(), List.of(new Feldwert(text)))))
                .stream()
                .<Object>map(Problem::code)
                .toList();
    }
}
